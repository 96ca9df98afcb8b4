#!/bin/sh
# ipaddr.js reads one IPv6 address as two different ones, by how it is spelled. `::192.0.2.33` and `::c000:221` are the same 128
# bits (RFC 4291, 2.2 and 2.5.5.1: an IPv4-compatible address), and URL takes them for that. ipaddr.js reads the dotted spelling
# as `::ffff:192.0.2.33`, the IPv4-mapped address of RFC 4291, 2.5.5.2, so that `process` makes plain IPv4 of it; its README says
# that all but mapped addresses are returned as they are. Hence src/lib/ip.ts reads addresses by itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent ipaddr.js@2.5.0 >/dev/null
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
import ipaddr from 'ipaddr.js';

const { version } = createRequire(import.meta.url)('ipaddr.js/package.json');
const byUrl = (text) => new URL(`http://[${text}]/`).hostname.slice(1, -1);
const spellings = ['::c000:221', '::192.0.2.33'];
const seen = spellings.map((text) => ({
  written: text,
  'as a URL': byUrl(text),
  parsed: ipaddr.parse(text).toString(),
  processed: ipaddr.process(text).toString(),
}));
console.log(`ipaddr.js ${version}, Node ${process.versions.node}`);
console.table(seen);
const [grouped, dotted] = seen;
const isSo =
  grouped['as a URL'] === '::c000:221' &&
  dotted['as a URL'] === '::c000:221' &&
  grouped.parsed === '::c000:221' &&
  dotted.parsed === '::ffff:c000:221' &&
  grouped.processed === '::c000:221' &&
  dotted.processed === '192.0.2.33';
console.log(isSo ? 'As found: one address, two results.' : 'CHANGED: this is no longer as it was found.');
process.exit(isSo ? 0 : 1);
JS
node look.mjs
