import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from './time';
import { readTimeSpan, writeDays } from './time-span';

test('reads spans with and without days', () => {
  expect(readTimeSpan('90.00:00:00')).toBe(90 * dayMs);
  expect(readTimeSpan('00:00:00')).toBe(0);
  expect(readTimeSpan('1.02:03:04')).toBe(dayMs + 2 * hourMs + 3 * minuteMs + 4000);
  expect(readTimeSpan(writeDays(365))).toBe(365 * dayMs);
});

test('what is not a span has no length', () => {
  for (const text of ['', '90', '90 days', '1:2:3', '-1.00:00:00', 'Unlimited']) expect(readTimeSpan(text)).toBeUndefined();
});
