// A record as the grid shows it, and as it came: what is read of single rows.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import { EngineError } from '~/domain/errors/errors';
import { placeWords } from '~/domain/record/record-place';
import { noCode, type RowIndex } from '~/engine/columns/numbers';
import { valuesAtPaths } from '~/engine/columns/path-column';
import type { Records } from '~/engine/columns/records';
import type { RawRecord, Row } from '~/engine/record-set';

/** Reads the raw record only for columns by path that are not filled yet. */
export async function rowAt({ ids, times, columns, raw }: Records, row: RowIndex, fields: readonly FieldRef[]): Promise<Row> {
  const values: Partial<Record<FieldRef, string>> = {};
  const unfilled: FieldRef[] = [];
  for (const field of fields) {
    const column = columns.get(field);
    if (column && row < column.length) {
      const text = column.dictionary.text(column.codes[row] ?? noCode);
      if (text !== '') values[field] = text;
    } else if (field === 'id') values.id = ids.text(row);
    else if (auditDataPath(field) !== undefined) unfilled.push(field);
  }
  if (unfilled.length > 0) {
    const { bytes, format } = await raw.read(row);
    const paths = unfilled.map((field) => auditDataPath(field) ?? '');
    const texts = valuesAtPaths(format, bytes, paths);
    for (const [i, field] of unfilled.entries()) if (texts[i]) values[field] = texts[i];
  }
  return { key: ids.key(row), time: times.array[row] ?? 0, values };
}

const placesKept = 100;

/** Rejects with `file-changed` when something else stands where the record stood. */
export async function rawRecordAt({ ids, raw, copies }: Records, row: RowIndex): Promise<RawRecord> {
  const { bytes, format } = await raw.read(row);
  const recordId = ids.text(row);
  const origin = raw.place(raw.address(row), raw.line(row));
  if (!format.searchText(bytes, 0, bytes.length).toLowerCase().includes(recordId.toLowerCase())) {
    throw new EngineError(
      'file-changed',
      `Another record stands there now: ${placeWords(origin)}. The file was changed after it was opened.`,
    );
  }
  const auditData = format.auditData(bytes, 0, bytes.length);
  const others = copies.of(row);
  return {
    key: ids.key(row),
    recordId,
    auditData: auditData ? new TextDecoder().decode(auditData.bytes.subarray(auditData.start, auditData.end)) : '',
    envelope: format.envelope(bytes, 0, bytes.length),
    origin,
    alsoIn: others.slice(0, placesKept).map(({ address, line }) => raw.place(address, line)),
    copies: others.length,
    namesakes: ids.namesakes(row).length - 1,
  };
}
