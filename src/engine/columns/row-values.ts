// One field of the records of a view as numbers, the same for values that differ only in case: what grouping and counting
// distinct values work with. Every record has a time, told apart by the second as it is shown, and an id, told apart as ids are.

import type { FieldRef } from '~/domain/catalogue/fields';
import { formatTime } from '~/lib/time';
import { PairIndex } from './pair-index';
import type { Records } from './records';
import type { RowIndex } from './rows';

export interface RowValues {
  /** By row; 0 where there is no value. */
  readonly numbers: Uint32Array;
  /** Above the highest number. */
  readonly size: number;
  /** The value as this record spells it. */
  text(row: RowIndex): string;
}

/** For `rows`, all below `end`. Columns by path must be filled. */
export async function rowValues(
  records: Records,
  field: FieldRef,
  rows: Uint32Array,
  end: RowIndex,
  rest: () => Promise<void>,
): Promise<RowValues> {
  const numbers = new Uint32Array(end);
  const column = records.columns.get(field);
  if (column) {
    const { codes, dictionary, folded } = column;
    while (!folded.step()) await rest();
    const foldedCodes = folded.array;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      numbers[row] = foldedCodes[codes[row] ?? 0] ?? 0;
    }
    return { numbers, size: dictionary.size, text: (row) => dictionary.text(codes[row] ?? 0) };
  }
  if (field === 'id') {
    const { ids } = records;
    const numberOf = (row: RowIndex) => (ids.areUnique ? row : (ids.namesakes(row)[0] ?? row)) + 1;
    for (let i = 0; i < rows.length; i++) numbers[rows[i] ?? 0] = numberOf(rows[i] ?? 0);
    // The first of namesakes can be a fuller copy that came later.
    return { numbers, size: records.count + 1, text: (row) => ids.text(row) };
  }
  const times = records.times.array;
  const seconds = new PairIndex();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const second = Math.floor((times[row] ?? 0) / 1000);
    numbers[row] = seconds.numberOf(Math.floor(second / 2 ** 32) >>> 0, second >>> 0) + 1;
  }
  return { numbers, size: seconds.size + 1, text: (row) => formatTime(times[row] ?? 0, 'utc') };
}
