// Streams a CSV file of any size row by row: one slice in work, the next being read. Knows nothing of records.

import type { CsvHeader } from './csv-header';
import { CsvRows, incomplete } from './csv-rows';
import { readBlob } from './raw-store';

const sliceBytes = 4 * 1024 * 1024;
/** Of the next slice, at first, to end a row that began in the one before. */
const stitchBytes = 64 * 1024;
/** A longer row means that a quotation mark was never closed. */
const longestRowBytes = 64 * 1024 * 1024;

/** The row is `bytes[start..end)`, its line break included, and stands at `offset` of the file. */
export interface RowPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly line: number;
}

export interface CsvVisitor {
  row(rows: CsvRows, place: RowPlace): void;
  /** After each slice; reading goes on when it resolves. */
  slice(bytesRead: number): Promise<void>;
}

/** Blank lines are skipped. Rejects with the signal's reason when aborted; rows visited before stay visited. */
export async function readCsv(
  file: Blob,
  header: CsvHeader,
  signal: AbortSignal | undefined,
  visitor: CsvVisitor,
  bytesAtOnce = sliceBytes,
): Promise<void> {
  const rows = new CsvRows(header.delimiter);
  let line = header.rowsLine;
  let read = Math.min(header.rowsAt, file.size);
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  let next = readBlob(file, read, Math.min(read + bytesAtOnce, file.size));
  for (let last = false; !last; ) {
    const slice = await next;
    read += slice.length;
    last = read >= file.size;
    if (!last) {
      next = readBlob(file, read, Math.min(read + bytesAtOnce, file.size));
      // A failure is met by the `await` above; should the loop end before it, nobody needs to hear of it.
      next.catch(() => undefined);
    }
    // The row that two slices share is put together on its own, so that a slice is never copied whole.
    let bytes = rest.length > 0 ? joined(rest, slice.subarray(0, stitchBytes)) : slice;
    let at = 0;
    for (;;) {
      const isStitched = bytes !== slice;
      const isWhole = !isStitched || bytes.length === rest.length + slice.length;
      const tooLong = bytes.length - at > longestRowBytes;
      const after = at < bytes.length ? rows.read(bytes, at, bytes.length, (last && isWhole) || tooLong) : incomplete;
      if (after === incomplete) {
        if (isWhole) break;
        bytes = joined(rest, slice.subarray(0, (bytes.length - rest.length) * 4));
        continue;
      }
      const offset = read - slice.length + at - (isStitched ? rest.length : 0);
      if (!rows.isBlank) visitor.row(rows, { bytes, start: at, end: after, offset, line });
      if (tooLong && rows.openQuote) return;
      line += countLines(bytes, at, after);
      at = after;
      if (isStitched) {
        at = after - rest.length;
        bytes = slice;
      }
    }
    rest = bytes.slice(at);
    await visitor.slice(read);
    signal?.throwIfAborted();
  }
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function countLines(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let p = bytes.indexOf(0x0a, start); p >= 0 && p < end; p = bytes.indexOf(0x0a, p + 1)) count++;
  return count;
}
