// One search for a text among the rows that pass some filters: first in what is displayed, then in the records as they came. It is
// shared by every view that asks for the same, whatever the order of its rows, and goes on only as long as somebody asks for more.

import { searchKept } from '~/engine/apart/search';
import { firstRow, type RowIndex, type RowList, type WritableByRow } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { Uint32ArrayOf } from '~/lib/bytes';
import { RowSet } from './row-set';
import type { TextQuery } from './text-query';
import { excluded, found, open, searchColumns } from './text-search';

export class TextHits {
  readonly #state: WritableByRow<number> & Uint8Array;
  readonly #work: ReturnType<typeof searchKept>;
  #count: number;
  #searched = 0;

  /** Of the rows below `end` those in `rows` are looked into. Looks through the columns before it returns. */
  constructor(records: Records, query: TextQuery, rows: RowList, end: number) {
    this.#state = new Uint8Array(end).fill(excluded);
    for (let i = 0; i < rows.length; i++) this.#state[rows[i] ?? firstRow] = open;
    this.#count = searchColumns(records, query, this.#state);
    this.#work = searchKept(records.kept, query, this.#state, (record) => {
      // Records are kept in the order of rows.
      const { bytes, format } = records.raw(record as RowIndex);
      return format.searchText(bytes, 0, bytes.length);
    });
  }

  get count(): number {
    return this.#count;
  }

  /** Rows there were when it began. */
  get end(): number {
    return this.#state.length;
  }

  /** How many of them have been looked into, or need not be. */
  get searched(): number {
    return this.#searched;
  }

  get isDone(): boolean {
    return this.#searched >= this.#state.length;
  }

  /** Looks into more of them, for some milliseconds. */
  more(): void {
    const { done, value } = this.#work.next();
    if (done) this.#searched = this.#state.length;
    else {
      this.#count += value.found;
      this.#searched = Math.min(value.searched, this.#state.length - 1);
    }
  }

  /** All that was found so far. */
  asSet(): RowSet {
    const rows = new RowSet(this.end);
    for (let row = firstRow; row < this.#state.length; row++) if (this.#state[row] === found) rows.add(row);
    return rows;
  }

  /** Those of `rows` found so far, in their order. */
  of(rows: RowList): RowList {
    const kept = new Uint32ArrayOf<RowIndex>(Math.min(this.#count, rows.length));
    let to = 0;
    for (let i = 0; i < rows.length && to < kept.length; i++) {
      const row = rows[i] ?? firstRow;
      if (this.#state[row] === found) kept[to++] = row;
    }
    return to < kept.length ? kept.slice(0, to) : kept;
  }
}
