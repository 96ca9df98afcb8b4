// Any property of AuditData as a column. The column is filled from the raw records when a view sorts, filters or counts by it,
// and kept; records that arrive later are added when it is next needed. For rows on screen alone, only those are read.

import { auditDataPath, type FieldRef } from '~/domain/fields';
import { DictionaryColumn } from './dictionary-column';
import { valueText } from './json-text';
import { PathFinder } from './path-finder';
import type { RecordFormat } from './record-format';
import type { Records } from './records';
import type { RowIndex } from './result-set';

const spanBytes = 8 * 1024 * 1024;

/** `pause` is called between spans with the number of rows every one of these fields is known for. */
export async function fillPathColumns(
  records: Records,
  refs: Iterable<FieldRef>,
  end: RowIndex,
  pause: (filled: RowIndex) => Promise<void>,
): Promise<void> {
  const columns = [...new Set(refs)].flatMap((ref) => {
    const path = auditDataPath(ref);
    return path === undefined ? [] : [{ column: pathColumn(records, ref), finder: new PathFinder([path]) }];
  });
  let row = Math.min(end, ...columns.map(({ column }) => column.length));
  while (row < end) {
    const to = records.raw.spanEnd(row, spanBytes, end);
    const { bytes, address, format } = await records.raw.readSpan(row, to);
    for (; row < to; row++) {
      const start = records.raw.address(row) - address;
      const auditData = format.auditData(bytes, start, start + records.raw.size(row));
      for (const { column, finder } of columns) {
        // Two views can be filling the same column: whoever comes first to a row adds it.
        if (column.length !== row) continue;
        if (auditData) finder.find(auditData.bytes, auditData.start, auditData.end);
        const [from = 0, behind = 0] = auditData ? finder.slots : [];
        column.push(behind > 0 && auditData ? column.codeOfJson(auditData.bytes, from, behind) : 0);
      }
    }
    await pause(row);
  }
}

/** Values of one record by paths that have no filled column yet. */
export function valuesAtPaths(format: RecordFormat, raw: Uint8Array, paths: readonly string[]): string[] {
  const auditData = format.auditData(raw, 0, raw.length);
  if (!auditData) return paths.map(() => '');
  const finder = new PathFinder(paths);
  finder.find(auditData.bytes, auditData.start, auditData.end);
  return paths.map((_, i) => {
    const end = finder.slots[i * 2 + 1] ?? 0;
    return end > 0 ? valueText(auditData.bytes, finder.slots[i * 2] ?? 0, end) : '';
  });
}

function pathColumn(records: Records, ref: FieldRef): DictionaryColumn {
  const column = records.columns.get(ref) ?? new DictionaryColumn();
  records.columns.set(ref, column);
  return column;
}
