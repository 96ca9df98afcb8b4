// Which records pass the filters of a view: one pass over the codes of a column, or a look at each time or id.

import type { Filter, FilterOf } from '~/domain/view/result-view';
import { readInstant } from '~/engine/columns/instant';
import { firstRow, noCode, type RowIndex, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { outsideHours } from '~/lib/business-hours';
import { encodeText, Uint32ArrayOf } from '~/lib/bytes';
import { formatTime } from '~/lib/time';
import { textTest, type WantedCodes, wantedCodes } from './value-filter';

/** Rows below `end` that pass all filters, ascending; of each record the row of its fullest copy. */
export function filterRows(records: Records, filters: readonly Filter[], end: number): RowList {
  let rows = allRows(records, end);
  for (const filter of filters) rows = keepRows(records, rows, filter);
  return rows;
}

/** Those of `rows` that pass, in their order. Columns by path must be filled. */
export function keepRows(records: Records, rows: RowList, filter: Filter): RowList {
  const kept = new Uint32ArrayOf<RowIndex>(rows.length);
  const column = records.columns.get(filter.field);
  const count = column
    ? keepByCode(rows, wantedCodes(column, filter), kept)
    : keepByTest(rows, filterTest(records, filter), kept);
  return kept.slice(0, count);
}

function allRows({ copies }: Records, end: number): RowList {
  const rows = new Uint32ArrayOf<RowIndex>(end);
  if (copies.takenCount === 0) {
    for (let row = firstRow; row < end; row++) rows[row] = row;
    return rows;
  }
  let count = 0;
  for (let row = firstRow; row < end; row++) if (!copies.isTaken(row)) rows[count++] = row;
  return rows.slice(0, count);
}

/** Apart from `keepByTest`: a call for each row would take longer than the work itself. */
function keepByCode(rows: RowList, { codes, table, flag }: WantedCodes, kept: RowList): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    if (table[codes[row] ?? noCode] === flag) kept[count++] = row;
  }
  return count;
}

function keepByTest(rows: RowList, passes: (row: RowIndex) => boolean, kept: RowList): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? firstRow;
    if (passes(row)) kept[count++] = row;
  }
  return count;
}

/** For fields without a column: the time and the id. */
function filterTest(records: Records, filter: Filter): (row: RowIndex) => boolean {
  const text = (row: RowIndex) =>
    filter.field === 'id' ? records.ids.text(row) : formatTime(records.times.array[row] ?? 0, 'utc');
  switch (filter.op) {
    case 'between':
      return betweenTest(records, filter);
    case 'outsideHours':
      return outsideHoursTest(records, filter);
    case 'is':
    case 'isNot': {
      const wanted = filter.op === 'is';
      if (filter.field === 'id') {
        const rows = new Set(filter.values.flatMap((id) => records.ids.rowsOf(id)));
        return (row) => rows.has(row) === wanted;
      }
      const texts = new Set(filter.values.map((value) => value.toLowerCase()));
      return (row) => texts.has(text(row)) === wanted;
    }
    default: {
      const passes = textTest(filter);
      return (row) => passes(text(row));
    }
  }
}

function betweenTest(records: Records, { from, to }: FilterOf<'between'>): (row: RowIndex) => boolean {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : instant(from);
  const end = to === undefined ? Number.POSITIVE_INFINITY : instant(to);
  const times = records.times.array;
  return (row) => {
    const time = times[row] ?? 0;
    return time >= start && time < end;
  };
}

function outsideHoursTest(records: Records, { from, to, zone }: FilterOf<'outsideHours'>): (row: RowIndex) => boolean {
  const isOutside = outsideHours(from, to, zone);
  if (!isOutside) return () => false;
  const times = records.times.array;
  return (row) => isOutside(times[row] ?? 0);
}

function instant(text: string): number {
  const bytes = encodeText(text);
  return readInstant(bytes, 0, bytes.length);
}
