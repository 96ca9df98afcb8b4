// Records as columns, in the thread that makes the set: the worker in the product, Node in tests. Pages and files are taken in
// one after another, views are opened beside each other, and ranks for sorting are prepared in idle time.

import { type BookFile, knownWith } from '~/domain/addresses/book-file';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { RecordKey } from '~/domain/record/record-key';
import type { ResultView } from '~/domain/view/result-view';
import { Records } from '~/engine/columns/records';
import { Ingest } from '~/engine/intake/ingest';
import { readPage } from '~/engine/intake/page-reader';
import { propertyFacts } from '~/engine/questions/properties';
import { rawRecordAt } from '~/engine/questions/row-at';
import {
  type Coverage,
  columnAbilities,
  emptySet,
  type FileProgress,
  type FileReceipt,
  type KeptPlace,
  type PageReceipt,
  type PropertyFacts,
  type RawRecord,
  type Receipt,
  type RecordIntake,
  type RecordSet,
  type RecordView,
  type RejectedRecord,
} from '~/engine/record-set';
import type { OpenKeptFile } from '~/engine/store/stored-set';
import { createStore } from '~/lib/store';
import { ColumnView, type ViewGround } from './column-view';
import { Keeping } from './keeping';
import { SharedWork } from './shared-work';
import { Turns } from './turns';

const idleAfterMs = 100;

export class ColumnRecordSet implements RecordSet, RecordIntake {
  readonly catalogue: Catalogue;
  readonly can = columnAbilities;
  readonly #state = createStore(emptySet);
  readonly state = this.#state;
  readonly #turns = new Turns();
  readonly #keeping: Keeping;
  readonly #openFile: OpenKeptFile;
  #ground: ViewGround;
  #ingest: Ingest;
  readonly #given = new AbortController();
  #books: readonly BookFile[] = [];
  #intake: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** `openFile` is where the set is kept when that is asked for. */
  constructor(catalogue: Catalogue = auditLog, openFile: OpenKeptFile = async () => undefined) {
    this.catalogue = catalogue;
    this.#openFile = openFile;
    const rest = () => {
      this.#count();
      return this.#turns.next('background');
    };
    this.#keeping = new Keeping({ rest, tell: (kept) => this.#state.set({ ...this.#state.get(), kept }) });
    [this.#ground, this.#ingest] = this.#begin();
  }

  #begin(): [ViewGround, Ingest] {
    const records = new Records();
    records.books.open(this.#books);
    const rest = async () => {
      if (this.#keeping.dueIn === 0) await this.#keeping.write();
      await this.#turns.next('background');
    };
    return [{ records, turns: this.#turns, work: new SharedWork(records) }, new Ingest(records, rest)];
  }

  open(view: ResultView, signal?: AbortSignal): RecordView {
    const given = this.#given.signal;
    return new ColumnView(this.#ground, view, signal ? AbortSignal.any([given, signal]) : given);
  }

  async record(key: RecordKey, signal?: AbortSignal): Promise<RawRecord> {
    signal?.throwIfAborted();
    const { records } = this.#ground;
    const row = records.ids.find(key);
    if (row === undefined) throw new RangeError(`there is no record ${key}`);
    return rawRecordAt(records, row);
  }

  async properties(): Promise<readonly PropertyFacts[]> {
    return propertyFacts(this.#ground.records.kept, () => this.#turns.next('counts'));
  }

  async rejected(): Promise<readonly RejectedRecord[]> {
    return [...this.#ingest.rejected];
  }

  page(bytes: Uint8Array): Promise<PageReceipt> {
    return this.#inTurn(async () => {
      const page = readPage(bytes);
      this.#keeping.unmark();
      return this.#ingest.addPage(page);
    });
  }

  list(rows: readonly string[], source: string): Promise<Receipt> {
    return this.#inTurn(async () => {
      this.#keeping.unmark();
      return this.#ingest.addList(rows, source);
    });
  }

  file(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}): Promise<FileReceipt> {
    const onProgress = (progress: FileProgress) => {
      this.#count();
      options.onProgress?.(progress);
    };
    return this.#inTurn(() => this.#ingest.addFile(file, onProgress, options.signal));
  }

  keep(place: KeptPlace, about: string, limit: number): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const open = () => this.#openFile(place, about, () => this.#keeping.letGo());
      if (!this.#keeping.isOn) await this.#beginKeeping(open, limit);
      return this.#keeping.lastMark;
    });
  }

  async #beginKeeping(open: () => ReturnType<OpenKeptFile>, limit: number): Promise<void> {
    const wasEmpty = this.#ground.records.count === 0;
    for (let attempt = 1; attempt <= 2; attempt++) {
      try {
        const file = await open();
        if (!file) break;
        await this.#keeping.begin(file, this.#ground.records, this.#ingest, limit);
        return;
      } catch {
        // What was there cannot be read, and is gone; what was read of it until then is not to be trusted.
        if (wasEmpty) [this.#ground, this.#ingest] = this.#begin();
      }
    }
    this.#state.set({ ...this.#state.get(), kept: { kind: 'failed', bytes: 0 } });
  }

  mark(mark: string): void {
    // Behind the page it is about, which may still be on its way.
    void this.#inTurn(async () => {
      this.#keeping.mark(mark);
      // Whoever fills without a pause leaves no later moment.
      if (this.#keeping.dueIn === 0) await this.#keeping.write();
    });
  }

  lookUpIn(books: readonly BookFile[]): void {
    this.#books = books;
    this.#ground.records.books.open(books);
    const before = this.#state.get();
    this.#state.set({ ...before, addresses: knownWith(books, before.addresses) });
  }

  cover(coverage: Coverage): void {
    this.#state.set({ ...this.#state.get(), coverage });
  }

  dispose(): void {
    this.#given.abort();
    clearTimeout(this.#idle);
    clearTimeout(this.#writing);
    this.#keeping.close();
  }

  #count(): void {
    this.#state.set({ ...this.#state.get(), ...this.#ingest.counts });
  }

  /** In its turn: nothing is taken in while a set is written. */
  #writeWhenDue(): void {
    clearTimeout(this.#writing);
    const { dueIn } = this.#keeping;
    if (dueIn === undefined) return;
    const write = async () => {
      if (this.#keeping.dueIn !== undefined) await this.#keeping.write();
    };
    this.#writing = setTimeout(() => void this.#inTurn(write), dueIn);
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    // Also what was read of a file that was given up stays.
    const answer = this.#intake.then(work).finally(() => {
      this.#count();
      this.#writeWhenDue();
    });
    this.#intake = answer.catch(() => undefined).then(() => this.#rankWhenIdle());
    return answer;
  }

  /** One short step per turn of the event loop, so that a request never waits for more than a step. */
  #rankWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#given.signal.aborted) return;
    this.#idle = setTimeout(() => {
      const columns = [...this.#ground.records.columns.values()];
      const step = () => {
        while (columns[0]?.ranks.step()) columns.shift();
        if (columns.length > 0) this.#idle = setTimeout(step);
      };
      step();
    }, idleAfterMs);
  }
}
