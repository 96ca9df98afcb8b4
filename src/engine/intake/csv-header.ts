// Recognises an exported audit log by its header line, in any generation of the export, and says where the fields stand.
// Refuses, in words, what is not one.

import { EngineError } from '~/domain/errors/errors';
import { behindBom, decodeText } from '~/lib/bytes';
import { type CsvColumns, csvColumns, indexOfName } from './csv-columns';
import { CsvRows } from './csv-rows';
import { incomplete } from './splitter';

export interface CsvHeader extends CsvColumns {
  /** Offset of the first row in the file, and its line. */
  readonly rowsAt: number;
  readonly rowsLine: number;
  readonly recognisedAs: string;
}

const delimiters = [0x2c, 0x3b, 0x09];

/** `bytes` are the beginning of the file, enough to hold its header; throws `not-an-audit-log`. */
export function readCsvHeader(bytes: Uint8Array): CsvHeader {
  refuseOtherFormats(bytes);
  const lineEnd = lineEndOf(bytes);
  let at = behindBom(bytes);
  let line = 1;
  const skipLine = () => {
    const feed = bytes.indexOf(lineEnd, at);
    at = feed < 0 ? bytes.length : feed + 1;
    line++;
  };
  // What Export-Csv writes first unless it is told not to: #TYPE Deserialized.Microsoft.Exchange.Data... What tells Excel how
  // cells are separated: sep=;
  let separator: number | undefined;
  for (let isTold = true; isTold; ) {
    const first = decodeText(bytes, at, at + 8);
    const told = /^"?sep=([^"\r\n])"?[\r\n]/i.exec(first)?.[1]?.charCodeAt(0);
    separator ??= told;
    isTold = told !== undefined || /^#TYPE /i.test(first) || /^[\r\n]/.test(first);
    if (isTold) skipLine();
  }

  const candidates = (separator === undefined ? delimiters : [separator]).map((delimiter) => {
    const rows = new CsvRows({ delimiter, lineEnd });
    const rowsAt = rows.read(bytes, at, bytes.length, true);
    return { delimiter, rowsAt, names: rowsAt === incomplete ? [] : rows.cells().map((cell) => cell.trim()) };
  });
  const found = candidates.find(({ names }) => indexOfName(names, 'AuditData') >= 0);
  // A record may hold NUL characters, so they tell nothing of a file whose header is right.
  if (!found && bytes.subarray(0, 4096).includes(0)) throw notAnAuditLog('This is not a text file.');
  if (!found) throw notAnAuditLog(unknownColumns(candidates.reduce((a, b) => (b.names.length > a.names.length ? b : a)).names));
  const { names, delimiter, rowsAt } = found;
  return {
    ...csvColumns({ names, delimiter, lineEnd }),
    rowsAt,
    rowsLine: line + 1,
    recognisedAs: kindOf(names),
  };
}

export function notAnAuditLog(message: string): EngineError {
  return new EngineError('not-an-audit-log', message);
}

/** Excel for Mac saves lines that end with CR alone. */
function lineEndOf(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return bytes[first] === 0x0d && bytes[first + 1] !== 0x0a ? 0x0d : 0x0a;
}

function kindOf(names: readonly string[]): string {
  const has = (name: string) => indexOfName(names, name) >= 0;
  if (has('RecordId')) return 'Purview portal CSV';
  if (has('ResultIndex') || has('Identity')) return 'Search-UnifiedAuditLog CSV';
  if (has('UserIds') && has('Operations')) return 'Purview portal CSV, older form';
  if (has('createdDateTime')) return 'CSV of Microsoft Graph records';
  return 'CSV with an AuditData column';
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw notAnAuditLog('The file is empty.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) {
    throw notAnAuditLog('This is a ZIP archive or an Excel workbook. Unpack it, or save the audit log as CSV.');
  }
}

function unknownColumns(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  if (names.length === 1)
    return `The first line is “${shown[0]}”, not the header of an exported audit log: it has no AuditData column.`;
  if (['CreationTime', 'Id', 'Operation'].every((name) => indexOfName(names, name) >= 0))
    return `Its columns are single properties of records (${shown.join(', ')}), and none is AuditData, which holds a record whole. Scripts and tools such as CLI for Microsoft 365 (purview auditlog list) write such files: use their JSON output, or export the search as CSV from Purview.`;
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `The first line has the columns ${shown.join(', ')}${more}, and none of them is AuditData.`;
}
