// Puts the records of a view together by one or two fields, and measures each group. Works on numbers only: records are put
// together and counted at once; what else there is to measure, and texts, are made for the groups someone asks for.
//
//   rows ─ by ─► rows by group ─ having ─► fewer groups ─┬─ counts, firsts, lasts ─ sortGroups ─► order
//                                                        └─ Tallies, one per measure

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { Group, Grouping, Tally } from '~/domain/view/grouping';
import { type ByRow, firstRow, type GroupIndex, type RowIndex, type RowList, type WritableByRow } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { valuesOfFields } from '~/engine/columns/row-values';
import type { Groups } from '~/engine/record-set';
import { Uint32ArrayOf, Uint32List } from '~/lib/bytes';
import { keepRows, prepareFilters } from './filter';
import { inOrderOfArrival } from './in-order-of-arrival';
import { Occasions } from './occasions';
import { putTogether, type RowsByGroup } from './put-together';
import { resting } from './resting';
import { sortGroups } from './sort-groups';
import { Tallies } from './tallies';

const groupsAtOnce = 1000;

export interface GroupedView {
  /** At most 1,000 groups. */
  window(from: number, count: number, pause: () => Promise<void>): Promise<Groups>;
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
  await pause();
  const rest = resting(pause);
  const viewed = inOrderOfArrival(view, end);
  await prepareFilters(records, filtersOf(grouping), viewed, end, pause);
  const rows = await rowsPassing(records, viewed, rest)(where);
  const valuesOf = await valuesOfFields(records, valuesIn(grouping), rows, end, rest);
  const passing = passingByRow(records, rows, end, rest);

  const keys = by.map(valuesOf);
  const all = await putTogether(rows, keys, rest);
  const together = having.length === 0 ? all : groupsWith(all, await passing(having));
  await rest();
  const measured = measureAll(records, together);
  await rest();
  const tallies = new Map<string, Tallies>();
  for (const [name, { field, where = [], once }] of Object.entries(measures)) {
    const each = new Tallies(records, together, valuesOf(field), await passing(where));
    if (once) await each.countOccasions(new Occasions(records.times.array, once.of.map(valuesOf), once.withinMs), rest);
    tallies.set(name, each);
  }

  const order = await sortGroups(records, { ...measured, by, keys, tallies }, grouping.sort, rest);
  const { counts, firsts, lasts, representatives } = measured;
  const groupAt = (group: GroupIndex): Group => ({
    key: keys.map((values) => values.text(representatives[group] ?? firstRow)),
    count: counts[group] ?? 0,
    first: firsts[group] ?? 0,
    last: lasts[group] ?? 0,
    tallies: Object.fromEntries(Array.from(tallies, ([name, each]): [string, Tally] => [name, each.of(group)])),
  });
  return {
    async window(from, count, pause) {
      const rest = resting(pause);
      const groups: Group[] = [];
      for (const group of order.subarray(from, from + Math.min(count, groupsAtOnce))) {
        groups.push(groupAt(group));
        await rest();
      }
      return { groupCount: order.length, groups };
    },
  };
}

function filtersOf({ measures, where = [], having = [] }: Grouping): Filter[][] {
  const further = [having, ...Object.values(measures).map(({ where = [] }) => where)];
  return further.map((filters) => [...where, ...filters]);
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

/** The same as 1 for each row below `end` that is one of them. */
function passingByRow(records: Records, all: RowList, end: number, rest: () => Promise<void>) {
  const passing = rowsPassing(records, all, rest);
  const known = new Map<RowList, ByRow<number>>();
  return async (filters: readonly Filter[]): Promise<ByRow<number>> => {
    const rows = await passing(filters);
    const before = known.get(rows);
    if (before) return before;
    const passes: WritableByRow<number> = new Uint8Array(end);
    for (let i = 0; i < rows.length; i++) passes[rows[i] ?? firstRow] = 1;
    known.set(rows, passes);
    await rest();
    return passes;
  };
}

/** Those of which a row passes. */
function groupsWith({ rows, starts }: RowsByGroup, passes: ByRow<number>): RowsByGroup {
  const kept = new Uint32ArrayOf<RowIndex>(rows.length);
  const keptStarts = new Uint32List();
  let to = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const end = starts[group + 1] ?? 0;
    let at = starts[group] ?? 0;
    while (at < end && passes[rows[at] ?? firstRow] !== 1) at++;
    if (at === end) continue;
    keptStarts.push(to);
    for (let i = starts[group] ?? 0; i < end; i++) kept[to++] = rows[i] ?? firstRow;
  }
  keptStarts.push(to);
  return { rows: kept.subarray(0, to), starts: keptStarts.array.slice(0, keptStarts.length) };
}

/** Of each group: how many records, the times of the first and of the latest, and the row that was the first to arrive. */
function measureAll({ times: { array: times } }: Records, { rows, starts }: RowsByGroup) {
  const groupCount = starts.length - 1;
  const counts = new Uint32Array(groupCount);
  const firsts = new Float64Array(groupCount);
  const lasts = new Float64Array(groupCount);
  const representatives: RowList = new Uint32ArrayOf<RowIndex>(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const from = starts[group] ?? 0;
    const to = starts[group + 1] ?? 0;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const time = times[rows[i] ?? firstRow] ?? 0;
      if (time < first) first = time;
      if (time > last) last = time;
    }
    counts[group] = to - from;
    firsts[group] = first;
    lasts[group] = last;
    representatives[group] = rows[from] ?? firstRow;
  }
  return { counts, firsts, lasts, representatives };
}
