// Result sets are expensive to fill and cheap to keep, so the latest ones outlive the page that shows them. Each is known by
// what it was filled from: a search, or the opened files.

import { createResultSet } from './client';
import type { ResultSet } from './result-set';

export interface HeldResultSet {
  readonly key: string;
  /** Unlike the key never used twice: what was read from one set is not taken for another's. */
  readonly id: number;
  readonly resultSet: ResultSet;
  /** Aborted when the set is given up; whatever fills it has to end then. */
  readonly released: AbortSignal;
}

export interface ResultSets {
  /** The set of that key, made when there is none. Gives up the set that was asked for the longest ago. */
  hold(key: string): HeldResultSet;
  /** Only if it is there; counts as asking for it. */
  find(key: string): HeldResultSet | undefined;
  release(key: string): void;
}

export function createResultSets(create: () => ResultSet, keep = 3): ResultSets {
  // In the order they were asked for: the first is the oldest.
  let made = 0;
  const held = new Map<string, HeldResultSet & { readonly controller: AbortController }>();

  function release(key: string) {
    const given = held.get(key);
    if (!given) return;
    held.delete(key);
    given.controller.abort();
    given.resultSet.dispose();
  }

  return {
    find(key) {
      return held.has(key) ? this.hold(key) : undefined;
    },
    hold(key) {
      const controller = new AbortController();
      const found = held.get(key) ?? { key, id: ++made, resultSet: create(), released: controller.signal, controller };
      held.delete(key);
      held.set(key, found);
      for (const oldest of held.keys()) {
        if (held.size <= keep) break;
        release(oldest);
      }
      return found;
    },
    release,
  };
}

export const resultSets = createResultSets(createResultSet);
