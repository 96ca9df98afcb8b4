#!/bin/sh
# mmdb-lib answers an IPv6 address from a file that has IPv4 addresses only, with what the file says of an unrelated IPv4 address:
# it takes the first 32 of the 128 bits for one. `2001:db8::1` is answered with the record of 32.1.13.184. The file says in its
# metadata that it has IPv4 alone (`ip_version` 4), and MaxMind's own readers refuse the question
# (libmaxminddb: MMDB_IPV6_LOOKUP_IN_IPV4_DATABASE_ERROR). Hence src/domain/addresses/mmdb-file.ts looks first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mmdb-lib@3.0.3 >/dev/null
cat > look.cjs <<'JS'
const { Reader } = require('mmdb-lib');
const { version } = require('mmdb-lib/package.json');

// An MMDB file of version 2.0 (https://maxmind.github.io/MaxMind-DB) with one network, 32.1.13.184/32: a tree with a node for each
// of its 32 bits, 16 zeros, its record, and the metadata.
const text = (value) => Buffer.concat([Buffer.of((2 << 5) | value.length), Buffer.from(value)]);
const uint16 = (value) => Buffer.of((5 << 5) | 2, value >> 8, value & 255);
const uint32 = (value) => Buffer.of((6 << 5) | 1, value);
const uint64 = (value) => Buffer.of(1, 2, value);
const map = (...pairs) => Buffer.concat([Buffer.of((7 << 5) | pairs.length), ...pairs.flatMap(([name, value]) => [text(name), value])]);

const network = [32, 1, 13, 184];
const nodes = 32;
const nothing = nodes;
const record = nodes + 16;
const tree = Buffer.alloc(nodes * 6);
for (let i = 0; i < nodes; i++) {
  const bit = (network[i >> 3] >> (7 - (i & 7))) & 1;
  tree.writeUIntBE(i === nodes - 1 ? record : i + 1, i * 6 + bit * 3, 3);
  tree.writeUIntBE(nothing, i * 6 + (1 - bit) * 3, 3);
}
const metadata = map(
  ['node_count', uint32(nodes)],
  ['record_size', uint16(24)],
  ['ip_version', uint16(4)],
  ['database_type', text('Example')],
  ['languages', Buffer.of(0, 4)],
  ['binary_format_major_version', uint16(2)],
  ['binary_format_minor_version', uint16(0)],
  ['build_epoch', uint64(1)],
  ['description', map()],
);
const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
const reader = new Reader(Buffer.concat([tree, Buffer.alloc(16), map(['city', text('Springfield')]), marker, metadata]));

console.log(`mmdb-lib ${version}, Node ${process.versions.node}; a file with ip_version ${reader.metadata.ipVersion}`);
const ask = (ip) => ({ asked: ip, answered: JSON.stringify(reader.get(ip)) });
const seen = ['32.1.13.184', '32.1.13.185', '2001:db8::1', '2001:db8:ffff::2', '2001:db9::1'].map(ask);
console.table(seen);
const found = '{"city":"Springfield"}';
const isSo = seen.map(({ answered }) => answered).join() === [found, 'null', found, found, 'null'].join();
console.log(isSo ? 'As found: IPv6 addresses get what is known of an IPv4 one.' : 'CHANGED: this is no longer as it was found.');
process.exit(isSo ? 0 : 1);
JS
node look.cjs
