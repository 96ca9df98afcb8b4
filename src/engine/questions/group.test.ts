import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { Group, Grouping } from '~/domain/view/grouping';
import { type ResultView, wholeSet } from '~/domain/view/result-view';
import { anyField, filters, rawRecords } from '~/engine/arbitrary-records.fixture';
import { FoldedCodes } from '~/engine/columns/folded-codes';
import { allFound } from '~/engine/door/all-found';
import { naiveGroups } from '~/engine/naive-groups.fixture';
import { naiveRecord, naiveView } from '~/engine/naive-records.fixture';
import { withSeen } from '~/engine/naive-seen.fixture';
import type { RecordView } from '~/engine/record-set';
import { filledColumns as filled, pageOf } from '~/engine/record-sets.fixture';

async function allGroups(view: RecordView, grouping: Grouping, atOnce: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (;;) {
    const { groupCount, groups: next } = await view.group(grouping, groups.length, atOnce);
    groups.push(...next);
    if (next.length === 0) {
      expect(groups).toHaveLength(groupCount);
      return groups;
    }
  }
}

const once = fc.record({
  of: fc.oneof(fc.tuple(anyField), fc.tuple(anyField, anyField), fc.tuple(anyField, anyField, anyField)),
  withinMs: fc.constantFrom(0, 86_400_000, 86_400_000 * 7),
});
const measure = fc.record({
  field: anyField,
  where: fc.option(filters, { nil: undefined }),
  once: fc.option(once, { nil: undefined }),
});
// Of what is not there, too.
const sort = fc.oneof(
  fc.record({ by: fc.constantFrom('count' as const, 'first' as const, 'last' as const), descending: fc.boolean() }),
  fc.record({ by: fc.constant('key' as const), of: fc.constantFrom(0 as const, 1 as const), descending: fc.boolean() }),
  fc.record({ by: fc.constant('distinct' as const), of: fc.constantFrom('a', 'b', '__proto__'), descending: fc.boolean() }),
);
const grouping = fc.record({
  by: fc.oneof(fc.tuple(anyField), fc.tuple(anyField, anyField)),
  measures: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), measure, { maxKeys: 3 }),
  where: fc.option(filters, { nil: undefined }),
  having: fc.option(filters, { nil: undefined }),
  sort: fc.option(sort, { nil: undefined }),
});

/** Undefined properties left out. */
function compact({ by, measures, where, having, sort }: typeof grouping extends fc.Arbitrary<infer T> ? T : never): Grouping {
  const written = Object.entries(measures).map(([name, { field, where, once }]) => [
    name,
    { field, ...(where && { where }), ...(once && { once }) },
  ]);
  return {
    by,
    measures: Object.fromEntries(written),
    ...(where && { where }),
    ...(having && { having }),
    ...(sort && { sort }),
  };
}

test('groups as the naive version does, in windows of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      rawRecords,
      filters,
      fc.boolean(),
      fc.array(grouping, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
      async (raws, wanted, descending, groupings, atOnce) => {
        const set = await filled(raws);
        const records = withSeen(raws.map(naiveRecord));
        const view: ResultView = { text: '', filters: wanted, sort: [{ field: 'user', descending }] };
        const opened = set.open(view);
        for (const each of groupings.map(compact)) {
          expect(await allGroups(opened, each, atOnce)).toEqual(naiveGroups(naiveView(records, { ...view, sort: [] }), each));
        }
        set.dispose();
      },
    ),
    { numRuns: 300 },
  );
});

// Few values and few moments, so that everything coincides.
const crowded = fc.array(
  fc.record({
    second: fc.nat(3),
    user: fc.constantFrom('ann', 'ANN', 'Ann', 'Ärzte', 'äRZTE', 'bo', ''),
    subject: fc.constantFrom('x', 'X', 'y', null, undefined),
    other: fc.constantFrom('z', 'Z', ''),
    operation: fc.constantFrom('Send', 'send', 'Remove group.', 'Delete group.'),
  }),
  { maxLength: 60 },
);

test('groups spellings and equal times as the naive version does', async () => {
  const field = fc.constantFrom<FieldRef[]>('user', 'operation', 'time', 'id', 'path:Subject|Other', 'path:Subject');
  const filter = fc.constantFrom<Filter[]>(
    { field: 'operation', op: 'is', values: ['send'] },
    { field: 'path:Subject', op: 'isNot', values: ['x', ''] },
    { field: 'user', op: 'is', values: ['ann'] },
  );
  const some = fc.array(filter, { maxLength: 2 });
  const asked = fc.record({
    by: fc.oneof(fc.tuple(field), fc.tuple(field, field)),
    measures: fc.record({
      a: fc.record({ field, where: some }),
      b: fc.record({
        field,
        where: some,
        once: fc.record({
          of: fc.oneof(fc.tuple(field), fc.tuple(field, field)),
          withinMs: fc.constantFrom(0, 1, 1000, 1001, 2000),
        }),
      }),
    }),
    where: some,
    having: some,
    sort,
  });
  await fc.assert(
    fc.asyncProperty(crowded, asked, async (rows, wanted) => {
      const raws = rows.map(({ second, user, operation, subject: Subject, other: Other }, i) =>
        JSON.stringify({
          id: `7d29b563-e2b8-47b2-b87e-${String(i).padStart(12, '0')}`,
          createdDateTime: `2024-01-02T03:04:0${second}Z`,
          userPrincipalName: user,
          operation,
          auditData: { Subject, Other },
        }),
      );
      const set = await filled(raws);
      const view = set.open(wholeSet);
      expect(await allGroups(view, wanted, 1000)).toEqual(naiveGroups(withSeen(raws.map(naiveRecord)), wanted));
      set.dispose();
    }),
    { numRuns: 500 },
  );
});

const good = (id: string, second: number, user: string, more = '') =>
  `{"id":"${id}","createdDateTime":"2024-01-02T03:04:${String(second).padStart(2, '0')}Z","userPrincipalName":"${user}"${more}}`;
const byUser: Grouping<'records'> = { by: ['user'], measures: { records: { field: 'id' } } };

test('keeps the first hundred of many values, in the order of time', async () => {
  const start = Date.UTC(2024, 0, 2);
  const times = Array.from({ length: 700 }, (_, i) => start + ((i * 7919) % 700) * 1000);
  const raws = times.map(
    (time, i) => `{"id":"r${i}","createdDateTime":"${new Date(time).toISOString()}","userPrincipalName":"u"}`,
  );
  const set = await filled(raws);
  const view = set.open(wholeSet);
  const { groups } = await view.group(byUser, 0, 1);
  const expected = [...times.keys()].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0)).slice(0, 100);
  expect(groups[0]?.tallies.records).toMatchObject({ count: 700, distinct: 700, values: expected.map((i) => `r${i}`) });
});

test('hands out at most a thousand groups at a time', async () => {
  const set = await filled(Array.from({ length: 1200 }, (_, i) => good(`r${i}`, 0, `u${i}`)));
  const view = set.open(wholeSet);
  const { groupCount, groups } = await view.group(byUser, 100, 5000);
  expect([groupCount, groups.length, groups[0]?.key]).toEqual([1200, 1000, ['u100']]);
});

test('works nothing out again for further groups of the same grouping', async () => {
  const set = await filled(['1', '2', '1'].map((x, i) => good(`r${i}`, i, 'u', `,"auditData":{"X":"${x}"}`)));
  const view = set.open(wholeSet);
  const byX: Grouping<never> = { by: ['path:X'], measures: {} };
  const fold = vi.spyOn(FoldedCodes.prototype, 'step');
  const keys = await Promise.all([0, 1].map((from) => view.group(byX, from, 1)));
  expect(keys.map(({ groups }) => groups[0]?.key)).toEqual([['1'], ['2']]);
  expect((await view.group(byX, 1, 1)).groups[0]?.key).toEqual(['2']);
  expect(fold).toHaveBeenCalledTimes(1);
  await view.group(byUser, 0, 1);
  expect(fold).toHaveBeenCalledTimes(2);
  fold.mockRestore();
});

test('a view that grows is grouped anew', async () => {
  // Records of one shape are searched before those of the next.
  const needle = (i: number) => good(`r${i}`, 0, 'u', `,"auditData":{"Note":"needle"${i < 1000 ? '' : ',"More":"x"'}}`);
  const set = await filled([]);
  for (let from = 0; from < 3000; from += 1000) await set.page(pageOf(Array.from({ length: 1000 }, (_, i) => needle(from + i))));
  const view = set.open({ ...wholeSet, text: 'needle' });
  const counted: Promise<readonly [rowCount: number, counted: number]>[] = [];
  view.state.subscribe(() => {
    const state = view.state.get();
    if (state.status !== 'open') return;
    counted.push(view.group(byUser, 0, 1).then(({ groups }) => [state.rowCount, groups[0]?.count ?? 0]));
  });
  await allFound(view);
  const seen = await Promise.all(counted);
  expect(seen[0]?.[0]).toBeLessThan(3000);
  expect(seen.at(-1)).toEqual([3000, 3000]);
  expect(seen.every(([rowCount, counted]) => counted >= rowCount)).toBe(true);
});

test('rejects when the view is closed while it is being grouped', async () => {
  const set = await filled([good('a', 1, 'u', ',"auditData":{"X":"1"}')]);
  const view = set.open(wholeSet);
  await allFound(view);
  const grouping = expect(view.group({ by: ['path:X'], measures: {} }, 0, 1)).rejects.toMatchObject({ name: 'AbortError' });
  view.close();
  await grouping;
});
