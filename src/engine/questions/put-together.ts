// Puts rows together that are alike in some fields, without looking anything up: they are sorted by the numbers of their values,
// and whatever stands side by side with the same numbers is a group. That takes as long for a million groups as for ten.
//
//   rows   3 8 4 1 ...      of group g from starts[g] to before starts[g + 1]

import { firstRow, noValue, type RowList } from '~/engine/columns/numbers';
import { sortByNumber } from '~/engine/columns/radix';
import type { RowValues } from '~/engine/columns/row-values';
import { Uint32List } from '~/lib/bytes';

export interface RowsByGroup {
  readonly rows: RowList;
  readonly starts: Uint32Array;
}

/**
 * Leaves out rows without a value in one of the fields; without fields all rows are one group. Rows of a group stand in the order in
 * which they were given, groups in one that means nothing.
 */
export async function putTogether(given: RowList, fields: readonly RowValues[], rest: () => Promise<void>): Promise<RowsByGroup> {
  const rows = withValues(given, fields);
  await rest();
  const isFirst = new Uint8Array(rows.length).fill(1, 0, 1);
  const words = inWords(fields);
  for (const word of words.toReversed()) {
    const keys = keysOf(rows, word);
    sortByNumber(rows, keys);
    // Words are sorted by from the last to the first: only the keys of the first stand as the rows do in the end.
    if (word === words[0]) markFirsts(keys, isFirst);
    await rest();
  }
  for (const word of words.slice(1)) {
    markFirsts(keysOf(rows, word), isFirst);
    await rest();
  }
  const starts = new Uint32List();
  for (let i = 0; i < isFirst.length; i++) if (isFirst[i] === 1) starts.push(i);
  starts.push(rows.length);
  return { rows, starts: starts.array.subarray(0, starts.length) };
}

function withValues(given: RowList, fields: readonly RowValues[]): RowList {
  const rows = given.slice();
  let count = rows.length;
  for (const { numbers } of fields) {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i] ?? firstRow;
      if (numbers[row] !== noValue) rows[kept++] = row;
    }
    count = kept;
  }
  return rows.subarray(0, count);
}

/** As few words as the fields fit into, so that there is as little to sort as can be. */
function inWords(fields: readonly RowValues[]): RowValues[][] {
  const words: RowValues[][] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const field of fields) {
    limit *= field.size;
    if (limit > 2 ** 32) {
      words.push([]);
      limit = field.size;
    }
    words.at(-1)?.push(field);
  }
  return words;
}

/** A number for each row: the same for those that are alike in all fields of the word. */
function keysOf(rows: RowList, word: readonly RowValues[]): Uint32Array<ArrayBuffer> {
  const keys = new Uint32Array(rows.length);
  for (const { numbers, size } of word)
    for (let i = 0; i < keys.length; i++) keys[i] = (keys[i] ?? 0) * size + (numbers[rows[i] ?? firstRow] ?? noValue);
  return keys;
}

function markFirsts(keys: Uint32Array, isFirst: Uint8Array): void {
  for (let i = 1; i < keys.length; i++) if (keys[i] !== keys[i - 1]) isFirst[i] = 1;
}
