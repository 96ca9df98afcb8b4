import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '~/lib/time';
import { axisLabels, sliceWords, spanWords } from './slice-words';

const morning = Date.UTC(2026, 10, 14, 9);

test.each([
  [0, hourMs, '2026-11-14 09:00 to 10:00'],
  [0, 30_000, '2026-11-14 09:00:00 to 09:00:30'],
  [0, dayMs, '2026-11-14 09:00 to 2026-11-15 09:00'],
])('says a span as shortly as it can be said: %i to %i', (from, to, words) => {
  expect(spanWords(morning + from, morning + to, 'utc')).toBe(words);
});

test('says when, how many in all, and how many of which', () => {
  const edges = [0, 1, 2, 3].map((hours) => morning + hours * hourMs);
  const stacks = [
    { label: 'Read', counts: [1000, 200, 3] },
    { label: 'Other', counts: [1, 0, 0] },
  ];
  expect(sliceWords(edges, stacks, { first: 0, last: 0 }, 'utc')).toBe(
    '2026-11-14 09:00 to 10:00, 1,001 in total, Read 1,000, Other 1',
  );
  expect(sliceWords(edges, stacks.slice(0, 1), { first: 0, last: 2 }, 'utc')).toBe(
    '3 slices, 2026-11-14 09:00 to 12:00, 1,203 in total',
  );
});

test.each([
  ['seconds', 40_000, 8, ['2026-11-14 09:00:00', '09:00:05', '09:00:10']],
  ['minutes', 50 * minuteMs, 10, ['2026-11-14 09:00', '09:05', '09:10']],
  ['a night', 36 * hourMs, 4, ['2026-11-14 12:00', '2026-11-15', '12:00']],
  ['days', 5 * dayMs, 6, ['2026-11-15', '2026-11-16', '2026-11-17']],
  ['a month on a narrow screen', 16 * dayMs, 2, ['2026-11-16', '2026-11-30']],
  ['weeks', 40 * dayMs, 7, ['2026-11-16', '2026-11-23', '2026-11-30']],
  ['months', 200 * dayMs, 8, ['2026-12', '2027-01', '2027-02']],
  ['years', 3000 * dayMs, 10, ['2027', '2028', '2029']],
])('labels round times with what tells them apart: %s', (_, length, atMost, first) => {
  const labels = axisLabels([morning, morning + length], 'utc', atMost);
  expect(labels.length).toBeLessThanOrEqual(atMost);
  expect(labels.slice(0, 3).map(({ text }) => text)).toEqual(first);
});
