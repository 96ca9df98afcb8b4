import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import type { RecordSet } from '~/engine/record-set';
import { heldWith } from '~/records/held-set.fixture';
import { groupingOf, largestFirst } from './group-columns';
import { onlyGroup, withoutGroup } from './group-filters';

const records = fc.array(
  fc.record({
    userPrincipalName: fc.constantFrom('ann', 'ANN', 'Ärzte', 'äRZTE', 'bo', ''),
    operation: fc.constantFrom('Send', 'send', 'Remove group.', 'Delete group.'),
    clientIp: fc.constantFrom('203.0.113.7', '2001:DB8::1', '2001:db8:0::1', ''),
    auditData: fc.record({ Size: fc.constantFrom(1, '1', 10, null, true) }),
  }),
  { maxLength: 30 },
);
const field = fc.constantFrom<FieldRef[]>('user', 'operation', 'ip', 'path:Size');
const fields = fc.uniqueArray(field, { minLength: 1, maxLength: 2 });

async function rowCount(set: RecordSet, filters: Filter[]): Promise<number> {
  const view = set.open({ ...wholeSet, filters });
  const { rowCount } = await allFound(view);
  view.close();
  return rowCount;
}

test('leads from a group to its records, and to all others', async () => {
  await fc.assert(
    fc.asyncProperty(records, fields, async (rows, by) => {
      const createdDateTime = '2026-11-14T09:00:00Z';
      const { set } = await heldWith(rows.map((row, index) => ({ id: `id-${index}`, createdDateTime, ...row })));
      const view = set.open(wholeSet);
      const grouping = groupingOf({ by, distinct: 'id' }, largestFirst);
      if (!grouping) throw new Error('nothing to group by');
      const { groups } = await view.group(grouping, 0, 1000);
      for (const { key, count } of groups) {
        expect(await rowCount(set, onlyGroup([], by, key))).toBe(count);
        expect(await rowCount(set, withoutGroup([], by, key))).toBe(rows.length - count);
      }
    }),
    { numRuns: 100 },
  );
});
