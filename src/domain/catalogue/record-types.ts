// Audit record types by name and by number. Microsoft adds types all the time, so an unknown one is never an error:
// it keeps the name or number it came with.

import { recordTypeRows } from './record-types.data';

export interface RecordType {
  /** The number Microsoft writes into `AuditData.RecordType` and into Purview's CSV. */
  readonly value: number;
  /** The PascalCase name Graph and PowerShell print, such as `OMEPortal`. */
  readonly name: string;
  /** The camelCase spelling Graph takes in `recordTypeFilters`, such as `omePortal`. */
  readonly graphName: string;
  readonly about: string;
}

export const recordTypes: readonly RecordType[] = recordTypeRows.map(([value, name, about, graphName]) => ({
  value,
  name,
  graphName: graphName ?? name.charAt(0).toLowerCase() + name.slice(1),
  about,
}));

const byValue = new Map(recordTypes.map((type) => [type.value, type]));
const byName = new Map(recordTypes.map((type) => [type.name.toLowerCase(), type]));
for (const type of recordTypes) byName.set(type.graphName.toLowerCase(), type);

/** Finds a record type by any spelling seen in the field: `OMEPortal`, `omePortal`, `154` or `"154"`. */
export function findRecordType(nameOrNumber: string | number): RecordType | undefined {
  const text = String(nameOrNumber).trim();
  return /^\d+$/.test(text) ? byValue.get(Number(text)) : byName.get(text.toLowerCase());
}

/** The name to show for whatever spelling came in; an unknown one is shown as it is. */
export function recordTypeName(nameOrNumber: string | number): string {
  return findRecordType(nameOrNumber)?.name ?? String(nameOrNumber);
}
