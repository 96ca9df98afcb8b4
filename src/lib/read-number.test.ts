import { expect, test } from 'vitest';
import { readNumber } from './read-number';

test.each([
  ['7', 7],
  [' -1.50 ', -1.5],
  ['+.5', 0.5],
  ['1e3', 1000],
])('reads %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', ' ', '0x10', '1,000', '1 2', 'NaN', 'Infinity', '.', '-', '7 MB'])('%j is no number', (text) => {
  expect(readNumber(text)).toBeUndefined();
});
