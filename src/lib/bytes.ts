// Text and growing arrays at the level of bytes. UTF-8 that is not well formed reads as U+FFFD, never as an error, and a
// byte order mark inside a text is kept as the character it is.

import { copyRun, copyRunDoubled, viewOf } from './runs';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

export function decodeText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decoder.decode(bytes.subarray(start, end));
}

/** Where the text begins: behind the byte order mark that many programs of Microsoft's write in front of UTF-8. */
export function behindBom(bytes: Uint8Array, start = 0, end = bytes.length): number {
  const isMarked = end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  return isMarked ? start + 3 : start;
}

/** Folds `A`-`Z` to `a`-`z` and leaves every other byte alone, so that UTF-8 stays UTF-8. */
export const asciiLower = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/** Byte by byte where they are few: making a view of them would take longer. */
function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 200) to.set(from.subarray(start, end), at);
  else for (let p = start, q = at; p < end; p++, q++) to[q] = from[p] ?? 0;
}

export function bytesEqual(a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
}

/** Twice as large a table of open addressing: numbers from 1 on, each at the first free place from its hash on; 0 is free. */
export function grownTable<Value extends number>(
  table: Uint32ArrayOf<Value>,
  hashOf: (value: Value) => number,
): Uint32ArrayOf<Value> {
  const larger = new Uint32ArrayOf<Value>(table.length * 2);
  const mask = larger.length - 1;
  for (let i = 0; i < table.length; i++) {
    const value = table[i];
    if (value === undefined || value === 0) continue;
    let at = hashOf(value) & mask;
    while (larger[at] !== 0) at = (at + 1) & mask;
    larger[at] = value;
  }
  return larger;
}

/** A `Uint32Array` of one kind of number, where kinds are told apart by their types. */
export interface Uint32ArrayOf<Value extends number> extends Uint32Array<ArrayBuffer> {
  [index: number]: Value;
  [Symbol.iterator](): ArrayIterator<Value>;
  indexOf(value: Value, from?: number): number;
  map(change: (value: Value, index: number, array: this) => number): Uint32Array<ArrayBuffer>;
  set(values: ArrayLike<Value>, at?: number): void;
  slice(start?: number, end?: number): Uint32ArrayOf<Value>;
  sort(compare?: (a: Value, b: Value) => number): this;
  subarray(start?: number, end?: number): Uint32ArrayOf<Value>;
}

/** `Uint32Array` itself: what is put in is checked, and the zeros it begins with count as one of the kind. */
export const Uint32ArrayOf = Uint32Array as new <Value extends number>(length: number) => Uint32ArrayOf<Value>;

/** A list of 32-bit numbers that grows by doubling. Read `array` directly in loops; it is replaced when it grows. */
export class Uint32List<Value extends number = number> {
  array: Uint32ArrayOf<Value>;
  length = 0;

  constructor(capacity = 1024) {
    this.array = new Uint32ArrayOf<Value>(capacity);
  }

  push(value: Value): void {
    if (this.length === this.array.length) this.array = grown(this.array, new Uint32ArrayOf<Value>(this.length * 2));
    this.array[this.length++] = value;
  }

  append(values: ArrayLike<Value>): void {
    const length = this.length + values.length;
    if (length > this.array.length)
      this.array = grown(this.array, new Uint32ArrayOf<Value>(Math.max(length, this.array.length * 2)));
    this.array.set(values, this.length);
    this.length = length;
  }
}

/** The same for numbers of any size: times in milliseconds, addresses beyond 4 GB. */
export class Float64List {
  array: Float64Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.array = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.array = grown(this.array, new Float64Array(this.length * 2));
    this.array[this.length++] = value;
  }

  append(values: ArrayLike<number>): void {
    const length = this.length + values.length;
    if (length > this.array.length) this.array = grown(this.array, new Float64Array(Math.max(length, this.array.length * 2)));
    this.array.set(values, this.length);
    this.length = length;
  }
}

/** A list of bytes appended in runs. */
export class ByteList {
  array: Uint8Array<ArrayBuffer>;
  length = 0;
  #view: DataView;

  constructor(capacity = 4096) {
    this.array = new Uint8Array(capacity);
    this.#view = viewOf(this.array);
  }

  append(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.#reserve(end - start);
    copyBytes(bytes, start, end, this.array, this.length);
    this.length += end - start;
  }

  appendByte(byte: number): void {
    this.#reserve(1);
    this.array[this.length++] = byte;
  }

  /** Of `array`. */
  get view(): DataView {
    return this.#view;
  }

  /** As `append`, of bytes that are seen through a view. Whether they are ASCII without a backslash. */
  appendRun(bytes: DataView, start: number, end: number): boolean {
    this.#reserve(end - start);
    const isPlain = copyRun(bytes, start, end, this.#view, this.length);
    this.length += end - start;
    return isPlain;
  }

  /** The same with every quotation mark doubled. */
  appendRunDoubled(bytes: DataView, start: number, end: number): void {
    this.#reserve((end - start) * 2);
    this.length = copyRunDoubled(bytes, start, end, this.#view, this.length);
  }

  /** A copy of what has been appended; the list is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.array.slice(0, this.length);
    this.length = 0;
    return bytes;
  }

  #reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.array.length) return;
    this.array = grown(this.array, new Uint8Array(Math.max(needed, this.array.length * 2)));
    this.#view = viewOf(this.array);
  }
}

function grown<Numbers extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  old: Numbers,
  larger: Numbers,
): Numbers {
  larger.set(old);
  return larger;
}
