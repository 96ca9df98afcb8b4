// Every distinct value of a column once, as UTF-8, numbered in the order of arrival. Looked up by bytes, so that no string is
// made for a value already known. Code 0 is "no value" and has no bytes.
//
//   arena   ...|FileAccessed|accessed file|...|alice@contoso.com|...
//              ^starts[c]   ^keys[c]          ^starts[d] = keys[d]
//
// The sort key is the displayed text in lower case. It stands behind the value only where it differs from the value by more
// than ASCII case; so `asciiLower` over arena[keys[c] .. starts[c + 1]) is the sort key of every code.

import { asciiLower, ByteList, decodeText, encodeText, grownTable, Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { hashOfRun, runsEqual, viewOf } from '~/lib/runs';
import { type Code, noCode } from './numbers';

export class ByteDictionary {
  readonly #arena = new ByteList();
  readonly #starts = new Uint32List();
  readonly #keys = new Uint32List();
  readonly #hashes = new Uint32List();
  readonly #display: ((value: string) => string) | undefined;
  readonly #strings = new Map<Code, string>();
  #seen: Uint8Array = new Uint8Array(0);
  #view = viewOf(this.#seen);
  /** Open addressing; 0 is free. */
  #table = new Uint32ArrayOf<Code>(2048);

  /** `display` where the shown text is not the value itself. */
  constructor(display?: (value: string) => string) {
    this.#display = display;
    for (const list of [this.#starts, this.#keys, this.#hashes]) list.push(0);
    this.#starts.push(0);
  }

  /** One more than the highest code: the code of the next new value. */
  get size(): Code {
    // Every code has a hash, in their order.
    return this.#hashes.length as Code;
  }

  get arena(): Uint8Array {
    return this.#arena.array;
  }

  /** Position in the arena where a value begins. */
  start(code: Code): number {
    return this.#starts.array[code] ?? 0;
  }

  /** Where it ends, and its sort key: where the next value begins. */
  end(code: Code): number {
    return this.#starts.array[code + 1] ?? 0;
  }

  /** Bytes of a value. */
  valueLength(code: Code): number {
    const start = this.start(code);
    const key = this.keyStart(code);
    return (key > start ? key : this.end(code)) - start;
  }

  write(code: Code, to: ByteList): void {
    const start = this.start(code);
    to.append(this.#arena.array, start, start + this.valueLength(code));
  }

  keyStart(code: Code): number {
    return this.#keys.array[code] ?? 0;
  }

  /** The code of a value, new or known. An empty range is "no value". */
  codeOf(bytes: Uint8Array, start: number, end: number): Code {
    if (start >= end) return noCode;
    // Most values come out of the same few buffers, one after the other.
    if (bytes !== this.#seen) this.#view = viewOf(bytes);
    this.#seen = bytes;
    const hash = hashOfRun(this.#view, start, end);
    const mask = this.#table.length - 1;
    let at = hash & mask;
    for (let code = this.#table[at] ?? noCode; code !== 0; code = this.#table[at] ?? noCode) {
      if (this.#hashes.array[code] === hash && this.#holds(code, start, end)) return code;
      at = (at + 1) & mask;
    }
    const code = this.size;
    this.#table[at] = code;
    this.#hashes.push(hash);
    this.#write(bytes, start, end);
    if (code * 2 > this.#table.length) this.#table = grownTable(this.#table, (known) => this.#hashes.array[known] ?? 0);
    return code;
  }

  codeOfText(text: string): Code {
    const bytes = encodeText(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  /** The value as stored; `''` for code 0. The most recently read ones are kept as strings. */
  text(code: Code): string {
    const known = this.#strings.get(code);
    if (known !== undefined) return known;
    const start = this.start(code);
    const text = decodeText(this.#arena.array, start, start + this.valueLength(code));
    if (this.#strings.size >= 20_000) this.#strings.clear();
    this.#strings.set(code, text);
    return text;
  }

  displayText(code: Code): string {
    const text = this.text(code);
    return this.#display && code !== 0 ? this.#display(text) : text;
  }

  /** Whether the shown text can be another text than the value. */
  get hasDisplay(): boolean {
    return this.#display !== undefined;
  }

  /** The displayed text in lower case. */
  key(code: Code): string {
    return decodeText(this.#arena.array, this.keyStart(code), this.end(code)).toLowerCase();
  }

  /** Whether the sort key is these bytes, which must be in lower case. */
  keyIs(code: Code, key: Uint8Array): boolean {
    const start = this.keyStart(code);
    if (this.end(code) - start !== key.length) return false;
    const arena = this.#arena.array;
    for (let i = 0; i < key.length; i++) if (asciiLower[arena[start + i] ?? 0] !== key[i]) return false;
    return true;
  }

  #holds(code: Code, start: number, end: number): boolean {
    return (
      this.valueLength(code) === end - start && runsEqual(this.#arena.view, this.start(code), this.#view, start, end - start)
    );
  }

  #write(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#arena.length;
    const isPlain = this.#arena.appendRun(this.#view, start, end);
    let key: Uint8Array | undefined;
    if (this.#display || !isPlain) {
      const value = decodeText(bytes, start, end);
      const shown = this.#display ? this.#display(value) : value;
      const lower = shown.toLowerCase();
      if (shown !== value || lower !== asciiLowerText(value)) key = encodeText(lower);
    }
    this.#keys.push(key ? this.#arena.length : from);
    if (key) this.#arena.append(key);
    this.#starts.push(this.#arena.length);
  }
}

function asciiLowerText(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
