// Every distinct value of a column once, as UTF-8, numbered in the order of arrival. Looked up by bytes, so that no string is
// made for a value already known. Code 0 is "no value" and has no bytes.
//
//   arena   ...|FileAccessed|accessed file|...|alice@contoso.com|...
//              ^starts[c]   ^keys[c]          ^starts[d] = keys[d]
//
// The sort key is the displayed text in lower case. It stands behind the value only where it differs from the value by more
// than ASCII case; so `asciiLower` over arena[keys[c] .. starts[c + 1]) is the sort key of every code.

import { asciiLower, ByteList, bytesEqual, decodeText, encodeText, Uint32List } from '~/lib/bytes';

export class ByteDictionary {
  readonly #arena = new ByteList();
  readonly #starts = new Uint32List();
  readonly #keys = new Uint32List();
  readonly #hashes = new Uint32List();
  readonly #display: ((value: string) => string) | undefined;
  readonly #strings = new Map<number, string>();
  /** Open addressing; 0 is free. */
  #table = new Uint32Array(2048);

  /** `display` where the shown text is not the value itself. */
  constructor(display?: (value: string) => string) {
    this.#display = display;
    for (const list of [this.#starts, this.#keys, this.#hashes]) list.push(0);
    this.#starts.push(0);
  }

  /** One more than the highest code. */
  get size(): number {
    return this.#hashes.length;
  }

  get arena(): Uint8Array {
    return this.#arena.array;
  }

  /** Position in the arena where a value begins; the next value's start is its end. */
  start(code: number): number {
    return this.#starts.array[code] ?? 0;
  }

  keyStart(code: number): number {
    return this.#keys.array[code] ?? 0;
  }

  /** The code of a value, new or known. An empty range is "no value". */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (start >= end) return 0;
    const hash = hashOf(bytes, start, end);
    const mask = this.#table.length - 1;
    let at = hash & mask;
    for (let code = this.#table[at] ?? 0; code !== 0; code = this.#table[at] ?? 0) {
      if (this.#hashes.array[code] === hash && this.#holds(code, bytes, start, end)) return code;
      at = (at + 1) & mask;
    }
    const code = this.size;
    this.#table[at] = code;
    this.#hashes.push(hash);
    this.#write(bytes, start, end);
    if (code * 2 > this.#table.length) this.#rehash();
    return code;
  }

  codeOfText(text: string): number {
    const bytes = encodeText(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  /** The value as stored; `''` for code 0. The most recently read ones are kept as strings. */
  text(code: number): string {
    const known = this.#strings.get(code);
    if (known !== undefined) return known;
    const start = this.start(code);
    const key = this.keyStart(code);
    const text = decodeText(this.#arena.array, start, key > start ? key : this.start(code + 1));
    if (this.#strings.size >= 20_000) this.#strings.clear();
    this.#strings.set(code, text);
    return text;
  }

  displayText(code: number): string {
    const text = this.text(code);
    return this.#display && code !== 0 ? this.#display(text) : text;
  }

  /** Whether the shown text can be another text than the value. */
  get hasDisplay(): boolean {
    return this.#display !== undefined;
  }

  /** The displayed text in lower case. */
  key(code: number): string {
    return decodeText(this.#arena.array, this.keyStart(code), this.start(code + 1)).toLowerCase();
  }

  /** Whether the sort key is these bytes, which must be in lower case. */
  keyIs(code: number, key: Uint8Array): boolean {
    const start = this.keyStart(code);
    if (this.start(code + 1) - start !== key.length) return false;
    const arena = this.#arena.array;
    for (let i = 0; i < key.length; i++) if (asciiLower[arena[start + i] ?? 0] !== key[i]) return false;
    return true;
  }

  #holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.start(code);
    const key = this.keyStart(code);
    const to = key > from ? key : this.start(code + 1);
    return to - from === end - start && bytesEqual(this.#arena.array, from, bytes, start, end - start);
  }

  #write(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#arena.length;
    this.#arena.append(bytes, start, end);
    let key: Uint8Array | undefined;
    if (this.#display || !isAscii(bytes, start, end)) {
      const value = decodeText(bytes, start, end);
      const shown = this.#display ? this.#display(value) : value;
      const lower = shown.toLowerCase();
      if (shown !== value || lower !== asciiLowerText(value)) key = encodeText(lower);
    }
    this.#keys.push(key ? this.#arena.length : from);
    if (key) this.#arena.append(key);
    this.#starts.push(this.#arena.length);
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.size; code++) {
      let at = (this.#hashes.array[code] ?? 0) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = code;
    }
    this.#table = table;
  }
}

/** Four bytes at a time: nearly every value of every record comes through here. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let p = start;
  for (; p + 4 <= end; p += 4) {
    const word = (bytes[p] ?? 0) | ((bytes[p + 1] ?? 0) << 8) | ((bytes[p + 2] ?? 0) << 16) | ((bytes[p + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; p < end; p++) hash = Math.imul(hash ^ (bytes[p] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if ((bytes[p] ?? 0) >= 0x80) return false;
  return true;
}

function asciiLowerText(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
