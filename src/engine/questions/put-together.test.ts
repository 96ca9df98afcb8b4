import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIndex, RowList, ValueNumber } from '~/engine/columns/numbers';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import { putTogether } from './put-together';

const rowCount = 40;
const rowsGiven = fc.subarray(Array.from({ length: rowCount }, (_, row) => row)).chain((rows) => fc.shuffledSubarray(rows));
// Few values, of numbers that fit together into 32 bits, or only just, or not at all.
const fields = fc.array(
  fc.constantFrom(4, 2 ** 16, 2 ** 31, 2 ** 32).chain((size) =>
    fc.record({
      size: fc.constant(size),
      numbers: fc.array(fc.constantFrom(0, 1, 2, size - 2, size - 1), { minLength: rowCount, maxLength: rowCount }),
    }),
  ),
  { maxLength: 3 },
);

test('rows that are alike in all fields are one group, in the order in which they were given', async () => {
  await fc.assert(
    fc.asyncProperty(rowsGiven, fields, async (given, wanted) => {
      const { rows, starts } = await putTogether(rowList(given), wanted.map(valuesOf), async () => {});
      const groups = Array.from(starts.subarray(1), (end, group) => [...rows.subarray(starts[group], end)].map(Number));
      const expected = new Map<string, number[]>();
      for (const row of given) {
        const key = wanted.map(({ numbers }) => numbers[row] ?? 0);
        if (!key.includes(0)) expected.set(`${key}`, [...(expected.get(`${key}`) ?? []), row]);
      }
      const byFirst = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
      expect(groups.sort(byFirst)).toEqual([...expected.values()].sort(byFirst));
    }),
    { numRuns: 500 },
  );
});

function rowList(rows: readonly number[]): RowList {
  const list: RowList = new Uint32ArrayOf<RowIndex>(rows.length);
  for (const [i, row] of rows.entries()) list[i] = row as RowIndex;
  return list;
}

function valuesOf({ size, numbers }: { readonly size: number; readonly numbers: readonly number[] }): RowValues {
  const filled = new Uint32ArrayOf<ValueNumber>(numbers.length);
  for (const [i, number] of numbers.entries()) filled[i] = number as ValueNumber;
  return { numbers: filled, size, text: String };
}
