import { expect, test } from 'vitest';
import { chosenValues, negated, turnedAside, withChoice, withFilter, withTimeRange } from './change-filters';
import type { Filter } from './filter';

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

test('puts a filter aside and takes it up again', () => {
  expect(turnedAside(ada)).toEqual({ op: 'aside', filter: ada });
  expect(turnedAside({ op: 'aside', filter: ada })).toEqual(ada);
});

test('chooses values of a field in one filter each for what is asked for and what is shut out', () => {
  const late: Filter = { field: 'user', op: 'contains', text: 'a' };
  const both = withChoice(withChoice([late], 'user', 'ada', 'include'), 'user', 'bob', 'include');
  expect(both).toEqual([late, { field: 'user', op: 'is', values: ['ada', 'bob'] }]);
  const other = withChoice(both, 'user', 'ADA', 'exclude');
  expect(other).toEqual([late, { field: 'user', op: 'is', values: ['bob'] }, { field: 'user', op: 'isNot', values: ['ADA'] }]);
  expect(chosenValues(other, 'user')).toEqual({ included: ['bob'], excluded: ['ADA'] });
  expect(withChoice(other, 'user', 'cleo', 'only')).toEqual([late, { field: 'user', op: 'is', values: ['cleo'] }]);
  expect(withChoice(withChoice(other, 'user', 'bob', 'drop'), 'user', 'ada', 'drop')).toEqual([late]);
});

test('choosing a value brings filters that were doubled into one', () => {
  const doubled: Filter[] = [ada, { field: 'ip', op: 'missing' }, { field: 'user', op: 'is', values: ['bob'] }];
  expect(withChoice(doubled, 'user', 'cleo', 'include')).toEqual([
    { field: 'user', op: 'is', values: ['ada', 'bob', 'cleo'] },
    { field: 'ip', op: 'missing' },
  ]);
});

test('one range of time takes the place of another', () => {
  const range = { from: Date.parse('2026-11-14T09:00:00Z'), to: Date.parse('2026-11-14T10:00:00Z') };
  const within = withTimeRange([ada], range);
  expect(within[1]).toEqual({ field: 'time', op: 'between', from: '2026-11-14T09:00:00.000Z', to: '2026-11-14T10:00:00.000Z' });
  expect(withTimeRange(within, range)).toEqual(within);
  expect(withTimeRange(within, undefined)).toEqual([ada]);
});
