import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CorrelatedEvent, Correlation } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import { anyField, filters, rawRecords } from '~/engine/arbitrary-records.fixture';
import { naiveCorrelations } from '~/engine/naive-correlate.fixture';
import { naiveRecord, passes } from '~/engine/naive-records.fixture';
import { stretchFilters } from './stretch-filters';

const filter = filters.map((of): Filter => ({ op: 'all', of }));
const events = fc.nat(2).chain((fields) => {
  const by = fc.array(anyField, { minLength: fields, maxLength: fields });
  const several = { minLength: 1, maxLength: 3 } as const;
  const same = by.chain((by) => fc.array(fc.record({ filter, by: fc.constant(by) }), several));
  return fc.oneof<fc.Arbitrary<CorrelatedEvent[]>[]>(same, fc.array(fc.record({ filter, by }), several));
});
const correlation: fc.Arbitrary<Correlation> = fc.record({
  events,
  withinMs: fc.constantFrom(0, 86_400_000, 7 * 86_400_000),
  has: fc.constant({ kind: 'count', atLeast: 1 }),
});

test('the records of a stretch are shown, and no others', () => {
  let stretches = 0;
  fc.assert(
    fc.property(rawRecords, correlation, (raws, asked) => {
      const records = raws.map((raw) => naiveRecord(raw));
      for (const stretch of naiveCorrelations(records, asked)) {
        stretches++;
        const wanted = stretchFilters(asked, stretch);
        const shown = records.filter((record) => wanted.every((each) => passes(record, each)));
        expect(shown).toHaveLength(stretch.count);
        expect([Math.min(...shown.map(({ time }) => time)), Math.max(...shown.map(({ time }) => time))]).toEqual([
          stretch.from,
          stretch.to,
        ]);
      }
    }),
    { numRuns: 100 },
  );
  expect(stretches).toBeGreaterThan(50);
});
