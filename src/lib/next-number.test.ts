import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excludedAbove, excludedBelow, justAbove, justBelow } from './next-number';

test('nothing lies between a number and the next', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const next = justAbove(value);
      expect(next).toBeGreaterThan(value);
      const middle = value / 2 + next / 2;
      expect(middle <= value || middle >= next).toBe(true);
      expect(justBelow(next)).toBe(next === Number.POSITIVE_INFINITY ? next : value + 0);
    }),
  );
});

test('tells a bound that leaves a round number out', () => {
  expect(excludedBelow(justAbove(1000))).toBe(1000);
  expect(excludedBelow(justAbove(0))).toBe(0);
  expect(excludedBelow(1000)).toBeUndefined();
  expect(excludedAbove(justBelow(-1.5))).toBe(-1.5);
  expect(excludedAbove(-1.5)).toBeUndefined();
});
