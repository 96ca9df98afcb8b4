import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import type { Filter } from '~/domain/view/result-view';
import { describeFilter, describeSort, negated, withFilter } from './filters';

const ada: Filter = { field: 'user', op: 'is', values: ['ada'] };
const notBob: Filter = { field: 'user', op: 'isNot', values: ['bob'] };

test('adds a filter once', () => {
  expect(withFilter(withFilter([], ada), ada)).toEqual([ada]);
});

test('values that are shut out of one field stand together', () => {
  expect(withFilter([ada, notBob], { field: 'user', op: 'isNot', values: ['cleo'] })).toEqual([
    ada,
    { field: 'user', op: 'isNot', values: ['bob', 'cleo'] },
  ]);
});

test('turns round what has an opposite', () => {
  expect(negated(ada)).toEqual({ ...ada, op: 'isNot' });
  expect(negated(notBob)).toEqual({ ...notBob, op: 'is' });
  expect(negated({ field: 'user', op: 'missing' })).toEqual({ field: 'user', op: 'exists' });
  expect(negated({ field: 'user', op: 'exists' })).toEqual({ field: 'user', op: 'missing' });
  expect(negated({ field: 'time', op: 'between' })).toBeUndefined();
  expect(negated({ field: 'time', op: 'outsideHours', from: '08:00', to: '18:00', zone: 'UTC' })).toBeUndefined();
});

const from = '2026-11-14T09:00:00Z';
const to = '2026-11-14T10:00:00Z';
const size = 'path:FileSizeBytes|Item.SizeInBytes';
test.each<[Filter, string]>([
  [notBob, 'User is not bob'],
  [{ field: 'ip', op: 'is', values: [''] }, 'IP address is empty'],
  [{ ...ada, values: ['a', 'b', 'c', 'd'] }, 'User is a, b and 2 more'],
  [{ field: 'path:Item.Path', op: 'contains', text: 'offer' }, 'Item.Path contains “offer”'],
  [{ field: 'detail', op: 'exists' }, 'Detail has a value'],
  [{ field: 'detail', op: 'missing' }, 'Detail has no value'],
  [{ field: 'ip', op: 'inRange', range: '10.0.0.0/8' }, 'IP address is in 10.0.0.0/8'],
  [{ field: size, op: 'number', atLeast: 1e6 }, 'Size in bytes is at least 1,000,000'],
  [{ field: size, op: 'number', atMost: 1.125 }, 'Size in bytes is at most 1.125'],
  [{ field: size, op: 'number', atLeast: 0, atMost: 9 }, 'Size in bytes is between 0 and 9'],
  [{ field: size, op: 'number' }, 'Size in bytes is a number'],
  [{ field: 'time', op: 'between', from, to }, 'Date from 2026-11-14 09:00:00 to 2026-11-14 10:00:00 (UTC)'],
  [{ field: 'time', op: 'between', from }, 'Date from 2026-11-14 09:00:00 on (UTC)'],
  [{ field: 'time', op: 'between', to }, 'Date before 2026-11-14 10:00:00 (UTC)'],
  [
    { field: 'time', op: 'outsideHours', from: '08:00', to: '18:00', zone: 'Europe/Berlin' },
    'Date outside 08:00 to 18:00 on weekdays (Europe/Berlin)',
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
