// What an administrator keeps of a tenant's records, as the page has it: shown at once, written right after, the same in every
// tab. What could not be written stays on the page and is tried again with the next change.

import { createContext, use, useSyncExternalStore } from 'react';
import { type KeptWork, type Mark, nothingKept, saysSomething } from '~/domain/casework/kept-work';
import { undoing, type WorkChange } from '~/domain/casework/work-changes';
import { createStore, type Store } from '~/lib/store';
import type { CaseworkDatabase } from './casework-database';

export interface CaseworkProblem {
  /**
   * `noStorage`: the browser gives this page no database. `full`: it has no more room. `blocked`: a tab with an older version
   * does not let go. `outdated`: a newer version wrote it. `failed`: anything else.
   */
  readonly kind: 'noStorage' | 'full' | 'blocked' | 'outdated' | 'failed';
  /** In the browser's words; empty where there are none. */
  readonly detail: string;
}

export interface CaseworkState {
  /** With everything that was changed on this page, written or not. */
  readonly work: KeptWork;
  /** Whether what was kept before has been read. */
  readonly isRead: boolean;
  /** Why what was changed last is on this page only, or what was kept is not here. */
  readonly problem: CaseworkProblem | undefined;
  /** Entries that this version cannot read, and leaves as they are. */
  readonly unreadable: number;
}

export interface Casework {
  readonly tenant: string;
  /** What is kept is read once somebody subscribes. */
  readonly state: Store<CaseworkState>;
  /** Shown at once and written right away. Answers with the change that takes it back. */
  change(change: WorkChange): WorkChange;
  /** The same for text that is being typed: written within half a second, and when the page is left. */
  type(change: WorkChange): void;
  /** Writes what waits and reads what is there. Resolves when that is done or has failed, as the state says. */
  flush(): Promise<void>;
  /** For tests: a page that is left. */
  close(): void;
}

const restMs = 400;

export function createCasework(tenant: string): Casework {
  const state = createStore<CaseworkState>({ work: nothingKept, isRead: false, problem: undefined, unreadable: 0 });
  const left = new AbortController();
  /** As it is in the database, as far as this page knows. */
  let kept = nothingKept;
  let waiting: readonly WorkChange[] = [];
  let database: CaseworkDatabase | undefined;
  let channel: BroadcastChannel | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();
  let isPersistent = false;

  const tell = (told: Partial<CaseworkState>) => state.set({ ...state.get(), ...told });
  const fail = (kind: CaseworkProblem['kind'], error?: unknown) =>
    tell({ problem: { kind, detail: error instanceof Error ? error.message : '' } });

  async function opened(): Promise<CaseworkDatabase> {
    if (database) return database;
    // The first page does without it.
    const { openCaseworkDatabase } = await import('./casework-database');
    database = await openCaseworkDatabase(tenant, {
      onBlocked: () => fail('blocked'),
      onSuperseded() {
        database = undefined;
        fail('outdated');
      },
      onLost() {
        database = undefined;
      },
    });
    return database;
  }

  async function synchronize() {
    clearTimeout(timer);
    timer = undefined;
    const taken = waiting;
    let isOpen = false;
    try {
      const found = await opened();
      isOpen = true;
      const { work, unreadable } = await (taken.length > 0 ? found.update(all(taken)) : found.read());
      kept = work;
      waiting = waiting.slice(taken.length);
      tell({ work: all(waiting)(kept), isRead: true, problem: undefined, unreadable });
      if (taken.length > 0) channel?.postMessage('changed');
    } catch (error) {
      fail(kindOf(error, isOpen), error);
    }
  }

  /** One after the other; whoever comes while one waits joins it. */
  let next: Promise<void> | undefined;
  function flush(): Promise<void> {
    next ??= last.then(() => {
      next = undefined;
      last = synchronize();
      return last;
    });
    return next;
  }

  /** A page that goes waits for nothing: all that is left to do is done at once. */
  function hand() {
    if (waiting.length === 0) return;
    try {
      database?.writeNow(kept, state.get().work);
    } catch {
      // The database was closed; a page that comes back tries again.
    }
    void flush();
  }

  function start() {
    if (channel || left.signal.aborted) return;
    channel = new BroadcastChannel(`ledgerline casework ${tenant}`);
    channel.onmessage = () => void flush();
    const { signal } = left;
    window.addEventListener('pagehide', hand, { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && hand(), { signal });
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (waiting.length > 0 && state.get().problem) event.preventDefault();
      },
      { signal },
    );
    void flush();
  }

  function add(change: WorkChange) {
    start();
    // Otherwise a browser that is short of room may delete what is nowhere else.
    if (!isPersistent) void navigator.storage?.persist?.().catch(() => false);
    isPersistent = true;
    waiting = [...waiting, change];
    tell({ work: change(state.get().work) });
  }

  return {
    tenant,
    state: {
      get: state.get,
      subscribe(listener) {
        start();
        return state.subscribe(listener);
      },
    },
    change(change) {
      const before = state.get().work;
      add(change);
      void flush();
      return undoing(before, state.get().work);
    },
    type(change) {
      add(change);
      timer ??= setTimeout(() => void flush(), restMs);
    },
    flush,
    close() {
      left.abort();
      clearTimeout(timer);
      channel?.close();
      database?.close();
    },
  };
}

/** Of the tenant whose records are shown; none where nothing is kept. */
export const CaseworkContext = createContext<Casework | undefined>(undefined);

const noMarks: KeptWork['marks'] = new Map();
const never = () => () => {};

/** What is made of the marks of the tenant. It is drawn anew when that is another, so that a row need not be for every change. */
function useMarks<Made>(make: (marks: KeptWork['marks']) => Made): Made {
  const state = use(CaseworkContext)?.state;
  return useSyncExternalStore(state?.subscribe ?? never, () => make(state?.get().work.marks ?? noMarks));
}

/** Of a record, if it says anything. */
export function useMark(recordId: string | undefined): Mark | undefined {
  return useMarks((marks) => {
    const mark = marks.get(recordId ?? '');
    return mark && saysSomething(mark) ? mark : undefined;
  });
}

/** Whether any record has a mark that says something. */
export function useHasMarks(): boolean {
  return useMarks((marks) => [...marks.values()].some(saysSomething));
}

/** What is kept, followed. */
export function useCasework({ state }: Casework): CaseworkState {
  return useSyncExternalStore(state.subscribe, state.get);
}

function all(changes: readonly WorkChange[]): WorkChange {
  return (work) => changes.reduce((changed, change) => change(changed), work);
}

function kindOf(error: unknown, isOpen: boolean): CaseworkProblem['kind'] {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'outdated';
  // A browser without a database does not know the name, one that refuses says so; anything else was in the way of asking.
  return !isOpen && (name !== '' || error instanceof ReferenceError) ? 'noStorage' : 'failed';
}
