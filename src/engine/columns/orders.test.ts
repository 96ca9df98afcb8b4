import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SortKey } from '~/domain/view/result-view';
import type { RowList } from './numbers';
import { Orders } from './orders';

const byTime: SortKey = { field: 'time', descending: true };
const list = (rows: readonly number[]) => Uint32Array.from(rows) as RowList;

test('part of a kept order is that part in that order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(99), { minLength: 1 }),
      fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }),
      (some, chosen) => {
        const order = some.map((_, i) => i).sort((a, b) => (some[a] ?? 0) - (some[b] ?? 0));
        const wanted = order.filter((row) => chosen[row]);
        fc.pre(wanted.length * 16 >= order.length);
        const orders = new Orders();
        orders.keep(byTime, list(order), order.length);
        const rows = list(wanted).sort();
        expect(orders.apply(byTime, rows, order.length)).toBe(true);
        expect([...rows]).toEqual(wanted);
      },
    ),
  );
});

test('an order is known for its field and direction, and until records arrive', () => {
  const orders = new Orders();
  orders.keep(byTime, list([2, 0, 1]), 3);
  const rows = list([0, 1, 2]);
  expect(orders.apply({ field: 'time', descending: false }, rows, 3)).toBe(false);
  expect(orders.apply({ field: 'user', descending: true }, rows, 3)).toBe(false);
  expect(orders.apply(byTime, list([0, 1, 2, 3]), 4)).toBe(false);
  expect([...rows]).toEqual([0, 1, 2]);
  expect(orders.apply(byTime, rows, 3)).toBe(true);
  expect([...rows]).toEqual([2, 0, 1]);
});

test('a kept order is a copy', () => {
  const orders = new Orders();
  const sorted = list([1, 0]);
  orders.keep(byTime, sorted, 2);
  sorted.fill(7);
  const rows = list([0, 1]);
  orders.apply(byTime, rows, 2);
  expect([...rows]).toEqual([1, 0]);
});

test('an order of all rows but some is known as long as no rows come', () => {
  const orders = new Orders();
  orders.keep(byTime, list([3, 0, 1]), 4);
  const [all, some] = [list([0, 1, 3]), list([1, 3])];
  expect(orders.apply(byTime, all, 4)).toBe(true);
  expect(orders.apply(byTime, some, 4)).toBe(true);
  expect([[...all], [...some]]).toEqual([
    [3, 0, 1],
    [3, 1],
  ]);
  expect(orders.apply(byTime, all, 3)).toBe(false);
});
