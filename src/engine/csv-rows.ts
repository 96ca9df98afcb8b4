// Reads CSV (RFC 4180) row by row from bytes. Quotes are undone while scanning, into one buffer that is reused for the next
// row, so a cell is a range of bytes and a row makes no strings. Lines end with LF or CRLF; quoted cells may span lines.
// Tolerates text behind a closing quote and quotes inside unquoted cells: they are part of the cell.

import { decodeText } from '~/lib/bytes';
import { incomplete, type Splitter } from './file-pieces';

/** Texts that lie one behind the other in one buffer; cell `i` is `[starts[i], ends[i])`. */
export interface Cells {
  readonly text: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly cellCount: number;
}

export class CsvRows implements Cells, Splitter {
  /** The unquoted bytes of the row read last. */
  text = new Uint8Array(0);
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  cellCount = 0;
  /** Whether the row ended inside an open quotation mark: the file is cut off or damaged. */
  isUnclosed = false;
  readonly #delimiter: number;

  /** `delimiter` is a byte: comma, semicolon or tab. */
  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  read(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    if (this.text.length < end - at) this.text = new Uint8Array(end - at);
    const { text, starts, ends } = this;
    const delimiter = this.#delimiter;
    let cells = 0;
    let p = at;
    let to = 0;
    this.isUnclosed = false;
    for (;;) {
      starts[cells] = to;
      if (p < end && bytes[p] === 0x22) {
        p++;
        for (;;) {
          while (p < end) {
            const byte = bytes[p] ?? 0;
            if (byte === 0x22) break;
            text[to++] = byte;
            p++;
          }
          if (p >= end) {
            if (!last) return incomplete;
            this.isUnclosed = true;
            break;
          }
          // At a quote: the second of a pair, or the end of the cell. At the end of the bytes nobody can tell yet.
          if (p + 1 >= end && !last) return incomplete;
          if (p + 1 < end && bytes[p + 1] === 0x22) {
            text[to++] = 0x22;
            p += 2;
          } else {
            p++;
            break;
          }
        }
      }
      let byte = 0x0a;
      while (p < end) {
        byte = bytes[p] ?? 0;
        if (byte === delimiter || byte === 0x0a || (byte === 0x0d && (p + 1 >= end || bytes[p + 1] === 0x0a))) break;
        text[to++] = byte;
        p++;
      }
      ends[cells++] = to;
      if (p < end && byte === delimiter) {
        p++;
        continue;
      }
      this.cellCount = cells;
      if (p >= end) return last ? end : incomplete;
      if (byte === 0x0a) return p + 1;
      // A carriage return at the end of the bytes: its line feed may follow.
      if (p + 1 >= end) return last ? end : incomplete;
      return p + 2;
    }
  }

  /** A line with nothing on it is no row. */
  get isBlank(): boolean {
    return this.cellCount === 1 && this.ends[0] === 0;
  }

  cell(index: number): string {
    return index < this.cellCount ? decodeText(this.text, this.starts[index], this.ends[index]) : '';
  }

  cells(): string[] {
    return Array.from({ length: this.cellCount }, (_, i) => this.cell(i));
  }
}
