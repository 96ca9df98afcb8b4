// Some of the rows of a set: a list as long as they are few, a bit for each row when they are many.

import { firstRow, type RowIndex, type RowList } from '~/engine/columns/numbers';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';

export class RowSet {
  /** Rows there were. */
  readonly end: number;
  #list: Uint32List<RowIndex> | undefined = new Uint32List<RowIndex>(4);
  #bits = noBits;
  #count = 0;

  constructor(end: number) {
    this.end = end;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#bits.byteLength + (this.#list?.array.byteLength ?? 0);
  }

  /** Rows come in ascending order, each once. */
  add(row: RowIndex): void {
    this.#count++;
    if (this.#list && this.#count * 32 <= this.end) {
      this.#list.push(row);
      return;
    }
    if (this.#list) {
      this.#bits = this.#asBits();
      this.#list = undefined;
    }
    setBit(this.#bits, row);
  }

  /** Those of `rows` that are in the set, in their order. */
  of(rows: RowList): RowList {
    const bits = this.#asBits();
    const kept = new Uint32ArrayOf<RowIndex>(Math.min(rows.length, this.#count));
    let to = 0;
    for (let i = 0; i < rows.length && to < kept.length; i++) {
      const row = rows[i] ?? firstRow;
      if (hasBit(bits, row)) kept[to++] = row;
    }
    return to < kept.length ? kept.slice(0, to) : kept;
  }

  /** Those of `rows` that are in none of the sets, in their order. */
  static outside(sets: readonly RowSet[], rows: RowList): RowList {
    const bits = new Uint32Array(Math.max(0, ...sets.map(({ end }) => (end >>> 5) + 1)));
    for (const set of sets) set.each((row) => setBit(bits, row));
    const others = new Uint32ArrayOf<RowIndex>(rows.length);
    let to = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? firstRow;
      if (!hasBit(bits, row)) others[to++] = row;
    }
    return others.slice(0, to);
  }

  /** In ascending order. */
  each(tell: (row: RowIndex) => void): void {
    if (this.#list) {
      for (let i = 0; i < this.#list.length; i++) tell(this.#list.array[i] ?? firstRow);
      return;
    }
    for (const [word, bits] of this.#bits.entries())
      for (let rest = bits; rest !== 0; rest &= rest - 1) tell((word * 32 + 31 - Math.clz32(rest & -rest)) as RowIndex);
  }

  #asBits(): Uint32Array<ArrayBuffer> {
    if (!this.#list) return this.#bits;
    const bits = new Uint32Array((this.end >>> 5) + 1);
    this.each((row) => setBit(bits, row));
    return bits;
  }
}

const noBits = new Uint32Array(0);

function setBit(bits: Uint32Array, row: RowIndex): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
}

function hasBit(bits: Uint32Array, row: RowIndex): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}
