import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { compileRules, type Detection } from './compile-rules';
import { readRules } from './read-rules';

const base = (name: string, selection: object = { Operation: name }, logsource: object = { product: 'm365' }) => ({
  title: `Base ${name}`,
  id: `id-${name}`,
  name,
  logsource,
  detection: { selection, condition: 'selection' },
});

function compileAll(...documents: readonly object[]): readonly Detection[] {
  const { rules, refused } = readRules('a.yml', documents.map((each) => stringify(each)).join('---\n'));
  expect(refused).toEqual([]);
  return compileRules(rules);
}

/** The first of the rules, which is the correlation; the reasons where it is none. */
function correlated(correlation: object, ...bases: readonly object[]) {
  const [made] = compileAll(
    { title: 'X', correlation: { rules: ['a'], timespan: '10m', ...correlation } },
    ...bases,
    base('a'),
    base('b'),
  );
  return made?.kind === 'correlation' ? made.correlation : made?.kind === 'cannot' ? made.reasons : undefined;
}

const because = (what: string) => [`Rule “X” ${what}`];
const is = (value: string) => ({ field: 'operation', op: 'is', values: [value] });

test('records are counted, of one rule or of several', () => {
  expect(correlated({ type: 'event_count', 'group-by': ['UserId', 'ClientIP'], condition: { gte: 5 } })).toEqual({
    events: [{ filter: is('a'), by: ['user', 'ip'] }],
    withinMs: 600_000,
    has: { kind: 'count', atLeast: 5 },
  });
  expect(correlated({ type: 'event_count', rules: ['a', 'id-b'], condition: { gte: 5 } })).toMatchObject({
    events: [
      { filter: is('a'), by: [] },
      { filter: is('b'), by: [] },
    ],
  });
});

test.for<[condition: object, bounds: object]>([
  [{ gte: 5 }, { atLeast: 5 }],
  [{ gt: 5 }, { atLeast: 6 }],
  [{ eq: 5 }, { atLeast: 5, atMost: 5 }],
  [{ lte: 5 }, { atLeast: 1, atMost: 5 }],
  [{ lt: 5 }, { atLeast: 1, atMost: 4 }],
  [
    { gt: 1, lte: 5 },
    { atLeast: 2, atMost: 5 },
  ],
])('a count of %j', ([condition, bounds]) => {
  expect(correlated({ type: 'event_count', condition })).toMatchObject({ has: { kind: 'count', ...bounds } });
  expect(correlated({ type: 'value_count', condition: { field: 'Item.Subject', ...condition } })).toMatchObject({
    has: { kind: 'values', field: 'path:Item.Subject', ...bounds },
  });
});

test.for<[timespan: string, ms: number]>([
  ['30s', 30_000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
])('a time span of %s', ([timespan, withinMs]) => {
  expect(correlated({ type: 'temporal', timespan })).toMatchObject({ withinMs });
});

test('one of each, in any order or in theirs', () => {
  const rules = ['b', 'a'];
  expect(correlated({ type: 'temporal', rules })).toMatchObject({ has: { kind: 'each', inOrder: false } });
  expect(correlated({ type: 'temporal', rules, condition: { gte: 2 } })).toMatchObject({ has: { kind: 'each', inOrder: false } });
  expect(correlated({ type: 'temporal_ordered', rules })).toMatchObject({
    events: [{ filter: is('b') }, { filter: is('a') }],
    has: { kind: 'each', inOrder: true },
  });
});

test('an alias is another field in each rule, by the name of the rule or by its id', () => {
  const aliases = { who: { a: 'UserId', 'id-b': 'Parameters[User]' } };
  expect(correlated({ type: 'temporal', rules: ['a', 'b'], 'group-by': ['who', 'ClientIP'], aliases })).toMatchObject({
    events: [{ by: ['user', 'ip'] }, { by: ['path:Parameters[User]', 'ip'] }],
  });
});

test.for<[correlation: object, reason: string]>([
  [{ type: 'temporal', rules: ['z'] }, 'correlates z, and there is no rule of that name or id.'],
  [
    { type: 'value_percentile', condition: { gte: 5 } },
    'is a correlation of the type value_percentile; Ledgerline knows event_count, value_count, temporal and temporal_ordered.',
  ],
  [{ type: 'event_count' }, 'says in no number how many there have to be.'],
  [{ type: 'event_count', condition: {} }, 'has a count that is not said with gt, gte, lt, lte or eq.'],
  [{ type: 'event_count', condition: { gte: 1, neq: 5 } }, 'has a count that is not said with gt, gte, lt, lte or eq.'],
  [
    { type: 'event_count', condition: { lt: 1 } },
    'asks for a count that nothing can have; Ledgerline finds what happened at least once.',
  ],
  [
    { type: 'event_count', condition: { gt: 5, lt: 6 } },
    'asks for a count that nothing can have; Ledgerline finds what happened at least once.',
  ],
  [{ type: 'value_count', condition: { gte: 5 } }, 'counts values of several fields, or does not say of which.'],
  [
    { type: 'value_count', condition: { field: ['A', 'B'], gte: 5 } },
    'counts values of several fields, or does not say of which.',
  ],
  [
    { type: 'temporal', rules: ['a', 'b'], condition: { gte: 1 } },
    'asks for some of its rules; Ledgerline finds what has one of each.',
  ],
  [
    { type: 'temporal', rules: ['a', 'b'], condition: 'a and not b' },
    'asks for some of its rules; Ledgerline finds what has one of each.',
  ],
  [
    { type: 'temporal', timespan: '1w' },
    'has the time span 1w; Ledgerline knows seconds, minutes, hours and days, such as 90s, 15m, 12h and 2d.',
  ],
  [{ type: 'temporal', 'group-by': ['A{}.B'] }, 'groups by A{}.B, which is no field that Ledgerline can look at.'],
  [
    { type: 'temporal', rules: ['a', 'b'], 'group-by': ['who'], aliases: { who: { a: 'UserId' } } },
    'has an alias who that says nothing of “Base b”.',
  ],
])('%j is refused', ([correlation, reason]) => {
  expect(correlated(correlation)).toEqual(because(reason));
});

const innerOf = (correlation: object) => ({
  title: 'Inner',
  name: 'inner',
  correlation: { type: 'event_count', rules: 'a', timespan: '1m', condition: { gte: 2 }, ...correlation },
});

test('many of one, then another: a correlation that counts is an event of one that orders', () => {
  const inner = innerOf({ rules: ['a', 'c'], 'group-by': ['UserId', 'ClientIP'] });
  const outer = { type: 'temporal_ordered', rules: ['inner', 'b'], 'group-by': ['UserId'] };
  expect(correlated(outer, inner, base('c'))).toEqual({
    events: [
      {
        filter: { op: 'any', of: [is('a'), is('c')] },
        by: ['user'],
        gathered: { by: ['user', 'ip'], withinMs: 60_000, has: { kind: 'count', atLeast: 2 } },
      },
      { filter: is('b'), by: ['user'] },
    ],
    withinMs: 600_000,
    has: { kind: 'each', inOrder: true },
  });
  const values = innerOf({ type: 'value_count', condition: { field: 'UserId', gte: 3 }, 'group-by': 'ClientIP' });
  const aliased = { ...outer, 'group-by': ['from'], aliases: { from: { inner: 'ClientIP', b: 'ActorIpAddress' } } };
  expect(correlated(aliased, values)).toMatchObject({
    events: [
      { by: ['ip'], gathered: { by: ['ip'], has: { kind: 'values', field: 'user', atLeast: 3 } } },
      { by: ['path:ActorIpAddress'] },
    ],
  });
});

const itself =
  'correlates “Inner”, which is a correlation itself; Ledgerline takes event_count and value_count within temporal and temporal_ordered.';

test.for<[outer: object, inner: object, reason: string]>([
  [{ type: 'temporal', 'group-by': ['UserId'] }, { 'group-by': ['ClientIP'] }, 'groups by UserId, by which “Inner” does not.'],
  [
    { type: 'temporal', 'group-by': ['who'], aliases: { who: { b: 'UserId' } } },
    { 'group-by': ['UserId'] },
    'groups by who, by which “Inner” does not.',
  ],
  [
    { type: 'temporal' },
    { rules: ['a', 'b'], 'group-by': ['who'], aliases: { who: { a: 'UserId', b: 'Target' } } },
    'correlates “Inner”, which groups each of its rules by other fields.',
  ],
  [{ type: 'temporal' }, { type: 'temporal', condition: undefined }, itself],
  [{ type: 'temporal_ordered' }, { type: 'temporal_ordered', condition: undefined }, itself],
  [{ type: 'event_count', condition: { gte: 2 } }, {}, itself],
])('%j of %j is refused', ([outer, inner, reason]) => {
  expect(correlated({ rules: ['inner', 'b'], ...outer }, innerOf(inner))).toEqual(because(reason));
});

test('correlations that refer to each other or to themselves end', () => {
  const [first] = compileAll(
    { title: 'X', name: 'x', correlation: { type: 'temporal', rules: ['inner', 'x'], timespan: '1m' } },
    innerOf({ rules: ['x', 'a'] }),
    base('a'),
  );
  expect(first).toMatchObject({
    kind: 'cannot',
    reasons: [
      expect.stringMatching(/^Rule “X” correlates “X”, which is a correlation itself;/),
      expect.stringMatching(/^Rule “Inner” correlates “X”, which is a correlation itself;/),
    ],
  });
});

test('values that are of another field in each rule are not counted', () => {
  const alert = base('c', { eventName: 'c' }, { product: 'm365', service: 'threat_detection' });
  expect(correlated({ type: 'value_count', rules: ['a', 'c'], condition: { field: 'eventName', gte: 2 } }, alert)).toEqual(
    because('counts values of eventName, which is not the same field in all of its rules.'),
  );
});

test('a rule that cannot be translated takes the correlation with it, in its own words', () => {
  expect(correlated({ type: 'temporal', rules: ['c'], timespan: 'x' }, base('c', { 'A|base64': 'x' }))).toEqual([
    expect.stringMatching(/^Rule “X” has the time span x;/),
    'Rule “Base c” needs the modifier base64, which Ledgerline does not have.',
  ]);
});

test('every rule is in the list, and those that are parts of others say so', () => {
  const correlation = (rules: string[], generate?: boolean) => ({
    title: 'C',
    correlation: { type: 'temporal', rules, timespan: '1m', generate },
  });
  const made = compileAll(
    correlation(['a', 'id-b']),
    base('a'),
    base('b'),
    base('c', { 'A|wide': 'x' }),
    correlation(['c'], true),
  );
  expect(made.map(({ kind, isPart }) => [kind, isPart])).toEqual([
    ['correlation', false],
    ['records', true],
    ['records', true],
    ['cannot', false],
    ['cannot', false],
  ]);
});
