import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { describeFilter } from '~/domain/view/describe-filter';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import { anyText } from './arbitrary-filters.fixture';
import { fieldNamed, shortNames } from './field-names';
import { parseQueryText } from './parse-query-text';

const context = { catalogue: auditLog, zone: 'utc', now: Date.parse('2026-11-21T09:31:42.500Z') } as const;

function read(text: string, catalogue = auditLog) {
  return parseQueryText(text, { ...context, catalogue });
}

/** What is looked for in words; or what cannot be read. */
function inWords(text: string): string {
  const parts = read(text);
  if ('problems' in parts) return parts.problems.map(({ message }) => message).join(' ');
  const live: Filter[] = parts.text === '' ? [] : [{ op: 'text', text: parts.text }];
  const filters = [...live, ...parts.filters];
  return filters.map((filter) => describeFilter(auditLog, filter, 'utc')).join('; ');
}

function sectionOf(heading: string): string {
  const sections = readFileSync('docs/search-text.md', 'utf8').split(/^## /m);
  const section = sections.find((each) => each.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`the page has no ${heading}`);
  return section;
}

/** The rows of the tables of the page for administrators, by the heading above them. */
function tableOf(heading: string): [string, string][] {
  return sectionOf(heading)
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [, first, second] = /^\| (`.*`) \| (.*) \|$/.exec(line)?.map((cell) => cell.replaceAll('\\|', '|')) ?? [];
      return first === undefined || second === undefined ? [] : [[first, second]];
    });
}

test.each([...tableOf('Examples'), ...tableOf('When something cannot be read')])('%s is read as “%s”', (example, words) => {
  expect(inWords(example.slice(1, -1))).toBe(words);
});

test('the page names all fields', () => {
  const named = tableOf('Names of fields').map(([names, label]) =>
    [...names.matchAll(/`(.+?)`/g)].map(([, name]) => [name, label]),
  );
  const labels = new Map(auditLog.fields.map(({ key, label }) => [key, label]));
  const known = shortNames.map(([field, ...names]) => names.map((name) => [name, labels.get(field)]));
  expect(named.flat().sort()).toEqual(known.flat().sort());
});

test('the rules of the page are of texts that can be read', () => {
  const examples = Array.from(sectionOf('The rule for values').matchAll(/`([^`\n]+)`/g), ([, example = '']) => example).filter(
    (each) => each !== '=',
  );
  expect(examples).toHaveLength(6);
  expect(examples.filter((example) => !('filters' in read(example)))).toEqual([]);
  expect(sectionOf('Quotes, backslashes and slashes')).toContain('`"C:\\Users\\\\"`');
  expect(read('"C:\\Users\\\\"')).toEqual({ text: 'C:\\Users\\', filters: [] });
});

test.each<[string, string, Filter[]]>([
  [
    'user:anna -op:MailItemsAccessed (ip:10.0.0.0/8 OR ip:2001:db8::/32) after:2026-11-14 Item.ParentFolder.Path:"Inbox" "exact words" -draft',
    'exact words',
    [
      { field: 'user', op: 'contains', text: 'anna' },
      leaveOut('operation', 'MailItemsAccessed'),
      {
        op: 'any',
        of: [
          { field: 'ip', op: 'inRange', range: '10.0.0.0/8' },
          { field: 'ip', op: 'inRange', range: '2001:db8::/32' },
        ],
      },
      { field: 'time', op: 'between', from: '2026-11-14T00:00:00.000Z' },
      keepOnly('path:Item.ParentFolder.Path', 'Inbox'),
      { op: 'not', filter: { op: 'text', text: 'draft' } },
    ],
  ],
  ['', '', []],
  ['  ', '', []],
  [' quarterly  report ', 'quarterly  report', []],
  ['a - b', 'a - b', []],
  ['--force or not', '--force or not', []],
  ['report(final) f(x', 'report(final) f(x', []],
  ['09:30', '09:30', []],
  ['fe80::1', 'fe80::1', []],
  ['C:\\Users', 'C:\\Users', []],
  ['i:0#.f|membership|anna', 'i:0#.f|membership|anna', []],
  ['one AND two', 'one', [{ op: 'text', text: 'two' }]],
  [
    'one user:* two',
    'one',
    [
      { field: 'user', op: 'exists' },
      { op: 'text', text: 'two' },
    ],
  ],
  ['(one)', '', [{ op: 'text', text: 'one' }]],
  ['NOT -user:*', '', [{ op: 'not', filter: { field: 'user', op: 'missing' } }]],
  ['USER:=x IP:* Operation:Send', '', [keepOnly('user', 'x'), { field: 'ip', op: 'exists' }, keepOnly('operation', 'Send')]],
  ['"Operation":"Send"', '', [keepOnly('path:Operation', 'Send')]],
  ['user:(a OR "b")', '', [{ op: 'any', of: [{ field: 'user', op: 'contains', text: 'a' }, keepOnly('user', 'b')] }]],
  ['type:(154 OR ExchangeAdmin OR 99999)', '', [keepOnly('recordType', 'OMEPortal', 'ExchangeAdmin', '99999')]],
  ['item:/a\\/ b/', '', [{ field: 'item', op: 'matches', pattern: 'a/ b', flags: '' }]],
  ['item:"\\\\server\\share"', '', [keepOnly('item', '\\\\server\\share')]],
  ['item:""', '', [keepOnly('item', '')]],
  ['a|b:x', '', [{ field: 'path:a|b', op: 'contains', text: 'x' }]],
  [
    'is:nothing is:everything',
    '',
    [
      { op: 'any', of: [] },
      { op: 'all', of: [] },
    ],
  ],
])('reads %s', (typed, text, filters) => {
  expect(read(typed)).toEqual({ text, filters });
});

test('knows the fields of other sources', () => {
  expect(read('LogonType:Delegate logontype:x Operation:Send op:Send CrossMailboxOperation:true', mailboxLog)).toEqual({
    text: '',
    filters: [
      { field: 'path:LogonType', op: 'contains', text: 'Delegate' },
      { field: 'path:LogonType', op: 'contains', text: 'x' },
      { field: 'path:Operation', op: 'contains', text: 'Send' },
      keepOnly('operation', 'Send'),
      keepOnly('path:CrossMailboxOperation', 'true'),
    ],
  });
  expect(fieldNamed('size', false, mailboxLog)).toBe('path:size');
});

test.each([
  ['user:', 0, 5],
  ['a user: b', 2, 7],
  ['offer ip:nowhere', 9, 16],
  ['user:(a b)', 8, 9],
  ['user:()', 5, 7],
  ['user:(a OR)', 8, 10],
  ['user:(a', 5, 6],
  ['()', 0, 2],
  ['a (', 2, 3],
  ['a ) b', 2, 3],
  ['AND a', 0, 3],
  ['a OR AND b', 5, 8],
  ['a NOT', 2, 5],
  ['""', 0, 2],
  ['"a"b', 3, 4],
  ['user:"a"b', 8, 9],
  ['(a)b', 3, 4],
  ['user:"a', 5, 7],
  ['user:**', 5, 7],
  ['user:=', 5, 6],
  ['user:>', 5, 6],
  ['time:>2026-11-14', 5, 16],
  ['item:(//)', 6, 8],
  ['item:/a', 5, 7],
  ['"a[":x', 5, 6],
  ['same:user', 5, 9],
  ['same:(user)', 0, 10],
  ['is:it', 3, 5],
  ['outside:8-18', 8, 12],
  ['on:now', 3, 6],
])('says where %s cannot be read', (typed, from, to) => {
  expect(read(typed)).toMatchObject({ problems: [{ from, to }] });
});

test('says all that cannot be read, in its order', () => {
  const parts = read('(ip:x after:y size:z');
  expect('problems' in parts && parts.problems.map(({ from }) => from)).toEqual([0, 4, 12, 19]);
});

test('brackets and negations may be 50 deep', () => {
  const within = (depth: number, open: string, close: string) => read(`${open.repeat(depth)}a:*${close.repeat(depth)}`);
  for (const [open, close] of [
    ['(', ')'],
    ['NOT ', ''],
    ['-(', ')'],
    ['aside:', ''],
  ] as const) {
    const most = open === '-(' ? 25 : 50;
    expect(within(most, open, close)).toHaveProperty('filters');
    expect(within(most + 1, open, close)).toMatchObject({ problems: [{ message: expect.stringMatching(/^More than 50/) }] });
  }
  expect(within(100_000, '(', '')).toHaveProperty('problems');
});

test('any text is read, or what is wrong with it has a place', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('utc', 'local'), (text, zone) => {
      const parts = parseQueryText(text, { ...context, zone });
      if (!('problems' in parts)) return;
      for (const { message, from, to } of parts.problems) {
        expect(message).not.toBe('');
        expect(0 <= from && from < to && to <= text.length).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('nothing that is typed is lost', () => {
  // Words that mean nothing else, in any order with filters that are known to be read.
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constantFrom('user:x', '-draft', '(y)', '"q q"')), { maxLength: 8 }), (pieces) => {
      const parts = read(pieces.join(' '));
      if ('problems' in parts) throw new Error(JSON.stringify(parts));
      const found = JSON.stringify([parts.text, parts.filters]);
      for (const piece of pieces) expect(found).toContain(piece.replace(/^user:|[-()"]/g, ''));
    }),
  );
});
