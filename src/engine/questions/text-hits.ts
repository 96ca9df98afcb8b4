// One search for a text among the rows that pass some filters. It is shared by every view that asks for the same, whatever the
// order of its rows, and goes on only as long as somebody asks for more.

import { firstRow, type RowIndex, type RowList, type WritableByRow } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RawSpan } from '~/engine/raw/raw-store';
import { Uint32ArrayOf } from '~/lib/bytes';
import { TextQuery } from './text-query';
import { excluded, found, open, searchColumns, searchSpan } from './text-search';

/** Spans grow from the first, so that the first hits come at once, to the last, at which Blobs read fastest. */
const firstSpanBytes = 1024 * 1024;
const lastSpanBytes = 32 * 1024 * 1024;
/** Closed rows of this many bytes end a span: reading past them costs more than a read of its own. */
const gapBytes = 256 * 1024;

interface OpenSpan extends RawSpan {
  readonly from: RowIndex;
  readonly to: number;
}

export class TextHits {
  readonly #records: Records;
  readonly #query: TextQuery;
  readonly #state: WritableByRow<number> & Pick<Uint8Array, 'indexOf'>;
  #count: number;
  /** The first row that has not been looked into. */
  #row: RowIndex;
  #spanBytes = firstSpanBytes;
  /** Read while the span before is searched: reading takes as long as searching. */
  #next: Promise<OpenSpan> | undefined;
  #step: Promise<void> | undefined;

  /** Of the rows below `end` those in `rows` are looked into. Looks through the columns before it returns. */
  constructor(records: Records, text: string, rows: RowList, end: number) {
    this.#records = records;
    this.#query = new TextQuery(text);
    this.#state = new Uint8Array(end).fill(excluded);
    for (let i = 0; i < rows.length; i++) this.#state[rows[i] ?? firstRow] = open;
    this.#count = searchColumns(records, this.#query, this.#state);
    this.#row = this.#nextOpen(0);
  }

  get count(): number {
    return this.#count;
  }

  /** Rows there were when it began. */
  get end(): number {
    return this.#state.length;
  }

  /** Rows that have been looked into, beginning with the first. */
  get searched(): number {
    return this.#row;
  }

  get isDone(): boolean {
    return this.#row >= this.#state.length;
  }

  /** Looks into the next rows: a step of some milliseconds for all who ask for it meanwhile. */
  more(): Promise<void> {
    this.#step ??= this.#search().finally(() => {
      this.#step = undefined;
    });
    return this.#step;
  }

  /** Those of `rows` found so far, in their order. */
  of(rows: RowList): RowList {
    const kept = new Uint32ArrayOf<RowIndex>(this.#count);
    for (let i = 0, to = 0; i < rows.length && to < kept.length; i++) {
      const row = rows[i] ?? firstRow;
      if (this.#state[row] === found) kept[to++] = row;
    }
    return kept;
  }

  async #search(): Promise<void> {
    if (this.isDone) return;
    const span = await (this.#next ?? this.#openSpan(this.#row));
    this.#spanBytes = Math.min(this.#spanBytes * 2, lastSpanBytes);
    const row = this.#nextOpen(span.to);
    this.#next = row < this.#state.length ? this.#openSpan(row) : undefined;
    this.#next?.catch(() => undefined);
    this.#count += searchSpan(this.#records, this.#query, this.#state, span, span.from, span.to);
    this.#row = row;
  }

  /** `row` and the open rows that are worth reading together with it. */
  async #openSpan(row: RowIndex): Promise<OpenSpan> {
    const to = this.#lastOpenNear(row) + 1;
    return { ...(await this.#records.raw.readSpan(row, to)), from: row, to };
  }

  /** From there on; the row behind the last when there is none. */
  #nextOpen(from: number): RowIndex {
    const row = this.#state.indexOf(open, from);
    return (row < 0 ? this.#state.length : row) as RowIndex;
  }

  #lastOpenNear(row: RowIndex): RowIndex {
    const { raw } = this.#records;
    const end = raw.spanEnd(row, this.#spanBytes, this.#state.length);
    let last = row;
    for (let next = (row + 1) as RowIndex; next < end; next++) {
      if (this.#state[next] !== open) continue;
      if (raw.address(next) - raw.address(last) > gapBytes) break;
      last = next;
    }
    return last;
  }
}
