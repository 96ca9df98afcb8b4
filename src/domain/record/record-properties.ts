// Every property of a record as a tree that can be read: lists of names and values become tables, old and new values stand
// side by side, JSON inside a text is laid out like any other, and everything keeps the order and the path it has in the record.

import { enumName } from '~/domain/catalogue/enum-names';
import { findEntryField, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { propertyStep } from '~/lib/json-path';
import { membersOf, WrittenNumber } from '~/lib/read-json';
import { parseJson, writtenText } from './audit-data';

export interface ValueNode {
  readonly kind: 'value';
  readonly label: string;
  /** Absent for what no path leads to. */
  readonly path: string | undefined;
  readonly text: string;
  /** `true`, `12`, `null` and `{}` are not the texts "true", "12", … */
  readonly isText: boolean;
  /** The word behind a number. */
  readonly meaning: string | undefined;
  /** What the property holds, where that is documented. */
  readonly help?: string;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly label: string;
  readonly children: readonly PropertyNode[];
}

/** A list of entries that have the same columns: Name and Value, Name, OldValue and NewValue, or a few others. */
export interface TableNode {
  readonly kind: 'table';
  readonly label: string;
  readonly shape: 'pairs' | 'changes' | 'columns';
  readonly columns: readonly string[];
  /** `label` of each cell names it for people: `MailSubject`, `DisplayName, new value`, `ID 2`. */
  readonly rows: readonly (readonly ValueNode[])[];
}

export type PropertyNode = ValueNode | GroupNode | TableNode;

/** Deeper than any record: what is below is shown as text, so that no record can exhaust the stack. */
const deepest = 30;

/** `[]` when the record is not an object. */
export function recordProperties(auditData: unknown): readonly PropertyNode[] {
  if (!isObject(auditData)) return [];
  const nodes = properties(auditData, '', 0);
  if (!toMailboxAuditEntry(auditData)) return nodes;
  return nodes.map((each) => {
    const help = each.kind === 'value' ? findEntryField(each.label)?.help : undefined;
    return help === undefined ? each : { ...each, help };
  });
}

function properties(value: object, path: string | undefined, depth: number): readonly PropertyNode[] {
  const members = membersOf(value);
  const last = new Map(members.map(([name], i) => [name, i]));
  // Of a name that occurs twice, paths lead to the last.
  return members.flatMap(([name, each], i) =>
    each === undefined ? [] : [node(name, each, last.get(name) === i ? joined(path, name) : undefined, depth)],
  );
}

function node(label: string, written: unknown, path: string | undefined, depth: number): PropertyNode {
  const value = typeof written === 'string' ? (structureInside(written) ?? written) : written;
  if (!isNested(value)) return leaf(label, value, path);
  if (depth >= deepest)
    return {
      kind: 'value',
      label,
      path: undefined,
      text: 'nested too deeply to show here: see JSON',
      isText: false,
      meaning: undefined,
    };
  if (!Array.isArray(value)) {
    const children = properties(value, path, depth + 1);
    return children.length > 0 ? { kind: 'group', label, children } : { ...leaf(label, '{}', undefined), isText: false };
  }
  if (value.length === 0) return { ...leaf(label, '[]', undefined), isText: false };
  return (
    table(label, value, path) ?? {
      kind: 'group',
      label,
      children: value.map((each, i) => node(`${i + 1} of ${value.length}`, each, at(path, `[${i}]`), depth + 1)),
    }
  );
}

function leaf(label: string, value: unknown, path: string | undefined): ValueNode {
  const text = value === null ? 'null' : writtenText(value);
  return {
    kind: 'value',
    label,
    path,
    text,
    isText: typeof value === 'string',
    meaning: path === undefined ? undefined : enumName(path, text),
  };
}

function table(label: string, list: readonly unknown[], path: string | undefined): TableNode | undefined {
  const entries = list.filter(isObject);
  if (entries.length < list.length) return undefined;
  const columns = [...new Set(entries.flatMap(Object.keys))];
  if (!entries.every(isFlat)) return undefined;
  const name = columns.find((column) => column === 'Name' || column === 'Key');
  const has = (...wanted: readonly string[]) =>
    wanted.every((each) => columns.includes(each)) && columns.length === wanted.length + 1;
  if (name && has('Value'))
    return { kind: 'table', label, shape: 'pairs', columns: [name, 'Value'], rows: pairs(entries, name, path) };
  if (name && columns.length >= 2 && columns.every((each) => [name, 'OldValue', 'NewValue'].includes(each))) {
    return {
      kind: 'table',
      label,
      shape: 'changes',
      columns: [name, 'Old value', 'New value'],
      rows: changes(entries, name, path),
    };
  }
  if (columns.length > 3 || entries.length < 2) return undefined;
  const rows = entries.map((entry, i) =>
    columns.map((column) => cell(entry, column, `${column} ${i + 1}`, joined(at(path, `[${i}]`), column))),
  );
  return { kind: 'table', label, shape: 'columns', columns, rows };
}

function pairs(entries: readonly object[], name: string, path: string | undefined): TableNode['rows'] {
  const seen = new Set<unknown>();
  return entries.map((entry, i) => {
    const title = writtenText(own(entry, name));
    return [
      cell(entry, name, `${name} ${i + 1}`, at(path, `[${i}].${name}`)),
      cell(entry, 'Value', title, entryPath(path, own(entry, name), i, 'Value', seen)),
    ];
  });
}

function changes(entries: readonly object[], name: string, path: string | undefined): TableNode['rows'] {
  const seen = new Set<unknown>();
  return entries.map((entry, i) => {
    const title = writtenText(own(entry, name));
    return [
      cell(entry, name, `${name} ${i + 1}`, at(path, `[${i}].${name}`)),
      cell(entry, 'OldValue', `${title}, old value`, at(path, `[${i}].OldValue`)),
      cell(entry, 'NewValue', `${title}, new value`, entryPath(path, own(entry, name), i, 'NewValue', seen)),
    ];
  });
}

/** By name where the path syntax can say the name and it is the first of that name, else by position. */
function entryPath(path: string | undefined, name: unknown, index: number, property: string, seen: Set<unknown>) {
  const first = !seen.has(name);
  seen.add(name);
  const isSayable = typeof name === 'string' && name !== '' && !/[\]"]|^\d+$/.test(name);
  return at(path, first && isSayable ? `[${name}]` : `[${index}].${property}`);
}

function cell(entry: object, property: string, label: string, path: string | undefined): ValueNode {
  return Object.hasOwn(entry, property)
    ? leaf(label, own(entry, property), path)
    : { ...leaf(label, '', undefined), isText: false };
}

function own(entry: object, property: string): unknown {
  return Object.hasOwn(entry, property) ? Reflect.get(entry, property) : undefined;
}

function at(path: string | undefined, steps: string): string | undefined {
  return path === undefined ? undefined : `${path}${steps}`;
}

function joined(path: string | undefined, name: string): string | undefined {
  if (path === undefined) return undefined;
  const step = propertyStep(name);
  return path === '' || step.startsWith('[') ? `${path}${step}` : `${path}.${step}`;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);
}

function isObject(value: unknown): value is object {
  return isNested(value) && !Array.isArray(value);
}

/** Whether a row of a table has room for it: nothing nested, no name twice. */
function isFlat(entry: object): boolean {
  const values = Object.values(entry);
  return values.length === membersOf(entry).length && !values.some(isNested);
}

/** An object, or a list that has objects: shorter lists read better as the text they are. */
function structureInside(text: string): object | undefined {
  const value = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  if (Array.isArray(value)) return value.some(isNested) ? value : undefined;
  return isObject(value) && Object.keys(value).length > 0 ? value : undefined;
}

/** The nodes whose name or value contains the text, without case, below the headings they stand under. */
export function matchingProperties(nodes: readonly PropertyNode[], text: string): readonly PropertyNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return nodes;
  const contains = (each: string | undefined) => each?.toLowerCase().includes(wanted) ?? false;
  const isMatch = ({ label, text: own, meaning, help }: ValueNode) => [label, own, meaning, help].some(contains);
  return nodes.flatMap((each): readonly PropertyNode[] => {
    if (each.kind === 'value') return isMatch(each) || contains(each.path) ? [each] : [];
    if (contains(each.label)) return [each];
    if (each.kind === 'table') {
      const rows = each.rows.filter((row) => row.some(isMatch));
      return rows.length > 0 ? [{ ...each, rows }] : [];
    }
    const children = matchingProperties(each.children, text);
    return children.length > 0 ? [{ ...each, children }] : [];
  });
}

/** JSON inside a text: only objects and lists, because `12` and `true` are read as they are. */
export function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text) && parseJson(text) !== undefined;
}
