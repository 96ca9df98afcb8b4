// Audit record types by name and by number. Microsoft adds types all the time, so an unknown one is never an error:
// it keeps the name or number it came with.

import { otherNameRows, recordTypeRows } from './record-types.data';

export interface RecordType {
  /** The number Microsoft writes into `AuditData.RecordType` and into Purview's CSV. */
  readonly value: number;
  /** The PascalCase name Graph and PowerShell print, such as `OMEPortal`. */
  readonly name: string;
  /** The camelCase spelling Graph takes in `recordTypeFilters`, such as `omePortal`. */
  readonly graphName: string;
  readonly about: string;
  /** What Microsoft's other list calls the number, where it is another name. */
  readonly otherName: string | undefined;
}

const otherNames = new Map(otherNameRows);

export const recordTypes: readonly RecordType[] = recordTypeRows.map(([value, name, about, graphName]) => ({
  value,
  name,
  graphName: graphName ?? name.charAt(0).toLowerCase() + name.slice(1),
  about,
  otherName: otherNames.get(value),
}));

const byValue = new Map(recordTypes.map((type) => [type.value, type]));
const byName = new Map(recordTypes.map((type) => [type.name.toLowerCase(), type]));
for (const type of recordTypes) byName.set(type.graphName.toLowerCase(), type);
for (const type of recordTypes) {
  if (type.otherName === undefined) continue;
  byName.set(bothNames(type).toLowerCase(), type);
  const other = type.otherName.toLowerCase();
  // A name that both lists know is that of Graph's number.
  if (!byName.has(other)) byName.set(other, type);
}

/** Finds a record type by any spelling seen in the field: `OMEPortal`, `omePortal`, `154` or `"154"`. */
export function findRecordType(nameOrNumber: string | number): RecordType | undefined {
  const text = String(nameOrNumber).trim();
  return isNumber(text) ? byValue.get(Number(text)) : byName.get(text.toLowerCase());
}

/** The one name, Graph's, for whatever spelling came in; an unknown one stays as it is. */
export function recordTypeName(nameOrNumber: string | number): string {
  return findRecordType(nameOrNumber)?.name ?? String(nameOrNumber);
}

/**
 * What is known of a record that says no more than this: `PowerPlatformAdminDlp / PowerAppsResource` for 79, because Graph's list and
 * the Management Activity API's disagree about 38 numbers, and neither says which of the two AuditData follows. A name is a name.
 */
export function recordTypeWords(written: string): string {
  const type = findRecordType(written);
  if (!type) return written;
  return type.otherName !== undefined && !isName(written) ? bothNames(type) : type.name;
}

/** What is known of records that may be of the type asked for: its name, or a number that may be its own. */
export function recordTypeSpellings(asked: string): readonly string[] {
  if (isNumber(asked.trim())) return [asked, recordTypeName(asked), recordTypeWords(asked)];
  if (!isName(asked)) return [asked];
  const name = recordTypeName(asked);
  const isIt = (each: string | undefined) => each?.toLowerCase() === name.toLowerCase();
  return [asked, name, ...disputed.filter((type) => isIt(type.name) || isIt(type.otherName)).map(bothNames)];
}

const disputed = recordTypes.filter(({ otherName }) => otherName !== undefined);

function bothNames({ name, otherName }: RecordType): string {
  return `${name} / ${otherName}`;
}

function isName(text: string): boolean {
  return !isNumber(text.trim()) && !text.includes(' / ');
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
