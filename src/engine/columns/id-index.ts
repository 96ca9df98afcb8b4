// Record ids: who is already here, and who stands at a row. GUIDs, which is what Microsoft writes, take 16 bytes and a hash
// slot each and read back in lower case; two spellings of one GUID are one id. Any other id is kept as the text it is. Several
// records can have one id, and a row can be taken by a fuller copy of its record: the table then leads to that one.
//
//   words   row r: 4 x u32, most significant first      table   open addressing, row + 1, 0 = free
//   others  row -> text, for ids that are not GUIDs (their words are 0 and not in the table)
//   namesakes   row -> the rows of all records with its id, where there are several

import type { RecordKey } from '~/domain/record/record-key';
import { decodeText, encodeText, grownTable, Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { current, hashOfGuid, readGuid } from './guid';
import type { RowIndex } from './numbers';

/** One of several records with the same id. */
interface Namesake {
  /** The latest row of each of these records, in the order in which they first came. */
  readonly all: RowIndex[];
  /** Place among them. */
  readonly at: number;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export class IdIndex {
  readonly #words = new Uint32List(4096);
  readonly #others = new Map<RowIndex, string>();
  readonly #rowsOfOthers = new Map<string, RowIndex>();
  readonly #namesakes = new Map<RowIndex, Namesake>();
  #table = new Uint32ArrayOf<number>(2048);
  #guids = 0;

  /** How many rows have an id: the row that comes next. */
  get length(): RowIndex {
    // Four words each, in the order of arrival.
    return (this.#words.length / 4) as RowIndex;
  }

  /** Whether every id is a GUID, so that `words` alone says the order. */
  get onlyGuids(): boolean {
    return this.#others.size === 0;
  }

  get words(): Uint32Array {
    return this.#words.array;
  }

  /** Whether the id of a row is no GUID. */
  isOther(row: RowIndex): boolean {
    return this.#others.has(row);
  }

  /** Whether no two records have the same id. */
  get areUnique(): boolean {
    return this.#namesakes.size === 0;
  }

  /** Gives the next row this id and returns that row; or, and nothing changes, the row of the first record that has it. */
  add(id: string): RowIndex {
    const bytes = encodeText(id);
    return this.addBytes(bytes, 0, bytes.length);
  }

  addBytes(bytes: Uint8Array, start: number, end: number): RowIndex {
    if (readGuid(bytes, start, end)) return this.#addGuid();
    const text = decodeText(bytes, start, end);
    const known = this.#rowsOfOthers.get(text);
    if (known !== undefined) return known;
    this.#rowsOfOthers.set(text, this.length);
    return this.#pushOther(text);
  }

  /** The same of a GUID, which is the four words at `at`. */
  addWords(words: ArrayLike<number>, at: number): RowIndex {
    for (let i = 0; i < 4; i++) current[i] = words[at + i] ?? 0;
    return this.#addGuid();
  }

  /** Gives the next row the id of `row`, as another record. */
  addNamesake(row: RowIndex): void {
    const next = this.#pushAgain(row);
    const all = this.#namesakes.get(row)?.all ?? [row];
    if (all.length === 1) this.#namesakes.set(row, { all, at: 0 });
    this.#namesakes.set(next, { all, at: all.length });
    all.push(next);
  }

  /** Gives the next row, which it returns, the id of `row`, whose record it stands for from now on. */
  addFuller(row: RowIndex): RowIndex {
    const namesake = this.#namesakes.get(row);
    const next = this.length;
    if (namesake) {
      namesake.all[namesake.at] = next;
      this.#namesakes.set(next, namesake);
    }
    if (!namesake || namesake.at === 0) this.#lead(row, next);
    return this.#pushAgain(row);
  }

  /** Whether the id of a row tells its record from all others: a GUID that is not all zeros. */
  tells(row: RowIndex): boolean {
    const words = this.#words.array;
    for (let i = row * 4; i < row * 4 + 4; i++) if (words[i] !== 0) return true;
    return false;
  }

  /** The latest rows of all records that have the id of a row, in the order in which they first came. */
  namesakes(row: RowIndex): readonly RowIndex[] {
    return this.#namesakes.get(row)?.all ?? [row];
  }

  /** The same of an id. */
  rowsOf(id: string): readonly RowIndex[] {
    const row = this.#rowOf(id);
    return row === undefined ? [] : this.namesakes(row);
  }

  /** The latest row of the record with this key. */
  find(key: RecordKey): RowIndex | undefined {
    // An odd number of tildes: all but the last stand for themselves.
    const [, tildes = '', at = ''] = /(~+)(\d+)$/.exec(key) ?? [];
    const isNumbered = tildes.length % 2 === 1;
    const id = (isNumbered ? key.slice(0, -at.length - 1) : key).replaceAll('~~', '~');
    return this.rowsOf(id)[isNumbered ? Number(at) - 1 : 0];
  }

  text(row: RowIndex): string {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    const words = this.#words.array;
    const half = (word: number, shift: number) => {
      const bits = (words[row * 4 + word] ?? 0) >>> shift;
      return `${hexPairs[(bits >>> 8) & 0xff]}${hexPairs[bits & 0xff]}`;
    };
    return `${half(0, 16)}${half(0, 0)}-${half(1, 16)}-${half(1, 0)}-${half(2, 16)}-${half(2, 0)}${half(3, 16)}${half(3, 0)}`;
  }

  /** What the record is called outside: its id, with `~2` and so on for the others that have the same. */
  key(row: RowIndex): RecordKey {
    const at = this.#namesakes.get(row)?.at ?? 0;
    const id = this.text(row).replaceAll('~', '~~');
    // The one place where keys are made.
    return (at === 0 ? id : `${id}~${at + 1}`) as RecordKey;
  }

  /** The row of the first record with this id. */
  #rowOf(id: string): RowIndex | undefined {
    const bytes = encodeText(id);
    if (!readGuid(bytes, 0, bytes.length)) return this.#rowsOfOthers.get(id);
    const found = this.#table[this.#slot()] ?? 0;
    return found === 0 ? undefined : ((found - 1) as RowIndex);
  }

  #addGuid(): RowIndex {
    const slot = this.#slot();
    const known = this.#table[slot] ?? 0;
    if (known !== 0) return (known - 1) as RowIndex;
    const row = this.length;
    this.#table[slot] = row + 1;
    this.#guids++;
    for (let i = 0; i < 4; i++) this.#words.push(current[i] ?? 0);
    if (this.#guids * 2 > this.#table.length)
      this.#table = grownTable(this.#table, (row) => hashOfGuid(this.#words.array, (row - 1) * 4));
    return row;
  }

  #pushOther(text: string): RowIndex {
    const row = this.length;
    this.#others.set(row, text);
    for (let i = 0; i < 4; i++) this.#words.push(0);
    return row;
  }

  #pushAgain(row: RowIndex): RowIndex {
    const other = this.#others.get(row);
    if (other !== undefined) return this.#pushOther(other);
    const next = this.length;
    for (let i = 0; i < 4; i++) this.#words.push(this.#words.array[row * 4 + i] ?? 0);
    return next;
  }

  /** Lets the id of `row` lead to another row. */
  #lead(row: RowIndex, to: RowIndex): void {
    const other = this.#others.get(row);
    if (other !== undefined) {
      this.#rowsOfOthers.set(other, to);
      return;
    }
    for (let i = 0; i < 4; i++) current[i] = this.#words.array[row * 4 + i] ?? 0;
    this.#table[this.#slot()] = to + 1;
  }

  /** Where the GUID in `current` is, or would go. */
  #slot(): number {
    const mask = this.#table.length - 1;
    const words = this.#words.array;
    let at = hashOfGuid(current, 0) & mask;
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
}
