import { expect, test } from 'vitest';
import { rangeEnding, rangeOf, ranges } from './date-range';
import { hourMs } from './time';

const now = Date.parse('2026-11-21T09:31:42.500Z');

test.each(ranges)('knows the last %s again, at once and a little later', (range) => {
  const { start, end } = rangeEnding(range, now);
  expect(rangeOf(start, end, now)).toBe(range);
  expect(rangeOf(start, end, now + hourMs / 2)).toBe(range);
});

test('does not take dates of another time for a range that ends now', () => {
  const { start, end } = rangeEnding('7d', now);
  expect(rangeOf(start, end, now + 24 * hourMs)).toBeUndefined();
  expect(rangeOf(start, end, now - hourMs)).toBeUndefined();
  expect(rangeOf(start, '2026-11-21T09:33:00.000Z', now)).toBeUndefined();
  expect(rangeOf('', '', now)).toBeUndefined();
});
