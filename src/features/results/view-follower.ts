// Keeps one view of a result set up to date: asks when the view changes, asks again while records arrive, and shows nothing
// before its first rows are there. No React: `useResultView` listens to it.

import { EngineError } from '~/domain/errors';
import type { ResultView } from '~/domain/result-view';
import type { ResultSet, ViewState } from '~/engine/result-set';

export interface ShownView {
  readonly view: ResultView;
  readonly state: ViewState;
  /** Grows with every state that is shown; rows read under an older one may stand elsewhere now. */
  readonly version: number;
  /** By how many rows what was looked at moved down since the version before; scrolling along keeps it in place. */
  readonly shift: number;
}

/** Fetches what will be seen first and tells the shift. `before` is what is shown until then. */
export type Prepare = (next: Omit<ShownView, 'shift'>, before: ShownView | undefined) => Promise<number>;

export interface FollowerSnapshot {
  readonly shown: ShownView | undefined;
  /** The newest view is still being made; `shown` is the one before. */
  readonly isPending: boolean;
  readonly error: unknown;
}

export interface Wanted {
  readonly view: ResultView;
  /** How many records went into the set; a change means the view is out of date. */
  readonly records: number;
  /** Leaves the shown view as it is although records arrive: it is being exported. */
  readonly isHeld: boolean;
}

export interface ViewFollower {
  follow(wanted: Wanted): void;
  subscribe(listener: () => void): () => void;
  getSnapshot(): FollowerSnapshot;
  /** Asks once more after an error. */
  retry(): void;
  stop(): void;
}

/** Making a view of a million records takes a moment; more often would only slow the filling down. */
const refreshMs = 700;

export function createViewFollower(resultSet: ResultSet, prepare: Prepare): ViewFollower {
  const listeners = new Set<() => void>();
  let snapshot: FollowerSnapshot = { shown: undefined, isPending: true, error: undefined };
  let wanted: Wanted | undefined;
  let asked: Wanted | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let token = 0;
  let version = 0;
  let isGrowing = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function publish(change: Partial<FollowerSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  async function show(view: ResultView, state: ViewState, mine: number) {
    isGrowing = state.searched < state.outOf;
    const next = { view, state, version: ++version };
    const shift = await prepare(next, snapshot.shown).catch(() => 0);
    // A later state may have been ready sooner; a newer view makes this one moot.
    if (isStopped || mine !== token || next.version <= (snapshot.shown?.version ?? 0)) return;
    publish({ shown: { ...next, shift }, error: undefined, isPending: false });
    plan();
  }

  async function ask(next: Wanted) {
    const mine = ++token;
    asked = next;
    askedAt = performance.now();
    isGrowing = true;
    if (snapshot.shown?.view !== next.view) publish({ isPending: true });
    try {
      const state = await resultSet.view(next.view, (grown) => {
        if (mine === token && !isStopped) void show(next.view, grown, mine);
      });
      if (mine === token) await show(next.view, state, mine);
    } catch (error) {
      if (mine !== token || isStopped || (error instanceof EngineError && error.kind === 'superseded')) return;
      isGrowing = false;
      publish({ error, isPending: false });
    }
  }

  function plan() {
    // Before the first record any view is empty, whatever it asks for.
    if (!wanted || isStopped || wanted.records === 0) return;
    const isSameView = wanted.view === asked?.view;
    if (!isSameView) {
      clearTimeout(timer);
      timer = undefined;
      void ask(wanted);
      return;
    }
    if (isGrowing || wanted.isHeld || snapshot.error !== undefined || wanted.records === asked?.records) return;
    const waitMs = askedAt + refreshMs - performance.now();
    if (waitMs <= 0) void ask(wanted);
    else
      timer ??= setTimeout(() => {
        timer = undefined;
        plan();
      }, waitMs);
  }

  return {
    follow(next) {
      isStopped = false;
      wanted = next;
      plan();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    retry() {
      if (wanted) void ask(wanted);
    },
    stop() {
      isStopped = true;
      asked = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
