// Reads CSV (RFC 4180) row by row from bytes. Quotes are undone while scanning, into one buffer that is reused for the next
// row, so a cell is a range of bytes and a row makes no strings. Lines end with LF or CRLF, in some files with CR; quoted cells may
// span lines. Tolerates text behind a closing quote and quotes inside unquoted cells: they are part of the cell. But where a quote
// is missing, a row that swallows the next ends where that begins.

import { decodeText } from '~/lib/bytes';
import type { Cells } from './cells';
import { incomplete, type Splitter } from './splitter';

/** How a file of CSV is written. */
export interface CsvDialect {
  /** A byte: comma, semicolon, tab. */
  readonly delimiter: number;
  /** LF, which may follow a CR; or CR. */
  readonly lineEnd: number;
}

export class CsvRows implements Cells, Splitter {
  /** The unquoted bytes of the row read last. */
  text = new Uint8Array(0);
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  cellCount = 0;
  /** Where the contents of each cell begin and end in the bytes that the row was read from, and whether quotes are around them. */
  readonly rawStarts: number[] = [];
  readonly rawEnds: number[] = [];
  readonly isQuoted: boolean[] = [];
  /** Whether quoted cells have nothing behind their closing quote: then cells and what is between them say the whole row. */
  isExact = false;
  /** Whether the row ended inside an open quotation mark: the file is cut off or damaged. */
  isUnclosed = false;
  /** Whether the row lacks a quotation mark and was ended where the next begins. */
  isCut = false;
  readonly #delimiter: number;
  readonly #lineEnd: number;
  readonly #width: number;
  /** Where a closing quote is followed by something else: perhaps it opens a cell of another row. -1 where there is none. */
  #doubt = -1;
  /** The cell whose quote that is, or that is never closed; -1 for none. */
  #doubtedCell = -1;
  #probe: CsvRows | undefined;

  /** `width` is the number of cells of a row by which the next is known where a quote is missing; 0 never looks for it. */
  constructor({ delimiter, lineEnd }: CsvDialect, width = 0) {
    this.#delimiter = delimiter;
    this.#lineEnd = lineEnd;
    this.#width = width;
  }

  read(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    const after = this.#readRow(bytes, at, end, last);
    this.isCut = false;
    if (this.#width === 0 || this.#doubtedCell < 0) return after;
    const limit = after !== incomplete ? after : this.#doubt < 0 ? end : this.#doubt;
    const next = this.#findNextRow(bytes, at, limit, end, last);
    if (next === undefined) return after;
    if (next === incomplete) return incomplete;
    this.isCut = true;
    this.isUnclosed = false;
    return next;
  }

  #readRow(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    if (this.text.length < end - at) this.text = new Uint8Array(end - at);
    const { text, starts, ends } = this;
    const delimiter = this.#delimiter;
    const lineEnd = this.#lineEnd;
    let cells = 0;
    let p = at;
    let to = 0;
    this.isUnclosed = false;
    this.isExact = true;
    this.#doubt = -1;
    this.#doubtedCell = -1;
    for (;;) {
      starts[cells] = to;
      const isQuoted = p < end && bytes[p] === 0x22;
      this.isQuoted[cells] = isQuoted;
      this.rawStarts[cells] = isQuoted ? p + 1 : p;
      let behindQuote = -1;
      if (isQuoted) {
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
            if (this.#doubt < 0) this.#doubtedCell = cells;
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
        behindQuote = p;
        const next = p < end ? bytes[p] : lineEnd;
        if (this.#doubt < 0 && next !== delimiter && next !== lineEnd && next !== 0x0d) {
          this.#doubt = p;
          this.#doubtedCell = cells;
        }
      }
      let byte = lineEnd;
      while (p < end) {
        byte = bytes[p] ?? 0;
        if (byte === delimiter || byte === lineEnd || (byte === 0x0d && (p + 1 >= end || bytes[p + 1] === 0x0a))) break;
        text[to++] = byte;
        p++;
      }
      if (isQuoted && (behindQuote !== p || this.isUnclosed)) this.isExact = false;
      this.rawEnds[cells] = isQuoted ? p - 1 : p;
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
      return bytes[p + 1] === 0x0a ? p + 2 : p + 1;
    }
  }

  /**
   * The first line behind the one at `at`, and before `limit`, that is a row as rows should be, or lacks a quotation mark in the
   * same cell. Of lines that are none, no more is read than a few times what stands between, so that no file takes quadratic time.
   */
  #findNextRow(bytes: Uint8Array, at: number, limit: number, end: number, last: boolean): number | undefined {
    this.#probe ??= new CsvRows({ delimiter: this.#delimiter, lineEnd: this.#lineEnd });
    const probe = this.#probe;
    let budget = (limit - at) * 8 + 65_536;
    for (let next = this.#nextLine(bytes, at); next > 0 && next < limit && budget > 0; next = this.#nextLine(bytes, next)) {
      const after = probe.#readRow(bytes, next, end, last);
      if (after === incomplete) return incomplete;
      if (probe.#doubtedCell < 0 ? probe.cellCount === this.#width : probe.#doubtedCell === this.#doubtedCell) return next;
      budget -= after - next;
    }
    return undefined;
  }

  /** 0 when there is none. */
  #nextLine(bytes: Uint8Array, at: number): number {
    return bytes.indexOf(this.#lineEnd, at) + 1;
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
