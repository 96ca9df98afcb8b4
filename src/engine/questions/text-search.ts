// Finds the records that show a text: by the distinct values of the columns, as displayed.

import type { ByteDictionary } from '~/engine/columns/byte-dictionary';
import { type Code, firstCode, firstRow, noCode, type WritableByCode, type WritableByRow } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { findAll } from '~/engine/kernel/find-all';
import { formatTime } from '~/lib/time';
import type { TextQuery } from './text-query';

/** What is known of each row. Only `open` rows are looked into. */
export const excluded = 0;
export const open = 1;
export const found = 2;

/** Rows that show the query in a column. Returns how many were found. */
export function searchColumns(records: Records, query: TextQuery, state: WritableByRow<number>): number {
  let count = 0;
  for (const column of records.columns.values()) {
    const codes = column.codes;
    const end = Math.min(column.length, state.length);
    const matching = matchingCodes(column.dictionary, query);
    if (!matching) continue;
    for (let row = firstRow; row < end; row++) {
      if (state[row] !== open || matching[codes[row] ?? noCode] !== 1) continue;
      state[row] = found;
      count++;
    }
  }
  if (!mayStandInTime(query.lower)) return count;
  const times = records.times.array;
  for (let row = firstRow; row < state.length; row++) {
    if (state[row] !== open || !query.isInLower(formatTime(times[row] ?? 0, 'utc'))) continue;
    state[row] = found;
    count++;
  }
  return count;
}

/** Only digits, dashes, colons and a space are ever shown in a time, and no five digits beside each other. */
export function mayStandInTime(lower: string): boolean {
  return /^[\d: -]+$/.test(lower) && !/\d{5}/.test(lower);
}

/** 1 for each code whose value, as displayed, holds the query; `undefined` when none does. */
export function matchingCodes(dictionary: ByteDictionary, query: TextQuery): WritableByCode<number> | undefined {
  let matching: WritableByCode<number> | undefined;
  const take = (code: Code) => {
    matching ??= new Uint8Array(dictionary.size);
    matching[code] = 1;
  };
  if (query.run.length === 0) {
    for (let code = firstCode; code < dictionary.size; code++) if (query.isInLower(dictionary.key(code))) take(code);
    return matching;
  }
  const end = dictionary.start(dictionary.size);
  let code = firstCode;
  let known = 0;
  for (const p of findAll(query.run, dictionary.arena, 0, end)) {
    if (p < known) continue;
    code = codeAt(dictionary, p, code);
    const next = dictionary.end(code);
    const start = dictionary.keyStart(code);
    if (p < start || p + query.run.length > next) continue;
    if (query.isSureAt(p, dictionary.arena, start, next) || query.isInLower(dictionary.key(code))) take(code);
    known = next;
  }
  return matching;
}

/** The code whose bytes hold position `p`, not before `from`. */
export function codeAt(dictionary: ByteDictionary, p: number, from: Code): Code {
  let low = from;
  let high = dictionary.size - 1;
  while (low < high) {
    const middle = ((low + high + 1) >>> 1) as Code;
    if (dictionary.start(middle) <= p) low = middle;
    else high = middle - 1;
  }
  return low;
}
