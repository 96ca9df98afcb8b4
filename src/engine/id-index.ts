// Record ids: who is already here, and who stands at a row. GUIDs, which is what Microsoft writes, take 16 bytes and a hash
// slot each and read back in lower case; two spellings of one GUID are one id. Any other id is kept as the text it is.
//
//   words   row r: 4 x u32, most significant first      table   open addressing, row + 1, 0 = free
//   others  row -> text, for ids that are not GUIDs (their words are 0 and not in the table)

import type { RecordKey } from '~/domain/record-key';
import { decodeText, encodeText, Uint32List } from '~/lib/bytes';
import { hexDigit } from './json-scan';
import type { RowIndex } from './rows';

export class IdIndex {
  readonly #words = new Uint32List(4096);
  readonly #others = new Map<RowIndex, string>();
  readonly #rowsOfOthers = new Map<string, RowIndex>();
  #table = new Uint32Array(2048);
  #guids = 0;

  get length(): number {
    return this.#words.length / 4;
  }

  /** Whether every id is a GUID, so that `words` alone says the order. */
  get onlyGuids(): boolean {
    return this.#others.size === 0;
  }

  get words(): Uint32Array {
    return this.#words.array;
  }

  /** Gives the next row this id; `false`, and nothing changes, when a row already has it. */
  add(id: string): boolean {
    const bytes = encodeText(id);
    return this.addBytes(bytes, 0, bytes.length);
  }

  addBytes(bytes: Uint8Array, start: number, end: number): boolean {
    if (readGuid(bytes, start, end)) return this.#addGuid();
    const text = decodeText(bytes, start, end);
    if (this.#rowsOfOthers.has(text)) return false;
    this.#rowsOfOthers.set(text, this.length);
    this.#others.set(this.length, text);
    for (let i = 0; i < 4; i++) this.#words.push(0);
    return true;
  }

  find(id: string): RowIndex | undefined {
    const bytes = encodeText(id);
    if (!readGuid(bytes, 0, bytes.length)) return this.#rowsOfOthers.get(id);
    const found = this.#table[this.#slot()] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  text(row: RowIndex): string {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    let hex = '';
    for (let i = 0; i < 4; i++) hex += (this.#words.array[row * 4 + i] ?? 0).toString(16).padStart(8, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** What the record is called outside: its id, of which no two records have the same. */
  key(row: RowIndex): RecordKey {
    // The one place where keys are made.
    return this.text(row) as RecordKey;
  }

  #addGuid(): boolean {
    const slot = this.#slot();
    if (this.#table[slot] !== 0) return false;
    this.#table[slot] = this.length + 1;
    this.#guids++;
    for (let i = 0; i < 4; i++) this.#words.push(current[i] ?? 0);
    if (this.#guids * 2 > this.#table.length) this.#rehash();
    return true;
  }

  /** Where the GUID in `current` is, or would go. */
  #slot(): number {
    const mask = this.#table.length - 1;
    const words = this.#words.array;
    let at = hashOf(current, 0) & mask;
    for (let row = this.#table[at] ?? 0; row !== 0; row = this.#table[at] ?? 0) {
      const from = (row - 1) * 4;
      if (
        words[from] === current[0] &&
        words[from + 1] === current[1] &&
        words[from + 2] === current[2] &&
        words[from + 3] === current[3]
      )
        break;
      at = (at + 1) & mask;
    }
    return at;
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (const row of this.#table) {
      if (row === 0) continue;
      let at = hashOf(this.#words.array, (row - 1) * 4) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = row;
    }
    this.#table = table;
  }
}

/** The GUID read last. */
const current = new Uint32Array(4);

function readGuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 36) return false;
  let p = start;
  for (let word = 0; word < 4; word++) {
    let value = 0;
    for (let i = 0; i < 8; i++) {
      const at = p - start;
      if (at === 8 || at === 13 || at === 18 || at === 23) {
        if (bytes[p] !== 0x2d) return false;
        p++;
      }
      const digit = hexDigit(bytes[p++] ?? 0);
      if (digit < 0) return false;
      value = value * 16 + digit;
    }
    current[word] = value;
  }
  return true;
}

// All four words count: service-made ids often differ in a few bytes only.
function hashOf(words: Uint32Array, at: number): number {
  let hash = Math.imul(words[at] ?? 0, 0x9e3779b1);
  for (let i = 1; i < 4; i++) hash = Math.imul(hash ^ (hash >>> 15) ^ (words[at + i] ?? 0), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
