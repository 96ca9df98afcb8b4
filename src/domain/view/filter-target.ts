// From a value on the screen to a filter that finds the records having it.

import { columnField, columnFields } from '~/domain/catalogue/audit-log-catalogue';
import type { ColumnField } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import { auditDataPath, type FieldRef, isFieldKey } from '~/domain/catalogue/fields';
import { textAt, valueAt, writtenText } from '~/domain/record/audit-data';
import { isNobody, personBehind } from '~/domain/record/person-behind';
import { canonicalIp } from '~/lib/ip';
import { splitAlternatives } from '~/lib/json-path';

export interface FilterTarget {
  readonly field: FieldRef;
  /** As filters compare it: the displayed text of a such a field, the stored text at a path. */
  readonly value: string;
}

export type Envelope = readonly (readonly [name: string, value: string])[];

/**
 * A field of every record where the path is its main source and the record says the same elsewhere; else the path itself,
 * which is never wrong. `detail` picks one of many properties, so filtering by it would say less than the path does.
 */
export function filterTarget(path: string, text: string, auditData: unknown, envelope: Envelope): FilterTarget {
  const field = columnFields.find((each) => each.kind !== 'time' && each.key !== 'detail' && isSource(each, path, auditData));
  if (field && (field.kind !== 'user' || userOf(auditData, envelope) === text)) {
    const value = comparable(field, text);
    const outside = envelopeValue(field, envelope);
    if (outside === '' || comparable(field, outside).toLowerCase() === value.toLowerCase()) return { field: field.key, value };
  }
  return { field: `path:${path}`, value: text };
}

/** `undefined` for what no field shows, or where AuditData says something else and which one wins is not ours to guess. */
export function envelopeTarget(name: string, text: string, auditData: unknown): FilterTarget | undefined {
  const field = columnFields.find((each) => each.kind !== 'time' && (each.graph === name || each.csv.includes(name)));
  if (!field) return undefined;
  const value = comparable(field, text);
  const inside =
    field.kind === 'user'
      ? userOf(auditData, [[name, text]])
      : (field.paths.map((path) => textAt(auditData, path)).find((each) => each !== '') ?? '');
  return inside === '' || comparable(field, inside).toLowerCase() === value.toLowerCase()
    ? { field: field.key, value }
    : undefined;
}

/** The user of the record, as its column has it: a name, wherever it stands, rather than an id. */
export function userOf(auditData: unknown, envelope: Envelope): string {
  const user = columnField('user');
  const said = [...user.paths.map((path) => textAt(auditData, path)), envelopeValue(user, envelope).trim()];
  return said.find((text) => !isNobody(text)) ?? (personBehind(auditData) || (said.find((text) => text !== '') ?? ''));
}

/** What a field says of one record, as filters compare it; empty where it says nothing. */
export function valueInRecord(field: FieldRef, auditData: unknown, envelope: Envelope): string {
  if (field === 'user') return userOf(auditData, envelope);
  const known = isFieldKey(field) ? columnField(field) : undefined;
  const paths = known?.paths ?? splitAlternatives(auditDataPath(field) ?? '');
  const inside = paths.map((path) => textAt(auditData, path)).find((text) => text !== '');
  if (!known) return inside ?? '';
  const text = inside ?? envelopeValue(known, envelope);
  return text === '' ? '' : comparable(known, text);
}

function isSource(field: ColumnField, path: string, auditData: unknown): boolean {
  if (field.paths[0] === path) return true;
  // The later sources of a text field are different things; those of an address or a user are the same thing elsewhere.
  return field.kind !== 'text' && field.paths.find((each) => writtenText(valueAt(auditData, each)) !== '') === path;
}

function envelopeValue(field: ColumnField, envelope: Envelope): string {
  return envelope.find(([name, value]) => value !== '' && (name === field.graph || field.csv.includes(name)))?.[1] ?? '';
}

function comparable(field: ColumnField, text: string): string {
  return field.kind === 'ip' ? (canonicalIp(text) ?? text) : displayText(field.key, text);
}
