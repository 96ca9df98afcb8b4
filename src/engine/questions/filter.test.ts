// Every kind of filter, of every record set.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import { filterOf, rawRecords } from '~/engine/arbitrary-records.fixture';
import { naiveRecord, naiveView } from '~/engine/naive-records.fixture';
import { agree, keysOf, pageOf, plainRecord, recordSets, wholeView } from '~/engine/record-sets.fixture';

test.each(recordSets)('%s: every kind of filter keeps what the naive version keeps', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(rawRecords, fc.record(filterOf), (raws, kinds) =>
      agree(make, raws, async (set, records) => {
        for (const filter of Object.values(kinds)) {
          const view = { ...wholeView, filters: [filter] };
          expect([filter, await keysOf(set, view)]).toEqual([filter, naiveView(records, view).map(({ id }) => id)]);
        }
      }),
    ),
    { numRuns: 100 },
  );
});

test.each(recordSets)('%s: answers each kind of filter', async (_, make) => {
  const set = make();
  const at = (id: string, hour: string, user: string, clientIp: string, Size: unknown) =>
    JSON.stringify({
      id,
      createdDateTime: `2024-01-02T${hour}:00:00Z`,
      operation: 'MessageAccess',
      userPrincipalName: user,
      clientIp,
      auditData: { Size },
    });
  await set.page(
    pageOf([
      at('a', '03', 'Ada@contoso.com', '10.0.0.4:443', 7),
      at('b', '09', 'bob@contoso.com', '10.0.0.5', '12.5'),
      at('c', '12', '', '[2001:db8::7]:1', 'many'),
      plainRecord('d'),
    ]),
  );
  const kept = (filter: Filter) => keysOf(set, { ...wholeView, filters: [filter] });
  expect(await kept(keepOnly('user', 'ADA@contoso.com', ''))).toEqual(['a', 'c', 'd']);
  expect(await kept(leaveOut('user', 'ada@contoso.com', ''))).toEqual(['b']);
  expect(await kept({ field: 'user', op: 'contains', text: 'CONTOSO' })).toEqual(['a', 'b']);
  // As displayed and as stored.
  expect(await kept({ field: 'operation', op: 'contains', text: 'opened' })).toEqual(['a', 'b', 'c']);
  expect(await kept({ field: 'operation', op: 'contains', text: 'messageacc' })).toEqual(['a', 'b', 'c']);
  expect(await kept({ field: 'time', op: 'contains', text: '2024-01-02 09' })).toEqual(['b']);
  expect(await kept({ field: 'user', op: 'exists' })).toEqual(['a', 'b']);
  expect(await kept({ field: 'path:Size', op: 'missing' })).toEqual(['d']);
  expect(await kept({ field: 'ip', op: 'inRange', range: '10.0.0.5-10.0.0.9' })).toEqual(['b']);
  expect(await kept({ field: 'ip', op: 'inRange', range: '2001:db8::/32' })).toEqual(['c']);
  expect(await kept({ field: 'ip', op: 'inRange', range: 'somewhere' })).toEqual([]);
  // As text, 12.5 would come before 7.
  expect(await kept({ field: 'path:Size', op: 'number', atLeast: 7 })).toEqual(['a', 'b']);
  expect(await kept({ field: 'path:Size', op: 'number', atLeast: 7.5, atMost: 12.5 })).toEqual(['b']);
  expect(await kept({ field: 'path:Size', op: 'number' })).toEqual(['a', 'b']);
  expect(await kept({ field: 'time', op: 'between', from: '2024-01-02T09:00:00Z', to: '2024-01-02T12:00:00Z' })).toEqual(['b']);
  expect(await kept({ field: 'time', op: 'between', to: '2024-01-02T09:00:00+02:00' })).toEqual(['a', 'd']);
  expect(await kept({ field: 'time', op: 'outsideHours', from: '08:00', to: '12:00', zone: 'UTC' })).toEqual(['a', 'c', 'd']);
});

// Few records pass what is asked of the column, so that paths are read of some records and not of others.
const operations = Array.from({ length: 12 }, (_, i) => `Operation${i}`);
const crowded = fc.array(
  fc.record({
    operation: fc.constantFrom(...operations),
    auditData: fc.record({ Subject: fc.constantFrom('x', 'X', 'y', undefined), Other: fc.constantFrom('x', 'z', null) }),
  }),
  { minLength: 20, maxLength: 60 },
);
const byOperation = fc.subarray(operations, { minLength: 1, maxLength: 3 }).map((names) => keepOnly('operation', ...names));
const byPath = fc.oneof(
  fc.constantFrom<Filter[]>(
    keepOnly('path:Subject', 'x'),
    leaveOut('path:Subject', 'x', ''),
    { field: 'path:Other', op: 'exists' },
    { field: 'path:Other', op: 'missing' },
    { field: 'path:Subject|Other', op: 'matches', pattern: '[yz]', flags: '' },
    { field: 'path:Subject', op: 'sameAs', other: 'path:Other' },
  ),
);
const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    byOperation,
    byPath,
    fc.record({ op: fc.constantFrom('any', 'all'), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constant('not'), filter: tie('tree') }),
  ),
}));

test.each(recordSets)('%s: paths that are read of some records keep what the naive version keeps', async (_, make) => {
  const lists = fc.array(fc.array(tree, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(crowded, fc.nat(60), lists, async (all, early, asked) => {
      const set = make();
      const raws = all.map((record, i) => JSON.stringify({ id: `r${i}`, createdDateTime: '2024-01-02T03:04:05Z', ...record }));
      await set.page(pageOf(raws.slice(0, early)));
      for (const [i, filters] of asked.entries()) {
        const view = { ...wholeView, filters };
        // The others come while the first question is being answered, some of them in time.
        const [kept] = await Promise.all([keysOf(set, view), i === 0 && set.page(pageOf(raws.slice(early)))]);
        const naive = naiveView(raws.map(naiveRecord), view).map(({ id }) => id);
        expect([filters, kept]).toEqual([filters, i === 0 ? naive.slice(0, kept.length) : naive]);
      }
      set.dispose();
    }),
    { numRuns: 100 },
  );
});
