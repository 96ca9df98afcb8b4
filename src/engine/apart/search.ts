// Finds kept records that hold a text, without putting them together: a text that cannot lie across the edge of a value is looked
// for in the different values of each column and in what stands between them. Of any other text the longest part that cannot is
// looked for, and what stands around it in a record is put together and looked into. Exact: a record is found when its text
// without escapes holds the query, case aside.

import { TextQuery } from '~/engine/questions/text-query';
import { found, open } from '~/engine/questions/text-search';
import type { Edges } from './edges';
import type { KeptRecords } from './kept-records';
import type { ValueColumn } from './value-column';
import { candidateValues, matchingValues } from './value-search';

/** Records looked at without a break, some milliseconds: whose codes are compared, and which are put together. */
const comparedInStep = 65_536;
const decodedInStep = 1024;

export interface SearchStep {
  /** Records found since the step before. */
  readonly found: number;
  /** Records looked into by now, of all there are. */
  readonly searched: number;
}

/**
 * Marks the open ones among the records that hold the query as found, `state` being by record; of more records than that it knows
 * nothing. Yields every few milliseconds. `wholeText` is what a record that is kept whole says without its escapes.
 */
export function* searchKept(
  kept: KeptRecords,
  query: TextQuery,
  state: Uint8Array,
  wholeText: (record: number) => string,
): Generator<SearchStep, void> {
  const { part, isAcross } = partOf(query, kept.edges);
  const partQuery = isAcross ? new TextQuery({ text: part }) : query;
  // Of a record that is cut off, nobody can say what stands before and behind.
  const reach = query.wholeness ? Number.POSITIVE_INFINITY : query.lower.length;
  const matchingOf = new Map<ValueColumn, Uint8Array | undefined>();
  let count = 0;
  let searched = 0;
  const step = (): SearchStep => {
    const found = count;
    count = 0;
    return { found, searched };
  };
  for (const template of kept.templates) {
    const isWhole = template === kept.whole;
    const places: Place[] = [];
    for (const [at, between] of template.searched.entries()) {
      const column = template.slots[at]?.column;
      if (column && part !== '' && !matchingOf.has(column)) {
        // How a record that is kept whole is written, only its format knows.
        const matching = isWhole ? candidateValues(column, query) : matchingValues(column, partQuery);
        let next = matching.next();
        for (; !next.done; next = matching.next()) yield step();
        matchingOf.set(column, next.value);
      }
      const matching = column && matchingOf.get(column);
      const isInAll = (!isWhole || part === '') && partQuery.isIn(between);
      if (isInAll || matching) places.push({ at, matching: isInAll ? undefined : matching });
    }
    const holds = (row: number, record: number) => {
      for (const { at, matching } of places) {
        if (matching && matching[template.codes.code(row, at)] !== 1) continue;
        if (isWhole) return query.isIn(wholeText(record));
        if (!isAcross || query.isIn(template.searchText(row, at, reach))) return true;
      }
      return false;
    };
    const isHopeless = places.length === 0;
    const before = searched;
    const records = template.records.array;
    const end = template.records.length;
    const stepRecords = isWhole || isAcross ? decodedInStep : comparedInStep;
    for (let row = 0; row < end && !isHopeless; row++) {
      const record = records[row] ?? 0;
      if (row % stepRecords === stepRecords - 1) {
        searched = before + row;
        yield step();
      }
      if (state[record] !== open || !holds(row, record)) continue;
      state[record] = found;
      count++;
    }
    searched = before + end;
  }
  yield step();
}

/** A slot whose value holds the part if it is one of `matching`, or before which it stands in every record. */
interface Place {
  readonly at: number;
  readonly matching: Uint8Array | undefined;
}

/** Whether the query can lie across the edge of a value, or has to be looked at together with what stands there; and what cannot. */
export function partOf({ lower, wholeness }: TextQuery, edges: Edges): { readonly part: string; readonly isAcross: boolean } {
  let part = '';
  let from = 0;
  for (let at = 1; at <= lower.length; at++) {
    if (at < lower.length && !edges.mayLieAt(lower, at)) continue;
    if (at - from > part.length) part = lower.slice(from, at);
    from = at;
  }
  return { part, isAcross: part !== lower || (wholeness !== undefined && edges.mayBind(wholeness)) };
}
