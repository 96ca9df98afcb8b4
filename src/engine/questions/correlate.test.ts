import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { CorrelatedEvent, Correlation, Gathering, Occurrence } from '~/domain/view/correlation';
import { type Filter, keepOnly } from '~/domain/view/filter';
import type { ResultView } from '~/domain/view/result-view';
import { anyField, filters, rawRecords } from '~/engine/arbitrary-records.fixture';
import { naiveCorrelations } from '~/engine/naive-correlate.fixture';
import { naiveView } from '~/engine/naive-records.fixture';
import type { RecordSet } from '~/engine/record-set';
import { agree, filledColumns as filled, pageOf, recordSets, wholeView } from '~/engine/record-sets.fixture';

function arbitraryCorrelation(
  filter: fc.Arbitrary<Filter>,
  field: fc.Arbitrary<FieldRef>,
  withinMs: fc.Arbitrary<number>,
): fc.Arbitrary<Correlation> {
  const atLeast = fc.nat(4);
  const atMost = fc.nat(5);
  const enough = fc.oneof<fc.Arbitrary<Gathering['has']>[]>(
    fc.record({ kind: fc.constant('count'), atLeast, atMost }, { requiredKeys: ['kind', 'atLeast'] }),
    fc.record({ kind: fc.constant('values'), field, atLeast, atMost }, { requiredKeys: ['kind', 'field', 'atLeast'] }),
  );
  const has = fc.oneof<fc.Arbitrary<Occurrence>[]>(enough, fc.record({ kind: fc.constant('each'), inOrder: fc.boolean() }));
  const gathered = fc.option(fc.record({ by: fc.array(field, { maxLength: 2 }), withinMs, has: enough }), { nil: undefined });
  const several = { minLength: 1, maxLength: 3, size: 'max' } as const;
  const events = fc.nat(2).chain((fields) => {
    const by = fc.array(field, { minLength: fields, maxLength: fields });
    // Often all by the same, which is not looked at as texts.
    const same = by.chain((by) => fc.array(fc.record({ filter, by: fc.constant(by), gathered }), several));
    return fc.oneof<fc.Arbitrary<CorrelatedEvent[]>[]>(same, fc.array(fc.record({ filter, by, gathered }), several));
  });
  return fc.record({ events, withinMs, has });
}

const day = 86_400_000;
const anyCorrelation = arbitraryCorrelation(
  filters.map((of): Filter => ({ op: 'all', of })),
  anyField,
  fc.constantFrom(0, day, day * 7),
);

test.each(recordSets)('%s: correlates as the naive version does', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(
      rawRecords,
      filters,
      fc.boolean(),
      fc.array(anyCorrelation, { minLength: 1, maxLength: 4 }),
      async (raws, wanted, descending, asked) =>
        agree(make, raws, async (set, records) => {
          const view: ResultView = { text: '', filters: wanted, sort: [{ field: 'user', descending }] };
          const opened = set.open(view);
          const shown = naiveView(records, { ...view, sort: [] });
          for (const each of asked) {
            const found = naiveCorrelations(shown, each);
            expect(await opened.correlate(each, 1000)).toEqual({ count: found.length, found });
          }
        }),
    ),
    { numRuns: 60 },
  );
});

// Few values and few moments, so that windows overlap, touch and miss each other.
const crowded = fc.array(
  fc.record({
    millisecond: fc.nat(30).map((each) => each * 500),
    user: fc.constantFrom('ann', 'ANN', 'Ärzte', 'äRZTE', 'bo', ''),
    subject: fc.constantFrom('ann', 'Bo', 'ÄRZTE', null, undefined),
    operation: fc.constantFrom('Send', 'send', 'Remove group.', 'Delete group.'),
  }),
  { maxLength: 40, size: 'max' },
);
const crowdedCorrelation = arbitraryCorrelation(
  fc.constantFrom<Filter[]>(
    { op: 'all', of: [] },
    { op: 'all', of: [] },
    keepOnly('operation', 'send'),
    keepOnly('operation', 'Remove group.'),
    keepOnly('user', 'ann', 'bo'),
    { field: 'path:Subject', op: 'exists' },
  ),
  fc.constantFrom<FieldRef[]>('user', 'user', 'path:Subject', 'path:Subject', 'operation', 'time', 'id'),
  fc.constantFrom(0, 499, 500, 1000, 2000, 5000),
);

test.each(recordSets)('%s: correlates records close to each other as the naive version does', async (_, make) => {
  await fc.assert(
    fc.asyncProperty(
      crowded,
      fc.array(crowdedCorrelation, { minLength: 1, maxLength: 6 }),
      fc.nat(4),
      async (rows, asked, limit) => {
        const raws = rows.map(({ millisecond, user, operation, subject: Subject }, i) =>
          JSON.stringify({
            id: `7d29b563-e2b8-47b2-b87e-${String(i).padStart(12, '0')}`,
            createdDateTime: new Date(Date.UTC(2024, 0, 2) + millisecond).toISOString(),
            userPrincipalName: user,
            operation,
            auditData: { Subject },
          }),
        );
        await agree(make, raws, async (set, records) => {
          const view = set.open(wholeView);
          for (const each of asked) {
            const found = naiveCorrelations(records, each);
            expect(await view.correlate(each, 1000)).toEqual({ count: found.length, found });
            expect(await view.correlate(each, limit)).toEqual({ count: found.length, found: found.slice(0, limit) });
          }
        });
      },
    ),
    { numRuns: 150 },
  );
});

const midnight = Date.UTC(2024, 0, 2);
const second = (seconds: number) => midnight + seconds * 1000;
let ids = 0;
const at = (seconds: number, user: string, operation: string, auditData: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id: `r${ids++}`,
    createdDateTime: new Date(second(seconds)).toISOString(),
    userPrincipalName: user,
    operation,
    auditData,
  });
const correlate = (set: RecordSet, asked: Correlation, limit = 10) => set.open(wholeView).correlate(asked, limit);
const one = (operation: string, by: readonly FieldRef[] = ['user']): CorrelatedEvent => ({
  filter: keepOnly('operation', operation),
  by,
});

const guessed: Correlation = {
  events: [one('UserLoginFailed'), one('UserLoggedIn')],
  withinMs: 600_000,
  has: { kind: 'each', inOrder: true },
};

test('finds failed sign-ins that a successful one follows', async () => {
  const set = await filled([
    at(700, 'ann', 'UserLoggedIn'),
    at(100, 'Ann', 'UserLoginFailed'),
    at(200, 'ann', 'UserLoginFailed'),
    at(300, 'ann', 'FileAccessed'),
    // The other way round, too late, and somebody else.
    at(400, 'bob', 'UserLoggedIn'),
    at(500, 'bob', 'UserLoginFailed'),
    at(1101, 'bob', 'UserLoggedIn'),
    at(600, 'eve', 'UserLoginFailed'),
  ]);
  expect(await correlate(set, guessed)).toEqual({
    count: 1,
    found: [{ key: ['Ann'], from: second(100), to: second(700), count: 3 }],
  });
  expect(await correlate(set, { ...guessed, has: { kind: 'each', inOrder: false } })).toMatchObject({ count: 2 });
  expect(await correlate(set, { ...guessed, events: [] })).toEqual({ count: 0, found: [] });
});

test('finds a sign-in that many failed ones went before, and not one among them', async () => {
  const failed = one('UserLoginFailed');
  const many: CorrelatedEvent = { ...failed, gathered: { by: ['user'], withinMs: 60_000, has: { kind: 'count', atLeast: 3 } } };
  const set = await filled([
    at(0, 'ann', 'UserLoginFailed'),
    at(30, 'ann', 'UserLoginFailed'),
    at(60, 'Ann', 'UserLoginFailed'),
    at(400, 'ann', 'UserLoginFailed'),
    at(500, 'ann', 'UserLoggedIn'),
    // In the midst of them, too few at a time, and too late.
    ...[0, 10, 30].map((each) => at(each, 'bob', 'UserLoginFailed')),
    at(20, 'bob', 'UserLoggedIn'),
    ...[0, 30, 61, 92].map((each) => at(each, 'eve', 'UserLoginFailed')),
    at(100, 'eve', 'UserLoggedIn'),
    ...[0, 10, 20].map((each) => at(each, 'dan', 'UserLoginFailed')),
    at(621, 'dan', 'UserLoggedIn'),
  ]);
  expect(await correlate(set, { ...guessed, events: [many, one('UserLoggedIn')] })).toEqual({
    count: 1,
    found: [{ key: ['ann'], from: second(0), to: second(500), count: 5 }],
  });
});

test('records of one time stand in any order', async () => {
  const set = await filled([at(5, 'ann', 'UserLoggedIn'), at(5, 'ann', 'UserLoginFailed')]);
  expect(await correlate(set, { ...guessed, withinMs: 0 })).toMatchObject({ count: 1, found: [{ count: 2 }] });
});

const masses: Correlation = {
  events: [one('FileDeleted')],
  withinMs: 60_000,
  has: { kind: 'count', atLeast: 3 },
};

test('finds mass deletions, those of one user that overlap as one, the latest first', async () => {
  const deletions = (user: string, ...seconds: readonly number[]) => seconds.map((each) => at(each, user, 'FileDeleted'));
  const set = await filled([
    ...deletions('ann', 0, 30, 60, 90, 120),
    ...deletions('ann', 1000, 1030, 1060),
    // One more than a minute, and too few.
    ...deletions('bob', 0, 30, 61),
    ...deletions('eve', 1060, 1000, 1010),
  ]);
  const found = [
    { key: ['ann'], from: second(1000), to: second(1060), count: 3 },
    { key: ['eve'], from: second(1000), to: second(1060), count: 3 },
    { key: ['ann'], from: second(0), to: second(120), count: 5 },
  ];
  expect(await correlate(set, masses)).toEqual({ count: 3, found });
  expect(await correlate(set, masses, 1)).toEqual({ count: 3, found: found.slice(0, 1) });
  expect(await correlate(set, masses, 0)).toEqual({ count: 3, found: [] });
});

test('two stretches that follow each other without a record in common are two', async () => {
  const set = await filled([0, 10, 60, 61, 70, 120].map((each) => at(each, 'ann', 'FileDeleted')));
  const { found } = await correlate(set, { ...masses, withinMs: 10_000, has: { kind: 'count', atLeast: 2 } });
  expect(found.map(({ from, to, count }) => [from, to, count])).toEqual([
    [second(60), second(70), 3],
    [second(0), second(10), 2],
  ]);
});

test('finds one address that fails for many users', async () => {
  const failed = (seconds: number, user: string, ip: string) => at(seconds, user, 'UserLoginFailed', { ClientIP: ip });
  const set = await filled([
    failed(1, 'ann', '10.0.0.1'),
    failed(2, 'bob', '10.0.0.1'),
    failed(3, 'Bob', '10.0.0.1'),
    failed(4, 'eve', '10.0.0.1:443'),
    failed(1, 'ann', '10.0.0.2'),
    failed(2, 'ANN', '10.0.0.2'),
    failed(3, 'bob', '10.0.0.2'),
  ]);
  const sprayed: Correlation = {
    events: [one('UserLoginFailed', ['ip'])],
    withinMs: 60_000,
    has: { kind: 'values', field: 'user', atLeast: 3 },
  };
  expect(await correlate(set, sprayed)).toEqual({
    count: 1,
    found: [{ key: ['10.0.0.1'], from: second(1), to: second(4), count: 4 }],
  });
});

test('a key can stand in another field of each kind, and in another spelling', async () => {
  const set = await filled([
    at(1, 'boss', 'Add member to role.', { Target: 'EVE@contoso.com' }),
    at(2, 'eve@contoso.com', 'FileDeleted'),
    at(1, 'boss', 'Add member to role.', { Target: 'ann@contoso.com' }),
    at(2, 'boss', 'FileDeleted'),
  ]);
  const raised: Correlation = {
    events: [one('Add member to role.', ['path:Target']), one('FileDeleted')],
    withinMs: 10_000,
    has: { kind: 'each', inOrder: true },
  };
  expect(await correlate(set, raised)).toEqual({
    count: 1,
    found: [{ key: ['EVE@contoso.com'], from: second(1), to: second(2), count: 2 }],
  });
});

test('tells at most a thousand stretches', async () => {
  const set = await filled(Array.from({ length: 1200 }, (_, i) => at(i, `u${i}`, 'FileDeleted')));
  const { count, found } = await correlate(set, { ...masses, has: { kind: 'count', atLeast: 1 } }, 5000);
  expect([count, found.length, found[0]?.key]).toEqual([1200, 1000, ['u1199']]);
});

test.each(recordSets)('%s: correlating rejects when nobody waits any longer', async (_, make) => {
  const set = make();
  await set.page(pageOf([at(1, 'ann', 'FileDeleted')]));
  const view = set.open(wholeView);
  await expect(view.correlate(masses, 1, AbortSignal.abort(new Error('looked away')))).rejects.toThrow('looked away');
  const closed = expect(view.correlate(masses, 1)).rejects.toMatchObject({ name: 'AbortError' });
  view.close();
  await closed;
});
