import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '~/domain/view/filter';
import { naiveRecord, passes } from '~/engine/naive-records.fixture';
import { because, compiled } from './compiled.fixture';
import { conditionText, type NaiveCondition, type NaiveRule, type NaiveValue, naiveHolds } from './naive-sigma.fixture';

test('every reason is told, once, and only of what the condition asks for', () => {
  const detection = {
    one: { 'A|base64': 'x', 'B|wide': 'y' },
    two: { 'A|base64': 'z' },
    three: { 'A|expand': '%x%' },
    condition: 'one or two',
  };
  expect(compiled(detection, { product: 'windows', service: 'security' })).toEqual([
    'Rule “X” is for the log source windows security, which is not in the Microsoft 365 audit log.',
    'Rule “X” needs the modifier base64, which Ledgerline does not have.',
    'Rule “X” needs the modifier wide, which Ledgerline does not have.',
  ]);
});

test('the service of a rule says which records it looks at', () => {
  const records = (service?: string) =>
    compiled({ selection: { eventName: 'x' }, condition: 'selection' }, { product: 'm365', service });
  expect(records()).toEqual({ field: 'operation', op: 'is', values: ['x'] });
  expect(records('audit')).toEqual(records());
  expect(records('exchange')).toEqual({
    op: 'all',
    of: [
      { field: 'workload', op: 'is', values: ['Exchange'] },
      { field: 'operation', op: 'is', values: ['x'] },
    ],
  });
  expect(records('threat_management')).toEqual({
    op: 'all',
    of: [
      {
        field: 'workload',
        op: 'is',
        values: ['SecurityComplianceCenter', 'ThreatIntelligence', 'AirInvestigation', 'Quarantine'],
      },
      { field: 'path:Name|Operation', op: 'is', values: ['x'] },
    ],
  });
  expect(records('threat_detection')).toEqual(records('threat_management'));
  expect(records('signinlogs')).toEqual(
    because('is for the log source m365 signinlogs, which is not in the Microsoft 365 audit log.'),
  );
  expect(compiled({ selection: { A: 'x' }, condition: 'selection' }, {})).toEqual(
    because('names no log source; Ledgerline answers rules for the product m365.'),
  );
});

const fields = ['Operation', 'UserId', 'ResultStatus', 'Subject', 'Size', 'Flag', 'Nothing'];
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '-', '/', '\\', '*', '?', '.', '\n'), maxLength: 6 });
const size = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom('7', '1.5'));
const record = fc.record(
  {
    Operation: text,
    UserId: text,
    ResultStatus: text,
    ClientIP: fc.constantFrom('10.1.2.3', '11.1.2.3', ''),
    Subject: fc.oneof(text, fc.constantFrom('has zq in it', null)),
    Size: size,
    Flag: fc.constantFrom(true, false, 'True'),
  },
  { requiredKeys: [] },
);

const maybe = (...modifiers: string[]) => fc.subarray(modifiers);
const values = <T extends NaiveValue>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 });
const asked = (field: fc.Arbitrary<string>, modifiers: fc.Arbitrary<readonly string[]>, of: fc.Arbitrary<NaiveValue[]>) =>
  fc.record({
    key: fc.tuple(field, modifiers, maybe('all', 'neq')).map(([name, ...more]) => [name, ...more.flat()].join('|')),
    values: of,
  });
const anyField = fc.constantFrom(...fields);
const how = fc
  .tuple(fc.constantFrom([], ['contains'], ['startswith'], ['endswith']), maybe('windash', 'cased'))
  .map((modifiers) => modifiers.flat());
const value = fc.oneof({ weight: 4, arbitrary: text }, fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.constant(null));
const questions = fc.oneof(
  { weight: 4, arbitrary: asked(anyField, how, values<NaiveValue>(value)) },
  asked(
    anyField,
    maybe('i', 'm', 's').map((flags) => ['re', ...flags]),
    values(fc.constantFrom('^a', 'b$', 'a.b', '[aB]+', '-|/')),
  ),
  asked(fc.constant('Size'), fc.constantFrom(['gt'], ['gte'], ['lt'], ['lte']), values(size)),
  asked(fc.constant('ClientIP'), fc.constant(['cidr']), values(fc.constantFrom('10.0.0.0/8', '11.0.0.0/8'))),
  asked(anyField, fc.constant(['exists']), values(fc.boolean())),
  asked(anyField, fc.constant(['fieldref']), values(anyField)),
);
const selection = fc
  .array(questions, { minLength: 1, maxLength: 3 })
  .map((each) => Object.fromEntries(each.map((one) => [one.key, one.values])));
const names = ['sel_a', 'sel_b', '_sel'];
const { condition } = fc.letrec<{ condition: NaiveCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...names).map((name) => ({ name })),
    fc.record({ of: fc.constantFrom('1' as const, 'all' as const), like: fc.constantFrom('them', 'sel_*', '_*') }),
    tie('condition').map((not) => ({ not })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((or) => ({ or })),
  ),
}));
const rule: fc.Arbitrary<NaiveRule> = fc.record({
  selections: fc.record({
    sel_a: fc.oneof(fc.array(selection, { minLength: 1, maxLength: 2 }), fc.constant(['zq', 'ZQ in'])),
    sel_b: fc.array(selection, { minLength: 1, maxLength: 2 }),
    _sel: fc.array(selection, { minLength: 1, maxLength: 1 }),
  }),
  condition,
});

test('a rule keeps what it keeps when it is read the obvious way', () => {
  fc.assert(
    fc.property(rule, fc.array(record, { minLength: 1, maxLength: 4 }), (rule, records) => {
      const filter = compiled({ ...rule.selections, condition: conditionText(rule.condition) });
      for (const auditData of records) {
        const raw = JSON.stringify({ id: '1', createdDateTime: '2026-06-30T00:00:00Z', auditData });
        // A rule that was refused has a list of reasons, which is no filter.
        expect([auditData, passes(naiveRecord(raw), filter as Filter)]).toEqual([auditData, naiveHolds(rule, auditData)]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a rule of more questions than anybody waits for is refused, and one value among many is none', () => {
  const values = Array.from({ length: 600 }, (_, i) => `value ${i}`);
  const asks = (condition: string) =>
    compiled({ selection: { 'Subject|contains': values }, other: { Subject: values }, condition });
  const reason = because('asks more than the 1,000 questions that Ledgerline asks for a rule.');
  expect(asks('selection and selection')).toEqual(reason);
  expect(asks('selection or other')).toMatchObject({ op: 'any' });
  expect(asks(Array.from({ length: 700 }, () => 'selection').join(' or '))).toEqual(expect.arrayContaining([...reason]));
});
