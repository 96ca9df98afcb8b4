import { expect, test } from 'vitest';
import { gapWords } from './gap-words';
import { dayMs, hourMs, minuteMs } from './time';

test.each([
  [0, 'At the same time'],
  [999, 'At the same time'],
  [1000, '1 s later'],
  [59_999, '59 s later'],
  [12 * minuteMs + 59_000, '12 min later'],
  [hourMs, '1 h later'],
  [2 * hourMs + 5 * minuteMs, '2 h 5 min later'],
  [dayMs, '1 day later'],
  [3 * dayMs + 4 * hourMs + 59 * minuteMs, '3 days 4 h later'],
])('%i ms are said as %s', (ms, words) => {
  expect(gapWords(ms)).toBe(words);
});
