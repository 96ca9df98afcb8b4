// Recognises an audit log written as JSON by the properties of its first objects, and says how its records are laid out.
// Refuses, in words, what is not one.

import { skipSpace } from '~/engine/json/json-scan';
import { behindBom, decodeText } from '~/lib/bytes';
import { notAnAuditLog } from './csv-header';
import { JsonRecords } from './json-records';
import { type JsonShape, jsonShapes } from './json-shapes';
import { JsonStructure } from './json-structure';
import { incomplete } from './splitter';

export interface JsonLayout {
  readonly shape: JsonShape;
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
  const found = findRecord(bytes, isWhole);
  if (found === incomplete || 'shape' in found) return found;
  throw notAnAuditLog(`This looks like JSON, but ${unknownProperties(found.firstNames)}`);
}

/** The same of a file that begins otherwise: with a line of a log, or with the rest of a line that was cut. */
export function findJsonLayout(bytes: Uint8Array): JsonLayout | undefined {
  if (!/\n[ \t]*[[{]/.test(decodeText(bytes))) return undefined;
  const found = findRecord(bytes, false);
  return found !== incomplete && 'shape' in found ? found : undefined;
}

interface NoRecord {
  /** Of the first object; `undefined` when there is none. */
  readonly firstNames: readonly string[] | undefined;
}

function findRecord(bytes: Uint8Array, isWhole: boolean): JsonLayout | NoRecord | typeof incomplete {
  const offset = firstValue(bytes);
  const records = new JsonRecords();
  const structure = new JsonStructure();
  let firstNames: readonly string[] | undefined;
  for (let at = offset; at < bytes.length; ) {
    const after = records.read(bytes, at, bytes.length, isWhole);
    const end = after === incomplete ? bytes.length : after;
    if (bytes[at] === 0x7b && (!records.isBlank || after === incomplete)) {
      const names = new Set(Array.from(structure.members(bytes, at, end), ({ name }) => name));
      const shape = jsonShapes.find((each) => each.fits(names));
      if (shape) {
        const isLine = records.isAlone && isLineOfItsOwn(bytes, at, end, offset);
        const recognisedAs = isLine ? `JSON Lines of ${shape.name}` : `${shape.name} JSON`;
        return { shape, offset, line: lineOf(bytes, offset), recognisedAs };
      }
      if (after !== incomplete) firstNames ??= [...names];
    }
    if (after === incomplete) break;
    at = after;
  }
  return isWhole || firstNames ? { firstNames } : incomplete;
}

function firstValue(bytes: Uint8Array): number {
  return skipSpace(bytes, behindBom(bytes), bytes.length);
}

function lineOf(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1);
}

function isLineOfItsOwn(bytes: Uint8Array, at: number, end: number, offset: number): boolean {
  return (at === offset || bytes[at - 1] === 0x0a) && !bytes.subarray(at, end).includes(0x0a);
}

function unknownProperties(names: readonly string[] | undefined): string {
  if (!names) return 'it holds no objects that could be records.';
  if (names.length === 0) return 'its first object cannot be read.';
  const shown = names.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `its first object has the properties ${shown.join(', ')}${more}: neither AuditData, nor Id, CreationTime and an Operation or RecordType.`;
}
