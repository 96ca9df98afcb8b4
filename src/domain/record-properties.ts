// Every property of a record as a tree that can be read: lists of names and values become tables, old and new values stand
// side by side, and everything keeps the order and the path it has in the record.

import { propertyStep } from '~/lib/json-path';
import { parseJson, textOf } from './audit-data';
import { enumName } from './enum-names';
import { findEntryField, toMailboxAuditEntry } from './mailbox-audit-entry';

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

function properties(value: object, path: string, depth: number): readonly PropertyNode[] {
  return Object.entries(value).map(([name, each]) => node(name, each, joined(path, name), depth));
}

function node(label: string, value: unknown, path: string, depth: number): PropertyNode {
  if (typeof value !== 'object' || value === null) return leaf(label, value, path);
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
      children: value.map((each, i) => node(`${i + 1} of ${value.length}`, each, `${path}[${i}]`, depth + 1)),
    }
  );
}

function leaf(label: string, value: unknown, path: string | undefined): ValueNode {
  const text = typeof value === 'string' ? value : value === null ? 'null' : textOf(value);
  return {
    kind: 'value',
    label,
    path,
    text,
    isText: typeof value === 'string',
    meaning: path === undefined ? undefined : enumName(path, text),
  };
}

function table(label: string, list: readonly unknown[], path: string): TableNode | undefined {
  const entries = list.filter(isObject);
  if (entries.length < list.length) return undefined;
  const columns = [...new Set(entries.flatMap(Object.keys))];
  if (!entries.every((entry) => Object.values(entry).every((each) => typeof each !== 'object' || each === null)))
    return undefined;
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
    columns.map((column) => cell(entry, column, `${column} ${i + 1}`, joined(`${path}[${i}]`, column))),
  );
  return { kind: 'table', label, shape: 'columns', columns, rows };
}

function pairs(entries: readonly object[], name: string, path: string): TableNode['rows'] {
  const seen = new Set<string>();
  return entries.map((entry, i) => {
    const title = textOf(own(entry, name));
    return [
      cell(entry, name, `${name} ${i + 1}`, `${path}[${i}].${name}`),
      cell(entry, 'Value', title, entryPath(path, title, i, 'Value', seen)),
    ];
  });
}

function changes(entries: readonly object[], name: string, path: string): TableNode['rows'] {
  const seen = new Set<string>();
  return entries.map((entry, i) => {
    const title = textOf(own(entry, name));
    return [
      cell(entry, name, `${name} ${i + 1}`, `${path}[${i}].${name}`),
      cell(entry, 'OldValue', `${title}, old value`, `${path}[${i}].OldValue`),
      cell(entry, 'NewValue', `${title}, new value`, entryPath(path, title, i, 'NewValue', seen)),
    ];
  });
}

/** By name where the path syntax can say the name and it is the first of that name, else by position. */
function entryPath(path: string, name: string, index: number, property: string, seen: Set<string>): string {
  const first = !seen.has(name);
  seen.add(name);
  return first && name !== '' && !/[\]"]|^\d+$/.test(name) ? `${path}[${name}]` : `${path}[${index}].${property}`;
}

function cell(entry: object, property: string, label: string, path: string): ValueNode {
  return Object.hasOwn(entry, property)
    ? leaf(label, own(entry, property), path)
    : { ...leaf(label, '', undefined), isText: false };
}

function own(entry: object, property: string): unknown {
  return Object.hasOwn(entry, property) ? Reflect.get(entry, property) : undefined;
}

function joined(path: string, name: string): string {
  const step = propertyStep(name);
  return path === '' || step.startsWith('[') ? `${path}${step}` : `${path}.${step}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
