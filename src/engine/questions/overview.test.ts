import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '~/domain/view/filter';
import { anyField, filters, query, rawRecords } from '~/engine/arbitrary-records.fixture';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { naiveFacet, naiveTimeline } from '~/engine/naive-overview.fixture';
import { naiveView } from '~/engine/naive-records.fixture';
import { agree, facetOf, pageOf, plainRecord, recordSets, wholeView } from '~/engine/record-sets.fixture';

const runs = { numRuns: 100 };

const facet = fc.record(
  {
    field: anyField,
    limit: fc.constantFrom(0, 1, 2, 3, 200),
    containing: fc.oneof(query, fc.constant('')),
    always: fc.array(fc.constantFrom('', 'alice@contoso.com', 'ExchangeAdmin', '10.0.0.1', 'nowhere'), { maxLength: 2 }),
  },
  { requiredKeys: ['field'] },
);
const timeline = fc.record(
  {
    zone: fc.constantFrom('utc', 'local'),
    atMost: fc.integer({ min: 1, max: 20 }),
    by: fc.record({ field: anyField, values: fc.integer({ min: 0, max: 3 }) }),
  },
  { requiredKeys: ['zone', 'atMost'] },
);

test.each(recordSets)('%s: facets and timeline count as the naive version does', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(
      rawRecords,
      fc.record({ filters, text: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, query) }),
      fc.array(facet, { maxLength: 4 }),
      fc.option(timeline, { nil: undefined }),
      (raws, wanted, facets, timeline) =>
        agree(make, raws, async (set, records) => {
          const asked = { ...wholeView, ...wanted };
          const view = set.open(asked);
          await allFound(view);
          const overview = await view.overview({ facets, ...(timeline && { timeline }) });
          expect(overview.facets).toEqual(facets.map((facet) => naiveFacet(records, asked, facet)));
          const expected = timeline && naiveTimeline(records, naiveView(records, asked), asked.filters, timeline);
          expect(overview.timeline).toEqual(expected);
        }),
    ),
    runs,
  );
});

test.each(recordSets)('%s: a facet is counted as if its own field were not filtered', async (_, make) => {
  const set = make();
  const users = ['ann', 'bob', 'bob', 'eve'];
  await set.page(pageOf(users.map((user, at) => plainRecord(`r${at}`, `,"userPrincipalName":"${user}","service":"${at % 2}"`))));
  const filters: Filter[] = [
    { field: 'user', op: 'is', values: ['ann'] },
    { field: 'workload', op: 'is', values: ['0'] },
  ];
  const { facets } = await set
    .open({ ...wholeView, filters })
    .overview({ facets: [{ field: 'user', limit: 1, always: ['eve'] }, { field: 'workload' }] });
  expect(facets[0]).toEqual({
    values: [
      { value: 'ann', count: 1 },
      { value: 'eve', count: 0 },
    ],
    distinct: 2,
    range: { lowest: 'ann', highest: 'bob' },
    records: 2,
    outOf: 2,
  });
  expect(facets[1]?.values).toEqual([{ value: '0', count: 1 }]);
});

test('a block of addresses is counted beside the addresses in it', async () => {
  const set = new ColumnRecordSet();
  await set.page(pageOf(['10.0.0.1', '10.0.0.2'].map((ip, at) => plainRecord(`r${at}`, `,"clientIp":"${ip}"`))));
  const { facets } = await set.open(wholeView).overview({ facets: [{ field: 'ip', limit: 1, always: ['10.0.0.0/8'] }] });
  expect(facets[0]?.values).toEqual([
    { value: '10.0.0.1', count: 1 },
    { value: '10.0.0.0/8', count: 2 },
  ]);
});

test.each(recordSets)('%s: a timeline reaches as far as the set, or as its filters', async (_, make) => {
  const set = make();
  await set.page(pageOf(['2024-01-01T00:00:00Z', '2024-01-01T09:30:00Z'].map((time, at) => recordAt(`r${at}`, time))));
  const slices = async (filters: Filter[]) => {
    const { timeline } = await set
      .open({ ...wholeView, filters })
      .overview({ facets: [], timeline: { zone: 'utc', atMost: 10 } });
    return timeline && { from: new Date(timeline.edges[0] ?? 0).toISOString(), stacks: timeline.stacks };
  };
  expect(await slices([{ field: 'id', op: 'is', values: ['r1'] }])).toEqual({
    from: '2024-01-01T00:00:00.000Z',
    stacks: [{ value: undefined, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }],
  });
  expect(await slices([{ field: 'time', op: 'between', from: '2024-01-01T09:00:00Z' }])).toMatchObject({
    from: '2024-01-01T09:00:00.000Z',
  });
  expect(await slices([{ field: 'time', op: 'between', from: '2025-01-01T09:00:00Z' }])).toBeUndefined();
});

function recordAt(id: string, time: string): string {
  return plainRecord(id).replace(/"createdDateTime":"[^"]*"/, `"createdDateTime":"${time}"`);
}

test.each(recordSets)('%s: counts spellings that differ in case together, under the most frequent', async (_, make) => {
  const set = make();
  await set.page(pageOf(['Bob', 'bob', 'bob', 'Eve'].map((user, i) => plainRecord(`r${i}`, `,"userPrincipalName":"${user}"`))));
  const view = set.open(wholeView);
  expect(await facetOf(view, 'user')).toEqual([
    { value: 'bob', count: 3 },
    { value: 'Eve', count: 1 },
  ]);
  expect(await facetOf(view, 'user', 1)).toHaveLength(1);
});
