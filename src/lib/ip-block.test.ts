import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalIp, matchesCidr } from './ip';
import { blockOf } from './ip-block';

test('names the block of an address in any spelling', () => {
  const pairs = [
    ['203.0.113.77', '203.0.113.0/24'],
    ['[203.0.113.77]:443', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['HOST (203.0.113.77)', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['::1', '::/64'],
    ['255.255.255.255', '255.255.255.0/24'],
  ];
  expect(pairs.map(([ip]) => blockOf(ip ?? ''))).toEqual(pairs.map(([, block]) => block));
  expect(['', 'host', '300.1.1.1', '203.0.113.0/24'].map(blockOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test('two IPv4 addresses share a block when all but the last number is the same', () => {
  const near = fc.tuple(fc.constantFrom('10.0.0', '10.0.1', '11.0.0'), fc.nat(255)).map((parts) => parts.join('.'));
  fc.assert(
    fc.property(near, near, (a, b) => {
      const naive = (ip: string) => ip.slice(0, ip.lastIndexOf('.'));
      expect(blockOf(a) === blockOf(b)).toBe(naive(a) === naive(b));
    }),
  );
});

test('two IPv6 addresses share a block when their first four groups are the same', () => {
  const group = fc.oneof(fc.constantFrom(0, 1), fc.nat(0xffff));
  const groups = fc.array(group, { minLength: 4, maxLength: 4 });
  const write = (...halves: number[][]) =>
    halves
      .flat()
      .map((each) => each.toString(16))
      .join(':');
  fc.assert(
    fc.property(groups, groups, groups, fc.boolean(), (front, back, other, isNear) => {
      // What begins with zeros alone may be an IPv4 address.
      fc.pre(front.some(Boolean) && other.some(Boolean));
      const a = write(front, back);
      const b = write(isNear ? front : other, other);
      expect(blockOf(a)).toBe(`${canonicalIp(write(front, [0, 0, 0, 0]))}/64`);
      expect(blockOf(a) === blockOf(b)).toBe(isNear || String(front) === String(other));
    }),
  );
});

test('an address lies in its block, and a block is its own', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => {
      const block = blockOf(ip) ?? '';
      expect(matchesCidr(ip, block)).toBe(true);
      expect(blockOf(block.split('/')[0] ?? '')).toBe(block);
    }),
  );
});
