// Records over time, in slices that begin where clocks show round times, each divided by the values of a field.

import type { Filter } from '~/domain/view/filter';
import type { Timeline, TimelineAsked } from '~/domain/view/overview';
import { columnOf } from '~/engine/columns/derived-column';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { firstRow, noCode, type RowList, type WritableByCode } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { EpochMs } from '~/lib/time';
import { timeSlices } from '~/lib/time-slices';
import { CodeCounter } from './facet';

const blockRows = 65_536;
const mostSlices = 2_000;
const mostStacks = 50;

export interface TimelineRows {
  /** Of the view. */
  readonly rows: RowList;
  /** Of the set at that moment. */
  readonly all: RowList;
  /** Of the view. */
  readonly filters: readonly Filter[];
}

/** The column that slices are divided by must be filled. `undefined` where there is no time to tell of. */
export async function countTimeline(
  records: Records,
  { rows, all, filters }: TimelineRows,
  { zone, atMost, by }: TimelineAsked,
  rest: () => Promise<void>,
): Promise<Timeline | undefined> {
  const { from, to } = rangeOf(records, all, filters);
  if (!(from <= to)) return undefined;
  const slices = timeSlices(from, to, Math.max(1, Math.min(mostSlices, Math.floor(atMost))), zone);
  const column = by && columnOf(records, by.field);
  const { values, stackOf } = await stacksOf(column, rows, Math.min(by?.values ?? 0, mostStacks), rest);

  const edges = Float64Array.from(slices.edges);
  const count = edges.length - 1;
  const counts = new Uint32Array((values.length + 1) * count);
  const times = records.times.array;
  const first = edges[0] ?? 0;
  // Slices are nearly alike in length: the right one is this or beside it.
  const scale = count / ((edges[count] ?? 0) - first);
  for (let begin = 0; begin < rows.length; begin += blockRows) {
    const block = rows.subarray(begin, begin + blockRows);
    for (let i = 0; i < block.length; i++) {
      const row = block[i] ?? firstRow;
      const time = times[row] ?? 0;
      let slice = Math.min(count - 1, Math.floor((time - first) * scale));
      while (time < (edges[slice] ?? 0)) slice--;
      while (time >= (edges[slice + 1] ?? 0)) slice++;
      const stack = column ? (stackOf[column.codes[row] ?? noCode] ?? 0) : 0;
      const at = stack * count + slice;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    await rest();
  }
  const stack = (value: string | undefined, at: number) => ({
    value,
    counts: [...counts.subarray(at * count, (at + 1) * count)],
  });
  const others = stack(undefined, 0);
  const stacks = values.map((value, at) => stack(value, at + 1));
  return { ...slices, stacks: others.counts.some((each) => each > 0) ? [...stacks, others] : stacks };
}

/** From the first record of the set to its last, as far as the filters of the view reach. */
function rangeOf(records: Records, all: RowList, filters: readonly Filter[]): Range {
  let { from, to } = wholeRangeOf(records, all);
  for (const filter of filters) {
    if (filter.op !== 'between') continue;
    if (filter.from !== undefined) from = Math.max(from, Date.parse(filter.from));
    if (filter.to !== undefined) to = Math.min(to, Date.parse(filter.to) - 1);
  }
  return { from, to };
}

interface Range {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The rows of all records are the same list until others come, and every view asks about it. */
const known = new WeakMap<RowList, Range>();

function wholeRangeOf({ times: { array: times } }: Records, all: RowList): Range {
  const before = known.get(all);
  if (before) return before;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < all.length; i++) {
    const time = times[all[i] ?? firstRow] ?? 0;
    if (time < from) from = time;
    if (time > to) to = time;
  }
  known.set(all, { from, to });
  return { from, to };
}

/** The most frequent values, and by code of the column which of them, from 1 on, a value is; 0 for all others. */
async function stacksOf(column: DictionaryColumn | undefined, rows: RowList, limit: number, rest: () => Promise<void>) {
  const stackOf: WritableByCode<number> = new Uint8Array(column?.dictionary.size ?? 0);
  if (!column || limit === 0) return { values: [], stackOf };
  const counter = await CodeCounter.of(column, rest);
  for (let begin = 0; begin < rows.length; begin += blockRows) {
    counter.count(rows.subarray(begin, begin + blockRows));
    await rest();
  }
  const most = counter.most(limit);
  const numbers = new Map(most.map(({ code }, at) => [code, at + 1]));
  for (let code = noCode; code < stackOf.length; code++) stackOf[code] = numbers.get(column.folded.array[code] ?? noCode) ?? 0;
  return { values: most.map(({ value }) => value), stackOf };
}
