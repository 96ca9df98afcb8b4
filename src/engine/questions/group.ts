// Puts the records of a view together by one or two fields, and measures each group. Works on numbers only: records are walked
// once to number their groups and once per measure; texts are made for the groups someone asks for.
//
//   rows ─ by ─► groupOf  ─ having ─► groupOf, fewer groups ─┬─ counts, firstRows, lastRows ─ sortGroups ─► order
//                (by row)                                    └─ Tallies, one per measure

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { Group, Grouping, Once, Tally } from '~/domain/view/grouping';
import {
  type ByGroup,
  type ByGroupNumber,
  firstGroupNumber,
  firstRow,
  type GroupIndex,
  type GroupNumber,
  noGroup,
  type RowIndex,
  type RowList,
  type WritableByRow,
} from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { valuesOfFields } from '~/engine/columns/row-values';
import type { Groups } from '~/engine/record-set';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { keepRows, prepareFilters } from './filter';
import { groupNumbers } from './group-numbers';
import { inOrderOfArrival } from './in-order-of-arrival';
import { Occasions } from './occasions';
import { inSteps, resting } from './resting';
import { sortGroups } from './sort-groups';
import { type GroupedRows, Tallies } from './tallies';

const groupsAtOnce = 1000;

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
  const rest = resting(pause);
  await prepareFilters(records, filtersOf(grouping), end, pause);
  const rows = await rowsPassing(records, inOrderOfArrival(view, end), rest)(where);
  const valuesOf = await valuesOfFields(records, valuesIn(grouping), rows, end, rest);
  const passing = rowsPassing(records, rows, rest);
  const occasionsOf = ({ of, withinMs }: Once) => new Occasions(records.times.array, of.map(valuesOf), withinMs);

  const keys = by.map(valuesOf);
  const firstToArrive = new Uint32List<RowIndex>();
  const groupOf: WritableByRow<GroupNumber> = new Uint32ArrayOf<GroupNumber>(end);
  const number = groupNumbers(keys);
  await inSteps(rows, rest, (from, to) => {
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
  const tallies = new Map<string, Tallies>();
  for (const [name, { field, where = [], once }] of measured) {
    const each = new Tallies(records, valuesOf(field), grouped.groupCount, once && occasionsOf(once));
    const counted = await passing(where);
    await inSteps(counted, rest, (from, to) => each.count(counted.subarray(from, to), groupOf));
    await each.settle(rest);
    await rest();
    tallies.set(name, each);
  }

  const order = await sortGroups(records, { ...whole, groupOf, by, keys, representatives, tallies }, grouping.sort, rest);
  const times = records.times.array;
  const groupAt = (group: GroupIndex): Group => ({
    key: keys.map((values) => values.text(representatives[group] ?? firstRow)),
    count: whole.counts[group] ?? 0,
    first: times[whole.firstRows[group] ?? firstRow] ?? 0,
    last: times[whole.lastRows[group] ?? firstRow] ?? 0,
    tallies: Object.fromEntries(Array.from(tallies, ([name, each]): [string, Tally] => [name, each.of(group)])),
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

/** Of each group: how many records, and which are the first and the latest. */
function measureAll({ times: { array: times } }: Records, { rows, groupOf, groupCount }: GroupedRows) {
  const counts: ByGroup<number> = new Uint32Array(groupCount);
  const firstRows = new Uint32ArrayOf<RowIndex>(groupCount);
  const lastRows = new Uint32ArrayOf<RowIndex>(groupCount);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    const group = ((groupOf[row] ?? noGroup) - 1) as GroupIndex;
    if (group < 0) continue;
    const time = times[row] ?? 0;
    const count = counts[group] ?? 0;
    if (count === 0 || time > (times[lastRows[group] ?? firstRow] ?? 0)) lastRows[group] = row;
    if (count === 0 || time < (times[firstRows[group] ?? firstRow] ?? 0)) firstRows[group] = row;
    counts[group] = count + 1;
  }
  return { counts, firstRows, lastRows };
}
