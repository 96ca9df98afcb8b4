// Fills a record set with the pages of a finished search. The only place where the API meets the engine: bytes come from the
// one, go unread to the other, and the link to the next page comes back. Promises: a page is asked for again until it is there,
// duplicates and unreadable records stop nothing, whatever stops it can be continued at the same page, or from the first where
// the link is dead, and `complete` is said only when the last page was read and the service's own numbers agree.

import * as z from 'zod/mini';
import { fetchRecordsPage, firstRecordsPage, isRecordsPage, type Search } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { ApiError } from '~/domain/errors/errors';
import { triesAgain, waitBeforeRetry } from '~/domain/errors/retry';
import type { Coverage, PageReceipt, RecordIntake } from '~/engine/record-set';
import { sleep } from '~/lib/sleep';
import { createStore, type Store } from '~/lib/store';
import type { EpochMs } from '~/lib/time';
import type { HeldRecordSet } from './held-record-sets';
import { storedJson } from './stored-json';

export type FillStatus =
  /** What is kept of it in this browser. */
  | { readonly kind: 'opening' }
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
  /** `isDead`: the same page would never come; what helps is to begin again. */
  | { readonly kind: 'stopped'; readonly page: number; readonly error: unknown; readonly isDead: boolean }
  /** The last page was read. `missing`: about so many records fewer came than the service says there are. */
  | { readonly kind: 'complete'; readonly missing: number };

export interface FillState {
  readonly status: FillStatus;
  readonly pagesRead: number;
}

export interface Fill {
  readonly state: Store<FillState>;
  /** Starts, or goes on at the page where it paused, was cancelled or stopped. */
  resume(): void;
  /** Reads everything once more from the first page; records that are here already are not taken twice. */
  beginAgain(): void;
  pause(): void;
  cancel(): void;
}

export interface PageSource {
  readonly first: string;
  /** About how many records there are, as far as the service says. */
  readonly expected: number | undefined;
  /** The service found more than it hands out. */
  readonly isCutShort: boolean;
  /** Whether a link leads to another page of the same records. */
  isPage(link: string): boolean;
  fetch(path: string, signal: AbortSignal): Promise<Uint8Array>;
}

export interface Clock {
  now(): EpochMs;
  /** Rejects when aborted. */
  readonly sleep: typeof sleep;
  /** From 0 to 1, for jitter. */
  random(): number;
}

/** The service calls its count approximate. */
const agreement = 0.95;

export interface FillOptions {
  /** Brings back what is kept of it, and the mark to go on from. */
  readonly open?: (() => Promise<string | undefined>) | undefined;
  readonly clock?: Clock;
}

/** Where a fill goes on, as it is kept beside the records. */
const fillMark = z.object({ pagesRead: z.int(), taken: z.int(), next: z.optional(z.string()) });

export function createFill(pages: PageSource, intake: RecordIntake, { open, clock = realClock }: FillOptions = {}): Fill {
  const state = createStore<FillState>({ status: { kind: 'paused' }, pagesRead: 0 });
  let seen = new Set([pages.first]);
  let next: string | undefined = pages.first;
  /** Of this reading. */
  let taken = 0;
  let run: AbortController | undefined;
  // A page that is being taken in cannot be taken back, so the next run waits for the one before.
  let lastRun: Promise<void> | undefined;

  function publish(change: Partial<FillState>) {
    state.set({ ...state.get(), ...change });
    if (change.status) intake.cover(coverageOf(change.status, pages.isCutShort));
  }

  async function openKept() {
    const mark = storedJson(fillMark, await open?.());
    if (!mark || (mark.next !== undefined && !pages.isPage(mark.next))) return;
    next = mark.next;
    if (next !== undefined) seen.add(next);
    taken = mark.taken;
    publish({ pagesRead: mark.pagesRead });
  }

  function take({ added, duplicates, rejected, nextLink }: PageReceipt) {
    taken += added + duplicates + rejected;
    publish({ pagesRead: state.get().pagesRead + 1 });
    if (nextLink !== undefined && !pages.isPage(nextLink)) throw new DeadLink(`The next page is said to be at ${nextLink}.`);
    // Otherwise a service that points back would be read for ever.
    if (nextLink !== undefined && seen.has(nextLink)) throw new DeadLink('The service pointed to a page that was already read.');
    next = nextLink;
    if (next !== undefined) seen.add(next);
    intake.mark(JSON.stringify({ pagesRead: state.get().pagesRead, taken, next } satisfies z.infer<typeof fillMark>));
  }

  async function readPages(signal: AbortSignal) {
    let attempt = 1;
    while (next !== undefined && !signal.aborted) {
      const page = state.get().pagesRead + 1;
      publish({ status: { kind: 'loading', page, attempt } });
      try {
        take(await intake.page(await pages.fetch(next, signal)));
        attempt = 1;
      } catch (error) {
        if (signal.aborted) return;
        const isDead = error instanceof DeadLink || (next !== pages.first && isGone(error));
        if (isDead || !triesAgain(error, attempt)) {
          run = undefined;
          publish({ status: { kind: 'stopped', page, error: error instanceof DeadLink ? error.asApiError() : error, isDead } });
          return;
        }
        const waitMs = waitBeforeRetry(error, attempt, clock.random());
        attempt++;
        publish({ status: { kind: 'waiting', page, attempt, until: clock.now() + waitMs, error } });
        await clock.sleep(waitMs, signal).catch(() => {});
      }
    }
    if (next !== undefined) return;
    const { expected = 0 } = pages;
    publish({ status: { kind: 'complete', missing: taken < expected * agreement ? expected - taken : 0 } });
  }

  function halt(status: FillStatus) {
    if (state.get().status.kind === 'complete') return;
    run?.abort();
    run = undefined;
    publish({ status });
  }

  function start() {
    run = new AbortController();
    const { signal } = run;
    const isOpening = lastRun === undefined && open !== undefined;
    publish({ status: isOpening ? { kind: 'opening' } : { kind: 'loading', page: state.get().pagesRead + 1, attempt: 1 } });
    lastRun = (lastRun ?? openKept()).then(() => readPages(signal));
  }

  return {
    state,
    resume() {
      if (!run && state.get().status.kind !== 'complete') start();
    },
    beginAgain() {
      run?.abort();
      lastRun = lastRun?.then(() => {
        seen = new Set([pages.first]);
        next = pages.first;
        taken = 0;
        publish({ pagesRead: 0 });
      });
      start();
    },
    pause: () => halt({ kind: 'paused' }),
    cancel: () => halt({ kind: 'cancelled' }),
  };
}

function coverageOf(status: FillStatus, isCutShort: boolean): Coverage {
  if (status.kind === 'complete') return isCutShort || status.missing > 0 ? 'incomplete' : 'complete';
  return status.kind === 'cancelled' || status.kind === 'stopped' ? 'incomplete' : 'filling';
}

/** Links to pages are made by the service: one it refuses later will not come back to life. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'bad-request');
}

class DeadLink extends Error {
  asApiError() {
    return new ApiError('invalid-response', { action: 'read the next page of records', serviceMessage: this.message });
  }
}

const realClock: Clock = { now: Date.now, random: Math.random, sleep };

const fills = new WeakMap<RecordIntake, Fill>();

/** The one fill of a held set, started when first asked for; it ends when the set is given up. */
export function fillFromSearch(
  { intake, released }: HeldRecordSet,
  graph: GraphClient,
  search: Search,
  open: FillOptions['open'],
): Fill {
  const known = fills.get(intake);
  if (known) return known;
  const pages: PageSource = {
    first: firstRecordsPage(search.id),
    expected: search.approximateCount,
    isCutShort: search.isLimitExceeded,
    isPage: (link) => isRecordsPage(link, search.id),
    fetch: (path, signal) => fetchRecordsPage(graph, path, signal),
  };
  const fill = createFill(pages, intake, { open });
  fills.set(intake, fill);
  released.addEventListener('abort', () => fill.cancel());
  fill.resume();
  return fill;
}
