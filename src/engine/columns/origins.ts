// Where each record came from: its source, which is a search, a file or a log, and its page, line or entry there. Rows of one
// source stand together, so a source is known by its first row.

import type { RecordPlace } from '~/domain/record/record-place';
import type { RecordFormat } from '~/engine/raw/record-format';
import { Uint32List } from '~/lib/bytes';
import type { GrowingByRow, RowIndex } from './numbers';

/** Where a copy of a record stood. */
export interface Origin {
  /** In the order in which sources came. */
  readonly source: number;
  /** The number of the page, line or entry, from 1. */
  readonly line: number;
}

interface Source {
  readonly format: RecordFormat;
  readonly firstRow: number;
}

export class Origins {
  readonly #sources: Source[] = [];
  readonly #lines: GrowingByRow<number> = new Uint32List();

  /** Records that come next are written in this format. */
  begin(format: RecordFormat): void {
    if (this.#sources.at(-1)?.format !== format) this.#sources.push({ format, firstRow: this.#lines.length });
  }

  /** Of a record that comes next. */
  next(line: number): Origin {
    return { source: this.#sources.length - 1, line };
  }

  push(line: number): void {
    this.#lines.push(line);
  }

  of(row: RowIndex): Origin {
    return { source: this.#sourceOf(row), line: this.#lines.array[row] ?? 0 };
  }

  /** How a record is written. */
  format(row: RowIndex): RecordFormat {
    return this.#source(this.#sourceOf(row)).format;
  }

  place({ source, line }: Origin): RecordPlace {
    return this.#source(source).format.place(line);
  }

  #sourceOf(row: RowIndex): number {
    let low = 0;
    let high = this.#sources.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#sources[middle]?.firstRow ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #source(at: number): Source {
    const source = this.#sources[at];
    if (!source) throw new RangeError(`there is no source ${at}`);
    return source;
  }
}
