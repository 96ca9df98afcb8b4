// The raw records of a view, read many at a time in the order they lie, written one by one and handed out in the order of the view.

import { firstRow, type RowIndex, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RecordFormat } from '~/engine/raw/record-format';
import { ByteList } from '~/lib/bytes';

const pieceBytes = 256 * 1024;
/** Raw bytes of the records read together: many neighbours in the file, whatever the order of the view. */
const batchBytes = 24 * 1024 * 1024;
const spanBytes = 8 * 1024 * 1024;
/** Reading across a gap of this size costs less than a second read. */
const gapBytes = 128 * 1024;
/** Raw bytes of the records written between two pauses. */
const stepBytes = 256 * 1024;

/** The raw record is `bytes[start..end)`. What is appended to `to` belongs to it; nothing leaves it out. */
export type WriteRecord = (
  row: RowIndex,
  format: RecordFormat,
  bytes: Uint8Array,
  start: number,
  end: number,
  to: ByteList,
) => void;

export async function* writeRecords(
  records: Records,
  rows: RowList,
  rest: () => Promise<void>,
  write: WriteRecord,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < rows.length; ) {
    let to = from;
    for (let bytes = 0; to < rows.length && bytes < batchBytes; to++) bytes += records.raw.size(rows[to] ?? firstRow);
    yield* writeBatch(records, rows.subarray(from, to), rest, write);
    from = to;
  }
}

async function* writeBatch(
  records: Records,
  rows: RowList,
  rest: () => Promise<void>,
  write: WriteRecord,
): AsyncGenerator<Uint8Array> {
  const { raw } = records;
  const byAddress = Uint32Array.from(rows, (_, i) => i).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
  const rowAt = (i: number) => rows[byAddress[i] ?? 0] ?? firstRow;
  const written = new ByteList(batchBytes + (batchBytes >> 2));
  const starts = new Uint32Array(rows.length);
  const ends = new Uint32Array(rows.length);
  let step = 0;
  for (let i = 0; i < byAddress.length; ) {
    const first = rowAt(i);
    const limit = raw.spanEnd(first, spanBytes, records.count);
    let next = i + 1;
    while (next < byAddress.length && rowAt(next) < limit && raw.address(rowAt(next)) - raw.address(rowAt(next - 1)) <= gapBytes)
      next++;
    const { bytes, address, format } = await raw.readSpan(first, rowAt(next - 1) + 1);
    for (; i < next; i++) {
      const row = rowAt(i);
      const start = raw.address(row) - address;
      const place = byAddress[i] ?? 0;
      starts[place] = written.length;
      write(row, format, bytes, start, start + raw.size(row), written);
      ends[place] = written.length;
      step += raw.size(row);
      if (step < stepBytes) continue;
      await rest();
      step = 0;
    }
  }
  const piece = new ByteList(pieceBytes * 2);
  for (let i = 0; i < rows.length; i++) {
    piece.append(written.array, starts[i], ends[i]);
    if (piece.length >= pieceBytes) yield piece.take();
  }
  yield piece.take();
}
