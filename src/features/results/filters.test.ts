import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Filter } from '~/domain/view/filter';
import { describeSort, negated, withFilter } from './filters';

const ada: Filter = { field: 'user', op: 'is', values: ['ada'] };
const notAda: Filter = { field: 'user', op: 'isNot', values: ['ada'] };
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
  const late: Filter = { field: 'time', op: 'between', from: '2026-11-14T09:00:00Z' };
  expect(negated(late)).toEqual({ op: 'not', filter: late });
  expect(negated({ op: 'not', filter: late })).toEqual(late);
  expect(negated({ op: 'aside', filter: ada })).toEqual({ op: 'aside', filter: notAda });
});

test('says an order in words', () => {
  expect(describeSort(auditLog, [{ field: 'time', descending: true }])).toBe('Sorted by Date, descending');
  expect(describeSort(auditLog, [])).toMatch(/^Not sorted/);
});
