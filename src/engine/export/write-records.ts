// The records of a view, written one by one in its order and handed out in pieces.

import { firstRow, type RowIndex, type RowList } from '~/engine/columns/numbers';
import { ByteList } from '~/lib/bytes';

const pieceBytes = 256 * 1024;

/** What `write` appends belongs to the row; nothing leaves it out. */
export async function* writeRecords(
  rows: RowList,
  rest: () => Promise<void>,
  write: (row: RowIndex, to: ByteList) => void,
): AsyncGenerator<Uint8Array> {
  const piece = new ByteList(pieceBytes * 2);
  for (let i = 0; i < rows.length; i++) {
    write(rows[i] ?? firstRow, piece);
    if (piece.length < pieceBytes) continue;
    yield piece.take();
    await rest();
  }
  yield piece.take();
}
