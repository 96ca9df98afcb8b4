// How a raw record is written: as an object of a Graph page, a row of a CSV file, an object of a JSON file. Everything that looks
// into a record as it came (the details pane, and all questions about records that are kept whole) does it through this.

import type { Cells } from '~/engine/intake/cells';
import { type CsvColumns, csvColumns } from '~/engine/intake/csv-columns';
import { CsvRows } from '~/engine/intake/csv-rows';
import { JsonCells } from '~/engine/intake/json-cells';
import { unwrapAuditData } from '~/engine/json/audit-data-cell';
import { broken, skipColon, skipSpace, skipString, skipValue } from '~/engine/json/json-scan';
import { stringText, unescapeJson, valueText } from '~/engine/json/json-text';
import { PathFinder } from '~/engine/json/path-finder';
import { decodeText } from '~/lib/bytes';

/** `bytes` may be reused by the next call. */
export interface Slice {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Finds values in the AuditData of one record after another. */
export interface AuditDataFinder {
  /** As a `PathFinder`'s. */
  readonly slots: Int32Array;
  bytesOf(slot: number): Uint8Array;
  /** The range is a raw record. */
  find(bytes: Uint8Array, start: number, end: number): void;
}

export interface RecordFormat {
  /** AuditData, exactly as it came; undefined when the record has none. */
  auditData(bytes: Uint8Array, start: number, end: number): Slice | undefined;
  /** For paths into AuditData, without alternatives. */
  finder(paths: readonly string[]): AuditDataFinder;
  /** Everything around AuditData, in its order. */
  envelope(bytes: Uint8Array, start: number, end: number): [name: string, value: string][];
  /** What the text search compares with: all texts of the record, without the escapes of JSON and CSV. */
  searchText(bytes: Uint8Array, start: number, end: number): string;
  /** Names of the administrative units, which only exported files carry; else `''`. */
  adminUnitNames(bytes: Uint8Array, start: number, end: number): string;
}

/** How the records of a source are written. Plain data, so that it can be kept with them. */
export type WrittenAs =
  /** As objects with AuditData in this property, or that are AuditData themselves. Graph's have no names but its own. */
  | { readonly kind: 'objects'; readonly auditData?: string | undefined; readonly isOfGraph?: boolean }
  | {
      readonly kind: 'rows';
      readonly names: readonly string[];
      readonly delimiter: number;
      readonly lineEnd: number;
    };

export function formatOf(written: WrittenAs): RecordFormat {
  if (written.kind === 'rows') return csvFormat(csvColumns(written));
  return written.auditData === undefined ? auditDataFormat : jsonFormat(written.auditData);
}

/** Records that are AuditData and nothing else. */
const auditDataFormat: RecordFormat = {
  auditData: (bytes, start, end) => ({ bytes, start, end }),
  finder: (paths) => new PathFinder(paths),
  envelope: () => [],
  searchText: (bytes, start, end) => unescapeJson(decodeText(bytes, start, end)),
  adminUnitNames: () => '',
};

/** AuditData may be a JSON text, too: it is read, searched and handed back as what the text stands for. */
function jsonFormat(auditData: string): RecordFormat {
  const cells = new JsonCells(auditData);
  const read = onceEach((bytes, start, end) => cells.read(bytes, start, end));
  return {
    ...cellsFormat(cells, read, cells.auditData, cells.unitNames),
    envelope(bytes, start, end) {
      const around = [...members(bytes, start, end)].filter((member) => member.name !== auditData);
      return around.map((member) => [member.name, valueText(bytes, member.start, member.end)]);
    },
    searchText(bytes, start, end) {
      read(bytes, start, end);
      const { auditDataStart, auditDataEnd } = cells;
      // A JSON text within JSON: its own escapes appear once the outer ones are undone.
      if (bytes[auditDataStart] !== 0x22 || auditDataEnd === 0) return unescapeJson(decodeText(bytes, start, end));
      const inside = unescapeJson(decodeText(cells.text, cells.starts[0], cells.ends[0]));
      const before = unescapeJson(decodeText(bytes, start, auditDataStart));
      return `${before}${inside}${unescapeJson(decodeText(bytes, auditDataEnd, end))}`;
    },
  };
}

function csvFormat(header: CsvColumns): RecordFormat {
  const rows = new CsvRows(header);
  const unitNames = header.names.findIndex((name) => /^AssociatedAdminUnits?Names$/i.test(name));
  const read = onceEach((bytes, start, end) => {
    rows.read(bytes, start, end, true);
    unwrapAuditData(rows, header.auditData);
  });
  return {
    ...cellsFormat(rows, read, header.auditData, unitNames),
    envelope(bytes, start, end) {
      read(bytes, start, end);
      const cells = rows.cells().map((cell, i): [string, string] => [header.names[i] ?? `Column ${i + 1}`, cell]);
      return cells.filter((_, i) => i !== header.auditData);
    },
    searchText(bytes, start, end) {
      read(bytes, start, end);
      const cells = rows.cells().map((cell, i) => (i === header.auditData ? unescapeJson(cell) : cell));
      return cells.join('\n');
    },
  };
}

type ReadCells = (bytes: Uint8Array, start: number, end: number) => void;

/** An export asks for two things of each record: its escapes are not undone twice. */
function onceEach(read: ReadCells): ReadCells {
  let last: Slice | undefined;
  return (bytes, start, end) => {
    if (last?.bytes === bytes && last.start === start && last.end === end) return;
    read(bytes, start, end);
    last = { bytes, start, end };
  };
}

/** What records in cells have in common, a row of CSV or an object with AuditData inside. */
function cellsFormat(
  cells: Cells,
  read: ReadCells,
  auditData: number,
  unitNames: number,
): Pick<RecordFormat, 'auditData' | 'finder' | 'adminUnitNames'> {
  const endOf = (cell: number) => (cell < cells.cellCount ? (cells.ends[cell] ?? 0) : 0);
  return {
    auditData(bytes, start, end) {
      read(bytes, start, end);
      const from = cells.starts[auditData] ?? 0;
      const to = endOf(auditData);
      return to > from ? { bytes: cells.text, start: from, end: to } : undefined;
    },
    finder(paths) {
      const finder = new PathFinder(paths);
      const find = (bytes: Uint8Array, start: number, end: number) => {
        read(bytes, start, end);
        finder.find(cells.text, cells.starts[auditData] ?? 0, endOf(auditData));
      };
      return { slots: finder.slots, bytesOf: (slot) => finder.bytesOf(slot), find };
    },
    adminUnitNames(bytes, start, end) {
      if (unitNames < 0) return '';
      read(bytes, start, end);
      return decodeText(cells.text, cells.starts[unitNames], endOf(unitNames));
    },
  };
}

interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The members of a JSON object, up to where it breaks off. */
export function* members(bytes: Uint8Array, start: number, end: number): Generator<Member> {
  let p = skipSpace(bytes, skipSpace(bytes, start, end) + 1, end);
  while (p < end && bytes[p] === 0x22) {
    const nameEnd = skipString(bytes, p + 1, end);
    if (nameEnd === broken) return;
    const value = skipColon(bytes, nameEnd, end);
    const after = value === broken ? broken : skipValue(bytes, value, end);
    if (after === broken) return;
    yield { name: stringText(bytes, p, nameEnd), start: value, end: after };
    p = skipSpace(bytes, after, end);
    p = bytes[p] === 0x2c ? skipSpace(bytes, p + 1, end) : end;
  }
}
