// Rows put together by a key, each by time: what a window slides over.

import { firstRow, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { RowValues } from '~/engine/columns/row-values';
import { putTogether, type RowsByGroup } from './put-together';
import { sortByTime } from './sort';

/** Rows that have a key: by key, those of one by time, of one time by kind, of one kind by arrival. */
export interface RowsByKey extends RowsByGroup {
  /** By position, as everything from here on. */
  readonly times: Float64Array;
}

/** Changes `rows`, which stand by kind, and those of a kind by arrival. */
export async function rowsByKey(
  records: Records,
  rows: RowList,
  keys: readonly RowValues[],
  rest: () => Promise<void>,
): Promise<RowsByKey> {
  sortByTime(records, rows, false);
  await rest();
  const together = await putTogether(rows, keys, rest);
  const times = new Float64Array(together.rows.length);
  for (let i = 0; i < times.length; i++) times[i] = records.times.array[together.rows[i] ?? firstRow] ?? 0;
  await rest();
  return { ...together, times };
}
