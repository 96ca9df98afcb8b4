// The values of one property as they were written, each under a code. As long as values repeat, each different one is kept once.
// A property whose values are nearly all different, an id or a time, keeps them as they come: looking each up would take longer
// than keeping it does. Code 0 is a value of no bytes, as between the quotes of an empty text.

import { unescapeJson } from '~/engine/json/json-text';
import { type ByteList, decodeText, grownTable, Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { hashOfRun, runsEqual } from '~/lib/runs';
import { ByteHeap, type HeapChunk } from './byte-heap';
import { type Spelling, writeSpelled } from './spelling';

/** Values looked at before it is decided whether they repeat; again whenever there are twice as many. */
const firstLook = 4096;

/** What is known of values that come from another column. */
export interface AddedValues {
  /** Those that a search for bytes would miss, counted from the first. */
  readonly unusual: ArrayLike<number>;
  readonly count: number;
  readonly isDistinct: boolean;
}

export class ValueColumn {
  readonly #hasEscapes: boolean;
  readonly #heap = new ByteHeap();
  readonly #starts = new Uint32List(16);
  readonly #lengths = new Uint32List(16);
  #hashes: Uint32List | undefined = new Uint32List(16);
  /** Open addressing; 0 is free. */
  #table = new Uint32ArrayOf<number>(32);
  #last = 0;
  #count = 0;
  #nextLook = firstLook;
  /** Codes of values that a search for bytes would miss, ascending. */
  readonly #unusual: number[] = [];

  /** `hasEscapes`: what stands in the values may be written with the escapes of JSON. */
  constructor(hasEscapes: boolean) {
    this.#hasEscapes = hasEscapes;
    for (const list of [this.#starts, this.#lengths, this.#hashes]) list?.push(0);
  }

  /** One more than the highest code. */
  get size(): number {
    return this.#starts.length;
  }

  /** Whether a value has one code only. */
  get isDistinct(): boolean {
    return this.#hashes !== undefined;
  }

  /** The code of a value, which is kept if it is not known. */
  codeOf(bytes: DataView, start: number, end: number): number {
    if (start === end) return 0;
    // What a record says twice needs no looking up.
    if (this.#holds(this.#last, bytes, start, end)) return this.#last;
    this.#count++;
    this.#last = this.#hashes ? this.#find(this.#hashes, bytes, start, end) : this.#keep(bytes, start, end);
    return this.#last;
  }

  /** Of values from one code up to another: those that a search for bytes would miss, counted from the first. */
  unusual(from: number, end: number): number[] {
    const all = this.#unusual;
    let first = all.length;
    while (first > 0 && (all[first - 1] ?? 0) >= from) first--;
    return all.slice(first).flatMap((code) => (code < end ? [code - from] : []));
  }

  /** How many values have come that were others than the one before. */
  get count(): number {
    return this.#count;
  }

  /** Adds what `writeValues` wrote of a column that was like this one, with what it said of these values and of itself. */
  addValues(lengths: ArrayLike<number>, bytes: Uint8Array, { unusual, count, isDistinct }: AddedValues): void {
    const first = this.size;
    const starts = Uint32Array.from(lengths);
    this.#lengths.append(starts);
    for (let i = 0, start = 0; i < starts.length; ) {
      const { end, address } = this.#heap.pushRuns(bytes, start, starts, i);
      for (let next = address; i < end; i++) {
        const length = starts[i] ?? 0;
        starts[i] = next;
        next += length;
        start += length;
      }
    }
    this.#starts.append(starts);
    for (let i = 0; i < unusual.length; i++) this.#unusual.push(first + (unusual[i] ?? 0));
    this.#count = count;
    this.#nextLook = Math.max(firstLook, count * 2);
    if (!isDistinct) this.#giveLookingUp();
  }

  /** Values one behind the other. */
  writeValues(from: number, end: number, to: ByteList): void {
    for (let code = from; code < end; code++) this.write(code, 'asItIs', to);
  }

  /** The code up to which values from `from` on, of which there is one, have about so many bytes together. */
  endWithin(from: number, bytes: number): number {
    let end = from + 1;
    for (let left = bytes - this.length(from); end < this.size && left > 0; end++) left -= this.length(end);
    return end;
  }

  length(code: number): number {
    return this.#lengths.array[code] ?? 0;
  }

  /** The bytes that hold a value, which begins at `start(code)`. */
  chunk(code: number): Uint8Array {
    return this.#heap.chunkAt(this.#starts.array[code] ?? 0);
  }

  view(code: number): DataView {
    return this.#heap.viewAt(this.#starts.array[code] ?? 0);
  }

  start(code: number): number {
    return this.#heap.offsetAt(this.#starts.array[code] ?? 0);
  }

  /** Writes the value as it stands in a record. */
  write(code: number, spelling: Spelling, to: ByteList): void {
    const address = this.#starts.array[code] ?? 0;
    const start = this.#heap.offsetAt(address);
    writeSpelled(spelling, this.#heap.viewAt(address), start, start + this.length(code), to);
  }

  /** The value as it was written. */
  writtenText(code: number): string {
    const start = this.start(code);
    return decodeText(this.chunk(code), start, start + this.length(code));
  }

  /** The value without escapes. */
  searchText(code: number): string {
    const text = this.writtenText(code);
    return this.#hasEscapes && text.includes('\\') ? unescapeJson(text) : text;
  }

  /** Codes of values that a search for bytes would miss, ascending. */
  get unusualCodes(): readonly number[] {
    return this.#unusual;
  }

  /** What values are kept in, one behind the other: each value lies in one of them. */
  chunks(): Iterable<HeapChunk> {
    return this.#heap.chunks();
  }

  /** The code of the value at an address, which is not below `from`. */
  codeAt(address: number, from: number): number {
    let low = from;
    let high = this.size - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts.array[middle] ?? 0) <= address) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #find(hashes: Uint32List, bytes: DataView, start: number, end: number): number {
    while (hashes.length < this.size) this.#hashNext(hashes);
    const hash = hashOfRun(bytes, start, end);
    const mask = this.#table.length - 1;
    let at = hash & mask;
    for (let code = this.#table[at] ?? 0; code !== 0; code = this.#table[at] ?? 0) {
      if (hashes.array[code] === hash && this.#holds(code, bytes, start, end)) return code;
      at = (at + 1) & mask;
    }
    const code = this.#keep(bytes, start, end);
    hashes.push(hash);
    this.#enter(hashes, code, at);
    if (this.#count >= this.#nextLook) this.#look();
    return code;
  }

  /** Of a value that was added by `addValues`, and is looked up from now on. */
  #hashNext(hashes: Uint32List): void {
    const code = hashes.length;
    const address = this.#starts.array[code] ?? 0;
    const start = this.#heap.offsetAt(address);
    const hash = hashOfRun(this.#heap.viewAt(address), start, start + this.length(code));
    const mask = this.#table.length - 1;
    let at = hash & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    hashes.push(hash);
    this.#enter(hashes, code, at);
  }

  #enter(hashes: Uint32List, code: number, at: number): void {
    this.#table[at] = code;
    if (code * 2 > this.#table.length) this.#table = grownTable(this.#table, (known) => hashes.array[known] ?? 0);
  }

  #keep(bytes: DataView, start: number, end: number): number {
    const heap = this.#heap;
    const address = heap.push(bytes, start, end);
    const code = this.#starts.length;
    this.#starts.push(address);
    this.#lengths.push(end - start);
    if (!heap.isPlain && isUnusual(heap.chunkAt(address), heap.offsetAt(address), end - start)) this.#unusual.push(code);
    return code;
  }

  #holds(code: number, bytes: DataView, start: number, end: number): boolean {
    if (this.#lengths.array[code] !== end - start) return false;
    const address = this.#starts.array[code] ?? 0;
    return runsEqual(this.#heap.viewAt(address), this.#heap.offsetAt(address), bytes, start, end - start);
  }

  /** Gives looking up when three of four values are new. */
  #look(): void {
    this.#nextLook = this.#count * 2;
    if (this.size < this.#count * 0.75) return;
    this.#giveLookingUp();
  }

  #giveLookingUp(): void {
    this.#hashes = undefined;
    this.#table = new Uint32ArrayOf<number>(0);
  }
}

/**
 * Whether characters stand there that a search for bytes would miss: written by number, or one of the two letters outside ASCII whose
 * lower case is in ASCII (the Kelvin sign and the dotted capital I).
 */
function isUnusual(bytes: Uint8Array, start: number, length: number): boolean {
  for (let p = start; p < start + length; p++) {
    const byte = bytes[p] ?? 0;
    if (mayBeUnusual[byte] === 1 && (byte === 0x5c ? bytes[p + 1] === 0x75 : foldsToAscii(bytes, p))) return true;
  }
  return false;
}

const mayBeUnusual = new Uint8Array(256);
for (const byte of [0x5c, 0xc4, 0xe2]) mayBeUnusual[byte] = 1;

/** Whether the UTF-8 at `at` is U+0130 or U+212A. */
function foldsToAscii(bytes: Uint8Array, at: number): boolean {
  return (
    (bytes[at] === 0xc4 && bytes[at + 1] === 0xb0) || (bytes[at] === 0xe2 && bytes[at + 1] === 0x84 && bytes[at + 2] === 0xaa)
  );
}
