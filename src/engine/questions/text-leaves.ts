// Texts that filters ask for among other questions: each is searched through the whole set before rows are filtered, and what was
// found is kept as long as no further records are asked about. (The text of a view is another matter: its hits come while it searches.)

import { type Filter, leavesOf } from '~/domain/view/filter';
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
  for (const text of new Set(textsIn(filters))) {
    let hits = known.get(text);
    if (!hits || hits.end < end) hits = new TextHits(records, text, liveRows(records, end), end);
    known.delete(text);
    known.set(text, hits);
    while (!hits.isDone) {
      hits.more();
      await pause();
    }
  }
  for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
}

/** What `searchTexts` found. */
export function hitsOf(records: Records, text: string): TextHits {
  const hits = searched.get(records)?.get(text);
  if (!hits) throw new Error('A text in a filter was not searched for');
  return hits;
}

export function textsIn(filters: readonly Filter[]): string[] {
  return filters.flatMap((filter) => [...leavesOf(filter)].flatMap((leaf) => (leaf.op === 'text' ? [leaf.text] : [])));
}
