import { expect, test } from 'vitest';
import { formatDuration, formatTime, relativeTime, zoneName } from './time';

test('shows a time in UTC to the second', () => {
  expect(formatTime(Date.UTC(2026, 10, 14, 9, 31, 7, 999), 'utc')).toBe('2026-11-14 09:31:07');
});

test('shows local time as the browser’s clock does', () => {
  const noon = new Date(2026, 6, 1, 12, 0, 0);
  expect(formatTime(noon.getTime(), 'local')).toBe('2026-07-01 12:00:00');
});

test('shows nothing for a time that is none', () => {
  expect(formatTime(Number.NaN, 'utc')).toBe('');
});

test('names the local zone with its offset', () => {
  expect(zoneName('utc')).toBe('UTC');
  expect(zoneName('local')).toMatch(/, UTC[+-]\d\d:\d\d$/);
});

test.each([
  [-30_000, '30 seconds ago'],
  [-5 * 60_000, '5 minutes ago'],
  [3 * 3_600_000, 'in 3 hours'],
  [-26 * 3_600_000, 'yesterday'],
])('says %i ms from now as "%s"', (distance, words) => {
  expect(relativeTime(1e12 + distance, 1e12)).toBe(words);
});

test.each([
  [7_400, '0:07'],
  [751_000, '12:31'],
  [3_729_000, '1:02:09'],
  [-5, '0:00'],
])('counts %i ms as %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});
