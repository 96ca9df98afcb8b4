// The result set of the product: the same interface over a worker. A worker that crashes rejects everything that waits, and
// everything asked later, with `crashed`; it is not restarted, because its records are gone.

import { EngineError } from '~/domain/errors';
import type { FieldRef } from '~/domain/fields';
import type { Grouping } from '~/domain/grouping';
import type { ResultView } from '~/domain/result-view';
import type { CallName, Calls, Reply, Request } from './protocol';
import type { ExportFormat, FileProgress, Groups, ResultSet, RowIndex, ViewId, ViewState } from './result-set';

export function createResultSet(): ResultSet {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new WorkerResultSet(worker);
}

/** What is used of a `Worker`; tests put a pair of ports in its place. */
export interface EnginePort {
  postMessage(request: Request, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Waiting {
  // Each call's own types are kept by `#ask`; here they meet in one map.
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  note: ((note: never) => void) | undefined;
  /** Whether notes go on after the answer. */
  readonly outlivesAnswer: boolean;
}

export class WorkerResultSet implements ResultSet {
  readonly #port: EnginePort;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #crash: EngineError | undefined;
  #newestView = 0;

  constructor(port: EnginePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#receive(data));
    const onError = ({ message }: { readonly message?: string }) => this.#fail(message || 'The engine stopped.');
    port.addEventListener('error', onError);
    port.addEventListener('messageerror', onError);
  }

  append(page: Uint8Array) {
    const whole = page.byteLength === page.buffer.byteLength ? page : page.slice();
    return this.#ask('append', { page: whole }, { transfer: whole.buffer instanceof ArrayBuffer ? [whole.buffer] : [] }).answer;
  }

  async open(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}) {
    const { onProgress, signal } = options;
    signal?.throwIfAborted();
    const { number, answer } = this.#ask('open', { file }, onProgress ? { note: onProgress } : {});
    const stop = () => void this.#ask('stop', { stops: number }).answer.catch(() => undefined);
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

  view(view: ResultView, onGrow?: (state: ViewState) => void) {
    // Whatever the worker still says of the older view comes too late; an answer that is already there is not touched by this.
    this.#waiting.get(this.#newestView)?.reject(new EngineError('superseded', 'A newer view was asked for.'));
    this.#waiting.delete(this.#newestView);
    const { number, answer } = this.#ask('view', { view }, onGrow ? { note: onGrow, outlivesAnswer: true } : {});
    this.#newestView = number;
    return answer;
  }

  rows(view: ViewId, from: number, count: number, fields: readonly FieldRef[]) {
    return this.#ask('rows', { view, from, count, fields }).answer;
  }

  position(view: ViewId, recordId: string) {
    return this.#ask('position', { view, recordId }).answer;
  }

  facet(view: ViewId, field: FieldRef, limit?: number) {
    return this.#ask('facet', { view, field, limit }).answer;
  }

  group<Name extends string>(view: ViewId, grouping: Grouping<Name>, from: number, count: number) {
    // The tallies come back under the names they were asked for by; a message has no type parameter to say so.
    return this.#ask('group', { view, grouping, from, count }).answer as Promise<Groups<Name>>;
  }

  histogram(view: ViewId, buckets: number) {
    return this.#ask('histogram', { view, buckets }).answer;
  }

  record(row: RowIndex) {
    return this.#ask('record', { row }).answer;
  }

  rejected() {
    return this.#ask('rejected', {}).answer;
  }

  export(view: ViewId, format: ExportFormat): ReadableStream<Uint8Array> {
    const { number, answer: begun } = this.#ask('export', { view, format });
    begun.catch(() => undefined);
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        await begun;
        const chunk = await this.#ask('pull', { stream: number }).answer;
        if (chunk) stream.enqueue(chunk);
        else stream.close();
      },
      cancel: async () => {
        await this.#ask('stop', { stops: number }).answer;
      },
    });
  }

  dispose(): void {
    this.#port.terminate();
    this.#fail('The result set was closed.');
  }

  #ask<Name extends CallName>(
    call: Name,
    ask: Calls[Name]['ask'],
    {
      transfer = [],
      note,
      outlivesAnswer = false,
    }: { transfer?: Transferable[]; note?: (note: Calls[Name]['note']) => void; outlivesAnswer?: boolean } = {},
  ): { readonly number: number; readonly answer: Promise<Calls[Name]['answer']> } {
    this.#count++;
    const number = this.#count;
    const answer = new Promise<Calls[Name]['answer']>((resolve, reject) => {
      if (this.#crash) {
        reject(this.#crash);
        return;
      }
      // The worker answers a call with the type that belongs to it: `serve` builds both from `Calls`.
      this.#waiting.set(number, { resolve: (value) => resolve(value as Calls[Name]['answer']), reject, note, outlivesAnswer });
      // A union of requests cannot be built from a generic name without saying so.
      this.#port.postMessage({ number, call, ...ask } as Request, transfer);
    });
    return { number, answer };
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    if (!waiting) return;
    // The note belongs to the call it is numbered after.
    if ('note' in reply) {
      waiting.note?.(reply.note as never);
      return;
    }
    if (!waiting.outlivesAnswer || 'failure' in reply) this.#waiting.delete(reply.number);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(errorOf(reply.failure));
  }

  #fail(message: string): void {
    this.#crash ??= new EngineError('crashed', message);
    for (const { reject } of this.#waiting.values()) reject(this.#crash);
    this.#waiting.clear();
  }
}

function errorOf({ kind, message }: { readonly kind: EngineError['kind'] | 'aborted'; readonly message: string }): Error {
  return kind === 'aborted' ? new DOMException(message, 'AbortError') : new EngineError(kind, message);
}
