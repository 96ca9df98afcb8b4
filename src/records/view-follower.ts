// Keeps one view of a record set up to date: opens another when something else is asked for, while records arrive and when other
// address books are open, and shows
// none before its first rows are there. No React: `useResultView` listens to it.

import type { ResultView } from '~/domain/view/result-view';
import type { OpenState, RecordSet, RecordView } from '~/engine/record-set';
import { createStore, type Store } from '~/lib/store';

export interface ShownView {
  readonly view: RecordView;
  readonly asked: ResultView;
  readonly state: OpenState;
  /** Grows with every state that is shown anywhere; rows read under an older one may stand elsewhere now. */
  readonly version: number;
  /** By how many rows what was looked at moved down since the version before; scrolling along keeps it in place. */
  readonly shift: number;
}

/** Fetches what will be seen first and tells the shift. `before` is what is shown until then. */
export type Prepare = (next: Omit<ShownView, 'shift'>, before: ShownView | undefined) => Promise<number>;

export interface FollowerState {
  readonly shown: ShownView | undefined;
  /** The newest view is still being made; `shown` is the one before. */
  readonly isPending: boolean;
  readonly error: unknown;
}

export interface ViewFollower {
  readonly state: Store<FollowerState>;
  follow(asked: ResultView): void;
  /** Asks once more after an error. */
  retry(): void;
  /** Closes what is open. It can be followed again. */
  stop(): void;
}

/** Making a view of a million records takes a moment; more often would only slow the filling down. */
const refreshMs = 700;

interface Opened {
  readonly view: RecordView;
  readonly asked: ResultView;
  /** In the set when it was opened. */
  readonly records: number;
  /** Of what is known of addresses. */
  readonly edition: number;
  readonly at: number;
}

/** Of all followers: what was read of one set under another one's version would be taken for this one's. */
let version = 0;

export function createViewFollower(set: RecordSet, prepare: Prepare): ViewFollower {
  const state = createStore<FollowerState>({ shown: undefined, isPending: true, error: undefined });
  let asked: ResultView | undefined;
  let newest: Opened | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  function publish(change: Partial<FollowerState>) {
    state.set({ ...state.get(), ...change });
  }

  /** What is on the screen stays open until something takes its place. */
  function closeUnlessShown(view: RecordView | undefined) {
    if (view && view !== state.get().shown?.view) view.close();
  }

  async function show(opened: Opened, found: OpenState) {
    const { view, asked } = opened;
    const before = state.get().shown;
    const next = { view, asked, state: found, version: ++version };
    const shift = await prepare(next, before).catch(() => 0);
    // A later state may have been ready sooner; a newer view makes this one moot.
    if (newest !== opened || next.version <= (state.get().shown?.version ?? 0)) return;
    const last = state.get().shown?.view;
    publish({ shown: { ...next, shift }, error: undefined, isPending: false });
    closeUnlessShown(last);
    plan();
  }

  function open(wanted: ResultView) {
    const before = newest?.view;
    const { records, addresses } = set.state.get();
    const at = performance.now();
    const opened: Opened = { view: set.open(wanted), asked: wanted, records, edition: addresses.edition, at };
    newest = opened;
    closeUnlessShown(before);
    if (state.get().shown?.asked !== wanted) publish({ isPending: true });
    const look = () => {
      const found = opened.view.state.get();
      if (newest !== opened) return;
      if (found.status === 'open') void show(opened, found);
      else if (found.status === 'failed') publish({ error: found.error, isPending: false });
    };
    opened.view.state.subscribe(look);
    look();
  }

  function isGrowing(): boolean {
    const found = newest?.view.state.get();
    return found?.status === 'opening' || (found?.status === 'open' && found.searched < found.outOf);
  }

  function plan() {
    const { records, addresses } = set.state.get();
    // Before the first record any view is empty, whatever it asks for.
    if (!asked || records === 0) return;
    if (asked !== newest?.asked || addresses.edition !== newest.edition) {
      clearTimeout(timer);
      timer = undefined;
      open(asked);
      return;
    }
    if (isGrowing() || state.get().error !== undefined || records === newest.records) return;
    const waitMs = newest.at + refreshMs - performance.now();
    if (waitMs <= 0) open(asked);
    else
      timer ??= setTimeout(() => {
        timer = undefined;
        plan();
      }, waitMs);
  }

  return {
    state,
    follow(next) {
      asked = next;
      stopListening ??= set.state.subscribe(plan);
      plan();
    },
    retry() {
      publish({ error: undefined });
      if (asked) open(asked);
    },
    stop() {
      stopListening?.();
      stopListening = undefined;
      clearTimeout(timer);
      timer = undefined;
      const { shown } = state.get();
      state.set({ shown: undefined, isPending: true, error: undefined });
      closeUnlessShown(newest?.view);
      closeUnlessShown(shown?.view);
      newest = undefined;
    },
  };
}
