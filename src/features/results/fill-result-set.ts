// Fills a result set with the pages of a finished search. The only place where the API meets the engine: bytes come from the
// one, go unread to the other, and the link to the next page comes back. Promises: a page is asked for again until it is
// there, duplicates and unreadable records stop nothing, whatever stops it can be continued at the same page.

import { fetchRecordsPage, firstRecordsPage } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { ApiError, EngineError } from '~/domain/errors';
import type { HeldResultSet } from '~/engine/held-result-sets';
import type { Receipt, ResultSet } from '~/engine/result-set';
import type { EpochMs } from '~/lib/time';
import { noCounts, type SetCounts } from './set-counts';

export type FillStatus =
  | { readonly kind: 'loading'; readonly page: number; readonly attempt: number }
  /** Until the same page is asked for again. */
  | {
      readonly kind: 'waiting';
      readonly page: number;
      readonly attempt: number;
      readonly until: EpochMs;
      readonly error: unknown;
    }
  | { readonly kind: 'paused' }
  /** By the administrator; what is there stays, and it can be continued. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped'; readonly page: number; readonly error: unknown }
  | { readonly kind: 'complete' };

export interface FillSnapshot {
  readonly status: FillStatus;
  readonly counts: SetCounts;
  readonly pagesRead: number;
}

export interface Fill {
  subscribe(listener: () => void): () => void;
  getSnapshot(): FillSnapshot;
  /** Starts, or goes on at the page where it paused, was cancelled or stopped. */
  resume(): void;
  pause(): void;
  cancel(): void;
}

export interface PageSource {
  readonly first: string;
  fetch(path: string, signal: AbortSignal): Promise<Uint8Array>;
}

export interface Clock {
  now(): EpochMs;
  /** Rejects when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1, for jitter. */
  random(): number;
}

const maxAttempts = 6;
const longestBackOffMs = 60_000;

export function createFill(pages: PageSource, resultSet: ResultSet, clock: Clock = realClock): Fill {
  const listeners = new Set<() => void>();
  const seen = new Set([pages.first]);
  let snapshot: FillSnapshot = { status: { kind: 'paused' }, counts: noCounts, pagesRead: 0 };
  let next: string | undefined = pages.first;
  let run: AbortController | undefined;
  // A page that is being taken in cannot be taken back, so the next run waits for the one before.
  let lastRun = Promise.resolve();

  function publish(change: Partial<FillSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function take(receipt: Receipt) {
    const { records, duplicates, rejected } = snapshot.counts;
    const counts: SetCounts = {
      records: records + receipt.added,
      duplicates: duplicates + receipt.duplicates,
      rejected: rejected + receipt.rejected,
    };
    next = receipt.nextLink;
    publish({ counts, pagesRead: snapshot.pagesRead + 1 });
    if (next === undefined) return;
    // Otherwise a service that points back would be read for ever.
    if (seen.has(next)) throw new PageLoop();
    seen.add(next);
  }

  async function readPages(signal: AbortSignal) {
    let attempt = 1;
    while (next !== undefined && !signal.aborted) {
      const page = snapshot.pagesRead + 1;
      publish({ status: { kind: 'loading', page, attempt } });
      try {
        take(await resultSet.append(await pages.fetch(next, signal)));
        attempt = 1;
      } catch (error) {
        if (signal.aborted) return;
        if (!isWorthRetrying(error) || attempt >= maxAttempts) {
          run = undefined;
          publish({ status: { kind: 'stopped', page, error: error instanceof PageLoop ? error.asApiError() : error } });
          return;
        }
        const waitMs = waitBefore(error, attempt, clock.random());
        attempt++;
        publish({ status: { kind: 'waiting', page, attempt, until: clock.now() + waitMs, error } });
        await clock.sleep(waitMs, signal).catch(() => {});
      }
    }
    if (next === undefined) publish({ status: { kind: 'complete' } });
  }

  function halt(status: FillStatus) {
    if (snapshot.status.kind === 'complete') return;
    run?.abort();
    run = undefined;
    publish({ status });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    resume() {
      if (run || snapshot.status.kind === 'complete') return;
      run = new AbortController();
      const { signal } = run;
      publish({ status: { kind: 'loading', page: snapshot.pagesRead + 1, attempt: 1 } });
      lastRun = lastRun.then(() => readPages(signal));
    },
    pause: () => halt({ kind: 'paused' }),
    cancel: () => halt({ kind: 'cancelled' }),
  };
}

class PageLoop extends Error {
  asApiError() {
    return new ApiError('invalid-response', {
      action: 'read the next page of records',
      serviceMessage: 'The service pointed to a page that was already read.',
    });
  }
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ApiError) return error.isTransient;
  return error instanceof EngineError && error.kind === 'bad-page';
}

/** What the service asked for; else 1 s, 2 s, 4 s… of which up to half is left to chance, so that clients spread out. */
function waitBefore(error: unknown, attempt: number, random: number): number {
  const askedMs = error instanceof ApiError ? error.facts.retryAfterMs : undefined;
  if (askedMs !== undefined) return askedMs;
  return Math.min(longestBackOffMs, 1000 * 2 ** (attempt - 1)) * (1 - random / 2);
}

const realClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

const fills = new WeakMap<ResultSet, Fill>();

/** The one fill of a held set, started when first asked for; it ends when the set is given up. */
export function fillFromSearch({ resultSet, released }: HeldResultSet, graph: GraphClient, searchId: string): Fill {
  const known = fills.get(resultSet);
  if (known) return known;
  const pages: PageSource = { first: firstRecordsPage(searchId), fetch: (path, signal) => fetchRecordsPage(graph, path, signal) };
  const fill = createFill(pages, resultSet);
  fills.set(resultSet, fill);
  released.addEventListener('abort', () => fill.cancel());
  fill.resume();
  return fill;
}
