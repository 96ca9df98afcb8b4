// Finds kept records that hold a text, without putting them together: a text that cannot lie across the edge of a value is looked
// for in the different values of each column and in what stands between them. Of any other text the longest part that cannot is
// looked for, and what stands around it in a record is put together and looked into. Exact: a record is found when its text
// without escapes holds the query, case aside.

import { TextQuery } from '~/engine/questions/text-query';
import { found, open } from '~/engine/questions/text-search';
import type { KeptRecords } from './kept-records';
import type { ValueColumn } from './value-column';

/** Records looked at without a break: some milliseconds. */
const stepRecords = 65_536;

/**
 * Marks the open ones among the records that hold the query as found, `state` being by record. Yields every few milliseconds what
 * it found since. `wholeText` is what a record that is kept whole says without its escapes.
 */
export function* searchKept(
  kept: KeptRecords,
  text: string,
  state: Uint8Array,
  wholeText: (record: number) => string,
): Generator<number, void> {
  const query = new TextQuery(text);
  const { part, isAcross } = longestPart(query.lower, kept.edges);
  const partQuery = new TextQuery(part);
  const matchingOf = new Map<ValueColumn, Uint8Array | undefined>();
  let count = 0;
  let looked = 0;
  for (const template of kept.templates) {
    const isWhole = template.number === 0;
    const places: Place[] = [];
    for (const [at, between] of isWhole ? [] : template.searched.entries()) {
      const column = template.slots[at]?.column;
      if (column && part !== '' && !matchingOf.has(column)) {
        matchingOf.set(column, column.matching(partQuery));
        yield count;
        count = 0;
      }
      const matching = column && matchingOf.get(column);
      const isInAll = partQuery.isIn(between);
      if (isInAll || matching) places.push({ at, matching: isInAll ? undefined : matching });
    }
    if (!isWhole && places.length === 0) continue;
    const holds = (row: number, record: number) => {
      if (isWhole) return query.isIn(wholeText(record));
      for (const { at, matching } of places) {
        if (matching && matching[template.codes.code(row, at)] !== 1) continue;
        if (!isAcross || query.isIn(template.searchText(row, at, query.lower.length))) return true;
      }
      return false;
    };
    for (let row = 0; row < template.records.length; row++) {
      const record = template.records.array[row] ?? 0;
      if (state[record] !== open) continue;
      if (++looked % stepRecords === 0) {
        yield count;
        count = 0;
      }
      if (!holds(row, record)) continue;
      state[record] = found;
      count++;
    }
  }
  yield count;
}

/** A slot whose value holds the part if it is one of `matching`, or before which it stands in every record. */
interface Place {
  readonly at: number;
  readonly matching: Uint8Array | undefined;
}

/** The longest part of a query that holds no character that stands next to values, and whether there are such in the query. */
function longestPart(lower: string, edges: ReadonlySet<string>): { readonly part: string; readonly isAcross: boolean } {
  let part = '';
  let run = '';
  for (const unit of lower.split('')) {
    run = edges.has(unit) ? '' : run + unit;
    if (run.length > part.length) part = run;
  }
  return { part, isAcross: part !== lower };
}
