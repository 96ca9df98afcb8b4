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

/** Rows below `end` that pass all filters, ascending. */
export function filterRows(records: Records, filters: readonly Filter[], end: number): Uint32Array<ArrayBuffer> {
  let rows: Uint32Array<ArrayBuffer> | undefined;
  for (const filter of filters) rows = keep(rows ?? allRows(end), filterTest(records, filter));
  return rows ?? allRows(end);
}

/** Whether a row passes all filters. Holds for rows that are there now; columns by path must be filled. */
export function rowTest(records: Records, filters: readonly Filter[]): (row: number) => boolean {
  const tests = filters.map((filter) => filterTest(records, filter));
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function allRows(end: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(end);
  for (let row = 0; row < end; row++) rows[row] = row;
  return rows;
}

function keep(rows: Uint32Array<ArrayBuffer>, passes: (row: number) => boolean): Uint32Array<ArrayBuffer> {
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (passes(row)) rows[kept++] = row;
  }
  return rows.slice(0, kept);
}

function filterTest(records: Records, filter: Filter): (row: number) => boolean {
  const { field, op, values } = filter;
  if (op === 'between') return field === 'time' ? betweenTest(records, values) : () => false;
  if (op === 'outsideHours') return field === 'time' ? outsideHoursTest(records, values) : () => false;
  const wanted = op === 'is';
  const column = records.columns.get(field);
  if (column) {
    const table = wantedCodes(column.dictionary, field, values);
    const codes = column.codes;
    const flag = wanted ? 1 : 0;
    return (row) => table[codes[row] ?? 0] === flag;
  }
  const rows = field === 'id' ? new Set(values.map((id) => records.ids.find(id))) : undefined;
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
