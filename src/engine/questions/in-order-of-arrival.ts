import { firstRow, type RowIndex, type RowList, type WritableByRow } from '~/engine/columns/numbers';
import { Uint32ArrayOf } from '~/lib/bytes';

/** The rows of a view, all below `end`, ascending. It may be the view itself. */
export function inOrderOfArrival(view: RowList, end: number): RowList {
  let i = 1;
  while (i < view.length && (view[i] ?? 0) > (view[i - 1] ?? 0)) i++;
  if (i >= view.length) return view;
  const isThere: WritableByRow<number> = new Uint8Array(end);
  for (i = 0; i < view.length; i++) isThere[view[i] ?? firstRow] = 1;
  const rows = new Uint32ArrayOf<RowIndex>(view.length);
  for (let row = firstRow, to = 0; to < rows.length; row++) if (isThere[row] === 1) rows[to++] = row;
  return rows;
}
