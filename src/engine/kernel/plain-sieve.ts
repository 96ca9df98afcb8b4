import { type GramFilter, gramOf, pairOf, wordsOf } from './gram-filter';
import { HitList } from './hit-list';

/** `first` has every four bytes that are looked for, `long` those with the four behind them that have to be there, `middle` the others. */
export interface Filters {
  readonly first: GramFilter;
  readonly long: GramFilter;
  readonly middle: GramFilter;
}

/**
 * Every fourth position before `end`, counted from the first byte, at which four bytes that are looked for may stand, wholly before
 * `end`; ascending. What comes back is valid until the next call.
 */
export type Sieve = (filters: Filters, bytes: Uint8Array, end: number) => Uint32Array;

const hits = new HitList();

/** In plain JavaScript. */
export const plainSieve: Sieve = ({ first, long, middle }, bytes, end) => {
  hits.clear();
  const words = wordsOf(bytes, end);
  for (let i = 0; i < words.length; i++) {
    const gram = gramOf(words[i] ?? 0);
    if (!first.has(gram)) continue;
    if (long.has(pairOf(gram, gramOf(words[i + 1] ?? 0))) || middle.has(gram)) hits.push(i * 4);
  }
  return hits.view();
};
