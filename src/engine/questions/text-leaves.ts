// Texts that filters ask for among other questions: each is searched through the whole set before rows are filtered, and what was
// found is kept as long as no further records are asked about. (The text of a view is another matter: its hits come while it searches.)

import { type Filter, type FilterOf, leavesOf } from '~/domain/view/filter';
import type { Records } from '~/engine/columns/records';
import { liveRows } from './live-rows';
import { TextHits } from './text-hits';

/** 1 MB each at a million records. */
const kept = 32;

const searched = new WeakMap<Records, Map<string, TextHits>>();

/** Searches for every text in `filters`, in rows below `end`, unless that was done. `pause` is called every few milliseconds. */
export async function searchTexts(
  records: Records,
  filters: readonly Filter[],
  end: number,
  pause: () => Promise<void>,
): Promise<void> {
  const known = searched.get(records) ?? new Map<string, TextHits>();
  searched.set(records, known);
  for (const [name, text] of textsIn(filters)) {
    let hits = known.get(name);
    if (!hits || hits.end < end) hits = new TextHits(records, text, liveRows(records, end), end);
    known.delete(name);
    known.set(name, hits);
    while (!hits.isDone) {
      hits.more();
      await pause();
    }
  }
  for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
}

/** What `searchTexts` found. */
export function hitsOf(records: Records, text: FilterOf<'text'>): TextHits {
  const hits = searched.get(records)?.get(nameOf(text));
  if (!hits) throw new Error('A text in a filter was not searched for');
  return hits;
}

function textsIn(filters: readonly Filter[]): ReadonlyMap<string, FilterOf<'text'>> {
  const texts = new Map<string, FilterOf<'text'>>();
  for (const filter of filters) for (const leaf of leavesOf(filter)) if (leaf.op === 'text') texts.set(nameOf(leaf), leaf);
  return texts;
}

function nameOf({ text, whole }: FilterOf<'text'>): string {
  return `${whole ? 'whole' : 'any'} ${text}`;
}
