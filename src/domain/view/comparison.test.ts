import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedFields, differencesIn, otherSide } from './comparison';
import type { Filter } from './filter';
import type { FieldCounts } from './overview';

function countsOf(counts: Readonly<Record<string, number>>, outOf: number): FieldCounts {
  const values = Object.entries(counts).map(([value, count]) => ({ value, count }));
  return { values, distinct: values.length, range: undefined, records: outOf, outOf };
}

test('what is frequent here and rare there comes first, and what is alike is left out', () => {
  const here = countsOf({ 'New-InboxRule': 20, MailItemsAccessed: 60, FileAccessed: 20 }, 100);
  const there = countsOf({ 'New-InboxRule': 2, MailItemsAccessed: 6000, FileAccessed: 4000 }, 10_000);
  expect(differencesIn('operation', here, there)).toMatchObject([
    { value: 'New-InboxRule', here: 20, there: 2, shareHere: 0.2, shareThere: 0.0002 },
    { value: 'FileAccessed', shareHere: 0.2, shareThere: 0.4 },
  ]);
});

test('values that differ only in case are one, spelled as where they are more frequent', () => {
  const here = countsOf({ 'ANN@contoso.com': 1 }, 100);
  const there = countsOf({ 'ann@contoso.com': 80 }, 100);
  expect(differencesIn('user', here, there)).toMatchObject([{ value: 'ann@contoso.com', here: 1, there: 80 }]);
});

const side = fc.record({ outOf: fc.integer({ min: 0, max: 5000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });

test('a difference weighs the same from either side, and is none where the shares are the same', () => {
  fc.assert(
    fc.property(side, side, (one, other) => {
      const countsIn = ({ outOf, share }: typeof one) => countsOf({ x: Math.round(outOf * share) }, outOf);
      const [weight, back] = [
        differencesIn('user', countsIn(one), countsIn(other))[0]?.weight ?? 0,
        differencesIn('user', countsIn(other), countsIn(one))[0]?.weight ?? 0,
      ];
      expect(weight).toBeCloseTo(back, 6);
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(differencesIn('user', countsIn(one), countsIn(one))).toEqual([]);
    }),
  );
});

const between = (from: string, to: string): Filter => ({ field: 'time', op: 'between', from, to });
const user: Filter = { field: 'user', op: 'is', values: ['ann'] };

test('the other side is all that is left out, the same time before, or another time', () => {
  expect(otherSide('', [], 'rest')).toBeUndefined();
  expect(otherSide('wire', [user], 'rest')).toEqual([
    { op: 'not', filter: { op: 'all', of: [user, { op: 'text', text: 'wire' }] } },
  ]);
  expect(otherSide('', [user], 'before')).toBeUndefined();
  expect(otherSide('', [user, between('2026-11-14T10:00:00.000Z', '2026-11-14T12:00:00.000Z')], 'before')).toEqual([
    user,
    between('2026-11-14T08:00:00.000Z', '2026-11-14T10:00:00.000Z'),
  ]);
  const day = { from: Date.parse('2026-11-01T00:00Z'), to: Date.parse('2026-11-02T00:00Z') };
  expect(otherSide('', [user], day)).toEqual([user, between('2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z')]);
});

test('a field that is filtered is not compared', () => {
  expect(comparedFields(['user', 'ip'], [user])).toEqual(['ip']);
});
