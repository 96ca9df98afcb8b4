import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IpScope, ipScope } from './ip-scope';

/** The first and the last address of every stretch; an address has the scope of the shortest it lies in. */
const stretches: readonly (readonly [first: string, last: string, scope: IpScope])[] = [
  ['0.0.0.0', '255.255.255.255', 'Public'],
  ['0.0.0.0', '0.255.255.255', 'Reserved'],
  ['0.0.0.0', '0.0.0.0', 'Unspecified'],
  ['10.0.0.0', '10.255.255.255', 'Private'],
  ['100.64.0.0', '100.127.255.255', 'Shared (CGNAT)'],
  ['127.0.0.0', '127.255.255.255', 'Loopback'],
  ['169.254.0.0', '169.254.255.255', 'Link-local'],
  ['172.16.0.0', '172.31.255.255', 'Private'],
  ['192.0.0.0', '192.0.0.255', 'Reserved'],
  ['192.0.0.9', '192.0.0.10', 'Public'],
  ['192.0.2.0', '192.0.2.255', 'Documentation'],
  ['192.88.99.0', '192.88.99.255', 'Reserved'],
  ['192.168.0.0', '192.168.255.255', 'Private'],
  ['198.18.0.0', '198.19.255.255', 'Benchmarking'],
  ['198.51.100.0', '198.51.100.255', 'Documentation'],
  ['203.0.113.0', '203.0.113.255', 'Documentation'],
  ['224.0.0.0', '239.255.255.255', 'Multicast'],
  ['240.0.0.0', '255.255.255.254', 'Reserved'],
  ['255.255.255.255', '255.255.255.255', 'Broadcast'],
  ['0:0:0:0:0:0:0:0', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Reserved'],
  ['0:0:0:0:0:0:0:0', '0:0:0:0:0:0:0:0', 'Unspecified'],
  ['0:0:0:0:0:0:0:1', '0:0:0:0:0:0:0:1', 'Loopback'],
  ['64:ff9b:0:0:0:0:0:0', '64:ff9b:0:0:0:0:ffff:ffff', 'Translated (NAT64)'],
  ['64:ff9b:1:0:0:0:0:0', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', 'Translated (NAT64)'],
  ['100:0:0:0:0:0:0:0', '100:0:0:0:ffff:ffff:ffff:ffff', 'Discard-only'],
  ['2000:0:0:0:0:0:0:0', '3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Public'],
  ['2001:0:0:0:0:0:0:0', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff', 'Reserved'],
  ['2001:0:0:0:0:0:0:0', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff', 'Tunnelled (Teredo)'],
  ['2001:1:0:0:0:0:0:1', '2001:1:0:0:0:0:0:3', 'Public'],
  ['2001:2:0:0:0:0:0:0', '2001:2:0:ffff:ffff:ffff:ffff:ffff', 'Benchmarking'],
  ['2001:3:0:0:0:0:0:0', '2001:3:ffff:ffff:ffff:ffff:ffff:ffff', 'Public'],
  ['2001:4:112:0:0:0:0:0', '2001:4:112:ffff:ffff:ffff:ffff:ffff', 'Public'],
  ['2001:20:0:0:0:0:0:0', '2001:3f:ffff:ffff:ffff:ffff:ffff:ffff', 'Public'],
  ['2001:db8:0:0:0:0:0:0', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 'Documentation'],
  ['2002:0:0:0:0:0:0:0', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Tunnelled (6to4)'],
  ['3fff:0:0:0:0:0:0:0', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff', 'Documentation'],
  ['fc00:0:0:0:0:0:0:0', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Unique local'],
  ['fe80:0:0:0:0:0:0:0', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Link-local'],
  ['ff00:0:0:0:0:0:0:0', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'Multicast'],
];

const known = stretches.map(([first, last, scope]) => ({
  isSix: first.includes(':'),
  first: numberOf(first),
  last: numberOf(last),
  scope,
}));

function numberOf(ip: string): bigint {
  if (ip.includes('.')) return ip.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  return ip.split(':').reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function textOf(number: bigint, isSix: boolean): string {
  const [count, bits] = isSix ? [8, 16n] : [4, 8n];
  const groups = Array.from({ length: count }, (_, i) => (number >> (bits * BigInt(count - 1 - i))) & ((1n << bits) - 1n));
  return isSix ? groups.map((group) => group.toString(16)).join(':') : groups.join('.');
}

function naiveScope(number: bigint, isSix: boolean): IpScope | undefined {
  const around = known.filter((each) => each.isSix === isSix && each.first <= number && number <= each.last);
  return around.sort((a, b) => Number(a.last - a.first - (b.last - b.first)))[0]?.scope;
}

test('tells the scope of every address by the shortest stretch around it', () => {
  const address = fc.constantFrom(...known).chain(({ isSix, first, last }) => {
    const end = isSix ? 2n ** 128n : 2n ** 32n;
    const edges = [first - 1n, first, first + 1n, last - 1n, last, last + 1n].filter((edge) => edge >= 0n && edge < end);
    return fc.record({
      isSix: fc.constant(isSix),
      number: fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: first, max: last })),
    });
  });
  fc.assert(
    fc.property(address, ({ isSix, number }) => {
      expect(ipScope(textOf(number, isSix))).toBe(naiveScope(number, isSix));
    }),
    { numRuns: 2000 },
  );
});

test('reads addresses in any spelling', () => {
  expect(
    ['10.0.0.1:443', '[fe80::1]:80', '::ffff:10.0.0.1', 'HOST (127.0.0.1)', '::1', '2a00:1450::1', '8.8.8.8'].map(ipScope),
  ).toEqual(['Private', 'Link-local', 'Private', 'Loopback', 'Loopback', 'Public', 'Public']);
  expect(['', 'host', '10.0.0.0/8'].map(ipScope)).toEqual([undefined, undefined, undefined]);
});
