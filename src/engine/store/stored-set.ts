// A set of records that is written down as it grows, each time with a mark of whoever fills it: how to go on from there. What is
// written at a time is whole or not there at all, so a set that is opened again is as it was at some mark.
//
//   entries   records (set-log) │ … │ records, pages, counts, what was rejected, mark

import type { Records } from '~/engine/columns/records';
import type { Ingest, IngestProgress } from '~/engine/intake/ingest';
import type { KeptPlace } from '~/engine/record-set';
import { PackedReader, PackedWriter } from '~/lib/packed';
import { Journal, type JournalFile } from './journal';
import type { AtOnce } from './kept-log';
import { readSet, SetLog } from './set-log';

/** Where a set is written down. */
export interface KeptFile {
  readonly file: JournalFile;
  /** Another tab writes it. */
  readonly isReadOnly: boolean;
}

/** How a set comes to the file of a place; `undefined` where the browser has none. */
export type OpenKeptFile = (place: KeptPlace, about: string, onDeleted: () => void) => Promise<KeptFile | undefined>;

/** Takes a worker ten to twenty milliseconds. */
const shortTurn = { bytes: 1 << 20, records: 2048 };

export class StoredSet {
  readonly #records: Records;
  readonly #ingest: Ingest;
  readonly #journal: Journal;
  readonly #log: SetLog;
  #mark: string | undefined;
  #rejected = 0;

  constructor(file: JournalFile, records: Records, ingest: Ingest, atOnce: AtOnce = shortTurn) {
    this.#records = records;
    this.#ingest = ingest;
    this.#journal = new Journal(file);
    this.#log = new SetLog(records, atOnce);
  }

  /** That of the last time. */
  get mark(): string | undefined {
    return this.#mark;
  }

  /** Bytes of the file. */
  get size(): number {
    return this.#journal.size;
  }

  /**
   * Fills the set, which must be empty, with what is in the file; what is added to the set from then on goes there, too. Yields
   * after some thousand records. Throws a `RangeError` when what is there cannot be read by this version.
   */
  *restore(): Generator<void> {
    for (const entry of this.#journal.entries()) {
      const from = new PackedReader(entry);
      readSet(this.#records, from);
      if (!from.isAtEnd) {
        this.#ingest.resume(readProgress(from));
        this.#mark = from.text();
      }
      yield;
    }
    this.#log.skip();
    this.#rejected = this.#ingest.rejected.length;
  }

  /** How many records are not written yet. */
  get waiting(): number {
    return this.#records.count - this.#log.records;
  }

  /** Takes everything out of the file. */
  clear(): void {
    this.#journal.clear();
  }

  /**
   * Writes what was added since the last time, some thousand records at a time; nothing may be added meanwhile. When it is through,
   * that is there to stay. Throws what the file throws, a `QuotaExceededError` where there is no room: then no more can be written.
   */
  *write(mark: string): Generator<void> {
    for (let isAll = false; !isAll; ) {
      const to = new PackedWriter();
      isAll = this.#log.write(to);
      if (isAll) {
        writeProgress(this.#ingest.progress(this.#rejected), to);
        to.text(mark);
      }
      this.#journal.add(to.take(), isAll);
      if (!isAll) yield;
    }
    this.#rejected = this.#ingest.rejected.length;
    this.#mark = mark;
  }

  close(): void {
    this.#journal.close();
  }
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
