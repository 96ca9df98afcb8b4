import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { writeDays } from '~/lib/time-span';
import { keptSince } from './age-limit';
import type { Change } from './change';

const priya = 'priya.raman@contoso.com';
const now = 400 * dayMs;
const limit = (days: number, at: number): Change => ({
  id: `${days} ${at}`,
  at,
  historyEnd: now,
  by: 'ada.admin@contoso.com',
  cmdlet: 'Set-Mailbox',
  target: priya,
  parameters: { AuditLogAgeLimit: writeDays(days) },
});
const kept = (changes: readonly Change[], at = now, end = now) =>
  keptSince({ seed: '', records: 0, now: end, changes }, priya, at) / dayMs;

test('entries are kept as long as the limit says', () => {
  expect(kept([])).toBe(310);
  expect(kept([limit(10, 390 * dayMs)])).toBe(390);
  expect(kept([limit(0, 390 * dayMs)])).toBe(400);
});

test('raising the limit brings nothing back, and new entries grow older than before', () => {
  const changes = [limit(10, 300 * dayMs), limit(180, 350 * dayMs)];
  expect([kept(changes, 349 * dayMs), kept(changes, 350 * dayMs), kept(changes)]).toEqual([339, 340, 340]);
  expect(kept(changes, 600 * dayMs, 600 * dayMs)).toBe(420);
});

test('changes that are yet to come and those of other mailboxes do not count', () => {
  expect(kept([limit(1, 399 * dayMs)], 398 * dayMs)).toBe(308);
  expect(keptSince({ seed: '', records: 0, now, changes: [limit(1, 0)] }, 'info@contoso.com', now)).toBe(310 * dayMs);
});

test('the history of a tenant that ended long ago does not grow older', () => {
  expect(kept([], now + 1_000 * dayMs)).toBe(310);
  expect(kept([limit(30, now + 900 * dayMs)], now + 1_000 * dayMs)).toBe(370);
});

test('an entry is there when at no moment since then it was older than the limit of that moment', () => {
  const days = fc.integer({ min: 0, max: 120 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 200, max: 400 }), days), { maxLength: 5 }),
      fc.integer({ min: 200, max: 400 }),
      (steps, written) => {
        const sorted = steps.toSorted(([a], [b]) => a - b);
        const limitOn = (day: number) => sorted.findLast(([at]) => at <= day)?.[1] ?? 90;
        // Changes are made at the start of a day, so it is oldest at its end.
        const isThere =
          Array.from({ length: 400 - written }, (_, n) => written + n).every((day) => day + 1 - written <= limitOn(day)) &&
          400 - written <= limitOn(400);
        const changes = sorted.map(([at, limitDays]) => limit(limitDays, at * dayMs));
        expect(written >= kept(changes)).toBe(isThere);
      },
    ),
    { numRuns: 200 },
  );
});
