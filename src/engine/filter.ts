// Which records pass the filters of a view. A filter on a column is a table "is this code wanted", made by looking at each
// distinct value once, and one pass over the codes.

import { displayText } from '~/domain/display';
import type { FieldRef } from '~/domain/fields';
import type { Filter } from '~/domain/result-view';
import { outsideHours } from '~/lib/business-hours';
import { encodeText } from '~/lib/bytes';
import { canonicalIp, cidrMatcher } from '~/lib/ip';
import { formatTime } from '~/lib/time';
import type { ByteDictionary } from './byte-dictionary';
import { readInstant } from './instant';
import type { Records } from './records';

/** Rows below `end` that pass all filters, ascending; of each record the row of its fullest copy. */
export function filterRows(records: Records, filters: readonly Filter[], end: number): Uint32Array<ArrayBuffer> {
  let rows = allRows(records, end);
  for (const filter of filters) rows = keepRows(records, rows, filter);
  return rows;
}

/** Those of `rows` that pass, in their order. Columns by path must be filled. */
export function keepRows(records: Records, rows: Uint32Array, filter: Filter): Uint32Array<ArrayBuffer> {
  const kept = new Uint32Array(rows.length);
  const wanted = wantedByCode(records, filter);
  const count = wanted ? keepByCode(rows, wanted, kept) : keepByTest(rows, filterTest(records, filter), kept);
  return kept.slice(0, count);
}

function allRows({ copies }: Records, end: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(end);
  if (copies.takenCount === 0) {
    for (let row = 0; row < end; row++) rows[row] = row;
    return rows;
  }
  let count = 0;
  for (let row = 0; row < end; row++) if (!copies.isTaken(row)) rows[count++] = row;
  return rows.slice(0, count);
}

interface WantedCodes {
  readonly codes: Uint32Array;
  /** By code. */
  readonly table: Uint8Array;
  /** What the table says of a code that passes. */
  readonly flag: number;
}

function wantedByCode({ columns }: Records, { field, op, values }: Filter): WantedCodes | undefined {
  const column = columns.get(field);
  if (!column || (op !== 'is' && op !== 'isNot')) return undefined;
  return { codes: column.codes, table: wantedCodes(column.dictionary, field, values), flag: op === 'is' ? 1 : 0 };
}

/** Apart from `keepByTest`: a call for each row would take longer than the work itself. */
function keepByCode(rows: Uint32Array, { codes, table, flag }: WantedCodes, kept: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (table[codes[row] ?? 0] === flag) kept[count++] = row;
  }
  return count;
}

function keepByTest(rows: Uint32Array, passes: (row: number) => boolean, kept: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (passes(row)) kept[count++] = row;
  }
  return count;
}

/** For fields without a column. */
function filterTest(records: Records, filter: Filter): (row: number) => boolean {
  const { field, op, values } = filter;
  if (op === 'between') return field === 'time' ? betweenTest(records, values) : () => false;
  if (op === 'outsideHours') return field === 'time' ? outsideHoursTest(records, values) : () => false;
  const wanted = op === 'is';
  const rows = field === 'id' ? new Set(values.flatMap((id) => records.ids.rowsOf(id))) : undefined;
  if (rows) return (row) => rows.has(row) === wanted;
  const texts = new Set(values.map((value) => value.toLowerCase()));
  return (row) => texts.has(formatTime(records.times.array[row] ?? 0, 'utc')) === wanted;
}

function betweenTest(records: Records, [fromText = '', toText = '']: readonly string[]): (row: number) => boolean {
  const from = fromText === '' ? Number.NEGATIVE_INFINITY : instant(fromText);
  const to = toText === '' ? Number.POSITIVE_INFINITY : instant(toText);
  const times = records.times.array;
  return (row) => {
    const time = times[row] ?? 0;
    return time >= from && time < to;
  };
}

function outsideHoursTest(records: Records, [from = '', to = '', zone = '']: readonly string[]): (row: number) => boolean {
  const isOutside = outsideHours(from, to, zone);
  if (!isOutside) return () => false;
  const times = records.times.array;
  return (row) => isOutside(times[row] ?? 0);
}

function instant(text: string): number {
  const bytes = encodeText(text);
  return readInstant(bytes, 0, bytes.length);
}

/** 1 for each code whose value, as stored or as displayed, is one of `values` but for case. */
function wantedCodes(dictionary: ByteDictionary, field: FieldRef, values: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(dictionary.size);
  if (values.includes('')) wanted[0] = 1;
  const lower = values
    .filter((value) => value !== '')
    .flatMap((value) => spellings(field, value).map((each) => each.toLowerCase()));
  for (const key of new Set(lower)) {
    const bytes = encodeText(key);
    for (let code = 1; code < wanted.length; code++) if (dictionary.keyIs(code, bytes)) wanted[code] = 1;
  }
  if (dictionary.hasDisplay) {
    const stored = new Set(lower);
    for (let code = 1; code < wanted.length; code++) if (stored.has(dictionary.text(code).toLowerCase())) wanted[code] = 1;
  }
  for (const inBlock of field === 'ip' ? values.flatMap((value) => cidrMatcher(value) ?? []) : []) {
    for (let code = 1; code < wanted.length; code++) if (inBlock(dictionary.text(code))) wanted[code] = 1;
  }
  return wanted;
}

/** What an administrator may write for a value that is stored in one spelling. */
function spellings(field: FieldRef, value: string): string[] {
  if (field === 'ip') return [value, canonicalIp(value) ?? value];
  return field === 'recordType' ? [value, displayText(field, value)] : [value];
}
