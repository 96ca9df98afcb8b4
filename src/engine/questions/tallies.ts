// One measure of groups: how many of a group's records count, when, and their distinct values. Nothing is kept per record: all of
// it is worked out from the rows of a group when somebody asks for that group.

import { type Tally, valuesKept } from '~/domain/view/grouping';
import {
  type ByGroup,
  type ByRow,
  firstRow,
  type GroupIndex,
  noValue,
  type RowIndex,
  type RowList,
  type ValueNumber,
} from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import type { Occasions } from './occasions';
import type { RowsByGroup } from './put-together';
import { sortByTime } from './sort';

/** Above this, sorting by comparing takes longer than by digits. */
const fewRows = 256;
const stepGroups = 4096;

export class Tallies {
  readonly #records: Records;
  readonly #groups: RowsByGroup;
  readonly #values: RowValues;
  /** 1 for rows that count. */
  readonly #counts: ByRow<number>;
  /** Groups are visited one after the other; of each value, when it was last seen. */
  #visit = 0;
  readonly #seenIn: Uint32Array;
  readonly #earliest: Uint32ArrayOf<RowIndex>;
  readonly #found = new Uint32List<ValueNumber>();
  #occasions: ByGroup<number> | undefined;

  constructor(records: Records, groups: RowsByGroup, values: RowValues, counts: ByRow<number>) {
    this.#records = records;
    this.#groups = groups;
    this.#values = values;
    this.#counts = counts;
    this.#seenIn = new Uint32Array(values.size);
    this.#earliest = new Uint32ArrayOf<RowIndex>(values.size);
  }

  /** Without it, every record is an occasion of its own. */
  async countOccasions(occasions: Occasions, rest: () => Promise<void>): Promise<void> {
    const { rows, starts } = this.#groups;
    for (let group = 0; group + 1 < starts.length; group++) {
      for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
        const row = rows[i] ?? firstRow;
        if (this.#valueOf(row) !== noValue) occasions.add(group as GroupIndex, row);
      }
      if (group % stepGroups === 0) await rest();
    }
    this.#occasions = await occasions.count(starts.length - 1, rest);
  }

  /** How many distinct values each group has. */
  async distinct(rest: () => Promise<void>): Promise<ByGroup<number>> {
    const { rows, starts } = this.#groups;
    const distinct: ByGroup<number> = new Uint32Array(starts.length - 1);
    for (let group = 0; group < distinct.length; group++) {
      const visit = ++this.#visit;
      let count = 0;
      for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
        const value = this.#valueOf(rows[i] ?? firstRow);
        if (value === noValue || this.#seenIn[value] === visit) continue;
        this.#seenIn[value] = visit;
        count++;
      }
      distinct[group as GroupIndex] = count;
      if (group % stepGroups === 0) await rest();
    }
    return distinct;
  }

  of(group: GroupIndex): Tally {
    const { rows, starts } = this.#groups;
    const times = this.#records.times.array;
    const visit = ++this.#visit;
    const found = this.#found;
    found.length = 0;
    let count = 0;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    // Rows ascend: of several at one time the first to arrive stays the earliest.
    for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
      const row = rows[i] ?? firstRow;
      const value = this.#valueOf(row);
      if (value === noValue) continue;
      const time = times[row] ?? 0;
      count++;
      if (time < first) first = time;
      if (time > last) last = time;
      if (this.#seenIn[value] !== visit) {
        this.#seenIn[value] = visit;
        this.#earliest[value] = row;
        found.push(value);
      } else if (time < (times[this.#earliest[value] ?? firstRow] ?? 0)) this.#earliest[value] = row;
    }
    if (count === 0) return { count, occasions: 0, values: [], distinct: 0, first: undefined, last: undefined };
    return {
      count,
      occasions: this.#occasions ? (this.#occasions[group] ?? 0) : count,
      values: Array.from(this.#earliestFound().subarray(0, valuesKept), (row) => this.#values.text(row)),
      distinct: found.length,
      first,
      last,
    };
  }

  /** No value, too, when the row does not count. */
  #valueOf(row: RowIndex): ValueNumber {
    return this.#counts[row] === 1 ? (this.#values.numbers[row] ?? noValue) : noValue;
  }

  /** The earliest record of each value found, by time and then by arrival. */
  #earliestFound(): RowList {
    const rows = new Uint32ArrayOf<RowIndex>(this.#found.length);
    for (let i = 0; i < rows.length; i++) rows[i] = this.#earliest[this.#found.array[i] ?? noValue] ?? firstRow;
    const times = this.#records.times.array;
    if (rows.length <= fewRows) return rows.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
    sortByTime(this.#records, rows.sort(), false);
    return rows;
  }
}
