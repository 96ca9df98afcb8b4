// The place of each dictionary entry in sorted order, so that sorting records never compares texts. Numbers come first, in their
// order as numbers; what else there is, and numbers of one size, by displayed text in lower case, then as displayed, both by code
// point. Entries shown alike share a rank. "No value" ranks last. Worked out in small steps, in idle time or when first needed; entries that came later are sorted and merged in.

import { asciiLower, Uint32ArrayOf } from '~/lib/bytes';
import { readNumber } from '~/lib/read-number';
import type { ByteDictionary } from './byte-dictionary';
import { type ByCode, type Code, firstRank, noCode, type Rank, type WritableByCode } from './numbers';
import { sortByNumber } from './radix';

/** Entries handled between two yields: about a millisecond. */
const stepSize = 4096;

interface RankByCode extends ByCode<Rank> {
  map(key: (rank: Rank) => number): ByCode<number>;
}

export class Ranks {
  readonly #dictionary: ByteDictionary;
  #order = new Uint32ArrayOf<Code>(0);
  #ranks: RankByCode = new Uint32ArrayOf<Rank>(1);
  #work: Generator<void, void> | undefined;
  /** Of codes whose text is one. */
  readonly #numbers = new Map<Code, number>();

  constructor(dictionary: ByteDictionary) {
    this.#dictionary = dictionary;
  }

  /** Does a little of what is left to do; `true` when there is nothing left. */
  step(): boolean {
    if (this.#ranks.length === this.#dictionary.size) return true;
    this.#work ??= this.#rank(this.#dictionary.size);
    if (this.#work.next().done) this.#work = undefined;
    return false;
  }

  /** Rank by code; the rank of code 0 is the highest. */
  all(): RankByCode {
    while (!this.step());
    return this.#ranks;
  }

  *#rank(size: number): Generator<void, void> {
    const known = this.#order;
    // Codes have no gaps: those behind the known ones are fresh.
    const fresh = Uint32Array.from({ length: size - 1 - known.length }, (_, i) => known.length + 1 + i) as Uint32ArrayOf<Code>;
    yield* this.#sort(fresh);
    const order = known.length === 0 ? fresh : yield* this.#merge(known, fresh);
    const ranks: RankByCode & WritableByCode<Rank> = new Uint32ArrayOf<Rank>(size);
    let rank = firstRank;
    for (let i = 0; i < order.length; i++) {
      const code = order[i] ?? noCode;
      const shownAlike = this.#dictionary.hasDisplay && compareCodes(this.#dictionary, order[i - 1] ?? noCode, code, 0) === 0;
      if (i > 0 && !shownAlike) rank++;
      ranks[code] = rank;
      if (i % stepSize === stepSize - 1) yield;
    }
    ranks[noCode] = (rank + 1) as Rank;
    this.#order = order;
    this.#ranks = ranks;
  }

  /** In place. */
  *#sort(codes: Uint32ArrayOf<Code>): Generator<void, void> {
    const count = yield* this.#numbersFirst(codes);
    yield* sortCodes(this.#dictionary, codes.subarray(count));
    const numbers = codes.slice(0, count);
    yield* sortCodes(this.#dictionary, numbers);
    for (const half of [0, 1] as const) {
      const keys = new Uint32Array(count);
      for (let i = 0; i < count; i++) keys[i] = orderedHalf(this.#numbers.get(numbers[i] ?? noCode) ?? 0, half);
      sortByNumber(numbers, keys);
      yield;
    }
    codes.set(numbers);
  }

  /** Brings the codes of numbers to the front, and says how many there are. */
  *#numbersFirst(codes: Uint32ArrayOf<Code>): Generator<void, number> {
    const dictionary = this.#dictionary;
    let count = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] ?? noCode;
      if (i % stepSize === stepSize - 1) yield;
      if (!mayBeNumber(dictionary.arena, dictionary.keyStart(code), dictionary.end(code))) continue;
      const number = readNumber(dictionary.displayText(code));
      if (number === undefined) continue;
      this.#numbers.set(code, number);
      codes[i] = codes[count] ?? noCode;
      codes[count++] = code;
    }
    return count;
  }

  *#merge(a: Uint32ArrayOf<Code>, b: Uint32ArrayOf<Code>): Generator<void, Uint32ArrayOf<Code>> {
    const merged = new Uint32ArrayOf<Code>(a.length + b.length);
    let i = 0;
    let j = 0;
    for (let to = 0; to < merged.length; to++) {
      const fromA = j >= b.length || (i < a.length && this.#compare(a[i] ?? noCode, b[j] ?? noCode) <= 0);
      merged[to] = (fromA ? a[i++] : b[j++]) ?? noCode;
      if (to % stepSize === stepSize - 1) yield;
    }
    return merged;
  }

  #compare(a: Code, b: Code): number {
    const one = this.#numbers.get(a);
    const other = this.#numbers.get(b);
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
      return compareCodes(this.#dictionary, a, b, 0);
    }
    // Infinity has no difference from itself.
    return one === other ? compareCodes(this.#dictionary, a, b, 0) : one - other;
  }
}

/** Printable ASCII that stands in no number. */
const isInNone = new Uint8Array(256).fill(1, 0x21, 0x7f);
for (const char of '0123456789+-.eE') isInNone[char.charCodeAt(0)] = 0;

/** Tells most texts, ids above all, from numbers without reading them. */
function mayBeNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if (isInNone[bytes[p] ?? 0] === 1) return false;
  return end > start;
}

const double = new DataView(new ArrayBuffer(8));

/** The lower or the higher 32 bits of a number, changed so that they stand in the order of numbers. */
function orderedHalf(number: number, half: 0 | 1): number {
  // Zero has two spellings.
  double.setFloat64(0, number + 0);
  const isNegative = double.getInt32(0) < 0;
  const bits = double.getUint32(half === 1 ? 0 : 4);
  return (isNegative ? ~bits : half === 1 ? bits | 0x80000000 : bits) >>> 0;
}

/**
 * Three-way radix quicksort on four bytes of the sort keys at a time (Bentley and Sedgewick, "Fast algorithms for sorting and
 * searching strings", 1997), in place. Long common beginnings, such as site addresses, cost little.
 */
function* sortCodes(dictionary: ByteDictionary, codes: Uint32ArrayOf<Code>): Generator<void, void> {
  const words = new Uint32Array(codes.length);
  const open: { from: number; to: number; depth: number; loaded: boolean }[] = [
    { from: 0, to: codes.length, depth: 0, loaded: false },
  ];
  let handled = 0;
  for (let part = open.pop(); part; part = open.pop()) {
    const { from, to, depth, loaded } = part;
    handled += to - from;
    if (handled > stepSize) {
      handled = 0;
      yield;
    }
    if (to - from <= 10) {
      insertionSort(dictionary, codes, from, to, depth);
      continue;
    }
    if (!loaded) loadWords(dictionary, codes, words, from, to, depth);
    const pivot = medianOfThree(words[from] ?? 0, words[(from + to) >>> 1] ?? 0, words[to - 1] ?? 0);
    let low = from;
    let high = to;
    for (let i = from; i < high; ) {
      const word = words[i] ?? 0;
      if (word < pivot) swap(codes, words, i++, low++);
      else if (word > pivot) swap(codes, words, i, --high);
      else i++;
    }
    open.push({ from, to: low, depth, loaded: true }, { from: high, to, depth, loaded: true });
    // A zero byte: these keys have ended (or hold a NUL, which the full comparison sorts out).
    if ((pivot & 0xff) === 0) codes.subarray(low, high).sort((a, b) => compareCodes(dictionary, a, b, 0));
    else open.push({ from: low, to: high, depth: depth + 4, loaded: false });
  }
}

function loadWords(
  dictionary: ByteDictionary,
  codes: Uint32ArrayOf<Code>,
  words: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  const arena = dictionary.arena;
  for (let i = from; i < to; i++) {
    const code = codes[i] ?? noCode;
    const start = dictionary.keyStart(code) + depth;
    const end = Math.min(start + 4, dictionary.end(code));
    let word = 0;
    for (let p = start; p < end; p++) word = (word << 8) | (asciiLower[arena[p] ?? 0] ?? 0);
    words[i] = start >= end ? 0 : word << ((4 - (end - start)) * 8);
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(codes: Uint32ArrayOf<Code>, words: Uint32Array, i: number, j: number): void {
  const code = codes[i] ?? noCode;
  const word = words[i] ?? 0;
  codes[i] = codes[j] ?? noCode;
  words[i] = words[j] ?? 0;
  codes[j] = code;
  words[j] = word;
}

function insertionSort(dictionary: ByteDictionary, codes: Uint32ArrayOf<Code>, from: number, to: number, depth: number): void {
  for (let i = from + 1; i < to; i++) {
    const code = codes[i] ?? noCode;
    let at = i;
    while (at > from && compareCodes(dictionary, codes[at - 1] ?? noCode, code, depth) > 0) {
      codes[at] = codes[at - 1] ?? noCode;
      at--;
    }
    codes[at] = code;
  }
}

/** By sort key from `depth` on (before it they are known to be equal), then by the text as displayed. */
function compareCodes(dictionary: ByteDictionary, a: Code, b: Code, depth: number): number {
  const arena = dictionary.arena;
  const aStart = dictionary.keyStart(a);
  const bStart = dictionary.keyStart(b);
  const aLength = dictionary.end(a) - aStart;
  const bLength = dictionary.end(b) - bStart;
  for (let i = depth; i < aLength && i < bLength; i++) {
    const difference = (asciiLower[arena[aStart + i] ?? 0] ?? 0) - (asciiLower[arena[bStart + i] ?? 0] ?? 0);
    if (difference !== 0) return difference;
  }
  if (aLength !== bLength) return aLength - bLength;
  if (a === b) return 0;
  return compareByCodePoint(dictionary.displayText(a), dictionary.displayText(b));
}

/** The order of UTF-8 bytes. */
export function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? surrogatesLast(x) - surrogatesLast(y) : x - y;
  }
  return a.length - b.length;
}

function surrogatesLast(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
