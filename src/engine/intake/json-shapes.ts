// What a record looks like in the files of each tool that writes audit logs as JSON, told by the names of its properties. Every
// shape says what it is called, how it is recognised and where it holds AuditData; a new one is an entry here.

import { skipSpace } from '~/engine/json/json-scan';
import { bytesEqual } from '~/lib/bytes';
import { type JsonStructure, openBracket } from './json-structure';

export interface JsonShape {
  /** In words, for "recognised as". */
  readonly name: string;
  /** The property of a record that holds AuditData, as an object or as a JSON text; `undefined` when the record is AuditData. */
  readonly auditData: 'AuditData' | 'auditData' | undefined;
  /** Whether an object with these properties, of which the last may be missing, is a record of this shape. */
  fits(names: ReadonlySet<string>): boolean;
}

/** The first that fits counts. */
export const jsonShapes: readonly JsonShape[] = [
  {
    name: 'Graph auditLogRecord',
    auditData: 'auditData',
    fits: (names) => names.has('auditData') || hasAll(names, 'id', 'createdDateTime', 'auditLogRecordType'),
  },
  {
    name: 'Purview portal export',
    auditData: 'AuditData',
    fits: (names) => names.has('RecordId') && (names.has('AuditData') || hasAll(names, 'CreationDate', 'Operation')),
  },
  {
    name: 'Search-UnifiedAuditLog',
    auditData: 'AuditData',
    fits: (names) =>
      (names.has('AuditData') && (names.has('UserIds') || names.has('ResultIndex'))) ||
      hasAll(names, 'CreationDate', 'UserIds', 'Operations'),
  },
  { name: 'enveloped AuditData', auditData: 'AuditData', fits: (names) => names.has('AuditData') },
  {
    name: 'AuditData',
    auditData: undefined,
    // A record that nobody gave an operation is one all the same.
    fits: (names) => hasAll(names, 'Id', 'CreationTime') && (names.has('Operation') || names.has('RecordType')),
  },
];

/** The properties that hold the records of a page: of Graph and most services, and of the Power BI activity log. */
const listNames = new Set(['value', 'activityEventEntities']);

export type FitsRecord = (names: ReadonlySet<string>) => boolean;

export const fitsAnyShape: FitsRecord = (names) => jsonShapes.some((shape) => shape.fits(names));

/** Tells records and pages by the names of their properties, as far as those can be read. */
export class JsonObjects {
  readonly #structure: JsonStructure;
  readonly #fits: FitsRecord;
  /** How the last record began, up to its first value: nearly all others begin alike and need no closer look. */
  #beginning: Uint8Array = new Uint8Array(0);

  constructor(structure: JsonStructure, fits: FitsRecord) {
    this.#structure = structure;
    this.#fits = fits;
  }

  isRecord(bytes: Uint8Array, at: number, end: number): boolean {
    const names = new Set<string>();
    for (const { name } of this.#structure.members(bytes, at, end)) if (this.#fits(names.add(name))) return true;
    return false;
  }

  /** Whether the object at `at` is no record, but holds a list of them. */
  isPage(bytes: Uint8Array, at: number, end: number): boolean {
    const length = this.#beginning.length;
    if (length > 0 && at + length <= end && bytesEqual(bytes, at, this.#beginning, 0, length)) return false;
    const names = new Set<string>();
    let firstValue = 0;
    for (const { name, value } of this.#structure.members(bytes, at, end)) {
      // A name such as @odata.context may come first in pages, too.
      if (names.size === 0 && !name.startsWith('@')) firstValue = value;
      if (this.#fits(names.add(name))) {
        if (firstValue > 0) this.#beginning = bytes.slice(at, firstValue);
        return false;
      }
      if (this.isList(bytes, name, value, end)) return true;
    }
    return false;
  }

  /** Whether the member of a page is its list of records. */
  isList(bytes: Uint8Array, name: string, value: number, end: number): boolean {
    if (bytes[value] !== openBracket) return false;
    return listNames.has(name) || this.isRecord(bytes, skipSpace(bytes, value + 1, end), end);
  }
}

function hasAll(names: ReadonlySet<string>, ...wanted: readonly string[]): boolean {
  return wanted.every((name) => names.has(name));
}
