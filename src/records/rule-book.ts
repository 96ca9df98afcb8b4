// The rules that detections are made of: those that come with Ledgerline, and those that somebody opened, which are kept until the
// page is left. They are compiled together, so that rules of one's own may correlate shipped ones.

import { compileRules, type Detection } from '~/domain/detections/compile-rules';
import { readRuleFiles } from '~/domain/detections/read-rule-files';
import type { ReadRules } from '~/domain/detections/read-rules';
import { shippedRules } from '~/domain/detections/shipped-rules';
import { sleep } from '~/lib/sleep';
import { createStore, type Store } from '~/lib/store';
import type { DetectionsAsked } from './detection-run';

export interface OwnRules extends ReadRules {
  /** The name of the file. */
  readonly name: string;
}

export interface RuleBookState extends DetectionsAsked {
  /** Without those that are only parts of others. */
  readonly detections: readonly Detection[];
  readonly own: readonly OwnRules[];
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

export function createRuleBook(): RuleBook {
  const shipped = shippedRules();
  const compiled = (own: readonly OwnRules[]) => ({
    id: ++made,
    own,
    detections: compileRules([...shipped, ...own.flatMap(({ rules }) => rules)]).filter(({ isPart }) => !isPart),
  });
  const state = createStore<RuleBookState>({ ...compiled([]), toRead: 0 });
  let wanted = new AbortController();
  let last = Promise.resolve();

  async function read(files: readonly File[], { signal }: AbortController) {
    const own: OwnRules[] = [];
    for (const file of files) {
      // Some files take seconds to be read: the page is drawn, and answers, between any two of them.
      await sleep(0);
      if (signal.aborted) return;
      own.push({ name: file.name, ...(await readRuleFiles([file])) });
      if (signal.aborted) return;
      state.set({ ...state.get(), toRead: state.get().toRead - 1 });
    }
    const names = new Set(own.map(({ name }) => name));
    const others = state.get().own.filter(({ name }) => !names.has(name));
    state.set({ ...state.get(), ...compiled([...others, ...own]) });
  }

  return {
    state,
    open(files) {
      const { toRead } = state.get();
      state.set({ ...state.get(), toRead: toRead + files.length });
      const asked = wanted;
      last = last.then(() => read(files, asked));
      return last;
    },
    removeOwn() {
      wanted.abort();
      wanted = new AbortController();
      state.set({ ...compiled([]), toRead: 0 });
    },
  };
}

export const ruleBook = createRuleBook();
