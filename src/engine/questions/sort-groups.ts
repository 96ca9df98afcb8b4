// The order of groups: the latest first, and above that what they are asked to be sorted by. Numbers only: whatever it is, groups
// have a number for it, or a row of theirs has, and a stable radix sort leaves ties as they stood.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { GroupSort } from '~/domain/view/grouping';
import {
  type ByGroup,
  type ByRow,
  firstGroup,
  firstRank,
  firstRow,
  type GroupIndex,
  type GroupNumber,
  noCode,
  noGroup,
  type RowList,
} from '~/engine/columns/numbers';
import { sortByNumber } from '~/engine/columns/radix';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import { sortById, sortByTime } from './sort';
import type { Tallies } from './tallies';

/** What is known of groups before they have an order. Of rows by group, each belongs to it. */
export interface MeasuredGroups {
  readonly groupOf: ByRow<GroupNumber>;
  readonly counts: ByGroup<number>;
  readonly firstRows: RowList;
  readonly lastRows: RowList;
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
  const { counts, firstRows, lastRows, representatives, tallies } = groups;
  const latest = lastRows.slice();
  sortByTime(records, latest, sort?.by !== 'last' || sort.descending);
  const order = groupsOf(latest, groups);
  await rest();
  switch (sort?.by) {
    case 'count':
      sortByCount(order, (group) => counts[group] ?? 0, sort.descending);
      return order;
    case 'first':
      return byRows(order, firstRows, groups, (rows) => sortByTime(records, rows, sort.descending));
    case 'distinct': {
      const tally = tallies.get(sort.of);
      if (tally) sortByCount(order, (group) => tally.distinct(group), sort.descending);
      return order;
    }
    case 'key': {
      const ranked = groups.keys[sort.of]?.ranked;
      if (ranked) {
        while (!ranked.ranks.step()) await rest();
        const ranks = ranked.ranks.all();
        const rankOf = (group: GroupIndex) => ranks[ranked.codes[representatives[group] ?? firstRow] ?? noCode] ?? firstRank;
        sortByCount(order, rankOf, sort.descending);
        return order;
      }
      const field = groups.by[sort.of];
      if (field === undefined) return order;
      return byRows(order, representatives, groups, (rows) =>
        field === 'id' ? sortById(records, rows, sort.descending) : sortByTime(records, rows, sort.descending, true),
      );
    }
    default:
      return order;
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

/** Sorts groups by a row of each. */
function byRows(order: GroupOrder, rowOf: RowList, groups: MeasuredGroups, sort: (rows: RowList) => void): GroupOrder {
  const rows: RowList = new Uint32ArrayOf(order.length);
  for (let i = 0; i < order.length; i++) rows[i] = rowOf[order[i] ?? firstGroup] ?? firstRow;
  sort(rows);
  return groupsOf(rows, groups);
}

/** Rows lead back to their groups: each gives its place to its own. */
function groupsOf(rows: RowList, { groupOf }: MeasuredGroups): GroupOrder {
  // The same numbers with another name: each is overwritten after it was read.
  const order = rows as Uint32Array as GroupOrder;
  for (let i = 0; i < order.length; i++) order[i] = ((groupOf[rows[i] ?? firstRow] ?? noGroup) - 1) as GroupIndex;
  return order;
}
