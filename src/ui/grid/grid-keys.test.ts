import { expect, test } from 'vitest';
import { type CellPosition, cellAfterKey, type PressedKey } from './grid-keys';

const plain: Omit<PressedKey, 'key'> = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
const size = { rows: 100, columns: 7, page: 11 };
const after = (key: string, from: CellPosition, held: Partial<PressedKey> = {}) =>
  cellAfterKey({ ...plain, ...held, key }, from, size);

test('arrows move by one cell and stop at the edges', () => {
  expect(after('ArrowDown', { row: 3, column: 2 })).toEqual({ row: 4, column: 2 });
  expect(after('ArrowDown', { row: 99, column: 2 })).toEqual({ row: 99, column: 2 });
  expect(after('ArrowLeft', { row: 3, column: 0 })).toEqual({ row: 3, column: 0 });
  expect(after('ArrowRight', { row: 3, column: 6 })).toEqual({ row: 3, column: 6 });
});

test('the arrow up reaches the header, k and Page Up stay in the rows', () => {
  expect(after('ArrowUp', { row: 0, column: 2 })).toEqual({ row: -1, column: 2 });
  expect(after('k', { row: 0, column: 2 })).toEqual({ row: 0, column: 2 });
  expect(after('PageUp', { row: 5, column: 2 })).toEqual({ row: 0, column: 2 });
});

test('pages keep one row of the page before in sight', () => {
  expect(after('PageDown', { row: 0, column: 0 })).toEqual({ row: 10, column: 0 });
});

test('Home and End go along the row, with Ctrl through the whole grid', () => {
  expect(after('End', { row: 3, column: 2 })).toEqual({ row: 3, column: 6 });
  expect(after('End', { row: 3, column: 2 }, { ctrlKey: true })).toEqual({ row: 99, column: 6 });
  expect(after('Home', { row: 3, column: 2 }, { ctrlKey: true })).toEqual({ row: 0, column: 0 });
});

test('other keys and held modifiers move nothing', () => {
  expect(after('x', { row: 3, column: 2 })).toBeUndefined();
  expect(after('ArrowRight', { row: 3, column: 2 }, { shiftKey: true })).toBeUndefined();
  expect(after('j', { row: 3, column: 2 }, { ctrlKey: true })).toBeUndefined();
});

test('without rows only the header is left', () => {
  expect(cellAfterKey({ ...plain, key: 'End', ctrlKey: true }, { row: -1, column: 0 }, { ...size, rows: 0 })).toEqual({
    row: -1,
    column: 6,
  });
  expect(cellAfterKey({ ...plain, key: 'k' }, { row: -1, column: 0 }, { ...size, rows: 0 })).toEqual({ row: -1, column: 0 });
});
