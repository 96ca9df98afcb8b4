// How often each value of a field occurs in a view: one pass that counts codes, then spellings that differ only in case are
// counted together under the most frequent one.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Records } from '~/engine/columns/records';
import type { Facet } from '~/engine/record-set';
import { formatTime } from '~/lib/time';

/** Most frequent first, ties by value; records without a value are not counted. Columns by path must be filled. */
export function countFacet(records: Records, rows: Uint32Array, field: FieldRef, limit: number): Facet[] {
  const merged = new Map<string, { value: string; top: number; count: number }>();
  for (const [value, count] of countValues(records, rows, field)) {
    const key = value.toLowerCase();
    const known = merged.get(key);
    if (!known) merged.set(key, { value, top: count, count });
    else {
      known.count += count;
      if (count > known.top || (count === known.top && value < known.value)) {
        known.value = value;
        known.top = count;
      }
    }
  }
  // Of very many values most are rare: only those that can come among the first `limit` are worth sorting by value.
  const counts = Float64Array.from(merged.values(), ({ count }) => count).sort();
  const least = counts[counts.length - limit] ?? 0;
  const facets = [...merged.values()].filter(({ count }) => count >= least).map(({ value, count }) => ({ value, count }));
  return facets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

function countValues(records: Records, rows: Uint32Array, field: FieldRef): Iterable<[value: string, count: number]> {
  const column = records.columns.get(field);
  if (!column)
    return countTexts(
      rows,
      field === 'id' ? (row) => records.ids.text(row) : (row) => formatTime(records.times.array[row] ?? 0, 'utc'),
    );
  const { codes, dictionary } = column;
  const counts = new Uint32Array(dictionary.size);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const values: [string, number][] = [];
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code] ?? 0;
    if (count > 0) values.push([dictionary.text(code), count]);
  }
  return values;
}

function countTexts(rows: Uint32Array, text: (row: number) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(text(row), (counts.get(text(row)) ?? 0) + 1);
  return counts;
}
