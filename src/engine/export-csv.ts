// The rows of a view as the bytes of a CSV file, a chunk at a time, made only as fast as they are taken. Two forms: Purview's own
// header with AuditData byte for byte as it came (evidence), or the columns of the grid as shown (for reading), in which
// nothing starts a formula. Lines end with CRLF (RFC 4180).

import { displayText } from '~/domain/display';
import { type FieldRef, fieldLabel } from '~/domain/fields';
import { findRecordType } from '~/domain/record-types';
import { ByteList, encodeText } from '~/lib/bytes';
import { csvCell, guardFormula } from '~/lib/csv';
import { type EpochMs, minuteMs, type TimeZone } from '~/lib/time';
import { fillPathColumns } from './path-column';
import { pause } from './pause';
import type { RecordFormat } from './record-format';
import type { Records } from './records';
import type { ExportFormat, RowIndex } from './result-set';

const chunkBytes = 256 * 1024;
/** Raw bytes of the records read together: many neighbours in the file, whatever the order of the view. */
const batchBytes = 24 * 1024 * 1024;
const spanBytes = 8 * 1024 * 1024;
/** Reading across a gap of this size costs less than a second read. */
const gapBytes = 128 * 1024;
const purviewHeader =
  'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';

export async function* exportCsv(
  records: Records,
  rows: Uint32Array,
  format: ExportFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const chunk = new ByteList(chunkBytes * 2);
  if (format.bom) chunk.append(encodeText('\ufeff'));
  for await (const piece of format.kind === 'purview' ? purviewRows(records, rows) : columnRows(records, rows, format)) {
    chunk.append(piece);
    if (chunk.length < chunkBytes) continue;
    yield chunk.take();
  }
  if (chunk.length > 0) yield chunk.take();
}

async function* columnRows(
  records: Records,
  rows: Uint32Array,
  { fields, timeZone }: Extract<ExportFormat, { kind: 'columns' }>,
): AsyncGenerator<Uint8Array> {
  await fillPathColumns(records, fields, records.count, () => pause());
  const labels = fields.map((field) => (field === 'time' ? `${fieldLabel(field)} (${zoneLabel(timeZone)})` : fieldLabel(field)));
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
  const column = records.columns.get(field);
  if (!column) return () => '';
  const known = new Map<number, string>();
  return (row) => {
    const code = column.codes[row] ?? 0;
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

async function* purviewRows(records: Records, rows: Uint32Array): AsyncGenerator<Uint8Array> {
  yield encodeText(`${purviewHeader}\r\n`);
  for (let from = 0; from < rows.length; ) {
    let to = from;
    for (let bytes = 0; to < rows.length && bytes < batchBytes; to++) bytes += records.raw.size(rows[to] ?? 0);
    yield* purviewBatch(records, rows.subarray(from, to));
    from = to;
  }
}

/** Writes the rows in the order they lie in the raw store, hands them out in the order asked for. */
async function* purviewBatch(records: Records, rows: Uint32Array): AsyncGenerator<Uint8Array> {
  const { raw } = records;
  const byAddress = Uint32Array.from(rows, (_, i) => i).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
  const rowAt = (i: number) => rows[byAddress[i] ?? 0] ?? 0;
  const written = new ByteList(batchBytes + (batchBytes >> 2));
  const starts = new Uint32Array(rows.length);
  const ends = new Uint32Array(rows.length);
  for (let i = 0; i < byAddress.length; ) {
    const first = rowAt(i);
    const limit = raw.spanEnd(first, spanBytes, records.count);
    let next = i + 1;
    while (next < byAddress.length && rowAt(next) < limit && raw.address(rowAt(next)) - raw.address(rowAt(next - 1)) <= gapBytes)
      next++;
    const { bytes, address, format } = await raw.readSpan(first, rowAt(next - 1) + 1);
    for (; i < next; i++) {
      const row = rowAt(i);
      const start = raw.address(row) - address;
      const place = byAddress[i] ?? 0;
      starts[place] = written.length;
      writePurviewRow(records, row, format, bytes, start, start + raw.size(row), written);
      ends[place] = written.length;
    }
  }
  const piece = new ByteList(chunkBytes * 2);
  for (let i = 0; i < rows.length; i++) {
    piece.append(written.array, starts[i], ends[i]);
    if (piece.length >= chunkBytes) yield piece.take();
  }
  yield piece.take();
}

function writePurviewRow(
  records: Records,
  row: RowIndex,
  format: RecordFormat,
  bytes: Uint8Array,
  start: number,
  end: number,
  to: ByteList,
): void {
  const value = (field: FieldRef) => {
    const column = records.columns.get(field);
    return column ? column.dictionary.text(column.codes[row] ?? 0) : '';
  };
  const recordType = value('recordType');
  const before = [
    records.ids.text(row),
    new Date(records.times.array[row] ?? 0).toISOString(),
    String(findRecordType(recordType)?.value ?? recordType),
    value('operation'),
    value('user'),
  ];
  to.append(encodeText(`${before.map(csvCell).join(',')},`));
  const auditData = format.auditData(bytes, start, end);
  if (auditData) to.appendQuoted(auditData.bytes, auditData.start, auditData.end);
  const after = [value('adminUnits'), format.adminUnitNames(bytes, start, end)];
  to.append(encodeText(`,${after.map(csvCell).join(',')}\r\n`));
}
