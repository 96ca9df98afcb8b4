// How often each value of some fields occurs among some rows: one pass that counts codes, then spellings that differ only in case are
// counted together under the most frequent one. Of very many values only those that are shown become texts.

import type { Facet, FacetAsked, FieldCounts } from '~/domain/view/overview';
import { columnOf } from '~/engine/columns/derived-column';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import {
  type ByCode,
  type Code,
  firstCode,
  firstRow,
  noCode,
  type Rank,
  type RowList,
  type WritableByCode,
} from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { Uint32ArrayOf } from '~/lib/bytes';
import { formatTime } from '~/lib/time';
import { codesContaining, codesOf } from './value-filter';

/** Rows looked at without a break, by all columns: they are in the cache still when the next column looks at them. */
const blockRows = 16_384;
const usualLimit = 200;

/** What is asked of a field, and among which rows. */
export interface FacetWanted {
  readonly asked: FacetAsked;
  readonly rows: RowList;
}

/** One answer for each. Columns by path must be filled. Fields that are asked about the same list of rows are counted together. */
export async function countFacets(
  records: Records,
  wanted: readonly FacetWanted[],
  rest: () => Promise<void>,
): Promise<FieldCounts[]> {
  const counters = new Map<FacetWanted, CodeCounter>();
  for (const each of wanted) {
    const column = columnOf(records, each.asked.field);
    if (column) counters.set(each, await CodeCounter.of(column, rest));
  }
  for (const rows of new Set(wanted.map((each) => each.rows))) {
    const alike = [...counters].flatMap(([each, counter]) => (each.rows === rows ? [counter] : []));
    for (let from = 0; from < rows.length && alike.length > 0; from += blockRows) {
      const block = rows.subarray(from, from + blockRows);
      for (const counter of alike) counter.count(block);
      if (from % (blockRows * 4) === 0) await rest();
    }
  }
  return wanted.map((each) => counters.get(each)?.facet(each.asked) ?? countTexts(records, each));
}

/** Counts the codes of a column among rows it is shown. */
export class CodeCounter {
  readonly #column: DictionaryColumn;
  readonly #counts: WritableByCode<number>;
  #rows = 0;

  /** Once it is known which of its values are alike, and their order. */
  static async of(column: DictionaryColumn, rest: () => Promise<void>): Promise<CodeCounter> {
    while (!column.folded.step() || !column.ranks.step()) await rest();
    return new CodeCounter(column);
  }

  private constructor(column: DictionaryColumn) {
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
    this.#rows += rows.length;
  }

  facet({ field, limit = usualLimit, containing = '', always = [] }: FacetAsked): FieldCounts {
    const { dictionary, folded } = this.#column;
    const { totals, spellings } = countAlike(this.#column, this.#counts);
    const asked = containing === '' ? totals : onlyThose(totals, folded.array, codesContaining(dictionary, containing));
    const { distinct, lowest, highest } = extentOf(asked, this.#column.ranks.all());
    const textOf = (code: Code) => dictionary.text(spellings[code] ?? noCode);
    const codes = this.#mostFrequent(asked, limit);
    const shown = new Set(codes);
    const values = codes.map((code) => ({ value: textOf(code), count: totals[code] ?? 0 }));
    const others = always.flatMap((value): Facet[] => {
      // A block of addresses is something else than the addresses in it.
      const isBlock = field === 'ip' && value.includes('/');
      const wanted = codesOf(dictionary, field, [value]);
      let count = 0;
      for (let code = noCode; code < wanted.length; code++) {
        if (wanted[code] !== 1) continue;
        if (code !== noCode && !isBlock && shown.has(folded.array[code] ?? noCode)) return [];
        count += this.#counts[code] ?? 0;
      }
      return [{ value, count }];
    });
    return {
      values: [...values, ...others],
      distinct,
      range: distinct > 0 ? { lowest: textOf(lowest), highest: textOf(highest) } : undefined,
      records: this.#rows - (this.#counts[noCode] ?? 0),
      outOf: this.#rows,
    };
  }

  /** The most frequent values, each by the code of the first of those that are alike. */
  most(limit: number): { readonly code: Code; readonly value: string }[] {
    const { totals, spellings } = countAlike(this.#column, this.#counts);
    return this.#mostFrequent(totals, limit).map((code) => ({
      code,
      value: this.#column.dictionary.text(spellings[code] ?? noCode),
    }));
  }

  #mostFrequent(totals: ByCode<number>, limit: number): Code[] {
    const ranks = this.#column.ranks.all();
    const codes = mostFrequent(totals, ranks, limit);
    return codes.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || (ranks[a] ?? 0) - (ranks[b] ?? 0));
  }
}

/** How many values occur, and which of them are the first and the last by rank. */
function extentOf(totals: ByCode<number>, ranks: ByCode<Rank>) {
  let distinct = 0;
  let [lowest, highest] = [noCode, noCode];
  for (let code = firstCode; code < totals.length; code++) {
    if ((totals[code] ?? 0) === 0) continue;
    distinct++;
    if (lowest === noCode || (ranks[code] ?? 0) < (ranks[lowest] ?? 0)) lowest = code;
    if (highest === noCode || (ranks[code] ?? 0) > (ranks[highest] ?? 0)) highest = code;
  }
  return { distinct, lowest, highest };
}

/** Totals of values of which some spelling is wanted. */
function onlyThose(totals: ByCode<number>, folded: ByCode<Code>, wanted: ByCode<number>): ByCode<number> {
  const kept: WritableByCode<number> = new Uint32Array(totals.length);
  for (let code = firstCode; code < totals.length; code++) {
    const first = folded[code] ?? noCode;
    if (wanted[code] === 1) kept[first] = totals[first] ?? 0;
  }
  return kept;
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

/** Of the time or the id, which no column holds. */
function countTexts(records: Records, { asked, rows }: FacetWanted): FieldCounts {
  const { field, limit = usualLimit, containing = '', always = [] } = asked;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = field === 'id' ? records.ids.text(row) : formatTime(records.times.array[row] ?? 0, 'utc');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const all = Array.from(counts, ([value, count]) => ({ value, count }));
  const wanted = all.filter(({ value }) => value.toLowerCase().includes(containing.toLowerCase()));
  const values = wanted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
  const isShown = (value: string) => values.some((each) => each.value === value.toLowerCase());
  const others = always
    .filter((value) => !isShown(value))
    .map((value) => ({ value, count: counts.get(value.toLowerCase()) ?? 0 }));
  let [lowest, highest] = [wanted[0]?.value, wanted[0]?.value];
  for (const { value } of wanted) {
    if (lowest === undefined || value < lowest) lowest = value;
    if (highest === undefined || value > highest) highest = value;
  }
  return {
    values: [...values, ...others],
    distinct: wanted.length,
    range: lowest === undefined || highest === undefined ? undefined : { lowest, highest },
    records: rows.length,
    outOf: rows.length,
  };
}
