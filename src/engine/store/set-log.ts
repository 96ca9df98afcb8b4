// What has been added to a set of records, written down and added to another again: kept records, their rows, where each came from,
// and what came again.

import type { RecordPlace, RecordSource } from '~/domain/record/record-place';
import type { WrittenAs } from '~/engine/apart/record-format';
import type { Duplicate } from '~/engine/columns/copies';
import { firstRow, type RowIndex } from '~/engine/columns/numbers';
import type { RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import type { PackedReader, PackedWriter } from '~/lib/packed';
import { type AtOnce, KeptLog, nth, readKept } from './kept-log';
import { RowLog, readRows } from './row-log';

const sourceKinds: readonly RecordSource['kind'][] = ['search', 'file', 'mailboxLog'];
const parts: readonly RecordPlace['part'][] = ['page', 'line', 'entry'];

/** Writes what has been added to a set since the time before, some of it at a time. */
export class SetLog {
  readonly #records: Records;
  readonly #kept: KeptLog;
  readonly #rows: RowLog;
  #sources = 0;
  #copies = 0;

  constructor(records: Records, atOnce: AtOnce) {
    this.#records = records;
    this.#kept = new KeptLog(records.kept, atOnce);
    this.#rows = new RowLog(records);
  }

  /** How many records have been written. */
  get records(): number {
    return this.#kept.records;
  }

  /** What there is by now needs not be written. */
  skip(): void {
    const { origins, copies, count, kept } = this.#records;
    if (kept.length !== count) throw new RangeError(`${kept.length} records are kept, and ${count} have rows`);
    this.#kept.skip();
    this.#rows.skip();
    this.#sources = origins.sources.length;
    this.#copies = copies.length;
  }

  /** Whether everything is written now. */
  write(to: PackedWriter): boolean {
    const { origins, copies, count } = this.#records;
    const from = this.#kept.records;
    this.#kept.write(to);
    const end = this.#kept.records;
    const sources = origins.sources.slice(this.#sources).filter(({ firstRow }) => firstRow <= end);
    to.number(sources.length);
    for (const { origin, firstRow } of sources) {
      to.number(firstRow);
      writeOrigin(origin, to);
    }
    this.#sources += sources.length;
    to.numbers(end - from, (i) => origins.of((from + i) as RowIndex).line);
    const duplicates: Duplicate[] = [];
    for (; this.#copies < copies.length; this.#copies++) {
      const duplicate = copies.duplicate(this.#copies);
      if (duplicate && duplicate.after > end) break;
      if (duplicate) duplicates.push(duplicate);
    }
    to.numbers(duplicates.length, (i) => duplicates[i]?.row ?? firstRow);
    to.numbers(duplicates.length, (i) => duplicates[i]?.after ?? 0);
    to.numbers(duplicates.length, (i) => duplicates[i]?.origin.source ?? 0);
    to.numbers(duplicates.length, (i) => duplicates[i]?.origin.line ?? 0);
    this.#rows.write(end, to);
    return end === count;
  }
}

/** Adds to a set what was added to another. Throws a `RangeError` when the two had not the same when that was written. */
export function readSet(records: Records, from: PackedReader): void {
  const { origins, copies, kept } = records;
  readKept(kept, from);
  const sources = Array.from({ length: from.number() }, () => ({ firstRow: from.number(), origin: readOrigin(from) }));
  const lines = from.numbers();
  const first = records.count;
  let known = 0;
  for (const { firstRow, origin } of sources) {
    if (firstRow < first + known) throw new RangeError('A source comes too late.');
    origins.append(lines.subarray(known, firstRow - first));
    known = firstRow - first;
    origins.begin(origin);
  }
  origins.append(lines.subarray(known));
  const [rows, afters, copySources, copyLines] = [from.numbers(), from.numbers(), from.numbers(), from.numbers()] as const;
  let copy = 0;
  const addCopies = (count: number) => {
    for (; copy < rows.length && (afters[copy] ?? 0) <= count; copy++)
      copies.add({
        row: (rows[copy] ?? 0) as RowIndex,
        origin: { source: copySources[copy] ?? 0, line: copyLines[copy] ?? 0 },
        after: afters[copy] ?? 0,
      });
  };
  readRows(records, from, addCopies);
  addCopies(records.count);
  if (kept.length !== records.count) throw new RangeError('A record has no row.');
}

function writeOrigin({ source, part, written }: RecordOrigin, to: PackedWriter): void {
  to.number(sourceKinds.indexOf(source.kind));
  to.text(source.name);
  to.number(parts.indexOf(part));
  if (written.kind === 'objects') {
    to.number(0);
    to.number(written.isOfGraph ? 1 : 0);
    to.text(written.auditData ?? '');
  } else {
    to.number(written.names.length);
    for (const name of written.names) to.text(name);
    to.number(written.delimiter);
    to.number(written.lineEnd);
  }
}

function readOrigin(from: PackedReader): RecordOrigin {
  const source = { kind: nth(sourceKinds, from.number()), name: from.text() };
  return { source, part: nth(parts, from.number()), written: readWritten(from) };
}

function readWritten(from: PackedReader): WrittenAs {
  const columns = from.number();
  if (columns === 0) {
    const isOfGraph = from.number() === 1;
    return { kind: 'objects', isOfGraph, auditData: from.text() || undefined };
  }
  const names = Array.from({ length: columns }, () => from.text());
  return { kind: 'rows', names, delimiter: from.number(), lineEnd: from.number() };
}
