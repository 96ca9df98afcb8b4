// Numbers pairs of numbers in the order in which they first come up, by open addressing; the tables hold numbers only. Of which kind
// the halves are, whoever makes one may say.

import { grownTable, Uint32ArrayOf, Uint32List } from '~/lib/bytes';

export class PairIndex<First extends number = number, Second extends number = number> {
  readonly #firsts = new Uint32List<First>();
  readonly #seconds = new Uint32List<Second>();
  /** Number + 1; 0 is free. */
  #table = new Uint32ArrayOf<number>(2048);

  get size(): number {
    return this.#firsts.length;
  }

  /** The first halves, by number. */
  get firsts(): Uint32ArrayOf<First> {
    return this.#firsts.array;
  }

  /** The pair's number, new (then it is the last) or known. Both halves are below 2 ** 32. */
  numberOf(first: First, second: Second): number {
    const firsts = this.#firsts.array;
    const seconds = this.#seconds.array;
    const table = this.#table;
    const mask = table.length - 1;
    let at = hashOf(first, second) & mask;
    for (let entry = table[at] ?? 0; entry !== 0; entry = table[at] ?? 0) {
      if (firsts[entry - 1] === first && seconds[entry - 1] === second) return entry - 1;
      at = (at + 1) & mask;
    }
    const number = this.size;
    table[at] = number + 1;
    this.#firsts.push(first);
    this.#seconds.push(second);
    if (this.size * 2 > table.length) this.#table = grownTable(table, (entry) => this.#hashOf(entry - 1));
    return number;
  }

  #hashOf(number: number): number {
    return hashOf(this.#firsts.array[number] ?? 0, this.#seconds.array[number] ?? 0);
  }
}

function hashOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
