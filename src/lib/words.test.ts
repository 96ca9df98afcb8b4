import { expect, test } from 'vitest';
import { allOf, anyOf, counted, formatNumber, megabytes, plural } from './words';

test('numbers have thousands separators', () => {
  expect([0, 999, 1204, 1_000_000].map(formatNumber)).toEqual(['0', '999', '1,204', '1,000,000']);
});

test('only one is one', () => {
  expect([0, 1, 2, 1001].map((count) => counted(count, 'record'))).toEqual([
    '0 records',
    '1 record',
    '2 records',
    '1,001 records',
  ]);
  expect([0, 1, 2].map((count) => plural(count, 'entry', 'entries'))).toEqual(['entries', 'entry', 'entries']);
});

test('lists end with a word and without a comma before it', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(allOf)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(anyOf(['a', 'b', 'c'])).toBe('a, b or c');
});

test('small files have a digit more', () => {
  expect([0, 412_000, 9_960_000, 48_200_000].map(megabytes)).toEqual(['0.0 MB', '0.4 MB', '10.0 MB', '48 MB']);
});
