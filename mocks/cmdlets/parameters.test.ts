import { expect, test } from 'vitest';
import { timeOf } from './parameters';

test.each([
  ['2026-06-30', '2026-06-30T00:00:00.000Z'],
  ['06-30-2026', '2026-06-30T00:00:00.000Z'],
  ['6/30/2026 2:05 PM', '2026-06-30T14:05:00.000Z'],
  ['2026-06-30T10:00:00', '2026-06-30T10:00:00.000Z'],
  ['2026-06-30T10:00:00.250Z', '2026-06-30T10:00:00.250Z'],
  ['2026-06-30T10:00:00+02:00', '2026-06-30T08:00:00.000Z'],
  ['06/30/2026 10:00 -0700', '2026-06-30T17:00:00.000Z'],
  ['30 Jun 2026 10:00 GMT', '2026-06-30T10:00:00.000Z'],
] as const)('a date is UTC unless it says otherwise: %s', (written, time) => {
  expect(new Date(timeOf(written)).toISOString()).toBe(time);
});
