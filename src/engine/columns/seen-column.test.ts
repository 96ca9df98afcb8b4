import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FieldRef, seenKeys } from '~/domain/catalogue/fields';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { naiveRecord } from '~/engine/naive-records.fixture';
import { withSeen } from '~/engine/naive-seen.fixture';
import type { Row } from '~/engine/record-set';
import { type FilledSet, facetOf, keysOf, pageOf, recordSets, wholeView } from '~/engine/record-sets.fixture';
import { dayMs, hourMs } from '~/lib/time';

const start = Date.parse('2026-11-01T00:00:00Z');

interface Said {
  readonly id: string;
  readonly at: number;
  readonly user?: string;
  readonly ip?: string | undefined;
  readonly agent?: string | undefined;
  readonly operation?: string;
  /** A copy that says more. */
  readonly more?: string;
}

function recordOf({ id, at, user = 'eve@contoso.com', ip, agent, operation = 'Send', more }: Said): string {
  const createdDateTime = `${new Date(start + at).toISOString().slice(0, 19)}Z`;
  const auditData = { UserAgent: agent, ClientIP: ip, ObjectId: more };
  return JSON.stringify({ id, createdDateTime, operation, userPrincipalName: user, auditData });
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

async function marksOf(set: FilledSet, field: FieldRef): Promise<(string | undefined)[]> {
  const view = set.open({ ...wholeView, sort: [{ field: 'time', descending: false }] });
  await allFound(view);
  const rows = await view.rows(0, 1000, [field]);
  view.close();
  return rows.map(({ values }: Row) => values[field]);
}

test.each(recordSets)('%s: a value is new for a day from its first record, for a user known for a day', async (_, make) => {
  const set = make();
  const said = [
    { at: 0, ip: '10.0.0.1' },
    { at: 23 * hourMs, ip: '10.0.0.2' },
    { at: 24 * hourMs, ip: '10.0.0.3' },
    { at: 30 * hourMs, ip: '10.0.0.1' },
    { at: 48 * hourMs - 1000, ip: '10.0.0.3' },
    { at: 48 * hourMs, ip: '10.0.0.3' },
    { at: 49 * hourMs, ip: undefined },
  ];
  // The user is known by records without an address, too; and of the others each stands alone.
  const others = [
    { at: 50 * hourMs, ip: '10.0.0.3', user: 'ada@contoso.com' },
    { at: 51 * hourMs, ip: '10.0.0.9', user: '' },
    { at: 52 * hourMs, ip: undefined, user: 'bob@contoso.com' },
    { at: 76 * hourMs, ip: '10.0.0.3', user: 'Bob@contoso.com' },
  ];
  await set.page(pageOf([...said, ...others].map((each, at) => recordOf({ ...each, id: idOf(at) }))));
  const expected = [undefined, undefined, 'New', undefined, 'New', undefined, undefined];
  expect(await marksOf(set, 'seen.ip')).toEqual([...expected, undefined, undefined, undefined, 'New']);
  const view = { ...wholeView, filters: [{ op: 'is' as const, field: 'seen.ip' as const, values: ['new'] }] };
  expect(await keysOf(set, view)).toEqual([2, 4, 10].map(idOf));
});

test.each(recordSets)('%s: a value is rare that few of the records of its user have, of those that have one', async (_, make) => {
  const set = make();
  const usual = Array.from({ length: 297 }, (_, at) => ({ at: at * 1000, ip: '10.0.0.1' }));
  const none = Array.from({ length: 200 }, (_, at) => ({ at: at * 1000, ip: undefined }));
  const rare = [1, 2, 3].map((at) => ({ at: at * 1000, ip: '10.0.0.7' }));
  const all = [...usual, ...none, ...rare].map((each, at) => recordOf({ ...each, id: idOf(at) }));
  await set.page(pageOf(all));
  expect(await facetOf(set.open(wholeView), 'seen.ip')).toEqual([{ value: 'Rare', count: 3 }]);
  await set.page(pageOf([recordOf({ id: idOf(999), at: 9000, ip: '10.0.0.7' })]));
  expect(await facetOf(set.open(wholeView), 'seen.ip')).toEqual([]);
});

test('what stands in more than ten records of a user is not rare, however many others there are', async () => {
  const set = new ColumnRecordSet();
  const usual = Array.from({ length: 2000 }, (_, at) => ({ at: at * 1000, ip: '10.0.0.1' }));
  const few = (count: number, ip: string) => Array.from({ length: count }, (_, at) => ({ at: at * 1000, ip }));
  const all = [...usual, ...few(10, '10.0.0.10'), ...few(11, '10.0.0.11')];
  await set.page(pageOf(all.map((each, at) => recordOf({ ...each, id: idOf(at) }))));
  const { groups } = await set.open(wholeView).group(
    {
      by: ['ip'],
      measures: { marks: { field: 'seen.ip' } },
      having: [{ op: 'exists', field: 'seen.ip' }],
    },
    0,
    9,
  );
  expect(groups.map(({ key, tallies }) => [key, tallies.marks.values])).toEqual([[['10.0.0.10'], ['Rare']]]);
});

const userNames = fc.constantFrom('eve@contoso.com', 'Eve@Contoso.com', 'bob@contoso.com', '');
const said = fc.record<Omit<Said, 'id'>>({
  at: fc.integer({ min: 0, max: 40 }).map((hours) => hours * 3 * hourMs),
  user: userNames,
  ip: fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', undefined),
  agent: fc.constantFrom('Outlook', 'outlook', 'Mozilla', undefined),
  operation: fc.constantFrom('Send', 'SEND', 'Move'),
});
// Somebody with many records, so that others of theirs are rare; in no order of time.
const many = fc
  .tuple(fc.integer({ min: 80, max: 130 }), userNames)
  .map(([count, user]) =>
    Array.from({ length: count }, (_, at) => ({ at: ((at * 7) % 50) * hourMs, user, ip: '10.0.0.1', agent: 'Outlook' })),
  );
/** In pages, of which each may tell more of records that came before. */
const pages = fc.array(
  fc.record({
    records: fc.array(said, { maxLength: 8 }),
    many: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: many }),
    again: fc.array(fc.record({ of: fc.nat(), more: fc.constantFrom(undefined, 'more'), ip: fc.boolean() }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test('what is new and rare is so among all records that are there, however they came', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (all) => {
      const set = new ColumnRecordSet();
      const latest: Said[] = [];
      for (const { records, many, again } of all) {
        const before = latest.length;
        const fresh: Said[] = [...records, ...many].map((each, at) => ({ ...each, id: idOf(before + at) }));
        latest.push(...fresh);
        const copies: Said[] = [];
        for (const { of, more, ip } of before > 0 ? again : []) {
          const at = of % before;
          const copy = { ...(latest[at] ?? { id: '', at: 0 }), more, ...(ip && { ip: '10.0.0.9' }) };
          copies.push(copy);
          // The fuller one is the record from then on.
          if (recordOf(copy).length > recordOf(latest[at] ?? copy).length) latest[at] = copy;
        }
        await set.page(pageOf([...fresh, ...copies].map(recordOf)));
        const expected = new Map(withSeen(latest.map((each) => naiveRecord(recordOf(each)))).map((each) => [each.id, each]));
        const view = set.open(wholeView);
        const { rowCount } = await allFound(view);
        expect(rowCount).toBe(expected.size);
        for (let from = 0; from < rowCount; from += 1000) {
          const rows = await view.rows(from, 1000, [...seenKeys]);
          expect(rows.map(({ key, values }) => [key, ...seenKeys.map((field) => values[field] ?? '')])).toEqual(
            rows.map(({ key }) => [key, ...seenKeys.map((field) => expected.get(key)?.value(field))]),
          );
        }
        view.close();
      }
      set.dispose();
    }),
    { numRuns: 25 },
  );
});

test('while records arrive, views that ask meanwhile end with what is new among all of them', async () => {
  for (const [, make] of recordSets.slice(0, 2)) {
    const set = make();
    const page = (from: number) =>
      pageOf(
        Array.from({ length: 500 }, (_, at) =>
          recordOf({ id: idOf(from + at), at: (from + at) * 1000, ip: `10.0.0.${at % 200}` }),
        ),
      );
    const isNew = { ...wholeView, filters: [{ op: 'is' as const, field: 'seen.ip' as const, values: ['New'] }] };
    const filling = Array.from({ length: 10 }, (_, at) => set.page(page(at * 500)));
    const asked = Array.from({ length: 10 }, () => allFound(set.open(isNew)));
    await Promise.all([...filling, ...asked]);
    await set.page(pageOf([recordOf({ id: idOf(99_999), at: 2 * dayMs, ip: '192.0.2.1' })]));
    expect(await keysOf(set, isNew)).toEqual([idOf(99_999)]);
    set.dispose();
  }
});
