import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherSide } from '~/domain/view/comparison';
import type { Filter } from '~/domain/view/filter';
import { wholeSet } from '~/domain/view/result-view';
import { pageOf, plainRecord, recordSets } from '~/engine/record-sets.fixture';
import { compareViews } from './comparison-query';

interface Made {
  readonly isHere: boolean;
  readonly user: string;
}

const made = fc.array(fc.record({ isHere: fc.boolean(), user: fc.constantFrom('ann', 'ANN', 'bob', 'eve', 'zed') }), {
  maxLength: 80,
});

const filters: Filter[] = [{ field: 'workload', op: 'is', values: ['Exchange'] }];

function countsOf(records: readonly Made[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { user } of records) counts.set(user.toLowerCase(), (counts.get(user.toLowerCase()) ?? 0) + 1);
  return counts;
}

/** Of observed beside expected numbers, cell by cell. */
function naiveWeight(a: number, all: number, b: number, others: number): number {
  const cells = [
    [a, all, a + b],
    [all - a, all, all + others - a - b],
    [b, others, a + b],
    [others - b, others, all + others - a - b],
  ] as const;
  const sum = all + others;
  return 2 * cells.reduce((weight, [seen, row, column]) => weight + (seen && seen * Math.log((seen * sum) / (row * column))), 0);
}

test.each(recordSets)('%s: what differs between two views is what differs between their records', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(made, async (records) => {
      const set = make();
      const raws = records.map(({ isHere, user }, at) =>
        plainRecord(`r${at}`, `,"userPrincipalName":"${user}","service":"${isHere ? 'Exchange' : 'SharePoint'}"`),
      );
      await set.page(pageOf(raws));
      const [here, there] = [true, false].map((side) => records.filter(({ isHere }) => isHere === side));
      if (!here || !there) return;
      const views = [filters, otherSide('', filters, 'rest') ?? []].map((filters) => set.open({ ...wholeSet, filters }));
      const [one, other] = views;
      if (!one || !other) return;
      const comparison = await compareViews(one, other, ['user']);
      set.dispose();
      expect([comparison.here, comparison.there]).toEqual([here.length, there.length]);
      const [a, b] = [countsOf(here), countsOf(there)];
      const expected = [...new Set([...a.keys(), ...b.keys()])]
        .map((user) => ({ user, here: a.get(user) ?? 0, there: b.get(user) ?? 0 }))
        .filter((each) => naiveWeight(each.here, here.length, each.there, there.length) >= 10.83);
      const found = comparison.differences.map(({ value, here, there }) => ({ user: value.toLowerCase(), here, there }));
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    }),
    { numRuns: 100 },
  );
});
