// The search for many runs of bytes at once. Not every position is looked at: of each run four bytes are entered in a table at four
// distances from its beginning, and so one of them stands wherever four bytes are looked at, if only that is every fourth position.
// Most are known from a few bits not to be in the table. Runs that are too short for that are looked for at every position.
//
//   run        . . . 1 0 . 2 . 3 . 4 . . .
//   entered          1 0 . 2                each four bytes from four places on
//                      0 . 2 .
//                        . 2 . 3
//                          2 . 3 .
//   looked at  |- - - -|- - - -|- - - -|

import { asciiLower } from '~/lib/bytes';
import { viewOf } from '~/lib/runs';

/** Shorter runs cannot be found in this way. */
export const shortestRun = 4;
const wide = 4;
/** Runs that are found though only every fourth position is looked at. */
const longEnough = shortestRun + wide - 1;
/** Sets the bit in which letters of ASCII differ by case. Other bytes may fall together: runs are compared in whole. */
const foldBits = 0x20202020;
const multiplier = 0x9e3779b1;
const filterBits = 18;
const filterShift = 32 - filterBits;
const sampleBits = 16;

/** How often four bytes stand in what will be searched, as far as somebody looked. */
export class GramSample {
  readonly #counts = new Uint32Array(1 << sampleBits);

  add(bytes: Uint8Array, length: number): void {
    for (const word of wordsOf(bytes, length)) this.#note(hashOf(word | foldBits, sampleBits));
  }

  #note(hash: number): void {
    this.#counts[hash] = (this.#counts[hash] ?? 0) + 1;
  }

  count(gram: number): number {
    return this.#counts[hashOf(gram, sampleBits)] ?? 0;
  }
}

export class RunFinder {
  readonly #runs: readonly Uint8Array[];
  readonly #long: GramTable;
  readonly #short: GramTable;

  /** Runs are `shortestRun` bytes or longer, their letters of ASCII in lower case, as `FindAll` wants them. */
  constructor(runs: readonly Uint8Array[], sample: GramSample) {
    this.#runs = runs;
    const shared = new Map<number, number>();
    for (const run of runs) for (const gram of new Set(gramsOf(run))) shared.set(gram, (shared.get(gram) ?? 0) + 1);
    const cost = (gram: number) => (shared.get(gram) ?? 0) * (1 + sample.count(gram));
    const entries = (isLong: boolean, count: number) =>
      runs.flatMap((run, number) => {
        if (run.length >= longEnough !== isLong) return [];
        const grams = gramsOf(run);
        const first = cheapest(grams.map(cost), count);
        return grams.slice(first, first + count).map((gram, i): Entry => ({ gram, run: number, at: first + i }));
      });
    this.#long = new GramTable(entries(true, wide));
    this.#short = new GramTable(entries(false, 1));
  }

  /**
   * Tells of every position before `end` at which a run begins that ends there, too, by the number of the run; nearly in ascending
   * order.
   */
  find(bytes: Uint8Array, end: number, tell: Tell): void {
    if (this.#long.size > 0) this.#findLong(bytes, end, tell);
    if (this.#short.size > 0) this.#findShort(bytes, end, tell);
  }

  #findLong(bytes: Uint8Array, end: number, tell: Tell): void {
    const { filter } = this.#long;
    const words = wordsOf(bytes, end);
    for (let i = 0; i < words.length; i++) {
      const gram = (words[i] ?? 0) | foldBits;
      const hash = Math.imul(gram, multiplier) >>> filterShift;
      if ((((filter[hash >>> 5] ?? 0) >>> (hash & 31)) & 1) !== 0) this.#look(this.#long, gram, bytes, i * wide, end, tell);
    }
  }

  #findShort(bytes: Uint8Array, end: number, tell: Tell): void {
    const { filter } = this.#short;
    let word = 0;
    for (let p = 0; p < end; p++) {
      word = (word >>> 8) | ((bytes[p] ?? 0) << 24);
      const gram = word | foldBits;
      const hash = Math.imul(gram, multiplier) >>> filterShift;
      if ((((filter[hash >>> 5] ?? 0) >>> (hash & 31)) & 1) !== 0) this.#look(this.#short, gram, bytes, p - 3, end, tell);
    }
  }

  /** Which runs stand where these four bytes do. */
  #look(table: GramTable, gram: number, bytes: Uint8Array, p: number, end: number, tell: Tell): void {
    for (let entry = table.first(gram); entry !== 0; entry = table.next[entry] ?? 0) {
      const number = table.runs[entry] ?? 0;
      const run = this.#runs[number];
      const from = p - (table.places[entry] ?? 0);
      if (run && from >= 0 && from + run.length <= end && isRun(run, bytes, from)) tell(from, number);
    }
  }
}

type Tell = (position: number, run: number) => void;

/** The bytes before `end`, four at a time, but for the last few, in which no run ends that begins before them. */
function wordsOf(bytes: Uint8Array, end: number): Int32Array {
  // Numbers can only be read where an address is a multiple of their length.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice(0, end);
  return new Int32Array(aligned.buffer, aligned.byteOffset, end >> 2);
}

interface Entry {
  readonly gram: number;
  readonly run: number;
  /** Where the four bytes stand in the run. */
  readonly at: number;
}

/** Entries by their four bytes, in chains; entry 0 is none. */
class GramTable {
  readonly size: number;
  /** A bit for each hash of four bytes that are there. */
  readonly filter = new Uint32Array(1 << (filterBits - 5));
  readonly runs: Uint32Array;
  readonly places: Uint32Array;
  readonly next: Uint32Array;
  readonly #bits: number;
  readonly #grams: Int32Array;
  readonly #first: Uint32Array;

  constructor(entries: readonly Entry[]) {
    this.size = entries.length;
    this.runs = new Uint32Array(entries.length + 1);
    this.places = new Uint32Array(entries.length + 1);
    this.next = new Uint32Array(entries.length + 1);
    this.#bits = Math.max(4, Math.ceil(Math.log2(entries.length * 2 + 1)));
    this.#grams = new Int32Array(1 << this.#bits);
    this.#first = new Uint32Array(1 << this.#bits);
    for (const [i, { gram, run, at }] of entries.entries()) {
      const entry = i + 1;
      const slot = this.#slotOf(gram);
      this.runs[entry] = run;
      this.places[entry] = at;
      this.next[entry] = this.#first[slot] ?? 0;
      this.#grams[slot] = gram;
      this.#first[slot] = entry;
      const hash = hashOf(gram, filterBits);
      this.filter[hash >>> 5] = (this.filter[hash >>> 5] ?? 0) | (1 << (hash & 31));
    }
  }

  first(gram: number): number {
    return this.#first[this.#slotOf(gram)] ?? 0;
  }

  #slotOf(gram: number): number {
    const mask = this.#first.length - 1;
    let slot = hashOf(gram, this.#bits);
    while (this.#first[slot] !== 0 && this.#grams[slot] !== gram) slot = (slot + 1) & mask;
    return slot;
  }
}

function hashOf(gram: number, bits: number): number {
  return Math.imul(gram, multiplier) >>> (32 - bits);
}

/** Each four bytes of a run that stand beside each other. */
function gramsOf(run: Uint8Array): number[] {
  const view = viewOf(run);
  return Array.from({ length: run.length - 3 }, (_, at) => view.getInt32(at, true) | foldBits);
}

/** Where so many of the costs beside each other are the least together. */
function cheapest(costs: readonly number[], count: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let first = 0; first + count <= costs.length; first++) {
    const cost = costs.slice(first, first + count).reduce((sum, each) => sum + each, 0);
    if (cost < least) [best, least] = [first, cost];
  }
  return best;
}

/** From its end on: runs that begin alike are more frequent than such that end alike. */
function isRun(run: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = run.length - 1; i >= 0; i--) if (asciiLower[bytes[from + i] ?? 0] !== run[i]) return false;
  return true;
}
