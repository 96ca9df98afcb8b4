// A set of records that is written down as it grows, entry by entry, each with a mark of whoever fills it: how to go on from there.
// An entry is whole or not there at all, so a set that is opened again is as it was at some mark.
//
//   entry   pages, counts │ what was rejected │ records (set-log) │ mark

import type { Records } from '~/engine/columns/records';
import type { Ingest, IngestProgress } from '~/engine/intake/ingest';
import { PackedReader, PackedWriter } from '~/lib/packed';
import { Journal, type JournalFile } from './journal';
import { SetLog, SetReader } from './set-log';

export class StoredSet {
  readonly #records: Records;
  readonly #ingest: Ingest;
  readonly #journal: Journal;
  readonly #log: SetLog;
  #mark: string | undefined;
  #rejected: number;

  /** Fills the set, which must be empty, with what is in the file; what is added to the set from then on goes there, too. */
  constructor(file: JournalFile, records: Records, ingest: Ingest) {
    this.#records = records;
    this.#ingest = ingest;
    this.#journal = new Journal(file);
    const reader = new SetReader(records);
    for (const entry of this.#journal.entries()) this.#mark = readEntry(new PackedReader(entry), reader, ingest);
    this.#log = new SetLog(records);
    this.#rejected = ingest.rejected.length;
  }

  /** That of the last entry; `undefined` when there is none. */
  get mark(): string | undefined {
    return this.#mark;
  }

  /** Bytes of the file. */
  get size(): number {
    return this.#journal.size;
  }

  /** How many records are not written yet. */
  get waiting(): number {
    return this.#records.count - this.#log.rows;
  }

  /**
   * Writes what was added since the last time; when it returns, that is there to stay. Throws what the file throws, a
   * `QuotaExceededError` where there is no room: then no more can be written.
   */
  write(mark: string): void {
    const to = new PackedWriter();
    writeProgress(this.#ingest.progress(this.#rejected), to);
    this.#log.write(to);
    to.text(mark);
    this.#journal.add(to.take());
    this.#rejected = this.#ingest.rejected.length;
    this.#mark = mark;
  }

  close(): void {
    this.#journal.close();
  }
}

function readEntry(from: PackedReader, reader: SetReader, ingest: Ingest): string {
  ingest.resume(readProgress(from));
  reader.read(from);
  return from.text();
}

const counted = ['added', 'duplicates', 'fuller', 'namesakes', 'rejected'] as const;

function writeProgress({ pages, counts, rejected }: IngestProgress, to: PackedWriter): void {
  to.number(pages);
  for (const name of counted) to.number(counts[name]);
  to.number(rejected.length);
  for (const { reason, raw, source } of rejected) for (const text of [reason, raw, source]) to.text(text);
}

function readProgress(from: PackedReader): IngestProgress {
  const pages = from.number();
  const counts = { added: 0, duplicates: 0, fuller: 0, namesakes: 0, rejected: 0 };
  for (const name of counted) counts[name] = from.number();
  const rejected = Array.from({ length: from.number() }, () => ({
    reason: from.text(),
    raw: from.text(),
    source: from.text(),
  }));
  return { pages, counts, rejected };
}
