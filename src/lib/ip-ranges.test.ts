import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipRangeMatcher } from './ip';
import { IpRanges } from './ip-ranges';

const octet = fc.constantFrom(0, 1, 9, 127, 128, 255);
const v4 = fc.tuple(octet, octet, octet).map(([a, b, c]) => `10.${a}.${b}.${c}`);
const v6 = fc.tuple(octet, octet).map(([a, b]) => `2001:db8::${a.toString(16)}:${b.toString(16)}`);
const address = fc.oneof(v4, v6, fc.constantFrom('::ffff:10.0.0.1', 'nowhere', '', '10.0.0.1:443'));
const range = fc.oneof(
  fc.tuple(address, fc.integer({ min: 0, max: 129 })).map(([base, bits]) => `${base}/${bits}`),
  fc.tuple(address, address).map(([first, last]) => `${first}-${last}`),
  address,
);

test('an address is held by the same ranges as when each is asked', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.array(address), (ranges, addresses) => {
      const all = new IpRanges(ranges);
      for (const ip of addresses) {
        const expected = [...ranges.keys()].filter((at) => ipRangeMatcher(ranges[at] ?? '')?.(ip));
        expect([...all.holding(ip)].sort((a, b) => a - b)).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
});
