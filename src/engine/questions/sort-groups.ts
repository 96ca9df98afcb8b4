// The order of groups: the latest first, and above that what they are asked to be sorted by. Numbers only: whatever it is, groups
// have a number for it, or a row of theirs has, and a stable radix sort leaves ties as they stood.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { GroupSort } from '~/domain/view/grouping';
import {
  type ByGroup,
  firstGroup,
  firstRank,
  firstRow,
  type GroupIndex,
  noCode,
  type RowIndex,
  type RowList,
  type WritableByRow,
} from '~/engine/columns/numbers';
import { sortByNumber } from '~/engine/columns/radix';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';
import { sortById, sortByInstant } from './sort';
import type { Tallies } from './tallies';

/** What is known of groups before they have an order. */
export interface MeasuredGroups {
  readonly counts: ByGroup<number>;
  readonly firsts: ByGroup<EpochMs>;
  readonly lasts: ByGroup<EpochMs>;
  /** The first to arrive. */
  readonly representatives: RowList;
  readonly by: readonly FieldRef[];
  /** Of each field in `by`. */
  readonly keys: readonly RowValues[];
  readonly tallies: ReadonlyMap<string, Tallies>;
}

type GroupOrder = Uint32ArrayOf<GroupIndex>;

/** What nobody grouped by or measured sorts nothing. */
export async function sortGroups(
  records: Records,
  groups: MeasuredGroups,
  sort: GroupSort | undefined,
  rest: () => Promise<void>,
): Promise<GroupOrder> {
  const { counts, firsts, lasts, representatives, tallies } = groups;
  const order: GroupOrder = new Uint32ArrayOf<GroupIndex>(representatives.length);
  for (let i = 0; i < order.length; i++) order[i] = i as GroupIndex;
  sortByNumber(order, representatives.slice());
  await rest();
  sortByInstant(order, lasts, sort?.by !== 'last' || sort.descending);
  await rest();
  switch (sort?.by) {
    case 'count':
      sortByCount(order, (group) => counts[group] ?? 0, sort.descending);
      break;
    case 'first':
      sortByInstant(order, firsts, sort.descending);
      break;
    case 'distinct': {
      const distinct = await tallies.get(sort.of)?.distinct(rest);
      if (distinct) sortByCount(order, (group) => distinct[group] ?? 0, sort.descending);
      break;
    }
    case 'key':
      await sortByKey(records, order, groups, sort, rest);
      break;
    default:
  }
  return order;
}

async function sortByKey(
  records: Records,
  order: GroupOrder,
  { representatives, by, keys }: MeasuredGroups,
  { of, descending }: Extract<GroupSort, { readonly by: 'key' }>,
  rest: () => Promise<void>,
): Promise<void> {
  const ranked = keys[of]?.ranked;
  if (ranked) {
    while (!ranked.ranks.step()) await rest();
    const ranks = ranked.ranks.all();
    const rankOf = (group: GroupIndex) => ranks[ranked.codes[representatives[group] ?? firstRow] ?? noCode] ?? firstRank;
    sortByCount(order, rankOf, descending);
  } else if (by[of] === 'id') {
    sortByIdOf(records, order, representatives, descending);
  } else if (by[of] === 'time') {
    const times: ByGroup<EpochMs> = new Float64Array(order.length);
    for (const group of order) times[group] = records.times.array[representatives[group] ?? firstRow] ?? 0;
    sortByInstant(order, times, descending, true);
  }
}

/** In place. */
function sortByCount(order: GroupOrder, numberOf: (group: GroupIndex) => number, descending: boolean): void {
  const keys = new Uint32Array(order.length);
  let highest = 0;
  for (let i = 0; i < order.length; i++) {
    const number = numberOf(order[i] ?? firstGroup);
    keys[i] = number;
    if (number > highest) highest = number;
  }
  if (descending) for (let i = 0; i < keys.length; i++) keys[i] = highest - (keys[i] ?? 0);
  sortByNumber(order, keys);
}

/** In place. Rows lead back to the groups that they stand for. */
function sortByIdOf(records: Records, order: GroupOrder, representatives: RowList, descending: boolean): void {
  const groupOf: WritableByRow<GroupIndex> = new Uint32ArrayOf<GroupIndex>(records.count);
  const rows = new Uint32ArrayOf<RowIndex>(order.length);
  for (let i = 0; i < order.length; i++) {
    const group = order[i] ?? firstGroup;
    rows[i] = representatives[group] ?? firstRow;
    groupOf[rows[i] ?? firstRow] = group;
  }
  sortById(records, rows, descending);
  for (let i = 0; i < order.length; i++) order[i] = groupOf[rows[i] ?? firstRow] ?? firstGroup;
}
