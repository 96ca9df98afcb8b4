// Texts that filters ask for among other questions: they are searched through the whole set before rows are filtered, all at the same
// time where that can be done, and what was found is kept as long as no further records are asked about. (The text of a view is
// another matter: its hits come while it searches.)

import { type Filter, type FilterOf, leavesOf } from '~/domain/view/filter';
import type { RowIndex, RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { Uint32ArrayOf } from '~/lib/bytes';
import { canBeFoundAmongMany, findMany } from './find-many';
import { resting } from './resting';
import type { RowSet } from './row-set';
import { TextHits } from './text-hits';
import { TextQuery } from './text-query';

/** Of what was found for all texts together, as long as others were asked for later. */
const keptBytes = 64 * 1024 * 1024;
const keptTexts = 20_000;

const searched = new WeakMap<Records, Map<string, RowSet>>();

/** Searches for every text in `filters`, in rows below `end`, unless that was done. `pause` is called every few milliseconds. */
export async function searchTexts(
  records: Records,
  filters: readonly Filter[],
  end: number,
  pause: () => Promise<void>,
): Promise<void> {
  const known = searched.get(records) ?? new Map<string, RowSet>();
  searched.set(records, known);
  const wanted = textsIn(filters);
  const missing = new Map<string, TextQuery>();
  for (const [name, leaf] of wanted) if ((known.get(name)?.end ?? -1) < end) missing.set(name, new TextQuery(leaf));
  const [together, alone] = divided(missing, canBeFoundAmongMany(records));
  const found = await findMany(
    records,
    together.map(([, query]) => query),
    end,
    resting(pause),
  );
  for (const [at, [name]] of together.entries()) {
    const rows = found[at];
    if (rows) known.set(name, rows);
  }
  for (const [name, query] of alone) known.set(name, await findAlone(records, query, end, pause));
  // Those asked for last are the last to go.
  for (const name of wanted.keys()) {
    const rows = known.get(name);
    if (rows && known.delete(name)) known.set(name, rows);
  }
  forgetOldest(known, wanted.size);
}

/** What `searchTexts` found. */
export function hitsOf(records: Records, text: FilterOf<'text'>): RowSet {
  const hits = searched.get(records)?.get(nameOf(text));
  if (!hits) throw new Error('A text in a filter was not searched for');
  return hits;
}

async function findAlone(records: Records, query: TextQuery, end: number, pause: () => Promise<void>): Promise<RowSet> {
  const hits = new TextHits(records, query, allRows(end), end);
  while (!hits.isDone) {
    hits.more();
    await pause();
  }
  return hits.asSet();
}

/** Those that were taken by a fuller copy, too: views that were open before have them. */
function allRows(end: number): RowList {
  return new Uint32ArrayOf<RowIndex>(end).map((_, row) => row) as RowList;
}

function divided<Value>(
  all: ReadonlyMap<string, Value>,
  isFirst: (value: Value) => boolean,
): readonly [(readonly [string, Value])[], (readonly [string, Value])[]] {
  const [first, second]: [[string, Value][], [string, Value][]] = [[], []];
  for (const [name, value] of all) (isFirst(value) ? first : second).push([name, value]);
  return [first, second];
}

function forgetOldest(known: Map<string, RowSet>, asked: number): void {
  let bytes = 0;
  for (const rows of known.values()) bytes += rows.bytes;
  for (const [name, rows] of known) {
    if (known.size <= asked || (bytes <= keptBytes && known.size <= keptTexts)) return;
    bytes -= rows.bytes;
    known.delete(name);
  }
}

function textsIn(filters: readonly Filter[]): ReadonlyMap<string, FilterOf<'text'>> {
  const texts = new Map<string, FilterOf<'text'>>();
  for (const filter of filters) for (const leaf of leavesOf(filter)) if (leaf.op === 'text') texts.set(nameOf(leaf), leaf);
  return texts;
}

function nameOf({ text, whole }: FilterOf<'text'>): string {
  return `${whole ? 'whole' : 'any'} ${text}`;
}
