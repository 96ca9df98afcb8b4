// One measure of every group: how many of its records count, when, and their distinct values. Nothing is kept per record;
// a distinct value of a group is the number of its earliest record, from which its spelling is read when someone asks.
//
//   counts, firsts, lasts   by group          starts   group g's distinct values are earliest[starts[g] .. starts[g + 1])

import { type Tally, valuesKept } from '~/domain/view/grouping';
import {
  type ByGroup,
  type ByRow,
  firstRow,
  type GroupIndex,
  type GroupNumber,
  noGroup,
  noValue,
  type RowIndex,
  type RowList,
  type ValueNumber,
} from '~/engine/columns/numbers';
import { type PairNumbers, pairNumbers } from '~/engine/columns/pair-index';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import type { Occasions } from './occasions';
import { sortByTime } from './sort';

/** Above this, sorting by comparing takes longer than by digits. */
const fewRows = 256;

/** Rows of a view that belong to a group. */
export interface GroupedRows {
  /** Ascending. */
  readonly rows: RowList;
  readonly groupOf: ByRow<GroupNumber>;
  readonly groupCount: number;
}

export class Tallies {
  readonly #records: Records;
  readonly #values: RowValues;
  readonly #counts: ByGroup<number>;
  readonly #firsts: ByGroup<EpochMs>;
  readonly #lasts: ByGroup<EpochMs>;
  readonly #occasions: Occasions | undefined;
  #occasionCounts: ByGroup<number>;
  #pairs: PairNumbers<GroupIndex, ValueNumber>;
  readonly #earliest = new Uint32List<RowIndex>();
  #starts = new Uint32Array(1);
  #earliestByGroup = new Uint32ArrayOf<RowIndex>(0);

  /** Without `occasions` every record is one. */
  constructor(records: Records, values: RowValues, groupCount: number, occasions: Occasions | undefined) {
    this.#records = records;
    this.#values = values;
    this.#occasions = occasions;
    this.#pairs = pairNumbers(groupCount, values.size);
    this.#counts = new Uint32Array(groupCount);
    this.#occasionCounts = this.#counts;
    this.#firsts = new Float64Array(groupCount).fill(Number.POSITIVE_INFINITY);
    this.#lasts = new Float64Array(groupCount).fill(Number.NEGATIVE_INFINITY);
  }

  /** All rows that count have to come by, ascending, before anything is read. `groupOf` is that of the grouped rows. */
  count(rows: RowList, groupOf: ByRow<GroupNumber>): void {
    const counts = this.#counts;
    const firsts = this.#firsts;
    const lasts = this.#lasts;
    const pairs = this.#pairs;
    const occasions = this.#occasions;
    const { numbers } = this.#values;
    const times = this.#records.times.array;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? firstRow;
      const number = numbers[row] ?? noValue;
      const group = ((groupOf[row] ?? noGroup) - 1) as GroupIndex;
      if (number === 0 || group < 0) continue;
      const time = times[row] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
      if (time < (firsts[group] ?? 0)) firsts[group] = time;
      if (time > (lasts[group] ?? 0)) lasts[group] = time;
      occasions?.add(group, row);
      const pair = pairs.numberOf(group, number);
      if (pair === this.#earliest.length) this.#earliest.push(row);
      else if (time < (times[this.#earliest.array[pair] ?? firstRow] ?? 0)) this.#earliest.array[pair] = row;
    }
  }

  /** Puts the occasions and the distinct values of each group together. */
  async settle(rest: () => Promise<void>): Promise<void> {
    if (this.#occasions) this.#occasionCounts = await this.#occasions.count(this.#counts.length, rest);
    const { firsts, size } = this.#pairs;
    const groupCount = this.#counts.length;
    const starts = new Uint32Array(groupCount + 1);
    for (let pair = 0; pair < size; pair++) {
      const behind = (firsts[pair] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
    for (let group = 1; group <= groupCount; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
    const next = starts.slice();
    const earliest = new Uint32ArrayOf<RowIndex>(size);
    for (let pair = 0; pair < size; pair++) {
      const group = firsts[pair] ?? 0;
      const at = next[group] ?? 0;
      next[group] = at + 1;
      earliest[at] = this.#earliest.array[pair] ?? firstRow;
    }
    this.#starts = starts;
    this.#earliestByGroup = earliest;
    this.#pairs = pairNumbers(0, 0);
    this.#earliest.length = 0;
  }

  distinct(group: GroupIndex): number {
    return (this.#starts[group + 1] ?? 0) - (this.#starts[group] ?? 0);
  }

  of(group: GroupIndex): Tally {
    const count = this.#counts[group] ?? 0;
    const occasions = this.#occasionCounts[group] ?? 0;
    if (count === 0) return { count, occasions, values: [], distinct: 0, first: undefined, last: undefined };
    const earliest = this.#earliestByGroup.subarray(this.#starts[group], this.#starts[group + 1]);
    this.#sort(earliest);
    const values = Array.from(earliest.subarray(0, valuesKept), (row) => this.#values.text(row));
    return { count, occasions, values, distinct: earliest.length, first: this.#firsts[group], last: this.#lasts[group] };
  }

  /** By time, then by arrival; stays sorted for the next time. */
  #sort(rows: RowList): void {
    const times = this.#records.times.array;
    const compare = (a: RowIndex, b: RowIndex) => (times[a] ?? 0) - (times[b] ?? 0) || a - b;
    let i = 1;
    while (i < rows.length && compare(rows[i - 1] ?? firstRow, rows[i] ?? firstRow) < 0) i++;
    if (i >= rows.length) return;
    if (rows.length <= fewRows) rows.sort(compare);
    else sortByTime(this.#records, rows.sort(), false);
  }
}
