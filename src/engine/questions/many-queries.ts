// Many texts that are looked for at the same time, each by a run of its bytes.

import { type GramSample, RunFinder, shortestRun } from '~/engine/kernel/run-finder';
import { encodeText } from '~/lib/bytes';
import type { TextQuery } from './text-query';

export class ManyQueries {
  readonly all: readonly TextQuery[];
  readonly #finder: RunFinder;

  /** `canBeOneOf` has to be true of all. */
  constructor(all: readonly TextQuery[], sample: GramSample) {
    this.all = all;
    this.#finder = new RunFinder(
      all.map(({ run }) => run),
      sample,
    );
  }

  static canBeOneOf({ run }: TextQuery): boolean {
    return run.length >= shortestRun;
  }

  /** As `RunFinder` does, of the runs of queries. */
  find(bytes: Uint8Array, end: number, tell: (position: number, query: number) => void): void {
    this.#finder.find(bytes, end, tell);
  }

  /** Tells once of each query that is in the text. */
  findIn(text: string, tell: (query: number) => void): void {
    const lower = text.toLowerCase();
    const bytes = encodeText(lower);
    const looked = new Set<number>();
    this.#finder.find(bytes, bytes.length, (_, query) => {
      if (looked.has(query)) return;
      looked.add(query);
      if (this.all[query]?.isInLower(lower)) tell(query);
    });
  }
}
