// What came again: where else a record stood, and which rows were taken by a fuller copy of their record. Rows never change, so
// a fuller copy is a row of its own, and the one it stands for is left out of every view that is opened from then on. Costs
// nothing until a record comes again, then 20 bytes each time.
//
//   latest   row -> its latest copy + 1      copies   [ source, line, the copy before + 1, row, rows by then ]
//   taken    row -> 1 where a fuller copy came, later it is `before` of that one's row

import { Uint32List } from '~/lib/bytes';
import { firstRow, type RowIndex } from './numbers';
import type { Origin } from './origins';

/** A copy of a record that changed nothing. */
export interface Duplicate {
  readonly row: RowIndex;
  readonly origin: Origin;
  /** How many rows there were when it came. */
  readonly after: number;
}

/** In place of how many rows there were: it was a row. */
const taken = 0xffffffff;

export class Copies {
  readonly #sources = new Uint32List(16);
  readonly #lines = new Uint32List(16);
  readonly #before = new Uint32List(16);
  readonly #rows = new Uint32List<RowIndex>(16);
  readonly #after = new Uint32List(16);
  readonly #rowsBefore = new Map<RowIndex, RowIndex>();
  #latest = new Uint32Array(0);
  #taken = new Uint8Array(0);

  /** How many rows were taken by a fuller copy. */
  get takenCount(): number {
    return this.#rowsBefore.size;
  }

  isTaken(row: RowIndex): boolean {
    return this.#taken[row] === 1;
  }

  /** Of places where copies stood, those of rows that were taken included. */
  get length(): number {
    return this.#sources.length;
  }

  /** The copy at this place, in the order in which they came; `undefined` for a row that was taken. */
  duplicate(at: number): Duplicate | undefined {
    const after = this.#after.array[at] ?? taken;
    if (after === taken) return undefined;
    const origin = { source: this.#sources.array[at] ?? 0, line: this.#lines.array[at] ?? 0 };
    return { row: this.#rows.array[at] ?? firstRow, origin, after };
  }

  /** The record of a row stood here, too, as it turned out when there were so many rows. */
  add({ row, origin, after }: Duplicate): void {
    this.#add(row, origin, after);
  }

  #add(row: RowIndex, { source, line }: Origin, after: number): void {
    if (row >= this.#latest.length) this.#latest = grown(this.#latest, new Uint32Array((row + 1) * 2));
    this.#sources.push(source);
    this.#lines.push(line);
    this.#rows.push(row);
    this.#after.push(after);
    this.#before.push(this.#latest[row] ?? 0);
    this.#latest[row] = this.#before.length;
  }

  /** Another row stands for the record of this one, which stood here; what is known of its copies is known of that one's. */
  take(row: RowIndex, by: RowIndex, place: Origin): void {
    if (row >= this.#taken.length) this.#taken = grown(this.#taken, new Uint8Array((row + 1) * 2));
    this.#taken[row] = 1;
    this.#rowsBefore.set(by, row);
    this.#add(row, place, taken);
    const latest = this.#latest[row] ?? 0;
    this.#latest[row] = this.#before.array[latest - 1] ?? 0;
    if (by >= this.#latest.length) this.#latest = grown(this.#latest, new Uint32Array((by + 1) * 2));
    this.#latest[by] = latest;
  }

  /** The row that stood for the record before. */
  rowBefore(row: RowIndex): RowIndex | undefined {
    return this.#rowsBefore.get(row);
  }

  /** In the order in which they came. */
  of(row: RowIndex): readonly Origin[] {
    const copies: Origin[] = [];
    for (let at = this.#latest[row] ?? 0; at !== 0; at = this.#before.array[at - 1] ?? 0)
      copies.push({ source: this.#sources.array[at - 1] ?? 0, line: this.#lines.array[at - 1] ?? 0 });
    // What a fuller copy took the place of came before others that were added earlier.
    return copies.reverse().sort((a, b) => a.source - b.source || a.line - b.line);
  }
}

function grown<Numbers extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
