// A record as the grid shows it, and as it came: what is read of single rows.

import { auditDataPath, type DerivedKey, type FieldRef, isDerivedKey } from '~/domain/catalogue/fields';
import { columnOf } from '~/engine/columns/derived-column';
import { noCode, type RowIndex } from '~/engine/columns/numbers';
import { valuesAtPaths } from '~/engine/columns/path-column';
import type { Records } from '~/engine/columns/records';
import type { RawRecord, Row } from '~/engine/record-set';

/** `derivedText` is what follows for a row. Reads the record itself only for columns by path that are not filled yet. */
export function rowAt(
  records: Records,
  row: RowIndex,
  fields: readonly FieldRef[],
  derivedText: (field: DerivedKey, row: RowIndex) => string,
): Row {
  const { ids, times } = records;
  const values: Partial<Record<FieldRef, string>> = {};
  const unfilled: FieldRef[] = [];
  for (const field of fields) {
    if (isDerivedKey(field)) {
      const text = derivedText(field, row);
      if (text !== '') values[field] = text;
      continue;
    }
    const column = columnOf(records, field);
    if (column && row < column.length) {
      const text = column.dictionary.text(column.codes[row] ?? noCode);
      if (text !== '') values[field] = text;
    } else if (field === 'id') values.id = ids.text(row);
    else if (auditDataPath(field) !== undefined) unfilled.push(field);
  }
  if (unfilled.length > 0) {
    const { bytes, format } = records.raw(row);
    const paths = unfilled.map((field) => auditDataPath(field) ?? '');
    const texts = valuesAtPaths(format, bytes, paths);
    for (const [i, field] of unfilled.entries()) if (texts[i]) values[field] = texts[i];
  }
  return { key: ids.key(row), time: times.array[row] ?? 0, values };
}

const placesKept = 100;

export function rawRecordAt(records: Records, row: RowIndex): RawRecord {
  const { ids, origins, copies } = records;
  const { bytes, format } = records.raw(row);
  const auditData = format.auditData(bytes, 0, bytes.length);
  const others = copies.of(row);
  return {
    key: ids.key(row),
    recordId: ids.text(row),
    auditData: auditData ? new TextDecoder().decode(auditData.bytes.subarray(auditData.start, auditData.end)) : '',
    envelope: format.envelope(bytes, 0, bytes.length),
    origin: origins.place(origins.of(row)),
    alsoIn: others.slice(0, placesKept).map((origin) => origins.place(origin)),
    copies: others.length,
    namesakes: ids.namesakes(row).length - 1,
  };
}
