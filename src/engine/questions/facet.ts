// How often each value of some fields occurs in a view: one pass that counts codes, then spellings that differ only in case are
// counted together under the most frequent one. Of very many values only those that are shown become texts.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import {
  type ByCode,
  type Code,
  firstCode,
  firstRow,
  noCode,
  type Rank,
  type RowIndex,
  type RowList,
  type WritableByCode,
} from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { Facet } from '~/engine/record-set';
import { Uint32ArrayOf } from '~/lib/bytes';
import { formatTime } from '~/lib/time';

/** Rows looked at without a break, by all columns: they are in the cache still when the next column looks at them. */
const blockRows = 16_384;

/**
 * Of each field the `limit` most frequent values, those that are as frequent in the order in which the field is sorted; records
 * without a value are not counted. Columns by path must be filled. `look` is shown every row beside that.
 */
export async function countFacets(
  records: Records,
  rows: RowList,
  fields: readonly FieldRef[],
  limit: number,
  rest: () => Promise<void>,
  look?: (rows: RowList) => void,
): Promise<Facet[][]> {
  const counters: CodeCounter[] = [];
  for (const field of fields) {
    const column = records.columns.get(field);
    if (!column) continue;
    while (!column.folded.step() || !column.ranks.step()) await rest();
    counters.push(new CodeCounter(column));
  }
  for (let from = 0; from < rows.length; from += blockRows) {
    const block = rows.subarray(from, from + blockRows);
    for (const counter of counters) counter.count(block);
    look?.(block);
    if (from % (blockRows * 4) === 0) await rest();
  }
  return fields.map((field) => {
    if (records.columns.has(field)) return counters.shift()?.facets(limit) ?? [];
    return countTexts(rows, field === 'id' ? (row) => records.ids.text(row) : timeText(records), limit);
  });
}

class CodeCounter {
  readonly #column: DictionaryColumn;
  readonly #counts: WritableByCode<number>;

  constructor(column: DictionaryColumn) {
    this.#column = column;
    this.#counts = new Uint32Array(column.dictionary.size);
  }

  count(rows: RowList): void {
    const counts = this.#counts;
    const { codes } = this.#column;
    for (let i = 0; i < rows.length; i++) {
      const code = codes[rows[i] ?? firstRow] ?? noCode;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }

  facets(limit: number): Facet[] {
    const { dictionary, ranks } = this.#column;
    const { totals, spellings } = countAlike(this.#column, this.#counts);
    const all = ranks.all();
    const shown = mostFrequent(totals, all, limit);
    shown.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || (all[a] ?? 0) - (all[b] ?? 0));
    return shown.map((code) => ({ value: dictionary.text(spellings[code] ?? noCode), count: totals[code] ?? 0 }));
  }
}

/** For values that are alike, by the code of the first of them: how many there are, and the most frequent spelling. */
function countAlike({ dictionary, folded }: DictionaryColumn, counts: ByCode<number>) {
  const totals: WritableByCode<number> = new Uint32Array(counts.length);
  const spellings: WritableByCode<Code> = new Uint32ArrayOf<Code>(counts.length);
  for (let code = firstCode; code < counts.length; code++) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    const first = folded.array[code] ?? noCode;
    totals[first] = (totals[first] ?? 0) + count;
    const before = spellings[first] ?? noCode;
    const most = before === noCode ? 0 : (counts[before] ?? 0);
    if (count > most || (count === most && dictionary.text(code) < dictionary.text(before))) spellings[first] = code;
  }
  return { totals, spellings };
}

/** The codes with the highest totals, no more than `limit`; of those with the same total the first by rank. */
function mostFrequent(totals: ByCode<number>, ranks: ByCode<Rank>, limit: number): Code[] {
  let highest = 0;
  for (let code = firstCode; code < totals.length; code++) highest = Math.max(highest, totals[code] ?? 0);
  const codesWith = new Uint32Array(highest + 1);
  for (let code = firstCode; code < totals.length; code++) {
    const total = totals[code] ?? 0;
    codesWith[total] = (codesWith[total] ?? 0) + 1;
  }
  // From here up all are shown; of those with one less there is room for some.
  let all = highest + 1;
  let room = limit;
  while (all > 1 && (codesWith[all - 1] ?? 0) <= room) room -= codesWith[--all] ?? 0;
  const shown: Code[] = [];
  const tied: Code[] = [];
  for (let code = firstCode; code < totals.length; code++) {
    const total = totals[code] ?? 0;
    if (total >= all) shown.push(code);
    else if (total === all - 1 && total > 0) tied.push(code);
  }
  if (room === 0 || tied.length === 0) return shown;
  const tiedRanks = Uint32Array.from(tied, (code) => ranks[code] ?? 0).sort();
  const last = tiedRanks[room - 1] ?? 0;
  for (const code of tied) if ((ranks[code] ?? 0) <= last && room-- > 0) shown.push(code);
  return shown;
}

function timeText({ times }: Records): (row: RowIndex) => string {
  return (row) => formatTime(times.array[row] ?? 0, 'utc');
}

function countTexts(rows: RowList, text: (row: RowIndex) => string, limit: number): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = text(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const facets = Array.from(counts, ([value, count]) => ({ value, count }));
  return facets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}
