// One field of the records of a view as numbers, the same for values that differ only in case: what grouping and counting
// distinct values work with. Every record has a time, told apart by the second as it is shown, and an id, told apart as ids are.

import type { FieldRef } from '~/domain/catalogue/fields';
import { formatTime } from '~/lib/time';
import { type ByRow, firstRow, noCode, type RowIndex, type RowList, type ValueNumber, type WritableByRow } from './numbers';
import { PairIndex } from './pair-index';
import type { Records } from './records';

export interface RowValues {
  readonly numbers: ByRow<ValueNumber>;
  /** Above the highest number. */
  readonly size: number;
  /** The value as this record spells it. */
  text(row: RowIndex): string;
}

/** For `rows`, all below `end`. Columns by path must be filled. */
export async function rowValues(
  records: Records,
  field: FieldRef,
  rows: RowList,
  end: number,
  rest: () => Promise<void>,
): Promise<RowValues> {
  const filled: WritableByRow<number> = new Uint32Array(end);
  // Each of the ways below fills in a number for each value, and 0 for none.
  const numbers: ByRow<ValueNumber> = filled as WritableByRow<ValueNumber>;
  const column = records.columns.get(field);
  if (column) {
    const { codes, dictionary, folded } = column;
    while (!folded.step()) await rest();
    const foldedCodes = folded.array;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? firstRow;
      filled[row] = foldedCodes[codes[row] ?? noCode] ?? 0;
    }
    return { numbers, size: dictionary.size, text: (row) => dictionary.text(codes[row] ?? noCode) };
  }
  if (field === 'id') {
    const { ids } = records;
    const numberOf = (row: RowIndex) => (ids.areUnique ? row : (ids.namesakes(row)[0] ?? row)) + 1;
    for (let i = 0; i < rows.length; i++) filled[rows[i] ?? firstRow] = numberOf(rows[i] ?? firstRow);
    // The first of namesakes can be a fuller copy that came later.
    return { numbers, size: records.count + 1, text: (row) => ids.text(row) };
  }
  const times = records.times.array;
  const seconds = new PairIndex();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    const second = Math.floor((times[row] ?? 0) / 1000);
    filled[row] = seconds.numberOf(Math.floor(second / 2 ** 32) >>> 0, second >>> 0) + 1;
  }
  return { numbers, size: seconds.size + 1, text: (row) => formatTime(times[row] ?? 0, 'utc') };
}
