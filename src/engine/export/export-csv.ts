// The rows of a view as CSV, piece by piece. Two forms: Purview's own header with AuditData byte for byte as it came (evidence),
// or the columns of the grid as shown (for reading), in which nothing starts a formula. Lines end with CRLF (RFC 4180).

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { columnOf } from '~/engine/columns/derived-column';
import { fillColumns } from '~/engine/columns/fill-columns';
import { type Code, noCode, type RowIndex, type RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import type { ExportFormat } from '~/engine/record-set';
import { encodeText } from '~/lib/bytes';
import { csvCell, guardFormula } from '~/lib/csv';
import { type EpochMs, minuteMs, type TimeZone } from '~/lib/time';
import { PurviewRow } from './purview-row';
import { writeRecords } from './write-records';

const purviewHeader =
  'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';

export async function* exportCsv(
  records: Records,
  rows: RowList,
  format: Extract<ExportFormat, { bom: boolean }>,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  if (format.bom) yield encodeText('\ufeff');
  yield* format.kind === 'purview' ? purviewRows(records, rows, rest) : columnRows(records, rows, format, rest);
}

async function* columnRows(
  records: Records,
  rows: RowList,
  { columns, timeZone }: Extract<ExportFormat, { kind: 'columns' }>,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const fields = columns.map(({ field }) => field);
  await fillColumns(records, fields, records.count, rest);
  const labels = columns.map(({ field, label }) => (field === 'time' ? `${label} (${zoneLabel(timeZone)})` : label));
  yield encodeText(`${labels.map((label) => csvCell(guardFormula(label))).join(',')}\r\n`);
  const writers = fields.map((field) => cellWriter(records, field, timeZone));
  for (let from = 0; from < rows.length; from += 1000) {
    let text = '';
    for (const row of rows.subarray(from, from + 1000)) text += `${writers.map((write) => write(row)).join(',')}\r\n`;
    yield encodeText(text);
  }
}

function cellWriter(records: Records, field: FieldRef, zone: TimeZone): (row: RowIndex) => string {
  if (field === 'time') return (row) => isoTime(records.times.array[row] ?? 0, zone);
  if (field === 'id') return (row) => csvCell(guardFormula(records.ids.text(row)));
  const column = columnOf(records, field);
  if (!column) return () => '';
  const known = new Map<Code, string>();
  return (row) => {
    const code = column.codes[row] ?? noCode;
    let cell = known.get(code);
    if (cell === undefined) {
      cell = csvCell(guardFormula(displayText(field, column.dictionary.text(code))));
      if (known.size >= 20_000) known.clear();
      known.set(code, cell);
    }
    return cell;
  };
}

function zoneLabel(zone: TimeZone): string {
  return zone === 'utc' ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `2026-11-14T09:31:07Z`, or local time with its offset, which stays clear when clocks change. */
function isoTime(time: EpochMs, zone: TimeZone): string {
  const offset = zone === 'utc' ? 0 : -new Date(time).getTimezoneOffset();
  const text = new Date(time + offset * minuteMs).toISOString().replace('.000Z', 'Z');
  if (zone === 'utc') return text;
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${text.slice(0, -1)}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

async function* purviewRows(records: Records, rows: RowList, rest: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield encodeText(`${purviewHeader}\r\n`);
  const row = new PurviewRow(records);
  yield* writeRecords(rows, rest, (each, to) => row.write(each, to));
}
