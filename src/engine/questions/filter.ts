// Which records pass the filters of a view: one pass over the codes of a column, or a look at each time or id. What is made of
// several filters is made of the rows each of them keeps: rows that pass one of them are those that are not left by all.

import type { FieldRef } from '~/domain/catalogue/fields';
import { type FieldFilter, type Filter, type FilterOf, fieldsOf } from '~/domain/view/filter';
import { columnOf } from '~/engine/columns/derived-column';
import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { fillColumns, isFilled, isFollowing } from '~/engine/columns/fill-columns';
import { readInstant } from '~/engine/columns/instant';
import { firstRow, noCode, type RowIndex, type RowList } from '~/engine/columns/numbers';
import { areFew, partOfColumn } from '~/engine/columns/path-column';
import type { Records } from '~/engine/columns/records';
import { outsideHours } from '~/lib/business-hours';
import { encodeText, Uint32ArrayOf } from '~/lib/bytes';
import { formatTime } from '~/lib/time';
import { liveRows } from './live-rows';
import { resting } from './resting';
import { RowSet } from './row-set';
import { hitsOf, searchTexts } from './text-leaves';
import { rangesByCode, textTest, type WantedCodes, wantedCodes } from './value-filter';

const noRows: RowList = new Uint32ArrayOf<RowIndex>(0);
/** Where rows are put that pass, however many that turn out to be: most of the time few, and room for all would be made in vain. */
let scratch: RowList = noRows;

/**
 * Finds out what filters have to know of `rows`, which ascend and are below `end`. Of each list, a filter is only asked about rows that
 * pass those before it. `pause` is called every few milliseconds.
 */
export async function prepareFilters(
  records: Records,
  lists: readonly (readonly Filter[])[],
  rows: RowList,
  end: number,
  pause: () => Promise<void>,
): Promise<void> {
  await fillColumns(records, await prepareFew(records, lists, rows, end, pause), end, pause);
}

/** As far as few rows have to be looked at. Says of which fields the columns are still to be filled. */
export async function prepareFew(
  records: Records,
  lists: readonly (readonly Filter[])[],
  rows: RowList,
  end: number,
  pause: () => Promise<void>,
): Promise<readonly FieldRef[]> {
  await searchTexts(records, lists.flat(), end, pause);
  const rest = resting(pause);
  const fields = new Set(fieldsOf(lists.flat()).filter(isFollowing));
  await fillColumns(records, fields, end, pause);
  const isRead = (filter: Filter) => fieldsOf([filter]).every((field) => isFilled(records, field, end));
  for (const filters of lists) {
    let left = rows;
    for (const filter of filters.slice(0, filters.findLastIndex((each) => !isRead(each)) + 1)) {
      left = keep(records, left, filter, 'kept');
      await rest();
      for (const field of fieldsOf([filter])) {
        if (isFilled(records, field, end) || fields.has(field)) continue;
        if (areFew(left, end)) await partOfColumn(records, field).read(left, end, rest);
        else fields.add(field);
      }
    }
  }
  return [...fields];
}

/** Rows below `end` that pass all filters, ascending; of each record the row of its fullest copy. */
export function filterRows(records: Records, filters: readonly Filter[], end: number): RowList {
  let rows = liveRows(records, end);
  for (const filter of filters) rows = keepRows(records, rows, filter);
  return rows;
}

/** Those of `rows` that pass; these ascend. Filters must be prepared for them. */
export function keepRows(records: Records, rows: RowList, filter: Filter): RowList {
  return keep(records, isKnown(records, rows, filter) ? rows : keep(records, rows, filter, 'kept'), filter);
}

function isKnown(records: Records, rows: RowList, filter: Filter): boolean {
  return fieldsOf([filter]).every((field) => isFilled(records, field, endOf(rows)));
}

type Unknown = 'kept' | 'left' | undefined;

/**
 * `unknown`: what becomes of rows at a question about a path whose column is not filled. All that is kept so is all that can pass,
 * whatever the values are, and only of these have they to be read.
 */
function keep(records: Records, rows: RowList, filter: Filter, unknown?: Unknown): RowList {
  switch (filter.op) {
    case 'all':
      return filter.of.reduce((kept, each) => keep(records, kept, each, unknown), rows);
    case 'any':
      return without(rows, leftByAll(records, rows, filter.of, unknown));
    case 'not':
      return without(rows, keep(records, rows, filter.filter, unknown && (unknown === 'kept' ? 'left' : 'kept')));
    case 'aside':
      return rows;
    case 'text':
      return hitsOf(records, filter).of(rows);
    default:
      if (unknown && !isKnown(records, rows, filter)) return unknown === 'kept' ? rows : noRows;
      return keepByField(records, rows, filter);
  }
}

/** Rows that none of the filters keeps. Texts, and ranges of one field, are told at once: lists of indicators have many. */
function leftByAll(records: Records, rows: RowList, filters: readonly Filter[], unknown: Unknown): RowList {
  const texts = filters.filter((filter) => filter.op === 'text');
  const ranges = filters.filter(
    (filter): filter is FilterOf<'inRange'> => filter.op === 'inRange' && (!unknown || isKnown(records, rows, filter)),
  );
  let left = rows;
  if (texts.length > 0)
    left = RowSet.outside(
      texts.map((text) => hitsOf(records, text)),
      left,
    );
  for (const field of new Set(ranges.map(({ field }) => field))) {
    const alike = ranges.filter((range) => range.field === field);
    left = without(left, keepInRanges(records, left, field, alike));
  }
  for (const filter of filters)
    if (filter.op !== 'text' && !ranges.some((range) => range === filter))
      left = without(left, keep(records, left, filter, unknown));
  return left;
}

function keepInRanges(records: Records, rows: RowList, field: FieldRef, filters: readonly FilterOf<'inRange'>[]): RowList {
  const column = valuesIn(records, field, endOf(rows));
  if (!column)
    return without(
      rows,
      filters.reduce((left, each) => without(left, keepByField(records, left, each)), rows),
    );
  const ranges = rangesByCode(
    column.dictionary,
    filters.map(({ range }) => range),
  );
  const kept = new Uint32ArrayOf<RowIndex>(rows.length);
  const table = Uint8Array.from(ranges, (held) => Number(held.length > 0));
  return kept.slice(0, keepByCode(rows, { codes: column.codes, table, flag: 1 }, kept));
}

/** Rows that are not in `some`, which are rows of `rows` in the same order. */
export function without(rows: RowList, some: RowList): RowList {
  const others = new Uint32ArrayOf<RowIndex>(rows.length - some.length);
  let next = 0;
  for (let i = 0, to = 0; to < others.length; i++) {
    const row = rows[i] ?? firstRow;
    if (next < some.length && row === some[next]) next++;
    else others[to++] = row;
  }
  return others;
}

/** Of a path whose column is not filled, the values that were read. `undefined` for the time and the id. */
function valuesIn(records: Records, field: FieldRef, end: number): Pick<DictionaryColumn, 'codes' | 'dictionary'> | undefined {
  if (isFilled(records, field, end)) return columnOf(records, field);
  const { codes, column } = partOfColumn(records, field);
  return { codes, dictionary: column.dictionary };
}

function endOf(rows: RowList): number {
  return rows.length === 0 ? 0 : (rows[rows.length - 1] ?? 0) + 1;
}

function keepByField(records: Records, rows: RowList, filter: FieldFilter): RowList {
  if (scratch.length < rows.length) scratch = new Uint32ArrayOf<RowIndex>(rows.length);
  const kept = scratch;
  const column = valuesIn(records, filter.field, endOf(rows));
  const count =
    column && filter.op !== 'sameAs'
      ? keepByCode(rows, wantedCodes(column, filter), kept)
      : keepByTest(rows, filterTest(records, filter, endOf(rows)), kept);
  return kept.slice(0, count);
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

/** For fields without a column, which are the time and the id, and for two fields beside each other. */
function filterTest(records: Records, filter: FieldFilter, end: number): (row: RowIndex) => boolean {
  const text = textOf(records, filter.field, end);
  switch (filter.op) {
    case 'sameAs':
      return sameTest(text, textOf(records, filter.other, end));
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

function textOf(records: Records, field: FieldRef, end: number): (row: RowIndex) => string {
  if (field === 'id') return (row) => records.ids.text(row);
  if (field === 'time') return (row) => formatTime(records.times.array[row] ?? 0, 'utc');
  const column = valuesIn(records, field, end);
  return (row) => column?.dictionary.text(column.codes[row] ?? noCode) ?? '';
}

function sameTest(one: (row: RowIndex) => string, two: (row: RowIndex) => string): (row: RowIndex) => boolean {
  return (row) => {
    const text = one(row);
    return text !== '' && text.toLowerCase() === two(row).toLowerCase();
  };
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
