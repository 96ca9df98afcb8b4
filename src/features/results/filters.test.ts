import { expect, test } from 'vitest';
import type { Filter } from '~/domain/result-view';
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
  expect(negated({ field: 'time', op: 'between', values: [] })).toBeUndefined();
  expect(negated({ field: 'time', op: 'outsideHours', values: [] })).toBeUndefined();
});

test('says a filter in words', () => {
  expect(describeFilter(notBob, 'utc')).toBe('User is not bob');
  expect(describeFilter({ field: 'ip', op: 'is', values: [''] }, 'utc')).toBe('IP address is empty');
  expect(describeFilter({ ...ada, values: ['a', 'b', 'c', 'd'] }, 'utc')).toBe('User is a, b and 2 more');
  expect(describeFilter({ field: 'time', op: 'between', values: ['2026-11-14T09:00:00Z', '2026-11-14T10:00:00Z'] }, 'utc')).toBe(
    'Date from 2026-11-14 09:00:00 to 2026-11-14 10:00:00 (UTC)',
  );
  expect(describeFilter({ field: 'time', op: 'outsideHours', values: ['08:00', '18:00', 'Europe/Berlin'] }, 'utc')).toBe(
    'Date outside 08:00 to 18:00 on weekdays (Europe/Berlin)',
  );
});

test('says an order in words', () => {
  expect(describeSort([{ field: 'time', descending: true }])).toBe('Sorted by Date, descending');
  expect(describeSort([])).toMatch(/^Not sorted/);
});
