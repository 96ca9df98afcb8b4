// What the rows of a set say, written down and added to the rows of another: ids, times, fullness, and of each column the codes and
// the values that are new. Written as it is, so that nothing has to be read out of the records again.

import { auditDataPath } from '~/domain/catalogue/fields';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import type { Code, RowIndex } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { ByteList, Uint32List } from '~/lib/bytes';
import type { PackedReader, PackedWriter } from '~/lib/packed';

/** Writes rows one behind the other, and each value when a row first needs it. */
export class RowLog {
  readonly #records: Records;
  readonly #columns: readonly DictionaryColumn[];
  /** How many codes of each are written. */
  readonly #sizes: number[];
  #rows = 0;

  constructor(records: Records) {
    this.#records = records;
    this.#columns = columnsOfAll(records);
    this.#sizes = this.#columns.map(() => 1);
  }

  /** What there is by now needs not be written. */
  skip(): void {
    for (const [at, { dictionary }] of this.#columns.entries()) this.#sizes[at] = dictionary.size;
    this.#rows = this.#records.count;
  }

  /** Writes the next rows up to one. */
  write(end: number, to: PackedWriter): void {
    const { times, fullness, recordedUsers, same } = this.#records;
    const from = this.#rows;
    const count = end - from;
    to.number(count);
    to.doubles(count, (i) => times.array[(from + i) as RowIndex] ?? 0);
    to.numbers(count, (i) => fullness.array[(from + i) as RowIndex] ?? 0);
    this.#writeIds(from, end, to);
    for (const [at, column] of this.#columns.entries()) this.#writeColumn(at, column, from, end, to);
    writePairs(recordedUsers, from, end, to);
    writePairs(same.hashes, from, end, to);
    this.#rows = end;
  }

  #writeIds(from: number, end: number, to: PackedWriter): void {
    const { ids } = this.#records;
    to.numbers((end - from) * 4, (i) => ids.words[from * 4 + i] ?? 0);
    const others = new Uint32List(16);
    if (!ids.onlyGuids) for (let row = from; row < end; row++) if (ids.isOther(row as RowIndex)) others.push(row);
    to.numbers(others.length, (i) => others.array[i] ?? 0);
    for (let i = 0; i < others.length; i++) to.text(ids.text(others.array[i] as RowIndex));
  }

  #writeColumn(at: number, { codes, dictionary }: DictionaryColumn, from: number, end: number, to: PackedWriter): void {
    let size = this.#sizes[at] ?? 1;
    const first = size;
    for (let row = from; row < end; row++) size = Math.max(size, (codes[row as RowIndex] ?? 0) + 1);
    const values = new ByteList();
    for (let code = first; code < size; code++) dictionary.write(code as Code, values);
    to.numbers(size - first, (i) => dictionary.valueLength((first + i) as Code));
    to.bytes(values.array.subarray(0, values.length));
    to.numbers(end - from, (i) => codes[(from + i) as RowIndex] ?? 0);
    this.#sizes[at] = size;
  }
}

/**
 * Adds rows, each once `before` was told of it. Throws a `RangeError` where they cannot be rows of the records that are there.
 */
export function readRows(records: Records, from: PackedReader, before: (row: RowIndex) => void): void {
  const { ids, times, fullness, recordedUsers, same, origins } = records;
  const first = records.count;
  const count = from.number();
  times.append(from.doubles());
  fullness.append(from.numbers());
  const words = from.numbers();
  const others = from.numbers();
  const texts = new Map(Array.from(others, (row) => [row, from.text()] as const));
  for (const column of columnsOfAll(records)) readColumn(column, from);
  readPairs(from, (row, code) => recordedUsers.set(row, code as Code));
  readPairs(from, (row, hash) => same.keepHash(row, hash));
  if (times.length !== first + count) throw new RangeError('The rows are not as many as they should be.');
  for (let i = 0; i < count; i++) {
    const row = (first + i) as RowIndex;
    before(row);
    const text = texts.get(row);
    const known = text === undefined ? ids.addWords(words, i * 4) : ids.add(text);
    if (known !== row) same.meetAgain(known, row, origins.of(row));
  }
}

/** Those that every record has, in an order that does not change. */
function columnsOfAll({ columns }: Records): DictionaryColumn[] {
  return Array.from(columns).flatMap(([ref, column]) => (auditDataPath(ref) === undefined ? [column] : []));
}

function readColumn(column: DictionaryColumn, from: PackedReader): void {
  const lengths = from.numbers();
  const bytes = from.bytes();
  let start = 0;
  for (let i = 0; i < lengths.length; i++) {
    const end = start + (lengths[i] ?? 0);
    const { size } = column.dictionary;
    if (end > bytes.length || column.dictionary.codeOf(bytes, start, end) !== size) throw new RangeError('A value is no value.');
    start = end;
  }
  const codes: ArrayLike<number> = from.numbers();
  for (let i = 0; i < codes.length; i++)
    if ((codes[i] ?? 0) >= column.dictionary.size) throw new RangeError('A code has no value.');
  column.append(codes as ArrayLike<Code>);
}

/** Numbers below 2 ** 53 that some rows have. */
function writePairs(numbers: ReadonlyMap<RowIndex, number>, from: number, end: number, to: PackedWriter): void {
  const rows = new Uint32List<RowIndex>(16);
  if (numbers.size > 0) for (let row = from as RowIndex; row < end; row++) if (numbers.has(row)) rows.push(row);
  const at = (i: number) => numbers.get(rows.array[i] as RowIndex) ?? 0;
  to.numbers(rows.length, (i) => rows.array[i] ?? 0);
  to.numbers(rows.length, (i) => at(i) >>> 0);
  to.numbers(rows.length, (i) => Math.floor(at(i) / 2 ** 32));
}

function readPairs(from: PackedReader, take: (row: RowIndex, number: number) => void): void {
  const [rows, low, high] = [from.numbers(), from.numbers(), from.numbers()] as const;
  for (let i = 0; i < rows.length; i++) take((rows[i] ?? 0) as RowIndex, (high[i] ?? 0) * 2 ** 32 + (low[i] ?? 0));
}
