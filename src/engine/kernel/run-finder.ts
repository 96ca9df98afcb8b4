// The search for many runs of bytes at once. Not every position is looked at: of each run four bytes are entered in a table at four
// distances from its beginning, and so one of them stands wherever four bytes are looked at, if only that is every fourth position.
// Nearly all are known from a few bits not to be in the table, and of runs that are long enough eight bytes have to be there. Runs that
// are too short for all that are looked for at every position.
//
//   run        . . . 1 0 . 2 . 3 . 4 . . .
//   entered          1 0 . 2                four bytes (eight of long runs) from each of four places on
//                      0 . 2 .
//                        . 2 . 3
//                          2 . 3 .
//   looked at  |- - - -|- - - -|- - - -|

import { asciiLower } from '~/lib/bytes';
import { viewOf } from '~/lib/runs';
import { GramFilter, gramOf, hashOf, pairOf, wordsOf } from './gram-filter';
import { type Filters, plainSieve, type Sieve } from './plain-sieve';
import { wasmSieve } from './wasm-sieve';

/** Shorter runs cannot be found in this way. */
export const shortestRun = 4;
const wide = 4;
/** Runs that are found though only every fourth position is looked at, by four bytes and by eight. */
const fewBytes = shortestRun + wide - 1;
const manyBytes = 2 * shortestRun + wide - 1;
const sampleBits = 16;
/** What four bytes cost that are not in the sample, beside such that are there once. */
const unseen = 0.05;

/** How often four bytes stand in what will be searched, as far as somebody looked. */
export class GramSample {
  readonly #counts = new Uint32Array(1 << sampleBits);

  add(bytes: Uint8Array, length: number): void {
    for (const word of wordsOf(bytes, length)) {
      const hash = hashOf(gramOf(word), sampleBits);
      this.#counts[hash] = (this.#counts[hash] ?? 0) + 1;
    }
  }

  count(gram: number): number {
    return this.#counts[hashOf(gram, sampleBits)] ?? 0;
  }
}

let chosen: Sieve | undefined;

const sieve: Sieve = (filters, bytes, end) => {
  chosen ??= wasmSieve() ?? plainSieve;
  return chosen(filters, bytes, end);
};

type Tell = (position: number, run: number) => void;

export class RunFinder {
  readonly #runs: readonly Uint8Array[];
  /** By eight bytes, by four, and by four at every position. */
  readonly #long: RunTable;
  readonly #middle: RunTable;
  readonly #short: RunTable;
  readonly #filters: Filters;

  /** Runs are `shortestRun` bytes or longer, their letters of ASCII in lower case, as `FindAll` wants them. */
  constructor(runs: readonly Uint8Array[], sample: GramSample) {
    this.#runs = runs;
    const shared = new Map<number, number>();
    for (const run of runs) for (const gram of new Set(gramsOf(run))) shared.set(gram, (shared.get(gram) ?? 0) + 1);
    const cost = (gram: number) => (shared.get(gram) ?? 0) * (unseen + sample.count(gram));
    const sought = new GramFilter();
    const [long, middle, short]: [Entry[], Entry[], Entry[]] = [[], [], []];
    for (const [number, run] of runs.entries()) {
      const grams = gramsOf(run);
      const isLong = run.length >= manyBytes;
      const places = run.length >= fewBytes ? wide : 1;
      const first = cheapest(grams.slice(0, isLong ? -shortestRun : grams.length).map(cost), places);
      for (let at = first; at < first + places; at++) {
        const gram = grams[at] ?? 0;
        if (places > 1) sought.add(gram);
        if (isLong) long.push({ key: pairOf(gram, grams[at + shortestRun] ?? 0), run: number, at });
        else (places > 1 ? middle : short).push({ key: gram, run: number, at });
      }
    }
    this.#long = new RunTable(long);
    this.#middle = new RunTable(middle);
    this.#short = new RunTable(short);
    this.#filters = { first: sought, long: this.#long.filter, middle: this.#middle.filter };
  }

  /**
   * Tells of every position before `end` at which a run begins that ends there, too, by the number of the run; nearly in ascending
   * order.
   */
  find(bytes: Uint8Array, end: number, tell: Tell): void {
    if (this.#long.size + this.#middle.size > 0) this.#findEveryFourth(bytes, end, tell);
    if (this.#short.size > 0) this.#findShort(bytes, end, tell);
  }

  #findEveryFourth(bytes: Uint8Array, end: number, tell: Tell): void {
    const view = viewOf(bytes);
    for (const p of sieve(this.#filters, bytes, end)) {
      const gram = gramOf(view.getInt32(p, true));
      if (p + 8 <= end) this.#look(this.#long, pairOf(gram, gramOf(view.getInt32(p + 4, true))), bytes, p, end, tell);
      this.#look(this.#middle, gram, bytes, p, end, tell);
    }
  }

  #findShort(bytes: Uint8Array, end: number, tell: Tell): void {
    let word = 0;
    for (let p = 0; p < end; p++) {
      word = (word >>> 8) | ((bytes[p] ?? 0) << 24);
      const gram = gramOf(word);
      if (this.#short.filter.has(gram)) this.#look(this.#short, gram, bytes, p - 3, end, tell);
    }
  }

  /** Which runs stand where these bytes do. */
  #look(table: RunTable, key: number, bytes: Uint8Array, p: number, end: number, tell: Tell): void {
    for (let entry = table.first(key); entry !== 0; entry = table.next[entry] ?? 0) {
      const number = table.runs[entry] ?? 0;
      const run = this.#runs[number];
      const from = p - (table.places[entry] ?? 0);
      if (run && from >= 0 && from + run.length <= end && isRun(run, bytes, from)) tell(from, number);
    }
  }
}

interface Entry {
  /** Four bytes of the run, or what eight of them come to. */
  readonly key: number;
  readonly run: number;
  /** Where they stand in it. */
  readonly at: number;
}

/** Entries by key, in chains; entry 0 is none. */
class RunTable {
  readonly size: number;
  readonly filter = new GramFilter();
  readonly runs: Uint32Array;
  readonly places: Uint32Array;
  readonly next: Uint32Array;
  readonly #bits: number;
  readonly #keys: Int32Array;
  readonly #first: Uint32Array;

  constructor(entries: readonly Entry[]) {
    this.size = entries.length;
    this.runs = new Uint32Array(entries.length + 1);
    this.places = new Uint32Array(entries.length + 1);
    this.next = new Uint32Array(entries.length + 1);
    this.#bits = Math.max(4, Math.ceil(Math.log2(entries.length * 2 + 1)));
    this.#keys = new Int32Array(1 << this.#bits);
    this.#first = new Uint32Array(1 << this.#bits);
    for (const [i, { key, run, at }] of entries.entries()) {
      const entry = i + 1;
      const slot = this.#slotOf(key);
      this.runs[entry] = run;
      this.places[entry] = at;
      this.next[entry] = this.#first[slot] ?? 0;
      this.#keys[slot] = key;
      this.#first[slot] = entry;
      this.filter.add(key);
    }
  }

  first(key: number): number {
    return this.#first[this.#slotOf(key)] ?? 0;
  }

  #slotOf(key: number): number {
    const mask = this.#first.length - 1;
    let slot = hashOf(key, this.#bits);
    while (this.#first[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

/** Each four bytes of a run that stand beside each other. */
function gramsOf(run: Uint8Array): number[] {
  const view = viewOf(run);
  return Array.from({ length: run.length - 3 }, (_, at) => gramOf(view.getInt32(at, true)));
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
