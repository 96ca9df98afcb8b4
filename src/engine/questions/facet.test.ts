import { expect, test } from 'vitest';
import type { RowIndex } from '~/engine/columns/numbers';
import { Records } from '~/engine/columns/records';
import { Uint32ArrayOf } from '~/lib/bytes';
import { countFacets } from './facet';

const noRest = async () => undefined;

async function facet(values: readonly string[], limit: number): Promise<string> {
  const records = new Records();
  const column = records.columns.get('item');
  for (const value of values) column?.push(column.codeOfText(value));
  const rows = new Uint32ArrayOf<RowIndex>(values.length);
  rows.set([...values.keys()] as RowIndex[]);
  const [counts] = await countFacets(records, [{ asked: { field: 'item', limit }, rows }], noRest);
  return (counts?.values ?? []).map(({ value, count }) => `${value} ${count}`).join(', ');
}

test('values that occur equally often stand in the order in which they are sorted, however few are wanted', async () => {
  const values = ['d', 'b', 'a', 'c', 'b', 'E', 'e', ''];
  expect(await facet(values, 10)).toBe('b 2, E 2, a 1, c 1, d 1');
  for (const limit of [0, 1, 2, 3, 4, 5])
    expect(await facet(values, limit)).toBe(['b 2', 'E 2', 'a 1', 'c 1', 'd 1'].slice(0, limit).join(', '));
});

test('of spellings that differ in case the most frequent one stands for all, and of equally frequent ones the first', async () => {
  expect(await facet(['x', 'X', 'Y', 'y', 'y', 'X', 'X'], 5)).toBe('X 4, y 3');
  expect(await facet(['q', 'Q'], 5)).toBe('Q 2');
});

test('a field without values has no facets', async () => {
  expect(await facet(['', ''], 5)).toBe('');
});
