// Records as columns, in the thread that makes the set: the worker in the product, Node in tests. Pages and files are taken in
// one after another, views are opened beside each other, and ranks for sorting are prepared in idle time.

import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { RecordKey } from '~/domain/record/record-key';
import type { ResultView } from '~/domain/view/result-view';
import { Records } from '~/engine/columns/records';
import { Ingest } from '~/engine/intake/ingest';
import { rawRecordAt } from '~/engine/questions/row-at';
import {
  type Coverage,
  columnAbilities,
  emptySet,
  type FileProgress,
  type FileReceipt,
  type PageReceipt,
  type RawRecord,
  type Receipt,
  type RecordIntake,
  type RecordSet,
  type RecordView,
  type RejectedRecord,
} from '~/engine/record-set';
import { createStore } from '~/lib/store';
import { ColumnView, type ViewGround } from './column-view';
import { SharedWork } from './shared-work';
import { Turns } from './turns';

const idleAfterMs = 100;

export class ColumnRecordSet implements RecordSet, RecordIntake {
  readonly catalogue: Catalogue;
  readonly can = columnAbilities;
  readonly #state = createStore(emptySet);
  readonly state = this.#state;
  readonly #ground: ViewGround;
  readonly #ingest: Ingest;
  readonly #given = new AbortController();
  #intake: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(catalogue: Catalogue = auditLog) {
    this.catalogue = catalogue;
    const records = new Records();
    const turns = new Turns();
    this.#ground = { records, turns, work: new SharedWork(records) };
    this.#ingest = new Ingest(records, () => turns.next('background'));
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

  async rejected(): Promise<readonly RejectedRecord[]> {
    return [...this.#ingest.rejected];
  }

  page(bytes: Uint8Array): Promise<PageReceipt> {
    return this.#inTurn(async () => this.#ingest.addPage(bytes));
  }

  list(rows: readonly string[], source: string): Promise<Receipt> {
    return this.#inTurn(async () => this.#ingest.addList(rows, source));
  }

  file(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}): Promise<FileReceipt> {
    const onProgress = (progress: FileProgress) => {
      this.#count();
      options.onProgress?.(progress);
    };
    return this.#inTurn(() => this.#ingest.addFile(file, onProgress, options.signal));
  }

  cover(coverage: Coverage): void {
    this.#state.set({ ...this.#state.get(), coverage });
  }

  dispose(): void {
    this.#given.abort();
    clearTimeout(this.#idle);
  }

  #count(): void {
    this.#state.set({ ...this.#ingest.counts, coverage: this.#state.get().coverage });
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    // Also what was read of a file that was given up stays.
    const answer = this.#intake.then(work).finally(() => this.#count());
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
