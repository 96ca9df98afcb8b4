// Record sets are expensive to fill and cheap to keep, so the latest ones outlive the page that shows them. Each is known by
// what it was filled from: a search, or the opened files.

import type { BookFile } from '~/domain/addresses/book-file';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { createRecordSet } from '~/engine/door/worker-record-set';
import type { RecordIntake, RecordSet } from '~/engine/record-set';
import { createStore, type Store } from '~/lib/store';
import { openBooks } from './open-books';

export interface HeldRecordSet {
  readonly key: string;
  /** Unlike the key never used twice: what was read from one set is not taken for another's. */
  readonly id: number;
  readonly set: RecordSet;
  /** For whoever fills it. */
  readonly intake: RecordIntake;
  /** Aborted when the set is given up; whatever fills it has to end then. */
  readonly released: AbortSignal;
}

/** Of the records of a search. */
export function searchKey(searchId: string): string {
  return `search ${searchId}`;
}

export interface RecordSets {
  /**
   * The set of that key, made when there is none: of records of the unified audit log, unless told otherwise. Gives up the set
   * that was asked for the longest ago.
   */
  hold(key: string, catalogue?: Catalogue): HeldRecordSet;
  /** Only if it is there; counts as asking for it. */
  find(key: string): HeldRecordSet | undefined;
  release(key: string): void;
}

const noBooks = createStore<readonly BookFile[]>([]);

/** Every set looks addresses up in `books`, whenever it was made. */
export function createRecordSets(
  create: (catalogue: Catalogue) => RecordSet & RecordIntake,
  keep = 3,
  books: Store<readonly BookFile[]> = noBooks,
): RecordSets {
  // In the order they were asked for: the first is the oldest.
  let made = 0;
  const held = new Map<string, HeldRecordSet & { readonly controller: AbortController }>();

  function make(key: string, catalogue: Catalogue) {
    const controller = new AbortController();
    const records = create(catalogue);
    if (books.get().length > 0) records.lookUpIn(books.get());
    return { key, id: ++made, set: records, intake: records, released: controller.signal, controller };
  }

  function release(key: string) {
    const given = held.get(key);
    if (!given) return;
    held.delete(key);
    given.controller.abort();
    given.intake.dispose();
  }

  books.subscribe(() => {
    for (const { intake } of held.values()) intake.lookUpIn(books.get());
  });

  return {
    find(key) {
      return held.has(key) ? this.hold(key) : undefined;
    },
    hold(key, catalogue = auditLog) {
      const found = held.get(key) ?? make(key, catalogue);
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

export const recordSets = createRecordSets(createRecordSet, 3, openBooks);
