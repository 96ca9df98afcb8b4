import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { justAbove, justBelow } from '~/lib/next-number';
import { describeFilter, describeSort } from './describe-filter';
import type { Filter } from './filter';

const from = '2026-11-14T09:00:00Z';
const to = '2026-11-14T10:00:00Z';
const size = 'path:FileSizeBytes|Item.SizeInBytes';
test.each<[Filter, string]>([
  [{ field: 'user', op: 'isNot', values: ['bob'] }, 'User is not bob'],
  [{ field: 'ip', op: 'is', values: [''] }, 'IP address is empty'],
  [{ field: 'user', op: 'is', values: ['a', 'b', 'c', 'd'] }, 'User is a, b and 2 more'],
  [{ field: 'path:Item.Path', op: 'contains', text: 'offer' }, 'Item.Path contains “offer”'],
  [{ field: 'detail', op: 'exists' }, 'Detail has a value'],
  [{ field: 'detail', op: 'missing' }, 'Detail has no value'],
  [{ field: 'ip', op: 'inRange', range: '10.0.0.0/8' }, 'IP address is in 10.0.0.0/8'],
  [{ field: size, op: 'number', atLeast: 1e6 }, 'Size in bytes is at least 1,000,000'],
  [{ field: size, op: 'number', atMost: 1.125 }, 'Size in bytes is at most 1.125'],
  [{ field: size, op: 'number', atLeast: 0, atMost: 9 }, 'Size in bytes is between 0 and 9'],
  [{ field: size, op: 'number', atLeast: justAbove(1000) }, 'Size in bytes is more than 1,000'],
  [{ field: size, op: 'number', atMost: justBelow(1000) }, 'Size in bytes is less than 1,000'],
  [{ field: size, op: 'number' }, 'Size in bytes is a number'],
  [{ field: 'time', op: 'between', from, to }, 'Date from 2026-11-14 09:00:00 to 2026-11-14 10:00:00 (UTC)'],
  [{ field: 'time', op: 'between', from }, 'Date from 2026-11-14 09:00:00 on (UTC)'],
  [{ field: 'time', op: 'between', to }, 'Date before 2026-11-14 10:00:00 (UTC)'],
  [
    { field: 'time', op: 'outsideHours', from: '08:00', to: '18:00', zone: 'Europe/Berlin' },
    'Date outside 08:00 to 18:00 on weekdays (Europe/Berlin)',
  ],
  [{ field: 'user', op: 'startsWith', text: 'svc' }, 'User begins with “svc”'],
  [{ field: 'user', op: 'endsWith', text: '.com' }, 'User ends with “.com”'],
  [{ field: 'item', op: 'matches', pattern: 'a.c', flags: 'i' }, 'Item matches /a.c/i'],
  [{ field: 'user', op: 'sameAs', other: 'item' }, 'User is the same as Item'],
  [{ op: 'text', text: 'offer' }, 'Text “offer”'],
  [{ op: 'not', filter: { op: 'text', text: 'offer' } }, 'Not Text “offer”'],
  [{ op: 'aside', filter: { op: 'text', text: 'offer' } }, 'Text “offer”'],
  [{ op: 'any', of: [] }, 'Nothing'],
  [
    {
      op: 'any',
      of: [
        {
          op: 'all',
          of: [
            { field: 'ip', op: 'missing' },
            { field: 'item', op: 'exists' },
          ],
        },
        { field: 'ip', op: 'exists' },
      ],
    },
    '(IP address has no value and Item has a value) or IP address has a value',
  ],
])('says %j in words', (filter, words) => {
  expect(describeFilter(auditLog, filter, 'utc')).toBe(words);
});

test('says a filter as its source calls the field', () => {
  expect(describeFilter(mailboxLog, { field: 'path:LogonType', op: 'is', values: ['Delegate'] }, 'utc')).toBe(
    'Logon type is Delegate',
  );
});

test('says an order in words', () => {
  expect(describeSort(auditLog, [{ field: 'time', descending: true }])).toBe('Sorted by Date, descending');
  expect(describeSort(auditLog, [])).toMatch(/^Not sorted/);
});

test('of very many alternatives the first three are named', () => {
  const of = Array.from({ length: 50 }, (_, at): Filter => ({ op: 'text', text: `10.0.0.${at}`, whole: true }));
  expect(describeFilter(auditLog, { op: 'any', of }, 'utc')).toBe(
    'Whole text “10.0.0.0” or Whole text “10.0.0.1” or Whole text “10.0.0.2” or 47 more',
  );
});
