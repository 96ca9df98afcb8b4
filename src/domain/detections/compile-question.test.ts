import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '~/domain/view/filter';
import { naiveRecord, passes } from '~/engine/naive-records.fixture';
import { because, compiled } from './compiled.fixture';
import { naiveHolds } from './naive-sigma.fixture';

const question = (key: string, value: unknown) => compiled({ selection: { [key]: value }, condition: 'selection' });

test.for<[key: string, value: unknown, filter: Filter]>([
  ['Operation', 'Send', { field: 'operation', op: 'is', values: ['Send'] }],
  ['UserId', 'a@b.c', { field: 'user', op: 'is', values: ['a@b.c'] }],
  ['ClientIP', '10.0.0.1', { field: 'ip', op: 'is', values: ['10.0.0.1'] }],
  ['ResultStatus', 'True', { field: 'result', op: 'is', values: ['True'] }],
  ['RecordType', 154, { field: 'recordType', op: 'is', values: ['154'] }],
  ['RecordType|gte', 154, { field: 'path:RecordType', op: 'number', atLeast: 154 }],
  ['UserType', 2, { field: 'userType', op: 'is', values: ['Admin'] }],
  ['Item.ParentFolder.Path', 'x', { field: 'path:Item.ParentFolder.Path', op: 'is', values: ['x'] }],
  ['Parameters.ForwardTo', 'x', { field: 'path:Parameters[ForwardTo]', op: 'is', values: ['x'] }],
  ['ModifiedProperties.Role.DisplayName', 'x', { field: 'path:ModifiedProperties[Role.DisplayName]', op: 'is', values: ['x'] }],
  ['Parameters{}.Name', 'ForwardTo', { field: 'path:Parameters[ForwardTo]', op: 'exists' }],
  ['UserAgent', 'x', { field: 'path:UserAgent|ExtendedProperties[UserAgent]', op: 'is', values: ['x'] }],
  ['eventSource', 'Exchange', { field: 'workload', op: 'is', values: ['Exchange'] }],
  ['eventName', 'Send', { field: 'operation', op: 'is', values: ['Send'] }],
  ['status', 'success', { field: 'result', op: 'isNot', values: ['failed', 'failure', 'false', 'partiallysucceeded'] }],
  ['status', 'failure', { field: 'result', op: 'is', values: ['failed', 'failure', 'false', 'partiallysucceeded'] }],
  ['A', ['x', 'y'], { field: 'path:A', op: 'is', values: ['x', 'y'] }],
  [
    'A',
    ['x', 'y*', 'z'],
    {
      op: 'any',
      of: [
        { field: 'path:A', op: 'is', values: ['x', 'z'] },
        { field: 'path:A', op: 'startsWith', text: 'y' },
      ],
    },
  ],
  ['A', 'x*', { field: 'path:A', op: 'startsWith', text: 'x' }],
  ['A', '*x', { field: 'path:A', op: 'endsWith', text: 'x' }],
  ['A', '**x*', { field: 'path:A', op: 'contains', text: 'x' }],
  ['A', '*', { field: 'path:A', op: 'exists' }],
  ['A', 'a.*b', { field: 'path:A', op: 'matches', pattern: '^a\\.[^]*b$', flags: 'i' }],
  ['A', '?b', { field: 'path:A', op: 'matches', pattern: '^[^]b$', flags: 'i' }],
  ['A', '*a*b', { field: 'path:A', op: 'matches', pattern: 'a[^]*b$', flags: 'i' }],
  ['A', 'C:\\\\*', { field: 'path:A', op: 'startsWith', text: 'C:\\' }],
  ['A', 'a\\*b\\?', { field: 'path:A', op: 'is', values: ['a*b?'] }],
  ['A', 'C:\\dir\\\\x', { field: 'path:A', op: 'is', values: ['C:\\dir\\x'] }],
  ['A', null, { field: 'path:A', op: 'missing' }],
  ['A', '', { field: 'path:A', op: 'missing' }],
  ['A', 50126, { field: 'path:A', op: 'is', values: ['50126'] }],
  ['A', 12345678901234567890n, { field: 'path:A', op: 'is', values: ['12345678901234567890'] }],
  ['A', true, { field: 'path:A', op: 'is', values: ['true'] }],
  ['A|contains', 'x', { field: 'path:A', op: 'contains', text: 'x' }],
  ['A|startswith', 'C:\\', { field: 'path:A', op: 'startsWith', text: 'C:\\' }],
  ['A|endswith', 'x', { field: 'path:A', op: 'endsWith', text: 'x' }],
  [
    'A|contains|all',
    ['x', 'y'],
    {
      op: 'all',
      of: [
        { field: 'path:A', op: 'contains', text: 'x' },
        { field: 'path:A', op: 'contains', text: 'y' },
      ],
    },
  ],
  ['A|re', 'a.c', { field: 'path:A', op: 'matches', pattern: 'a.c', flags: '' }],
  ['A|re|i|m|s', 'a.c', { field: 'path:A', op: 'matches', pattern: 'a.c', flags: 'ims' }],
  ['A|re', '(?i)a.c', { field: 'path:A', op: 'matches', pattern: 'a.c', flags: 'i' }],
  ['A|cidr', '10.0.0.0/8', { field: 'path:A', op: 'inRange', range: '10.0.0.0/8' }],
  ['A|exists', true, { field: 'path:A', op: 'exists' }],
  ['A|exists', false, { field: 'path:A', op: 'missing' }],
  ['A|gte', 5, { field: 'path:A', op: 'number', atLeast: 5 }],
  ['A|lte', 1.5, { field: 'path:A', op: 'number', atMost: 1.5 }],
  [
    'A|gt',
    5,
    {
      op: 'all',
      of: [
        { field: 'path:A', op: 'number', atLeast: 5 },
        { op: 'not', filter: { field: 'path:A', op: 'number', atMost: 5 } },
      ],
    },
  ],
  ['A|fieldref', 'UserId', { field: 'path:A', op: 'sameAs', other: 'user' }],
  ['A|neq', 'x', { op: 'not', filter: { field: 'path:A', op: 'is', values: ['x'] } }],
  ['A|cased', 'Xy', { field: 'path:A', op: 'matches', pattern: '^Xy$', flags: '' }],
  ['A|contains|cased', 'Xy', { field: 'path:A', op: 'matches', pattern: 'Xy', flags: '' }],
  ['A|windash|contains', ' -x', { field: 'path:A', op: 'matches', pattern: ' [-/–—―]x', flags: 'i' }],
])('%s: %s', ([key, value, filter]) => {
  expect(question(key, value)).toEqual(filter);
});

test.for(['base64', 'base64offset', 'utf16', 'utf16le', 'wide', 'expand', 'hour', 'constructor'])(
  'the modifier %s is refused by its name',
  (modifier) => {
    expect(question(`A|${modifier}|contains`, 'x')).toEqual(
      because(`needs the modifier ${modifier}, which Ledgerline does not have.`),
    );
  },
);

test.for<[key: string, value: unknown, reason: string]>([
  ['A|re', '(', 'has a pattern that is no regular expression of JavaScript: ('],
  ['A|re', 'a(?!b)', 'has a pattern that looks ahead or behind: a(?!b)'],
  ['A|cidr', '10.0.0.0/99', 'has 10.0.0.0/99 for a block of addresses.'],
  ['A|gt', 'x', 'compares with x as if it were a number.'],
  ['A|gt', null, 'compares A with nothing.'],
  ['A|exists', 'x', 'says something else than true or false of whether a field exists.'],
  ['A|re|contains', 'x', 'combines modifiers in a way that Ledgerline does not know: A|re|contains.'],
  ['A|i', 'x', 'combines modifiers in a way that Ledgerline does not know: A|i.'],
  ['A|gt|lt', 5, 'combines modifiers in a way that Ledgerline does not know: A|gt|lt.'],
  ['A', [], 'compares A with an empty list.'],
  ['A[', 'x', 'asks for A[, which is no field that Ledgerline can look at.'],
  ['Folders{}.Path', 'x', 'asks for Folders{}.Path, which is no field that Ledgerline can look at.'],
  ['A|fieldref', 'B{}.C', 'compares with B{}.C, which is no field that Ledgerline can look at.'],
  ['status', 'odd', 'asks whether the status is odd; Ledgerline knows success and failure.'],
  [
    'Parameters{}.Name|contains',
    'Forward',
    'asks for names in Parameters that are like Forward; Ledgerline finds an entry by its whole name.',
  ],
])('%s: %s is refused', ([key, value, reason]) => {
  expect(question(key, value)).toEqual(because(reason));
});

test('keywords are looked for in all of a record, and need no wildcards around them', () => {
  const text = (...texts: string[]): Filter[] => texts.map((each) => ({ op: 'text', text: each }));
  expect(compiled({ keywords: ['one', '*two*'], condition: 'keywords' })).toEqual({ op: 'any', of: text('one', 'two') });
  expect(compiled({ keywords: { '|all': ['one', 'two'] }, condition: 'keywords' })).toEqual({
    op: 'all',
    of: text('one', 'two'),
  });
  expect(compiled({ keywords: 'one', condition: 'keywords' })).toEqual({ op: 'text', text: 'one' });
  expect(compiled({ keywords: ['a*b'], condition: 'keywords' })).toEqual(
    because('looks for a keyword with wildcards inside: a*b.'),
  );
  expect(compiled({ keywords: ['*'], condition: 'keywords' })).toEqual(because('looks for a keyword without text.'));
  expect(compiled({ keywords: { '|re': 'a' }, condition: 'keywords' })).toEqual(
    because('combines modifiers in a way that Ledgerline does not know: |re.'),
  );
});

const short = (...chars: string[]) => fc.string({ unit: fc.constantFrom(...chars), maxLength: 4 });

test('a text is compared with a pattern as it is when both are looked at character by character', () => {
  const pattern = fc.oneof(short('a', 'A', 'b', '*', '?'), short('a', '-', '*', '?', '\\'));
  const modifiers = fc.tuple(
    fc.constantFrom('', '|contains', '|startswith', '|endswith'),
    fc.constantFrom('', '|windash'),
    fc.constantFrom('', '|cased'),
  );
  const texts = fc.array(fc.oneof(short('a', 'A', 'b'), short('a', '-', '/', '*', '\\')), { minLength: 5, maxLength: 10 });
  fc.assert(
    fc.property(pattern, modifiers, texts, (value, how, texts) => {
      const key = `A${how.join('')}`;
      // A rule that was refused has a list of reasons, which is no filter.
      const filter = question(key, value) as Filter;
      const rule = { selections: { selection: [{ [key]: [value] }] }, condition: { name: 'selection' } };
      for (const A of texts) {
        const record = naiveRecord(JSON.stringify({ id: '1', createdDateTime: '2026-06-30T00:00:00Z', auditData: { A } }));
        expect([A, passes(record, filter)]).toEqual([A, naiveHolds(rule, { A })]);
      }
    }),
    { numRuns: 500 },
  );
});
