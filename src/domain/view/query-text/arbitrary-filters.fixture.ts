// Generated filters for the property tests of the search text, of texts that are awkward in it, and the form in which two ways to
// say the same are one.

import fc from 'fast-check';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type FieldQuestion, type Filter, type FilterOf, isFieldFilter, keepOnly } from '~/domain/view/filter';
import { ipRangeMatcher } from '~/lib/ip';
import { propertyStep } from '~/lib/json-path';
import { justAbove, justBelow } from '~/lib/next-number';

const awkward = [
  'anna@contoso.com',
  'MailItemsAccessed',
  'Accessed mailbox items',
  'OMEPortal',
  '154',
  '10.0.0.1',
  '10.0.0.0/8',
  '2001:db8::1',
  'fe80::1',
  'true',
  '5..7',
  '*..*',
  '>5',
  '=x',
  '*',
  'a*b',
  '*"a"*',
  '/a/i',
  '-draft',
  '-',
  '--force',
  'OR',
  'a OR b',
  'user:anna',
  'RE: offer',
  'https://contoso.sharepoint.com/sites/x',
  'C:\\Users\\',
  '\\\\server\\share',
  'say "hi"',
  '\\"',
  '(a b)',
  'f(x)',
  'a)',
  'a  b',
  ' a',
  'line\nbreak',
  'today',
  '2026-11-14',
  'ÄÖ 😀',
  '__proto__',
];

/** Anything somebody may type, much of it with a meaning. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...awkward,
        '(',
        ')',
        '"',
        ' ',
        ' ',
        ':',
        '[',
        ']',
        '["',
        '\\',
        '/',
        '=',
        '-',
        'NOT ',
        ' AND ',
        'ip:',
        'on:',
        'same:(',
        'whole:',
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);
const someText = fc.oneof(fc.constantFrom(...awkward), anyText).filter((text) => text !== '');

const name = fc.oneof(
  fc.constantFrom(
    'Subject',
    'user',
    'After',
    'is',
    'OR',
    'odata.type',
    'a b',
    'a|b',
    'x',
    'fe80',
    'https',
    'size',
    'Größe',
    '__proto__',
  ),
  fc.string({ maxLength: 6 }).filter((text) => text !== ''),
);
const path = fc
  .tuple(
    name,
    fc.array(
      fc.oneof(
        name.map((each) => `.${propertyStep(each)}`.replace('.[', '[')),
        fc.constantFrom('[0]', '[MailSubject]', '[a b]', '[x(y)]'),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([first, rest]): FieldRef => `path:${propertyStep(first)}${rest.join('')}`);
const field = fc.oneof(
  fc.constantFrom<FieldRef[]>('user', 'operation', 'ip', 'item', 'detail', 'recordType', 'workload', 'result', 'userType'),
  fc.constantFrom<FieldRef[]>(
    'adminUnits',
    'id',
    'time',
    'path:Operation',
    'path:LogonType',
    'path:CrossMailboxOperation',
    'path:dead',
  ),
  fc.constantFrom<FieldRef[]>('path:FileSizeBytes|Item.SizeInBytes', 'path:OperationProperties[MailSubject]', 'path:|A|B'),
  path,
);

const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 4e9 }).map((second) => second * 1000),
    fc.integer({ min: 0, max: 4e12 }),
    fc.integer({ min: 0, max: 40_000 }).map((day) => day * 86_400_000),
    fc.integer({ min: 0, max: 900_000 }).map((hour) => hour * 3_600_000),
  )
  .map((time) => new Date(time).toISOString());
const span = fc
  .tuple(moment, fc.constantFrom(1000, 60_000, 3_600_000, 86_400_000, 7_777))
  .map(([from, length]) => ({ from, to: new Date(Date.parse(from) + length).toISOString() }));
const between = fc.oneof<fc.Arbitrary<Pick<FilterOf<'between'>, 'from' | 'to'>>[]>(
  span,
  fc.record({ from: moment }),
  fc.record({ to: moment }),
  fc.constantFrom({ from: '2026-11-14T09:00+01:00' }, { from: '2026-11-14T00:00:00Z', to: '2026-11-15T00:00:00Z' }),
);
const bound = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer().map(justAbove),
  fc.integer().map(justBelow),
);
const flags = fc.constantFrom('', 'i', 'ms');
const pattern = fc.oneof(
  fc.constantFrom('^a', 'a/b', 'a\\/b', '\\\\/', '[/]', 'a b', '"', '(x)', '\\)', '\n'),
  someText.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')),
);

/** Those that can be read, each kind of question about a field. */
const questions: { readonly [Op in FieldQuestion]: fc.Arbitrary<FilterOf<Op>> } = {
  is: fc.record({ field, op: fc.constant('is'), values: fc.array(fc.oneof(someText, fc.constant('')), { maxLength: 3 }) }),
  isNot: fc.record({ field, op: fc.constant('isNot'), values: fc.array(someText, { maxLength: 3 }) }),
  contains: fc.record({ field, op: fc.constant('contains'), text: someText }),
  startsWith: fc.record({ field, op: fc.constant('startsWith'), text: someText }),
  endsWith: fc.record({ field, op: fc.constant('endsWith'), text: someText }),
  matches: fc.record({ field, op: fc.constant('matches'), pattern, flags }),
  exists: fc.record({ field, op: fc.constant('exists') }),
  missing: fc.record({ field, op: fc.constant('missing') }),
  inRange: fc.record({
    field,
    op: fc.constant('inRange'),
    range: fc.constantFrom(
      '10.0.0.0/8',
      '2001:db8::/32',
      '10.0.0.1 - 10.0.0.9',
      '10.0.0.1–10.0.0.9',
      '10.0.0.1',
      '2001:db8::-2001:db8::f',
    ),
  }),
  number: fc.record({ field, op: fc.constant('number'), atLeast: bound, atMost: bound }, { requiredKeys: ['field', 'op'] }),
  sameAs: fc.record({ field, op: fc.constant('sameAs'), other: field }),
  between: between.map((bounds) => ({ field: 'time', op: 'between', ...bounds })),
  outsideHours: fc.record({
    field: fc.constant('time'),
    op: fc.constant('outsideHours'),
    from: fc.constantFrom('08:00', '23:59'),
    to: fc.constantFrom('18:00', '00:00'),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'),
  }),
};

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 6, arbitrary: fc.oneof(...Object.values(questions)) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('text'), text: someText }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('text'), text: someText, whole: fc.constant(true) }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constantFrom('any', 'all'), of: fc.array(tie('filter'), { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constantFrom('not', 'aside'), filter: tie('filter') }) },
  ),
}));

/** Filters that can be read, of every kind. */
export const filters = fc.array(filter, { maxLength: 3 });
export const liveText = fc.oneof(fc.constant(''), someText, fc.constantFrom('quarterly report', 'a - b'));

/** The same filter as a search text says it: nothing is negated that has a word for it, and nothing is a group of one. */
export function normalForm(filter: Filter): Filter {
  switch (filter.op) {
    case 'any':
    case 'all': {
      const of = filter.of.map(normalForm);
      return of.length === 1 && of[0] ? of[0] : { op: filter.op, of };
    }
    case 'aside':
      return { op: 'aside', filter: normalForm(filter.filter) };
    case 'not': {
      const inner = normalForm(filter.filter);
      if (inner.op === 'is') return { ...inner, op: 'isNot' };
      return inner.op === 'exists' ? { ...inner, op: 'missing' } : { op: 'not', filter: inner };
    }
    case 'text':
      return filter;
    default:
      return normalLeaf(filter);
  }
}

function normalLeaf(filter: Exclude<Filter, { op: 'any' | 'all' | 'not' | 'aside' | 'text' }>): Filter {
  if (!isFieldFilter(filter)) return filter;
  switch (filter.op) {
    case 'is':
      return filter.values.length === 0 ? { op: 'any', of: [] } : keepOnly(filter.field, ...filter.values);
    case 'isNot':
      return filter.values.length === 0 ? { op: 'all', of: [] } : filter;
    case 'matches':
      return { ...filter, pattern: filter.pattern.replace(/\\([\s\S])/g, (all, escaped) => (escaped === '/' ? '/' : all)) };
    case 'inRange': {
      const range = filter.range.replaceAll(' ', '');
      if (!ipRangeMatcher(range)) return { op: 'any', of: [] };
      return { ...filter, range: /[/–-]/.test(range) ? range : `${range}-${range}` };
    }
    case 'number':
      return {
        field: filter.field,
        op: 'number',
        // Minus nothing is nothing.
        ...(filter.atLeast !== undefined && { atLeast: filter.atLeast + 0 }),
        ...(filter.atMost !== undefined && { atMost: filter.atMost + 0 }),
      };
    case 'between':
      return {
        field: 'time',
        op: 'between',
        ...(filter.from !== undefined && { from: new Date(filter.from).toISOString() }),
        ...(filter.to !== undefined && { to: new Date(filter.to).toISOString() }),
      };
    default:
      return filter;
  }
}
