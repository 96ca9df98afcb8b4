// Puts the records of a view together by one or two fields, and measures each group. Works on numbers only: records are walked
// once to number their groups and once per measure; texts are made for the groups someone asks for.
//
//   rows ─ by ─► groupOf  ─ having ─► groupOf, fewer groups ─┬─ counts, firsts, lastRows ─ sort by time ─► order
//                (by row)                                    └─ Tallies, one per measure

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Group, Grouping, Once, Tally } from '~/domain/view/grouping';
import type { Filter } from '~/domain/view/result-view';
import { PairIndex } from '~/engine/columns/pair-index';
import { fillPathColumns } from '~/engine/columns/path-column';
import type { Records } from '~/engine/columns/records';
import { type RowValues, rowValues } from '~/engine/columns/row-values';
import type { RowIndex } from '~/engine/columns/rows';
import type { Groups } from '~/engine/record-set';
import { Uint32List } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import { keepRows } from './filter';
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
  view: Uint32Array,
  end: RowIndex,
  grouping: Grouping,
  pause: () => Promise<void>,
): Promise<GroupedView> {
  const { by, measures, where = [], having = [] } = grouping;
  const measured = Object.entries(measures);
  await fillPathColumns(records, fieldsOf(grouping), end, pause);
  const rest = restingEvery(restAfterMs, pause);
  const rows = await rowsPassing(records, inOrderOfArrival(view, end), rest)(where);
  const passing = rowsPassing(records, rows, rest);
  const known = new Map<FieldRef, RowValues>();
  const valuesOf = async (field: FieldRef) => {
    const values = known.get(field) ?? (await rowValues(records, field, rows, end, rest));
    known.set(field, values);
    await rest();
    return values;
  };
  const inSteps = async (rows: Uint32Array, work: (from: number, to: number) => void) => {
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
  const firstToArrive = new Uint32List();
  const groupOf = new Uint32Array(end);
  const number = groupNumbers(keys);
  await inSteps(rows, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      const group = number(row);
      groupOf[row] = group;
      if (group > firstToArrive.length) firstToArrive.push(row);
    }
  });
  let representatives = firstToArrive.array.slice(0, firstToArrive.length);
  if (having.length > 0) {
    const kept = new Uint8Array(representatives.length + 1);
    for (const row of await passing(having)) kept[groupOf[row] ?? 0] = 1;
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

  // Sorted by their latest records, which lead back to the groups.
  const order = whole.lastRows.slice();
  sortByTime(records, order, true);
  for (let i = 0; i < order.length; i++) order[i] = (groupOf[order[i] ?? 0] ?? 0) - 1;

  const groupAt = (group: number): Group => ({
    key: keys.map((values) => values.text(representatives[group] ?? 0)),
    count: whole.counts[group] ?? 0,
    first: whole.firsts[group] ?? 0,
    last: records.times.array[whole.lastRows[group] ?? 0] ?? 0,
    tallies: Object.fromEntries(tallies.map(([name, each]): [string, Tally] => [name, each.of(group)])),
  });
  return {
    window: (from, count) => ({
      groupCount: grouped.groupCount,
      groups: Array.from(order.subarray(from, from + Math.min(count, groupsAtOnce)), groupAt),
    }),
  };
}

function fieldsOf({ by, measures, where = [], having = [] }: Grouping): FieldRef[] {
  const measured = Object.values(measures).flatMap(({ field, where = [], once }) => [
    field,
    ...where.map((filter) => filter.field),
    ...(once?.of ?? []),
  ]);
  return [...by, ...measured, ...[...where, ...having].map(({ field }) => field)];
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

function inOrderOfArrival(view: Uint32Array, end: RowIndex): Uint32Array {
  let i = 1;
  while (i < view.length && (view[i] ?? 0) > (view[i - 1] ?? 0)) i++;
  if (i >= view.length) return view;
  const isThere = new Uint8Array(end);
  for (i = 0; i < view.length; i++) isThere[view[i] ?? 0] = 1;
  const rows = new Uint32Array(view.length);
  for (let row = 0, to = 0; to < rows.length; row++) if (isThere[row] === 1) rows[to++] = row;
  return rows;
}

/** Tells which of `all` pass all of some filters. Lists that begin with the same filters share the work for these. */
function rowsPassing(records: Records, all: Uint32Array, rest: () => Promise<void>) {
  const known = new Map<string, Uint32Array>();
  return async (filters: readonly Filter[]): Promise<Uint32Array> => {
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
function groupNumbers([first, second]: readonly RowValues[]): (row: RowIndex) => number {
  const a = first?.numbers ?? new Uint32Array(0);
  if (second) {
    const b = second.numbers;
    const pairs = new PairIndex();
    return (row) => {
      const one = a[row] ?? 0;
      const other = b[row] ?? 0;
      return one === 0 || other === 0 ? 0 : pairs.numberOf(one, other) + 1;
    };
  }
  const numberOf = new Uint32Array(first?.size ?? 0);
  let count = 0;
  return (row) => {
    const value = a[row] ?? 0;
    if (value === 0) return 0;
    let group = numberOf[value] ?? 0;
    if (group === 0) {
      group = ++count;
      numberOf[value] = group;
    }
    return group;
  };
}

/** Leaves only groups that are 1 in `kept`, numbered anew. */
function keepGroups(
  rows: Uint32Array,
  groupOf: Uint32Array,
  representatives: Uint32Array<ArrayBuffer>,
  kept: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(kept.length);
  let count = 0;
  for (let group = 1; group < kept.length; group++) {
    if (kept[group] !== 1) continue;
    representatives[count] = representatives[group - 1] ?? 0;
    numbers[group] = ++count;
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    groupOf[row] = numbers[groupOf[row] ?? 0] ?? 0;
  }
  return representatives.slice(0, count);
}

/** Of each group: how many records, when the first was, and which the latest is. */
function measureAll({ times: { array: times } }: Records, { rows, groupOf, groupCount }: GroupedRows) {
  const counts = new Uint32Array(groupCount);
  const firsts = new Float64Array(groupCount).fill(Number.POSITIVE_INFINITY);
  const lastRows = new Uint32Array(groupCount);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const group = (groupOf[row] ?? 0) - 1;
    if (group < 0) continue;
    const time = times[row] ?? 0;
    const count = counts[group] ?? 0;
    if (count === 0 || time > (times[lastRows[group] ?? 0] ?? 0)) lastRows[group] = row;
    if (time < (firsts[group] ?? 0)) firsts[group] = time;
    counts[group] = count + 1;
  }
  return { counts, firsts, lastRows };
}
