// Streams a file of any size piece by piece: one slice in work, the next being read. Where a piece ends says the splitter; a
// piece may be longer than a slice. Knows nothing of records.

import { readBlob } from './read-blob';
import { incomplete, type Splitter } from './splitter';

const sliceBytes = 4 * 1024 * 1024;
/** Of the next slice, at first, to end a piece that began in the one before. */
const stitchBytes = 64 * 1024;
/** A longer piece means that a quotation mark or a bracket was never closed. */
export const longestPieceBytes = 64 * 1024 * 1024;

/** The piece is `bytes[start..end)` and stands at `offset` of the file. */
export interface PiecePlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly line: number;
}

export interface PieceVisitor {
  piece(place: PiecePlace): void;
  /** After each slice; reading goes on when it resolves. */
  slice(bytesRead: number): Promise<void>;
}

/** Rejects with the signal's reason when aborted; pieces visited before stay visited. */
export async function readPieces(
  file: Blob,
  splitter: Splitter,
  from: { readonly offset: number; readonly line: number; readonly lineEnd?: number },
  signal: AbortSignal | undefined,
  visitor: PieceVisitor,
  bytesAtOnce = sliceBytes,
): Promise<void> {
  const lines = new LineCount(from.line, from.lineEnd);
  let read = Math.min(from.offset, file.size);
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
    // The piece that two slices share is put together on its own, so that a slice is never copied whole.
    let bytes = rest.length > 0 ? joined(rest, slice.subarray(0, stitchBytes)) : slice;
    let at = 0;
    for (;;) {
      const isStitched = bytes !== slice;
      const isWhole = !isStitched || bytes.length === rest.length + slice.length;
      const tooLong = bytes.length - at > longestPieceBytes;
      const after = at < bytes.length ? splitter.read(bytes, at, bytes.length, (last && isWhole) || tooLong) : incomplete;
      if (after === incomplete) {
        if (isWhole) break;
        bytes = joined(rest, slice.subarray(0, (bytes.length - rest.length) * 4));
        continue;
      }
      const offset = read - slice.length + at - (isStitched ? rest.length : 0);
      if (!splitter.isBlank) visitor.piece({ bytes, start: at, end: after, offset, line: lines.line });
      if (tooLong && splitter.isUnclosed) return;
      lines.pass(bytes, at, after);
      at = after;
      // Behind the shared piece, and whatever of the rest was complete with it, the slice itself is read.
      if (isStitched && at >= rest.length) {
        at -= rest.length;
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

/** Counts lines piece by piece. A line break far ahead is looked for once, not once per piece before it. */
class LineCount {
  line: number;
  #bytes: Uint8Array | undefined;
  /** The first line break not yet passed; -1 when there is none. */
  #feed = -1;

  readonly #lineEnd: number;

  constructor(line: number, lineEnd = 0x0a) {
    this.line = line;
    this.#lineEnd = lineEnd;
  }

  pass(bytes: Uint8Array, start: number, end: number): void {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#feed = bytes.indexOf(this.#lineEnd, start);
    }
    for (; this.#feed >= 0 && this.#feed < end; this.#feed = bytes.indexOf(this.#lineEnd, this.#feed + 1)) this.line++;
  }
}
