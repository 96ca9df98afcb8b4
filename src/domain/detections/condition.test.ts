import { expect, test } from 'vitest';
import type { Filter } from '~/domain/view/filter';
import { because, compiled } from './compiled.fixture';

const is = (...values: string[]): Filter => ({ field: 'path:A', op: 'is', values });
const selections = { sel_a: { A: 'a' }, sel_b: { A: 'b' }, _c: { A: 'c' } };

test.for<[condition: string | string[], filter: Filter]>([
  ['sel_a', is('a')],
  ['not sel_a', { op: 'not', filter: is('a') }],
  ['sel_a or sel_b and _c', { op: 'any', of: [is('a'), { op: 'all', of: [is('b'), is('c')] }] }],
  ['(sel_a or sel_b) and _c', { op: 'all', of: [{ op: 'any', of: [is('a'), is('b')] }, is('c')] }],
  ['not sel_a and sel_b', { op: 'all', of: [{ op: 'not', filter: is('a') }, is('b')] }],
  ['sel_a AND NOT (sel_b)', { op: 'all', of: [is('a'), { op: 'not', filter: is('b') }] }],
  ['1 of sel_*', { op: 'any', of: [is('a'), is('b')] }],
  ['all of *_*', { op: 'all', of: [is('a'), is('b'), is('c')] }],
  ['1 of them', { op: 'any', of: [is('a'), is('b')] }],
  ['all of them', { op: 'all', of: [is('a'), is('b')] }],
  ['not 1 of s*_b', { op: 'not', filter: is('b') }],
  [['sel_a', 'sel_b'], { op: 'any', of: [is('a'), is('b')] }],
])('%s', ([condition, filter]) => {
  expect(compiled({ ...selections, condition })).toEqual(filter);
});

test.for<[condition: string, reason: string]>([
  ['sel_c', 'names sel_c in its condition, and describes nothing of that name.'],
  ['constructor', 'names constructor in its condition, and describes nothing of that name.'],
  ['1 of filter_*', 'asks for 1 of filter_*, and describes nothing of such a name.'],
  ['2 of sel_*', 'asks for 2 of sel_*; Ledgerline knows 1 of and all of.'],
  ['sel_a and', 'has a condition that Ledgerline cannot read: sel_a and'],
  ['sel_a sel_b', 'has a condition that Ledgerline cannot read: sel_a sel_b'],
  ['(sel_a', 'has a condition that Ledgerline cannot read: ( sel_a'],
  ['sel_a)', 'has a condition that Ledgerline cannot read: sel_a )'],
  ['all of', 'has a condition that Ledgerline cannot read: all of'],
  [
    'sel_a | count() by UserId > 5',
    'counts in its condition (sel_a | count() by UserId > 5), as older rules do. Write what it counts as a correlation of the type event_count or value_count.',
  ],
])('the condition %s is refused', ([condition, reason]) => {
  expect(compiled({ ...selections, condition })).toEqual(because(reason));
});

test('brackets without end are refused', () => {
  for (const condition of ['('.repeat(9_000), 'not '.repeat(2_000), `${'('.repeat(500)}sel_a${')'.repeat(500)}`])
    expect(compiled({ ...selections, condition })).toEqual([
      expect.stringContaining('has a condition that Ledgerline cannot read'),
    ]);
});
