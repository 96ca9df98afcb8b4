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

/** A field of every record, or any property of AuditData by its path: `path:OperationProperties[MailSubject]`. */
export type FieldRef = FieldKey | `path:${string}`;

const keys: ReadonlySet<string> = new Set(fieldKeys);

export function isFieldKey(text: string): text is FieldKey {
  return keys.has(text);
}

export function isFieldRef(text: string): text is FieldRef {
  return isFieldKey(text) || (text.startsWith('path:') && text.length > 'path:'.length);
}

/** The AuditData path behind `path:…`, or `undefined` for a field of every record. */
export function auditDataPath(ref: FieldRef): string | undefined {
  return isFieldKey(ref) ? undefined : ref.slice('path:'.length);
}
