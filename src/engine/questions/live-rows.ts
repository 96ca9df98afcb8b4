import { firstRow, type RowIndex, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { Uint32ArrayOf } from '~/lib/bytes';

/** All rows below `end`, ascending; of each record the row of its fullest copy. */
export function liveRows({ copies }: Records, end: number): RowList {
  const rows = new Uint32ArrayOf<RowIndex>(end);
  if (copies.takenCount === 0) {
    for (let row = firstRow; row < end; row++) rows[row] = row;
    return rows;
  }
  let count = 0;
  for (let row = firstRow; row < end; row++) if (!copies.isTaken(row)) rows[count++] = row;
  return rows.slice(0, count);
}
