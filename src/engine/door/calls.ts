// The page's end of the messages to the worker: numbers the calls, and brings answers back to who asked. A worker that crashes
// rejects everything that waits, and everything asked later, with `crashed`; it is not restarted, because its records are gone.
// A worker that the browser ends does not crash: it is silent, and only the lock that it held tells of it.

import { EngineError } from '~/domain/errors/errors';
import type { CallName, Calls, Counted, Reply, Request } from './protocol';

/** What is used of a `Worker`; tests put a pair of ports in its place. */
export interface EnginePort {
  postMessage(request: Request, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Waiting {
  // Each call's own types are kept by `ask`; here they meet in one map.
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  note: ((note: never) => void) | undefined;
}

export interface AskOptions<Note> {
  readonly transfer?: Transferable[];
  /** Rejects the answer at once and tells the worker to stop. */
  readonly signal?: AbortSignal | undefined;
  note?(note: Note): void;
}

export interface Asked<Answer> {
  readonly number: number;
  readonly answer: Promise<Answer>;
}

export class EngineCalls {
  readonly #port: EnginePort;
  readonly #onCounted: (counts: Counted['counts']) => void;
  readonly #onCrash: () => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #closing = new AbortController();
  #count = 0;
  #crash: EngineError | undefined;

  /** `onCrash` is called once, `onCounted` whenever something went into the set. */
  constructor(port: EnginePort, onCounted: (counts: Counted['counts']) => void, onCrash: () => void) {
    this.#port = port;
    this.#onCounted = onCounted;
    this.#onCrash = onCrash;
    port.addEventListener('message', ({ data }) => this.#receive(data));
    const onError = ({ message }: { readonly message?: string }) => this.#end(message || 'The engine stopped.');
    port.addEventListener('error', onError);
    port.addEventListener('messageerror', onError);
  }

  ask<Name extends CallName>(
    call: Name,
    ask: Calls[Name]['ask'],
    { transfer = [], signal, note }: AskOptions<Calls[Name]['note']> = {},
  ): Asked<Calls[Name]['answer']> {
    const number = ++this.#count;
    const answer = new Promise<Calls[Name]['answer']>((resolve, reject) => {
      if (this.#crash || signal?.aborted) {
        reject(this.#crash ?? signal?.reason);
        return;
      }
      const onAbort = () => {
        if (!this.#waiting.delete(number)) return;
        void this.ask('stop', { stops: number }).answer.catch(() => undefined);
        reject(signal?.reason);
      };
      const settled = () => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.set(number, {
        resolve: (value) => {
          settled();
          // The worker answers a call with the type that belongs to it: `serve` builds both from `Calls`.
          resolve(value as Calls[Name]['answer']);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
        note,
      });
      // A union of requests cannot be built from a generic name without saying so.
      this.#port.postMessage({ number, call, ...ask } as Request, transfer);
    });
    return { number, answer };
  }

  close(): void {
    this.#closing.abort();
    this.#port.terminate();
    this.#fail('The record set was closed.');
  }

  #receive(reply: Reply): void {
    if ('counts' in reply) {
      this.#onCounted(reply.counts);
      return;
    }
    if ('holds' in reply) {
      void this.#watch(reply.holds);
      return;
    }
    const waiting = this.#waiting.get(reply.number);
    if (!waiting) return;
    // The note belongs to the call it is numbered after.
    if ('note' in reply) {
      waiting.note?.(reply.note as never);
      return;
    }
    this.#waiting.delete(reply.number);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(errorOf(reply.failure));
  }

  /** Waits for the lock that the worker holds. */
  async #watch(lock: string): Promise<void> {
    try {
      await navigator.locks.request(lock, { signal: this.#closing.signal }, () => undefined);
    } catch {
      return;
    }
    this.#end('The browser ended the engine, most likely for want of memory.');
  }

  #end(message: string): void {
    if (this.#crash) return;
    this.#fail(message);
    this.#onCrash();
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
