// The record set of the product: the same interface over a worker.

import { type BookFile, knownWith } from '~/domain/addresses/book-file';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { Correlation } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import type { OverviewAsked } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import {
  type Coverage,
  columnAbilities,
  type ExportFormat,
  emptySet,
  type FileProgress,
  type Groups,
  type KeptPlace,
  type RecordIntake,
  type RecordSet,
  type RecordView,
  type ViewState,
} from '~/engine/record-set';
import { createStore } from '~/lib/store';
import { EngineCalls, type EnginePort } from './calls';
import type { CallName, Calls, ViewNumber } from './protocol';

export function createRecordSet(catalogue: Catalogue = auditLog): WorkerRecordSet {
  const name = `record set ${crypto.randomUUID()}`;
  return new WorkerRecordSet(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name }), catalogue);
}

export class WorkerRecordSet implements RecordSet, RecordIntake {
  readonly catalogue: Catalogue;
  readonly can = columnAbilities;
  readonly #state = createStore(emptySet);
  readonly state = this.#state;
  readonly #calls: EngineCalls;

  constructor(port: EnginePort, catalogue: Catalogue) {
    this.catalogue = catalogue;
    this.#calls = new EngineCalls(
      port,
      (counts) => this.#state.set({ ...this.#state.get(), ...counts }),
      // Nothing more is coming, whoever fills the set may say.
      () => this.cover('incomplete'),
    );
  }

  open(view: ResultView, signal?: AbortSignal): RecordView {
    return new WorkerView(this.#calls, view, signal);
  }

  record(key: RecordKey, signal?: AbortSignal) {
    return this.#calls.ask('record', { key }, { signal }).answer;
  }

  properties() {
    return this.#calls.ask('properties', {}).answer;
  }

  rejected() {
    return this.#calls.ask('rejected', {}).answer;
  }

  page(bytes: Uint8Array) {
    const page = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    return this.#calls.ask('page', { page }, { transfer: page.buffer instanceof ArrayBuffer ? [page.buffer] : [] }).answer;
  }

  list(rows: readonly string[], source: string) {
    return this.#calls.ask('list', { rows, source }).answer;
  }

  async file(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}) {
    const { onProgress, signal } = options;
    signal?.throwIfAborted();
    const { number, answer } = this.#calls.ask('file', { file }, onProgress ? { note: onProgress } : {});
    // The answer is waited for all the same: the next file may be read only when this one is really let go.
    const stop = () => void this.#calls.ask('stop', { stops: number }).answer.catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await answer;
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async keep(place: KeptPlace, about: string, limit: number) {
    // Whoever fills the set learns of a crash from what it asks next.
    return await this.#calls.ask('keep', { place, about, limit }).answer.catch(() => undefined);
  }

  mark(mark: string): void {
    this.#calls.ask('mark', { mark }).answer.catch(() => undefined);
  }

  lookUpIn(books: readonly BookFile[]): void {
    // The worker has the books before it is asked for another view. That it crashed is told to whoever asks for one.
    this.#calls.ask('lookUpIn', { books }).answer.catch(() => undefined);
    const before = this.#state.get();
    this.#state.set({ ...before, addresses: knownWith(books, before.addresses) });
  }

  cover(coverage: Coverage): void {
    this.#state.set({ ...this.#state.get(), coverage });
  }

  dispose(): void {
    this.#calls.close();
  }
}

class WorkerView implements RecordView {
  readonly #calls: EngineCalls;
  readonly #view: ViewNumber;
  readonly #state = createStore<ViewState>({ status: 'opening' });
  readonly state = this.#state;
  readonly #closing = new AbortController();

  constructor(calls: EngineCalls, asked: ResultView, signal: AbortSignal | undefined) {
    this.#calls = calls;
    const { number, answer } = calls.ask(
      'open',
      { asked },
      { signal: this.#closing.signal, note: (state) => this.#state.set(state) },
    );
    this.#view = number;
    answer.catch((error: unknown) => {
      if (!this.#closing.signal.aborted) this.#state.set({ status: 'failed', error });
    });
    signal?.addEventListener('abort', () => this.close(), { signal: this.#closing.signal });
    if (signal?.aborted) this.close();
  }

  rows(from: number, count: number, fields: readonly FieldRef[], signal?: AbortSignal) {
    return this.#ask('rows', { view: this.#view, from, count, fields }, signal);
  }

  find(key: RecordKey, signal?: AbortSignal) {
    return this.#ask('find', { view: this.#view, key }, signal);
  }

  overview(asked: OverviewAsked, signal?: AbortSignal) {
    return this.#ask('overview', { view: this.#view, asked }, signal);
  }

  group<Name extends string>(grouping: Grouping<Name>, from: number, count: number, signal?: AbortSignal) {
    // The tallies come back under the names they were asked for by; a message has no type parameter to say so.
    return this.#ask('group', { view: this.#view, grouping, from, count }, signal) as Promise<Groups<Name>>;
  }

  correlate(correlation: Correlation, limit: number, signal?: AbortSignal) {
    return this.#ask('correlate', { view: this.#view, correlation, limit }, signal);
  }

  matches(filters: readonly Filter[], signal?: AbortSignal) {
    return this.#ask('matches', { view: this.#view, filters }, signal);
  }

  records(from: number, count: number, signal?: AbortSignal) {
    return this.#ask('records', { view: this.#view, from, count }, signal);
  }

  export(format: ExportFormat): ReadableStream<Uint8Array> {
    const { number, answer: begun } = this.#calls.ask('export', { view: this.#view, format }, { signal: this.#closing.signal });
    begun.catch(() => undefined);
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        await begun;
        const chunk = await this.#ask('pull', { stream: number });
        if (chunk) stream.enqueue(chunk);
        else stream.close();
      },
      cancel: async () => {
        await this.#calls.ask('stop', { stops: number }).answer;
      },
    });
  }

  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort(new DOMException('The view was closed.', 'AbortError'));
    this.#calls.ask('close', { view: this.#view }).answer.catch(() => undefined);
  }

  #ask<Name extends CallName>(call: Name, ask: Calls[Name]['ask'], signal?: AbortSignal): Promise<Calls[Name]['answer']> {
    const closing = this.#closing.signal;
    return this.#calls.ask(call, ask, { signal: signal ? AbortSignal.any([closing, signal]) : closing }).answer;
  }
}
