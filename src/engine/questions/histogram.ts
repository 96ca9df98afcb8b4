// Records per equal slice of time, from the first record of a view to its last, which falls into the last slice.

import { firstRow, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { Histogram } from '~/engine/record-set';

export function countHistogram(records: Records, rows: RowList, buckets: number): Histogram {
  const span = new TimeSpan(records);
  span.look(rows);
  return countSlices(records, rows, span, buckets);
}

/** From the first to the last of the records that were looked at. */
export class TimeSpan {
  readonly #records: Records;
  from = Number.POSITIVE_INFINITY;
  to = Number.NEGATIVE_INFINITY;

  constructor(records: Records) {
    this.#records = records;
  }

  look(rows: RowList): void {
    const times = this.#records.times.array;
    let { from, to } = this;
    for (let i = 0; i < rows.length; i++) {
      const time = times[rows[i] ?? firstRow] ?? 0;
      if (time < from) from = time;
      if (time > to) to = time;
    }
    this.from = from;
    this.to = to;
  }
}

/** `span` is that of these rows. */
export function countSlices(records: Records, rows: RowList, { from, to }: TimeSpan, buckets: number): Histogram {
  const times = records.times.array;
  const counts = new Array<number>(Math.max(1, Math.floor(buckets))).fill(0);
  if (rows.length === 0) return { from: 0, to: 0, counts };
  const scale = to > from ? counts.length / (to - from) : 0;
  const last = counts.length - 1;
  for (let i = 0; i < rows.length; i++) {
    const slice = Math.min(last, Math.floor(((times[rows[i] ?? firstRow] ?? 0) - from) * scale));
    counts[slice] = (counts[slice] ?? 0) + 1;
  }
  return { from, to, counts };
}
