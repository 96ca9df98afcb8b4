// What the records of one source are made of. Grid columns, filters, the export and what is said of a view are derived from its
// catalogue; adding a field to a source is adding an entry. Plain values, no JSX: the worker reads them too.

import type { AddressFactKind } from '~/domain/addresses/address-book';
import { splitAlternatives } from '~/lib/json-path';
import { auditDataPath, type FieldKey, type FieldRef, isDerivedKey, isFieldRef, isSeenKey } from './fields';
import { joinedNames } from './joined-fields';

/** What values of a field are, and thereby what can be asked of them. */
export type FieldKind = 'time' | 'text' | 'user' | 'ip' | 'number' | 'boolean' | 'recordType' | 'operation' | 'country' | 'json';

export interface Field {
  readonly key: FieldRef;
  readonly label: string;
  readonly kind: FieldKind;
  /** Property of a Graph `auditLogRecord`. */
  readonly graph?: string;
  /** Column names in exported CSV files, newest generation first. */
  readonly csv: readonly string[];
  /** Where the value stands in AuditData; the first path that is there and not empty wins. See `json-path.ts` for the syntax. */
  readonly paths: readonly string[];
  /** A column of the results grid unless the administrator hides it. */
  readonly shown: boolean;
  /** Least width of the column, in CSS pixels, unless the administrator chose another. */
  readonly width: number;
  /** Its share of what is left of the grid's width; without one it stays as wide as it is. */
  readonly grow?: number;
  readonly help: string;
  /** What an open address book has to know for this field to say anything. */
  readonly needs?: AddressFactKind;
}

/** A field of every record: the engine keeps it as a column, whatever the source. */
export interface ColumnField extends Field {
  readonly key: FieldKey;
}

export interface Catalogue {
  /** What a browser keeps about these fields is kept under this name. */
  readonly key: string;
  /** In the order of their columns. */
  readonly fields: readonly Field[];
}

/** A property the catalogue does not list is a text that is called by its path, unless it is known by a name. */
export function fieldOf(catalogue: Catalogue, ref: FieldRef): Field {
  return catalogue.fields.find(({ key }) => key === ref) ?? propertyField(ref, {});
}

/** The catalogue with the fields that can say something where address books know this much: what a screen offers. */
export function offeredBy(catalogue: Catalogue, known: readonly AddressFactKind[]): Catalogue {
  return { ...catalogue, fields: catalogue.fields.filter(({ needs }) => !needs || known.includes(needs)) };
}

/** Whether a catalogue that says what is offered has such a field: any property may be asked for. */
export function isOffered(catalogue: Catalogue, ref: FieldRef): boolean {
  return !(isDerivedKey(ref) || isSeenKey(ref)) || isListed(catalogue, ref);
}

export function labelOf(catalogue: Catalogue, ref: FieldRef): string {
  return fieldOf(catalogue, ref).label;
}

export function isListed({ fields }: Catalogue, ref: FieldRef): boolean {
  return fields.some(({ key }) => key === ref);
}

/** Whether a source can have such a field: it is listed, or a property that some record may have. */
export function isFieldOf(catalogue: Catalogue, text: string): text is FieldRef {
  return isFieldRef(text) && (isListed(catalogue, text) || auditDataPath(text) !== undefined);
}

/** A property of AuditData, with what is known of it. */
export function propertyField(key: FieldRef, known: Partial<Omit<Field, 'key' | 'graph' | 'csv' | 'paths'>>): Field {
  const path = auditDataPath(key) ?? key;
  return {
    key,
    label: joinedNames.get(key) ?? path,
    kind: 'text',
    csv: [],
    paths: splitAlternatives(path),
    shown: false,
    width: 200,
    help: 'A property of AuditData, by its path.',
    ...known,
  };
}
