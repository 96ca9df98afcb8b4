// Works out a view: filter, sort, and search for text. The long parts (columns by path, text in raw records) read the raw store
// span by span and hand out what is known on the way.

import type { FieldRef } from '~/domain/fields';
import type { ResultView } from '~/domain/result-view';
import { filterRows } from './filter';
import { fillPathColumns } from './path-column';
import type { RawSpan } from './raw-store';
import type { Records } from './records';
import type { RowIndex } from './result-set';
import { sortRows } from './sort';
import { TextQuery } from './text-query';
import { excluded, found, open, searchColumns, searchSpan } from './text-search';

export interface Progress {
  /** Whether a state with this many rows (if that is known) is wanted now. */
  isDue(rowCount?: number): boolean;
  /** `searched` equals `outOf`, the records there were when the view was asked for, when it is complete. */
  publish(rows: Uint32Array, searched: RowIndex, outOf: RowIndex): void;
  /** Lets requests in; rejects when the view is no longer wanted. */
  pause(): Promise<void>;
}

/** Spans grow from the first, so that the first hits come at once, to the last, at which Blobs read fastest. */
const firstSpanBytes = 1024 * 1024;
const lastSpanBytes = 32 * 1024 * 1024;
/** Closed rows of this many bytes end a span: reading past them costs more than a read of its own. */
const gapBytes = 256 * 1024;

export async function findRows(records: Records, view: ResultView, progress: Progress): Promise<void> {
  const end = records.count;
  const upTo = (row: RowIndex) => {
    const rows = filterRows(records, view.filters, row);
    sortRows(records, rows, view.sort);
    return rows;
  };
  await fillPathColumns(records, pathsOf(view), end, async (filled) => {
    if (view.text === '' && filled < end && progress.isDue()) progress.publish(upTo(filled), filled, end);
    await progress.pause();
  });
  const rows = upTo(end);
  if (view.text === '') return progress.publish(rows, end, end);

  const query = new TextQuery(view.text);
  const state = new Uint8Array(end).fill(excluded);
  for (let i = 0; i < rows.length; i++) state[rows[i] ?? 0] = open;
  let count = searchColumns(records, query, state);
  let row = nextOpen(state, 0);
  let bytes = firstSpanBytes;
  const readNext = () => (row < end ? openSpan(records, state, row, bytes) : undefined);
  for (let next = readNext(); next; ) {
    const span = await next;
    if (progress.isDue(count)) progress.publish(foundRows(rows, state, count), row, end);
    row = nextOpen(state, span.to);
    bytes = Math.min(bytes * 2, lastSpanBytes);
    // Read while this one is searched: reading takes as long as searching.
    next = readNext();
    next?.catch(() => undefined);
    count += searchSpan(records, query, state, span, span.from, span.to);
    await progress.pause();
  }
  progress.publish(foundRows(rows, state, count), end, end);
}

export function pathsOf({ filters, sort }: Pick<ResultView, 'filters' | 'sort'>): FieldRef[] {
  return [...filters, ...sort].map(({ field }) => field);
}

interface OpenSpan extends RawSpan {
  readonly from: RowIndex;
  readonly to: RowIndex;
}

/** `row` and the open rows that are worth reading together with it. */
async function openSpan(records: Records, state: Uint8Array, row: RowIndex, bytes: number): Promise<OpenSpan> {
  const to = lastOpenBefore(records, state, row, bytes) + 1;
  return { ...(await records.raw.readSpan(row, to)), from: row, to };
}

function nextOpen(state: Uint8Array, from: RowIndex): RowIndex {
  const row = state.indexOf(open, from);
  return row < 0 ? state.length : row;
}

/** The last open row that is worth reading together with `row`. */
function lastOpenBefore({ raw }: Records, state: Uint8Array, row: RowIndex, bytes: number): RowIndex {
  const end = raw.spanEnd(row, bytes, state.length);
  let last = row;
  for (let next = row + 1; next < end; next++) {
    if (state[next] !== open) continue;
    if (raw.address(next) - raw.address(last) > gapBytes) break;
    last = next;
  }
  return last;
}

function foundRows(rows: Uint32Array, state: Uint8Array, count: number): Uint32Array {
  const kept = new Uint32Array(count);
  for (let i = 0, to = 0; i < rows.length && to < count; i++) {
    const row = rows[i] ?? 0;
    if (state[row] === found) kept[to++] = row;
  }
  return kept;
}
