// The rules that detections are made of: those that come with Ledgerline, and those that somebody opened, which are kept until the
// page is left.

import { contentWith, type RuleBookContent } from '~/domain/detections/rule-book-content';
import { readRulesApart } from '~/engine/rules/rules-apart';
import { createStore, type Store } from '~/lib/store';
import type { DetectionsAsked } from './detection-run';

export interface RuleBookState extends DetectionsAsked, RuleBookContent {
  /** Files that are still to be read. */
  readonly toRead: number;
}

export interface RuleBook {
  readonly state: Store<RuleBookState>;
  /** Takes the place of files with the same names. Resolves once all are read, or were removed. Never rejects. */
  open(files: readonly File[]): Promise<void>;
  /** Also those that are still to be read. */
  removeOwn(): void;
}

let made = 0;

export function createRuleBook(read: typeof readRulesApart = readRulesApart): RuleBook {
  const shipped = contentWith([]);
  const state = createStore<RuleBookState>({ id: ++made, ...shipped, toRead: 0 });
  let wanted = new AbortController();
  let last = Promise.resolve();

  async function add(files: readonly File[], { signal }: AbortController) {
    let left = files.length;
    // Others may wait behind these.
    const toReadWith = (now: number) => {
      const toRead = state.get().toRead + now - left;
      left = now;
      return toRead;
    };
    try {
      // All are compiled together once the last is read.
      const onToRead = (now: number) => state.set({ ...state.get(), toRead: toReadWith(Math.max(now, 1)) });
      const content = await read({ own: state.get().own, files }, onToRead, signal);
      state.set({ id: ++made, ...content, toRead: toReadWith(0) });
    } catch {
      // They were removed before they were read.
    }
  }

  return {
    state,
    open(files) {
      const { toRead } = state.get();
      state.set({ ...state.get(), toRead: toRead + files.length });
      const asked = wanted;
      last = last.then(() => add(files, asked));
      return last;
    },
    removeOwn() {
      wanted.abort();
      wanted = new AbortController();
      state.set({ id: ++made, ...shipped, toRead: 0 });
    },
  };
}

export const ruleBook = createRuleBook();
