// Puts the records of a view together by one or two fields, and measures each group. Works on numbers only: records are walked
// once to number their groups and once per measure; texts are made for the groups someone asks for.
//
//   rows ─ by ─► groupOf  ─ having ─► groupOf, fewer groups ─┬─ counts, firsts, lastRows ─ sort by time ─► order
//                (by row)                                    └─ Tallies, one per measure

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { Group, Grouping, Once, Tally } from '~/domain/view/grouping';
import {
  type ByGroup,
  type ByGroupNumber,
  type ByRow,
  firstGroupNumber,
  firstRow,
  type GroupIndex,
  type GroupNumber,
  noGroup,
  noValue,
  type RowIndex,
  type RowList,
  type ValueNumber,
  type WritableByRow,
} from '~/engine/columns/numbers';
import { PairIndex } from '~/engine/columns/pair-index';
import { fillPathColumns } from '~/engine/columns/path-column';
import type { Records } from '~/engine/columns/records';
import { needsColumn, type RowValues, rowValues } from '~/engine/columns/row-values';
import type { Groups } from '~/engine/record-set';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import { keepRows, prepareFilters } from './filter';
import { Occasions } from './occasions';
import { sortByTime } from './sort';
import { type GroupedRows, Tallies } from './tallies';

const groupsAtOnce = 1000;
const stepRows = 16_384;
const restAfterMs = 10;

export interface GroupedView {
  /** At most 1,000 groups. */
  window(from: number, count: number): Groups;
}

/** `view` are rows below `end` in any order. `pause` lets requests in, and rejects when nobody waits any longer. */
export async function groupRows(
  records: Records,
  view: RowList,
  end: number,
  grouping: Grouping,
  pause: () => Promise<void>,
): Promise<GroupedView> {
  const { by, measures, where = [], having = [] } = grouping;
  const measured = Object.entries(measures);
  await pause();
  const rest = restingEvery(restAfterMs, pause);
  await prepareFilters(records, filtersOf(grouping), end, pause);
  const rows = await rowsPassing(records, inOrderOfArrival(view, end), rest)(where);
  const inColumns = valuesIn(grouping).filter((field) => needsColumn(records, field, rows, end));
  await fillPathColumns(records, inColumns, end, pause);
  const passing = rowsPassing(records, rows, rest);
  const known = new Map<FieldRef, RowValues>();
  const valuesOf = async (field: FieldRef) => {
    const values = known.get(field) ?? (await rowValues(records, field, rows, end, rest));
    known.set(field, values);
    await rest();
    return values;
  };
  const inSteps = async (rows: RowList, work: (from: number, to: number) => void) => {
    for (let from = 0; from < rows.length; from += stepRows) {
      work(from, Math.min(from + stepRows, rows.length));
      await rest();
    }
  };

  const occasionsOf = async ({ of, withinMs }: Once) => {
    const values: RowValues[] = [];
    for (const field of of) values.push(await valuesOf(field));
    return new Occasions(records.times.array, values, withinMs);
  };

  const keys = [await valuesOf(by[0]), ...(by[1] === undefined ? [] : [await valuesOf(by[1])])];
  const firstToArrive = new Uint32List<RowIndex>();
  const groupOf: WritableByRow<GroupNumber> = new Uint32ArrayOf<GroupNumber>(end);
  const number = groupNumbers(keys);
  await inSteps(rows, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? firstRow;
      const group = number(row);
      groupOf[row] = group;
      if (group > firstToArrive.length) firstToArrive.push(row);
    }
  });
  let representatives = firstToArrive.array.slice(0, firstToArrive.length);
  if (having.length > 0) {
    const kept: ByGroupNumber<number> = new Uint8Array(representatives.length + 1);
    for (const row of await passing(having)) kept[groupOf[row] ?? noGroup] = 1;
    await rest();
    representatives = keepGroups(rows, groupOf, representatives, kept);
    await rest();
  }
  const grouped: GroupedRows = { rows, groupOf, groupCount: representatives.length };

  const whole = measureAll(records, grouped);
  await rest();
  const tallies: (readonly [name: string, Tallies])[] = [];
  for (const [name, { field, where = [], once }] of measured) {
    const each = new Tallies(records, await valuesOf(field), grouped.groupCount, once && (await occasionsOf(once)));
    const counted = await passing(where);
    await inSteps(counted, (from, to) => each.count(counted.subarray(from, to), groupOf));
    await each.settle(rest);
    await rest();
    tallies.push([name, each]);
  }

  // Sorted by their latest records, which lead back to the groups: each row gives its place to its group.
  const latest = whole.lastRows.slice();
  sortByTime(records, latest, true);
  const order = latest as Uint32Array as Uint32ArrayOf<GroupIndex>;
  for (let i = 0; i < order.length; i++) order[i] = ((groupOf[latest[i] ?? firstRow] ?? noGroup) - 1) as GroupIndex;

  const groupAt = (group: GroupIndex): Group => ({
    key: keys.map((values) => values.text(representatives[group] ?? firstRow)),
    count: whole.counts[group] ?? 0,
    first: whole.firsts[group] ?? 0,
    last: records.times.array[whole.lastRows[group] ?? firstRow] ?? 0,
    tallies: Object.fromEntries(tallies.map(([name, each]): [string, Tally] => [name, each.of(group)])),
  });
  return {
    window: (from, count) => ({
      groupCount: grouped.groupCount,
      groups: Array.from(order.subarray(from, from + Math.min(count, groupsAtOnce)), groupAt),
    }),
  };
}

function filtersOf({ measures, where = [], having = [] }: Grouping): Filter[] {
  return [...where, ...having, ...Object.values(measures).flatMap(({ where = [] }) => where)];
}

/** Fields whose values are asked for, whatever the filters. */
function valuesIn({ by, measures }: Grouping): FieldRef[] {
  return [...by, ...Object.values(measures).flatMap(({ field, once }) => [field, ...(once?.of ?? [])])];
}

/** Pauses when it has been called on for a while. */
function restingEvery(ms: number, pause: () => Promise<void>): () => Promise<void> {
  let since: EpochMs = performance.now();
  return async () => {
    if (performance.now() - since < ms) return;
    await pause();
    since = performance.now();
  };
}

function inOrderOfArrival(view: RowList, end: number): RowList {
  let i = 1;
  while (i < view.length && (view[i] ?? 0) > (view[i - 1] ?? 0)) i++;
  if (i >= view.length) return view;
  const isThere: WritableByRow<number> = new Uint8Array(end);
  for (i = 0; i < view.length; i++) isThere[view[i] ?? firstRow] = 1;
  const rows = new Uint32ArrayOf<RowIndex>(view.length);
  for (let row = firstRow, to = 0; to < rows.length; row++) if (isThere[row] === 1) rows[to++] = row;
  return rows;
}

/** Tells which of `all` pass all of some filters. Lists that begin with the same filters share the work for these. */
function rowsPassing(records: Records, all: RowList, rest: () => Promise<void>) {
  const known = new Map<string, RowList>();
  return async (filters: readonly Filter[]): Promise<RowList> => {
    let rows = all;
    let key = '';
    for (const filter of filters) {
      key += JSON.stringify(filter);
      rows = known.get(key) ?? keepRows(records, rows, filter);
      known.set(key, rows);
      await rest();
    }
    return rows;
  };
}

/** Numbers groups from 1, in the order in which their first records are asked about; 0 for records without a value. */
function groupNumbers([first, second]: readonly RowValues[]): (row: RowIndex) => GroupNumber {
  const a: ByRow<ValueNumber> = first?.numbers ?? new Uint32ArrayOf<ValueNumber>(0);
  if (second) {
    const b = second.numbers;
    const pairs = new PairIndex<ValueNumber, ValueNumber>();
    return (row) => {
      const one = a[row] ?? noValue;
      const other = b[row] ?? noValue;
      return one === 0 || other === 0 ? noGroup : ((pairs.numberOf(one, other) + 1) as GroupNumber);
    };
  }
  const numberOf = new Uint32ArrayOf<GroupNumber>(first?.size ?? 0);
  let count = 0;
  return (row) => {
    const value = a[row] ?? noValue;
    if (value === 0) return noGroup;
    let group = numberOf[value] ?? noGroup;
    if (group === 0) {
      group = ++count as GroupNumber;
      numberOf[value] = group;
    }
    return group;
  };
}

/** Leaves only groups that are 1 in `kept`, numbered anew. */
function keepGroups(
  rows: RowList,
  groupOf: WritableByRow<GroupNumber>,
  representatives: RowList,
  kept: ByGroupNumber<number>,
): RowList {
  const numbers: ByGroupNumber<GroupNumber> = new Uint32ArrayOf<GroupNumber>(kept.length);
  let count = 0;
  for (let group = firstGroupNumber; group < kept.length; group++) {
    if (kept[group] !== 1) continue;
    representatives[count] = representatives[group - 1] ?? firstRow;
    numbers[group] = ++count as GroupNumber;
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    groupOf[row] = numbers[groupOf[row] ?? noGroup] ?? noGroup;
  }
  return representatives.slice(0, count);
}

/** Of each group: how many records, when the first was, and which the latest is. */
function measureAll({ times: { array: times } }: Records, { rows, groupOf, groupCount }: GroupedRows) {
  const counts: ByGroup<number> = new Uint32Array(groupCount);
  const firsts: ByGroup<EpochMs> = new Float64Array(groupCount).fill(Number.POSITIVE_INFINITY);
  const lastRows = new Uint32ArrayOf<RowIndex>(groupCount);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    const group = ((groupOf[row] ?? noGroup) - 1) as GroupIndex;
    if (group < 0) continue;
    const time = times[row] ?? 0;
    const count = counts[group] ?? 0;
    if (count === 0 || time > (times[lastRows[group] ?? firstRow] ?? 0)) lastRows[group] = row;
    if (time < (firsts[group] ?? 0)) firsts[group] = time;
    counts[group] = count + 1;
  }
  return { counts, firsts, lastRows };
}
