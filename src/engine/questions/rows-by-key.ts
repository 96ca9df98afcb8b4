// Rows put together by a key, each by time: what a window slides over.

import { firstRow, type GroupNumber, noGroup, type RowIndex, type RowList, type WritableByRow } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32ArrayOf } from '~/lib/bytes';
import { groupNumbers } from './group-numbers';
import { inSteps } from './resting';
import { sortByTime } from './sort';

/** Rows that have a key: by key, those of one by time, of one time by kind, of one kind by arrival. */
export interface RowsByKey {
  readonly rows: RowList;
  /** By position, as everything from here on. */
  readonly times: Float64Array;
  /** Those of key k stand from starts[k] to before starts[k + 1]. */
  readonly starts: Uint32Array;
}

/** Changes `rows`, which stand by kind, and those of a kind by arrival. */
export async function rowsByKey(
  records: Records,
  rows: RowList,
  end: number,
  keys: readonly RowValues[],
  rest: () => Promise<void>,
): Promise<RowsByKey> {
  const groupOf: WritableByRow<GroupNumber> = new Uint32ArrayOf<GroupNumber>(end);
  const number = groupNumbers(keys);
  let count = 0;
  let groups = 0;
  await inSteps(rows, rest, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? firstRow;
      const group = number(row);
      if (group === noGroup) continue;
      groupOf[row] = group;
      rows[count++] = row;
      if (group > groups) groups = group;
    }
  });
  const byTime = rows.subarray(0, count);
  sortByTime(records, byTime, false);
  await rest();
  const starts = new Uint32Array(groups + 1);
  for (let i = 0; i < count; i++) {
    const behind = groupOf[byTime[i] ?? firstRow] ?? noGroup;
    starts[behind] = (starts[behind] ?? 0) + 1;
  }
  for (let group = 1; group <= groups; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  const next = starts.slice();
  const byGroup = new Uint32ArrayOf<RowIndex>(count);
  const times = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = byTime[i] ?? firstRow;
    const group = (groupOf[row] ?? noGroup) - 1;
    const at = next[group] ?? 0;
    next[group] = at + 1;
    byGroup[at] = row;
    times[at] = records.times.array[row] ?? 0;
  }
  await rest();
  return { rows: byGroup, times, starts };
}
