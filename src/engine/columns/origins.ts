// Where each record came from: its source, which is a search, a file or a log, and its page, line or entry there. Rows of one
// source stand together, so a source is known by its first row.

import type { RecordPlace } from '~/domain/record/record-place';
import { formatOf, type RecordFormat, type WrittenAs } from '~/engine/apart/record-format';
import { Uint32List } from '~/lib/bytes';
import type { GrowingByRow, RowIndex } from './numbers';

/** Where a copy of a record stood. */
export interface Origin {
  /** In the order in which sources came. */
  readonly source: number;
  /** The number of the page, line or entry, from 1. */
  readonly line: number;
}

/** What records come from. Plain data, so that it can be kept with them. */
export interface RecordOrigin extends Omit<RecordPlace, 'number'> {
  readonly written: WrittenAs;
}

export function placeIn({ source, part }: RecordOrigin, number: number): RecordPlace {
  return { source, part, number };
}

export interface Source {
  readonly origin: RecordOrigin;
  readonly format: RecordFormat;
  readonly firstRow: number;
}

export class Origins {
  readonly #sources: Source[] = [];
  readonly #lines: GrowingByRow<number> = new Uint32List();

  /** Records that come next are from there. */
  begin(origin: RecordOrigin): void {
    if (this.#sources.at(-1)?.origin === origin) return;
    this.#sources.push({ origin, format: formatOf(origin.written), firstRow: this.#lines.length });
  }

  /** Of a record that comes next. */
  next(line: number): Origin {
    return { source: this.#sources.length - 1, line };
  }

  /** In the order in which they came. */
  get sources(): readonly Source[] {
    return this.#sources;
  }

  /** Lines of records that come next. */
  append(lines: ArrayLike<number>): void {
    this.#lines.append(lines);
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
    return placeIn(this.#source(source).origin, line);
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
