import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import type { Filter } from '~/domain/view/filter';
import { filters as arbitraryFilters } from '~/engine/arbitrary-records.fixture';
import { justAbove } from '~/lib/next-number';
import { anyText, filters, liveText, normalForm } from './arbitrary-filters.fixture';
import { parseQueryText } from './parse-query-text';
import { queryTextOf } from './query-text-of';

const now = Date.parse('2026-11-21T09:31:42.500Z');
const catalogues = fc.constantFrom(
  ...[auditLog, mailboxLog].map((catalogue) => ({ ...catalogue, toString: () => catalogue.key })),
);
const zones = fc.constantFrom('utc', 'local');

test('what is written is read as the same', () => {
  fc.assert(
    fc.property(filters, liveText, catalogues, zones, (filters, text, catalogue, zone) => {
      const written = queryTextOf(filters, text, catalogue, zone);
      expect([written, parseQueryText(written, { catalogue, zone, now })]).toEqual([
        written,
        { text, filters: filters.map(normalForm) },
      ]);
    }),
    { numRuns: 2000 },
  );
});

test('what was read is written and read as the same', () => {
  fc.assert(
    fc.property(anyText, catalogues, (typed, catalogue) => {
      const context = { catalogue, zone: 'utc', now } as const;
      const read = parseQueryText(typed, context);
      if ('problems' in read) return;
      expect(parseQueryText(queryTextOf(read.filters, read.text, catalogue, 'utc'), context)).toEqual(read);
    }),
    { numRuns: 2000 },
  );
});

test('what nobody can read is written, and is a problem or the same', () => {
  fc.assert(
    fc.property(arbitraryFilters, (filters) => {
      const read = parseQueryText(queryTextOf(filters, '', auditLog, 'utc'), { catalogue: auditLog, zone: 'utc', now });
      if ('filters' in read) expect(read).toEqual({ text: '', filters: filters.map(normalForm) });
      else expect(read.problems).not.toEqual([]);
    }),
  );
});

const size = 'path:FileSizeBytes|Item.SizeInBytes';
test.each<[Filter, string]>([
  [{ field: 'user', op: 'contains', text: 'anna' }, 'user:anna'],
  [{ field: 'user', op: 'contains', text: 'two words' }, 'user:*"two words"*'],
  [{ field: 'user', op: 'is', values: ['anna@contoso.com'] }, 'user:"anna@contoso.com"'],
  [{ field: 'user', op: 'isNot', values: ['a', 'b'] }, '-user:("a" OR "b")'],
  [{ field: 'user', op: 'missing' }, '-user:*'],
  [{ field: 'operation', op: 'is', values: ['MailItemsAccessed'] }, 'op:MailItemsAccessed'],
  [{ field: 'operation', op: 'is', values: ['Accessed mailbox items'] }, 'op:"Accessed mailbox items"'],
  [{ field: 'operation', op: 'contains', text: 'MailItemsAccessed' }, 'op:*MailItemsAccessed*'],
  [{ field: 'recordType', op: 'is', values: ['OMEPortal'] }, 'type:OMEPortal'],
  [{ field: 'recordType', op: 'is', values: ['154'] }, 'type:"154"'],
  [{ field: 'ip', op: 'is', values: ['10.0.0.1'] }, 'ip:10.0.0.1'],
  [{ field: 'ip', op: 'contains', text: '10.0' }, 'ip:*10.0*'],
  [{ field: size, op: 'number', atLeast: 1e6 }, 'size:>=1000000'],
  [{ field: size, op: 'number', atLeast: justAbove(1000) }, 'size:>1000'],
  [{ field: size, op: 'number', atLeast: 5, atMost: 5 }, 'size:5'],
  [{ field: 'path:Length', op: 'number', atLeast: 5, atMost: 5 }, 'Length:5..5'],
  [{ field: 'path:User', op: 'exists' }, '"User":*'],
  [{ field: 'path:a b', op: 'exists' }, '"a b":*'],
  [{ field: 'path:["odata.type"]', op: 'exists' }, '["odata.type"]:*'],
  [{ field: 'item', op: 'matches', pattern: 'a/b', flags: 'i' }, 'item:/a\\/b/i'],
  [{ field: 'item', op: 'startsWith', text: '/sites' }, 'item:"/sites"*'],
  [{ field: 'user', op: 'sameAs', other: 'path:MailboxOwnerUPN' }, 'same:(user MailboxOwnerUPN)'],
  [{ field: 'time', op: 'between', from: '2026-11-14T00:00:00Z', to: '2026-11-15T00:00:00Z' }, 'on:2026-11-14'],
  [{ field: 'time', op: 'between', from: '2026-11-14T09:00:00Z', to: '2026-11-14T10:00:00Z' }, 'on:2026-11-14T09'],
  [
    { field: 'time', op: 'between', from: '2026-11-14T09:00:00Z', to: '2026-11-14T10:30:00Z' },
    'time:2026-11-14T09:00..2026-11-14T10:30',
  ],
  [{ field: 'time', op: 'between', from: '2026-11-14T00:00:00Z' }, 'after:2026-11-14'],
  [{ field: 'time', op: 'between', to: '2026-11-14T09:30:00.5Z' }, 'before:2026-11-14T09:30:00.500Z'],
  [{ field: 'time', op: 'outsideHours', from: '08:00', to: '18:00', zone: 'Europe/Berlin' }, 'outside:08:00-18:00@Europe/Berlin'],
  [{ op: 'text', text: 'offer' }, '("offer")'],
  [{ op: 'not', filter: { op: 'text', text: 'offer' } }, '-"offer"'],
  [{ op: 'not', filter: { op: 'not', filter: { field: 'user', op: 'contains', text: 'a' } } }, 'NOT -user:a'],
  [{ op: 'aside', filter: { field: 'user', op: 'contains', text: 'a' } }, 'aside:(user:a)'],
  [{ op: 'any', of: [] }, 'is:nothing'],
])('writes %j', (filter, written) => {
  expect(queryTextOf([filter], '', auditLog, 'utc')).toBe(written);
});

test.each([
  ['quarterly report', 'quarterly report "offer"'],
  ['a - b', 'a - b "offer"'],
  ['-draft', '"-draft" "offer"'],
  ['RE: "hi"', '"RE: \\"hi\\"" "offer"'],
  [' a', '" a" "offer"'],
])('writes the text “%s” before the filters', (text, written) => {
  expect(queryTextOf([{ op: 'text', text: 'offer' }], text, auditLog, 'utc')).toBe(written);
});
