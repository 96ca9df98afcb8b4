// Sorts row numbers by any number of keys without comparing records: a stable radix pass per key, from the last key to the
// first. Records without a value come last in both directions. Ties stand newest first and then by arrival, in both directions.

import type { FieldRef } from '~/domain/catalogue/fields';
import { newestFirst, type SortKey } from '~/domain/view/result-view';
import { columnOf } from '~/engine/columns/derived-column';
import { firstRank, firstRow, noCode, type RowIndex, type RowList } from '~/engine/columns/numbers';
import { sortByNumber } from '~/engine/columns/radix';
import { compareByCodePoint } from '~/engine/columns/ranks';
import type { Records } from '~/engine/columns/records';
import type { Uint32ArrayOf } from '~/lib/bytes';
import type { EpochMs } from '~/lib/time';

/** Rows must be ascending; sorts them in place. Without keys they stay as they are. */
export function sortRows(records: Records, rows: RowList, keys: readonly SortKey[]): void {
  const last = keys.at(-1);
  if (!last) return;
  sortAscending(records, rows, last);
  for (const { field, descending } of keys.slice(0, -1).reverse()) sortByField(records, rows, field, descending);
}

/**
 * By one key, ties newest first: an order that is kept serves as the last key of any others, because what they leave equal in
 * time, too, is in the order of arrival either way.
 */
function sortAscending(records: Records, rows: RowList, key: SortKey): void {
  if (records.orders.apply(key, rows, records.count)) return;
  const leavesTies = key.field !== 'time' && !(key.field === 'id' && records.ids.areUnique);
  if (leavesTies) for (const tie of newestFirst) sortAscending(records, rows, tie);
  sortByField(records, rows, key.field, key.descending);
  if (rows.length === records.liveCount) records.orders.keep(key, rows, records.count);
}

function sortByField(records: Records, rows: RowList, field: FieldRef, descending: boolean): void {
  if (field === 'time') sortByTime(records, rows, descending);
  else if (field === 'id') sortById(records, rows, descending);
  else sortByColumn(records, rows, field, descending);
}

function sortByColumn(records: Records, rows: RowList, field: FieldRef, descending: boolean): void {
  const column = columnOf(records, field);
  if (!column) throw new RangeError(`there is no column for ${field}`);
  const ranks = column.ranks.all();
  const last = ranks[noCode] ?? firstRank;
  const keyByCode = ranks.map((rank) => (rank === last || !descending ? rank : last - 1 - rank));
  const codes = column.codes;
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = keyByCode[codes[rows[i] ?? firstRow] ?? noCode] ?? 0;
  sortByNumber(rows, keys);
}

/** Stable; rows may come in any order. */
export function sortByTime(records: Records, rows: RowList, descending: boolean): void {
  sortByInstant(rows, records.times.array, descending);
}

/** Stable; items may come in any order. `bySecond` leaves what is shown alike as it stands. */
export function sortByInstant<Item extends number>(
  items: Uint32ArrayOf<Item>,
  times: { readonly [Each in Item]: EpochMs },
  descending: boolean,
  bySecond = false,
): void {
  const timeAt = (i: number) => times[items[i] as Item] ?? 0; // `i` is below the length
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let areWholeSeconds = true;
  for (let i = 0; i < items.length; i++) {
    const time = timeAt(i);
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
    if (areWholeSeconds && time % 1000 !== 0) areWholeSeconds = false;
  }
  const [nearest, furthest] = descending ? [latest, earliest] : [earliest, latest];
  // All of a second is as far from its end as from its beginning: less than one.
  const from = bySecond ? Math.floor(nearest / 1000) * 1000 + (descending ? 999 : 0) : nearest;
  const unit = (descending ? -1 : 1) * (areWholeSeconds || bySecond ? 1000 : 1);
  const keys = new Uint32Array(items.length);
  for (let i = 0; i < items.length; i++) keys[i] = (timeAt(i) - from) / unit;
  sortByNumber(items, keys);
  const units = (furthest - from) / unit;
  if (!(units >= 2 ** 32)) return;
  // Beyond 49 days of milliseconds: what did not fit into 32 bits is a second key above the first.
  for (let i = 0; i < items.length; i++) keys[i] = (timeAt(i) - from) / unit / 2 ** 32;
  sortByNumber(items, keys);
}

/** Stable; rows may come in any order. */
export function sortById(records: Records, rows: RowList, descending: boolean): void {
  const { ids } = records;
  if (!ids.onlyGuids) {
    const texts = new Map(Array.from(rows, (row) => [row, ids.text(row)]));
    const text = (row: RowIndex) => texts.get(row) ?? '';
    const lower = (row: RowIndex) => text(row).toLowerCase();
    const compare = (a: RowIndex, b: RowIndex) => compareByCodePoint(lower(a), lower(b)) || compareByCodePoint(text(a), text(b));
    rows.sort(descending ? (a, b) => compare(b, a) : compare);
    return;
  }
  const { words } = ids;
  const keys = new Uint32Array(rows.length);
  const sortByWord = (word: number) => {
    for (let i = 0; i < rows.length; i++) {
      const value = words[(rows[i] ?? firstRow) * 4 + word] ?? 0;
      keys[i] = descending ? ~value : value;
    }
    sortByNumber(rows, keys);
  };
  sortByWord(0);
  // The first 32 bits of a GUID are as good as all of them, but for a few that share them.
  const compare = (a: RowIndex, b: RowIndex) => (descending ? -1 : 1) * compareWords(words, a, b);
  if (sortShortRuns(rows, (a, b) => words[a * 4] === words[b * 4], compare)) return;
  for (let word = 3; word >= 0; word--) sortByWord(word);
}

function compareWords(words: Uint32Array, a: RowIndex, b: RowIndex): number {
  for (let word = 0; word < 4; word++) {
    const difference = (words[a * 4 + word] ?? 0) - (words[b * 4 + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sorts each run of alike neighbours, what is equal staying as it is; `false`, and not all are sorted, when one is longer than comparing is good for. */
function sortShortRuns(
  rows: RowList,
  areAlike: (a: RowIndex, b: RowIndex) => boolean,
  compare: (a: RowIndex, b: RowIndex) => number,
): boolean {
  for (let from = 0, to = 1; from < rows.length; from = to++) {
    while (to < rows.length && areAlike(rows[from] ?? firstRow, rows[to] ?? firstRow)) to++;
    if (to - from > 32) return false;
    if (to - from > 1) rows.subarray(from, to).sort(compare);
  }
  return true;
}
