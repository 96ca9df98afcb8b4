// How a field of a record is named: one of those every record has, which the engine keeps as columns, or any property of AuditData
// by its path. What a field is called and what can be asked of it is told by the catalogue of its source.

export const fieldKeys = [
  'time',
  'user',
  'operation',
  'item',
  'detail',
  'ip',
  'recordType',
  'workload',
  'result',
  'userType',
  'adminUnits',
  'id',
] as const;

export type FieldKey = (typeof fieldKeys)[number];

/** What follows from an address: the block it lies in, what kind of address it is, and what open address books say of it. */
export const derivedKeys = ['ip.block', 'ip.scope', 'ip.country', 'ip.network'] as const;

export type DerivedKey = (typeof derivedKeys)[number];

/** What follows from all records together: whether a value is new or rare for the user of the record. */
export const seenKeys = ['seen.ip', 'seen.country', 'seen.network', 'seen.client', 'seen.operation'] as const;

export type SeenKey = (typeof seenKeys)[number];

/** A field of every record, what follows from some, or any property of AuditData by its path: `path:OperationProperties[MailSubject]`. */
export type FieldRef = FieldKey | DerivedKey | SeenKey | `path:${string}`;

const keys: ReadonlySet<string> = new Set(fieldKeys);

export function isFieldKey(text: string): text is FieldKey {
  return keys.has(text);
}

export function isDerivedKey(text: string): text is DerivedKey {
  return derivedKeys.some((key) => key === text);
}

export function isSeenKey(text: string): text is SeenKey {
  return seenKeys.some((key) => key === text);
}

export function isFieldRef(text: string): text is FieldRef {
  return isFieldKey(text) || isDerivedKey(text) || isSeenKey(text) || (text.startsWith('path:') && text.length > 'path:'.length);
}

/** The AuditData path behind `path:…`, or `undefined` for a field of every record and what follows from one. */
export function auditDataPath(ref: FieldRef): string | undefined {
  return ref.startsWith('path:') ? ref.slice('path:'.length) : undefined;
}
