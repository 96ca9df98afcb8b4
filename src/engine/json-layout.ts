// Recognises an audit log written as JSON by the properties of its first objects, and says how its records are laid out.
// Refuses, in words, what is not one.

import { notAnAuditLog } from './csv-header';
import { incomplete } from './file-pieces';
import { JsonRecords } from './json-records';
import { broken, skipColon, skipSpace, skipString, skipValue } from './json-scan';
import { stringText } from './json-text';

export interface JsonLayout {
  /** Objects are pages: their records stand in the list `value`. */
  readonly isPaged: boolean;
  /** The property of a record that holds AuditData, as an object or as a JSON text; `undefined` when the record is AuditData. */
  readonly auditData: string | undefined;
  /** Offset of the first value in the file, and its line. */
  readonly offset: number;
  readonly line: number;
  readonly recognisedAs: string;
}

export function beginsLikeJson(bytes: Uint8Array): boolean {
  const byte = bytes[firstValue(bytes)];
  return byte === 0x7b || byte === 0x5b;
}

/**
 * `bytes` are the beginning of a file that begins like JSON. `incomplete` when more of it must be known; never when it
 * `isWhole`. Throws `not-an-audit-log`.
 */
export function readJsonLayout(bytes: Uint8Array, isWhole: boolean): JsonLayout | typeof incomplete {
  const offset = firstValue(bytes);
  const isPaged = holdsPages(bytes, offset);
  const records = new JsonRecords(isPaged);
  let firstNames: readonly string[] | undefined;
  for (let at = offset; at < bytes.length; ) {
    const after = records.read(bytes, at, bytes.length, isWhole);
    const end = after === incomplete ? bytes.length : after;
    if (!records.isBlank && bytes[at] === 0x7b) {
      const names = [...members(bytes, at, end)].map(({ name }) => name);
      const auditData = names.find((name) => name === 'AuditData' || name === 'auditData');
      if (auditData || ['Id', 'CreationTime', 'Operation'].every((name) => names.includes(name))) {
        const isLine = bytes[offset] === 0x7b && !isPaged && !bytes.subarray(at, end).includes(0x0a);
        return { isPaged, auditData, offset, line: lineOf(bytes, offset), recognisedAs: words(names, auditData, isLine) };
      }
      if (after !== incomplete) firstNames ??= names;
    }
    if (after === incomplete) break;
    at = after;
  }
  if (!isWhole && !firstNames) return incomplete;
  throw notAnAuditLog(`This looks like JSON, but ${unknownProperties(firstNames)}`);
}

function firstValue(bytes: Uint8Array): number {
  return skipSpace(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0, bytes.length);
}

function lineOf(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1);
}

function holdsPages(bytes: Uint8Array, at: number): boolean {
  let p = at;
  while (bytes[p] === 0x5b) p = skipSpace(bytes, p + 1, bytes.length);
  if (bytes[p] !== 0x7b) return false;
  for (const { name, value } of members(bytes, p, bytes.length)) if (name === 'value' && bytes[value] === 0x5b) return true;
  return false;
}

/** Names of a JSON object and where their values begin, up to where it breaks off; the last value may be cut off. */
function* members(bytes: Uint8Array, start: number, end: number): Generator<{ readonly name: string; readonly value: number }> {
  let p = skipSpace(bytes, start + 1, end);
  while (p < end && bytes[p] === 0x22) {
    const nameEnd = skipString(bytes, p + 1, end);
    const value = nameEnd === broken ? broken : skipColon(bytes, nameEnd, end);
    if (value === broken) return;
    yield { name: stringText(bytes, p, nameEnd), value };
    const after = skipValue(bytes, value, end);
    if (after === broken) return;
    p = skipSpace(bytes, after, end);
    if (p < end && bytes[p] === 0x2c) p = skipSpace(bytes, p + 1, end);
  }
}

function words(names: readonly string[], auditData: string | undefined, isLine: boolean): string {
  const what = kindOf(names, auditData);
  return isLine ? `JSON Lines of ${what}` : `${what} JSON`;
}

function kindOf(names: readonly string[], auditData: string | undefined): string {
  if (auditData === undefined) return 'AuditData';
  if (auditData === 'auditData') return 'Graph auditLogRecord';
  if (names.includes('RecordId')) return 'Purview portal export';
  return names.includes('UserIds') || names.includes('ResultIndex') ? 'Search-UnifiedAuditLog' : 'enveloped AuditData';
}

function unknownProperties(names: readonly string[] | undefined): string {
  if (!names) return 'it holds no objects that could be records.';
  if (names.length === 0) return 'its first object cannot be read.';
  const shown = names.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `its first object has the properties ${shown.join(', ')}${more}: neither AuditData, nor Id, CreationTime and Operation.`;
}
