// What stands next to values in records, which says what a search can leave out: a text in which no value can begin or end stands
// within one value, or between two, wherever it is found.

import type { Wholeness } from '~/domain/view/whole-text';
import { standsAlone } from '~/engine/questions/text-query';

/** Two characters tell `1:` from `":`, behind which a value begins. */
const kept = 2;

export class Edges {
  /** In lower case, what stands before values and behind them. Shorter than two characters where that is all between two values. */
  readonly #before = new Set<string>();
  readonly #after = new Set<string>();

  /** `between`: what stands before, between and behind the values of a template. */
  constructor(between: readonly string[]) {
    for (const [at, text] of between.entries()) {
      const lower = text.toLowerCase();
      // Nothing stands there where a record begins or ends with a value.
      const isNothing = lower === '' && (at === 0 || at === between.length - 1);
      if (at < between.length - 1 && !isNothing) this.#before.add(lower.slice(-kept));
      if (at > 0 && !isNothing) this.#after.add(lower.slice(0, kept));
    }
  }

  static of(all: Iterable<Edges>): Edges {
    const edges = new Edges([]);
    for (const each of all) {
      for (const text of each.#before) edges.#before.add(text);
      for (const text of each.#after) edges.#after.add(text);
    }
    return edges;
  }

  /** Whether a value may begin or end before the character at `at` of a text, which is neither its first nor behind its last. */
  mayLieAt(lower: string, at: number): boolean {
    const left = lower.slice(Math.max(0, at - kept), at);
    const right = lower.slice(at, at + kept);
    for (const text of this.#before) if (text.endsWith(left) || left.endsWith(text)) return true;
    for (const text of this.#after) if (text.startsWith(right) || right.startsWith(text)) return true;
    return false;
  }

  /** Whether a text at the beginning or the end of a value may be a piece of something longer. */
  mayBind({ bindsBefore, bindsAfter }: Wholeness): boolean {
    for (const text of this.#before) if (!standsAlone(text.at(-1)) && (text.length < kept || bindsBefore(text))) return true;
    for (const text of this.#after) if (!standsAlone(text.at(0)) && (text.length < kept || bindsAfter(text))) return true;
    return false;
  }
}
