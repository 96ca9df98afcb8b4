// The values of a dictionary but for case: each code leads to the code of the first value that is the same in lower case. Worked
// out once per distinct value, in small steps; values that came later are added when next needed.

import { asciiLower, encodeText, grownTable, Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import type { ByteDictionary } from './byte-dictionary';
import { type ByCode, type Code, noCode } from './numbers';

/** Values handled in one step: a few milliseconds. */
const stepSize = 32_768;

export class FoldedCodes {
  readonly #dictionary: ByteDictionary;
  readonly #codes = new Uint32List<Code>();
  readonly #hashes = new Uint32List();
  /** Open addressing; 0 is free. */
  #table = new Uint32ArrayOf<Code>(2048);
  #used = 0;

  constructor(dictionary: ByteDictionary) {
    this.#dictionary = dictionary;
    this.#codes.push(noCode);
    this.#hashes.push(0);
  }

  /** By code, for every code there was when `step` last answered `true`. */
  get array(): ByCode<Code> {
    return this.#codes.array;
  }

  /** Does a little of what is left to do; `true` when there is nothing left. */
  step(): boolean {
    const to = Math.min(this.#codes.length + stepSize, this.#dictionary.size);
    // The codes before have been folded.
    for (let code = this.#codes.length as Code; code < to; code++) this.#codes.push(this.#fold(code));
    return this.#codes.length === this.#dictionary.size;
  }

  #fold(code: Code): Code {
    const { bytes, start, end } = this.#lower(code);
    let hash = 0x811c9dc5;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ (asciiLower[bytes[p] ?? 0] ?? 0), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    this.#hashes.push(hash);
    const mask = this.#table.length - 1;
    let at = hash & mask;
    for (let known = this.#table[at] ?? noCode; known !== 0; known = this.#table[at] ?? noCode) {
      if (this.#hashes.array[known] === hash && this.#areAlike(known, code)) return known;
      at = (at + 1) & mask;
    }
    this.#table[at] = code;
    this.#used++;
    if (this.#used * 2 > this.#table.length) this.#table = grownTable(this.#table, (known) => this.#hashes.array[known] ?? 0);
    return code;
  }

  /** The value in lower case, but for ASCII letters. */
  #lower(code: Code): { readonly bytes: Uint8Array; readonly start: number; readonly end: number } {
    const dictionary = this.#dictionary;
    if (!dictionary.hasDisplay) {
      return { bytes: dictionary.arena, start: dictionary.keyStart(code), end: dictionary.end(code) };
    }
    // The sort key is of what is shown, which can be the same for different values.
    const bytes = encodeText(dictionary.text(code).toLowerCase());
    return { bytes, start: 0, end: bytes.length };
  }

  #areAlike(a: Code, b: Code): boolean {
    const one = this.#lower(a);
    const other = this.#lower(b);
    if (one.end - one.start !== other.end - other.start) return false;
    for (let p = one.start, q = other.start; p < one.end; p++, q++) {
      if (asciiLower[one.bytes[p] ?? 0] !== asciiLower[other.bytes[q] ?? 0]) return false;
    }
    return true;
  }
}
