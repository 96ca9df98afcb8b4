// One field of the records of a view as numbers, the same for values that differ only in case: what grouping and counting
// distinct values work with. Every record has a time, told apart by the second as it is shown, and an id, told apart as ids are.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import { formatTime } from '~/lib/time';
import { columnOf } from './derived-column';
import type { DictionaryColumn } from './dictionary-column';
import { fillColumns, isFilled } from './fill-columns';
import {
  type ByRow,
  type Code,
  firstRow,
  noCode,
  type RowIndex,
  type RowList,
  type ValueNumber,
  type WritableByRow,
} from './numbers';
import { PairIndex } from './pair-index';
import { areFew, partOfColumn } from './path-column';
import type { Ranks } from './ranks';
import type { Records } from './records';

export interface RowValues {
  readonly numbers: ByRow<ValueNumber>;
  /** Above the highest number. */
  readonly size: number;
  /** The value as this record spells it. */
  text(row: RowIndex): string;
  /** What values are sorted by; absent for times and ids. */
  readonly ranked?: { readonly ranks: Ranks; readonly codes: ByRow<Code> };
}

/** For `rows`, all below `end`. Answers for these fields and no others. */
export async function valuesOfFields(
  records: Records,
  fields: readonly FieldRef[],
  rows: RowList,
  end: number,
  rest: () => Promise<void>,
): Promise<(field: FieldRef) => RowValues> {
  const inColumns = fields.filter((field) => needsColumn(records, field, rows, end));
  await fillColumns(records, inColumns, end, rest);
  const known = new Map<FieldRef, RowValues>();
  for (const field of new Set(fields)) {
    known.set(field, await rowValues(records, field, rows, end, rest));
    await rest();
  }
  return (field) => {
    const values = known.get(field);
    if (!values) throw new RangeError(`nothing was asked of ${field}`);
    return values;
  };
}

/** Whether it takes a column by path that is filled for all rows below `end`. */
function needsColumn(records: Records, field: FieldRef, rows: RowList, end: number): boolean {
  if (auditDataPath(field) === undefined) return true;
  const isBegun = (records.columns.get(field)?.length ?? 0) > 0;
  return isBegun || !areFew(rows, end);
}

/** Columns by path must be filled where `needsColumn` says so. */
async function rowValues(
  records: Records,
  field: FieldRef,
  rows: RowList,
  end: number,
  rest: () => Promise<void>,
): Promise<RowValues> {
  const filled: WritableByRow<number> = new Uint32Array(end);
  // Each of the ways below fills in a number for each value, and 0 for none.
  const numbers: ByRow<ValueNumber> = filled as WritableByRow<ValueNumber>;
  const known = await codesFor(records, field, rows, end, rest);
  if (known) {
    const {
      column: { dictionary, folded, ranks },
      codes,
    } = known;
    while (!folded.step()) await rest();
    const foldedCodes = folded.array;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? firstRow;
      filled[row] = foldedCodes[codes[row] ?? noCode] ?? 0;
    }
    return { numbers, size: dictionary.size, text: (row) => dictionary.text(codes[row] ?? noCode), ranked: { ranks, codes } };
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

/** `undefined` for fields that are no columns. */
async function codesFor(
  records: Records,
  field: FieldRef,
  rows: RowList,
  end: number,
  rest: () => Promise<void>,
): Promise<{ readonly column: DictionaryColumn; readonly codes: ByRow<Code> } | undefined> {
  if (isFilled(records, field, end)) {
    const column = columnOf(records, field);
    return column && { column, codes: column.codes };
  }
  const part = partOfColumn(records, field);
  await part.read(rows, end, rest);
  return { column: part.column, codes: part.codes };
}
