// How many records of a view pass each of many filters. Most are texts and ranges, alone or one or another of several: the rows of each
// are known beforehand, from one search for all texts and one look at the different addresses. Any other filter is asked by itself.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter, FilterOf } from '~/domain/view/filter';
import { columnOf } from '~/engine/columns/derived-column';
import { isFilled } from '~/engine/columns/fill-columns';
import { firstRow, noCode, type RowIndex, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { Matches } from '~/engine/record-set';
import type { EpochMs } from '~/lib/time';
import { keepRows, prepareFilters } from './filter';
import { inOrderOfArrival } from './in-order-of-arrival';
import { resting } from './resting';
import { RowSet } from './row-set';
import { hitsOf } from './text-leaves';
import { rangesByCode } from './value-filter';

/** `view` are rows below `end` in any order. `pause` is called every few milliseconds. */
export async function countMatches(
  records: Records,
  view: RowList,
  filters: readonly Filter[],
  end: number,
  pause: () => Promise<void>,
): Promise<readonly Matches[]> {
  const rest = resting(pause);
  const rows = inOrderOfArrival(view, end);
  await prepareFilters(
    records,
    filters.map((filter) => [filter]),
    rows,
    end,
    pause,
  );
  const asked = filters.map(alternatives);
  // Nothing is waited for until all texts are told: what was found for them is kept only so long.
  const found = new Map<string, RowSet>();
  for (const filter of asked.flat()) if (filter.op === 'text') found.set(JSON.stringify(filter), hitsOf(records, filter));
  await addRanges(records, asked.flat(), end, found, rest);
  const tally = new Tally(records, rows, end);
  const matches: Matches[] = [];
  for (const filter of asked) {
    tally.begin();
    for (const each of filter) {
      const known = found.get(JSON.stringify(each));
      if (known) known.each(tally.add);
      else for (const row of keepRows(records, rows, each)) tally.add(row);
      await rest();
    }
    matches.push(tally.matches);
  }
  return matches;
}

/** Filters of which at least one has to hold. */
function alternatives(filter: Filter): readonly Filter[] {
  return filter.op === 'any' ? filter.of.flatMap(alternatives) : [filter];
}

/** The rows in which each range is found, under its filter. */
async function addRanges(
  records: Records,
  filters: readonly Filter[],
  end: number,
  found: Map<string, RowSet>,
  rest: () => Promise<void>,
): Promise<void> {
  const byField = new Map<FieldRef, Map<string, FilterOf<'inRange'>>>();
  for (const filter of filters) {
    if (filter.op !== 'inRange') continue;
    const alike = byField.get(filter.field) ?? new Map<string, FilterOf<'inRange'>>();
    byField.set(filter.field, alike.set(JSON.stringify(filter), filter));
  }
  for (const [field, alike] of byField) {
    const column = columnOf(records, field);
    if (!column || !isFilled(records, field, end)) continue;
    const ranges = rangesByCode(
      column.dictionary,
      Array.from(alike.values(), ({ range }) => range),
    );
    await rest();
    const sets = Array.from(alike, () => new RowSet(end));
    for (let row = firstRow; row < end; row++) {
      const held = ranges[column.codes[row] ?? noCode] ?? [];
      for (const number of held) sets[number]?.add(row);
    }
    for (const [at, name] of [...alike.keys()].entries()) found.set(name, sets[at] ?? new RowSet(end));
    await rest();
  }
}

/** Counts rows of a view for one filter after another, each row once. */
class Tally {
  readonly #times: Records['times'];
  /** By row, the number of the filter that it was counted for last; `outside` for rows that are not in the view. */
  readonly #countedFor: Uint32Array;
  #filter = 0;
  #records = 0;
  #first: EpochMs = Number.POSITIVE_INFINITY;
  #last: EpochMs = Number.NEGATIVE_INFINITY;

  constructor({ times }: Records, rows: RowList, end: number) {
    this.#times = times;
    this.#countedFor = new Uint32Array(end).fill(outside);
    for (let i = 0; i < rows.length; i++) this.#countedFor[rows[i] ?? firstRow] = 0;
  }

  begin(): void {
    this.#filter++;
    this.#records = 0;
    this.#first = Number.POSITIVE_INFINITY;
    this.#last = Number.NEGATIVE_INFINITY;
  }

  readonly add = (row: RowIndex): void => {
    const before = this.#countedFor[row];
    if (before === outside || before === this.#filter) return;
    this.#countedFor[row] = this.#filter;
    this.#records++;
    const time = this.#times.array[row] ?? 0;
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
  };

  get matches(): Matches {
    const isNone = this.#records === 0;
    return {
      records: this.#records,
      first: isNone ? undefined : this.#first,
      last: isNone ? undefined : this.#last,
    };
  }
}

const outside = 0xffffffff;
