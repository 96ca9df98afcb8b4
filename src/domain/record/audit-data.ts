// Reading AuditData that may be anything: a record can lack every property, hold a number where a list is expected, or a
// list written as text, and can be cut off. Nothing here throws, and nothing reaches a prototype. What is found at a path is what
// the engine finds there.

import { followPath } from '~/lib/follow-path';
import { jsonInside, namedEntries } from '~/lib/json-inside';
import { parsePath } from '~/lib/json-path';
import { readJson, WrittenNumber } from '~/lib/read-json';

/** AuditData as far as it goes; `undefined` where nothing of it can be read. */
export function readAuditData(text: string): unknown {
  return readJson(text).value;
}

/** The scalar as it was written, as filters compare it; empty for objects, lists, null and what is missing. */
export function writtenText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof WrittenNumber ? String(value) : '';
}

/** The same without space around it. */
export function textOf(value: unknown): string {
  return writtenText(value).trim();
}

/** The value at a path written as in `json-path.ts`. */
export function valueAt(auditData: unknown, path: string): unknown {
  const steps = parsePath(path);
  return steps && followPath(auditData, steps);
}

export function textAt(auditData: unknown, path: string): string {
  return textOf(valueAt(auditData, path));
}

/** A list, also one that a text stands for. Anything else is an empty list. */
export function listAt(auditData: unknown, path: string): readonly unknown[] {
  const value = valueAt(auditData, path);
  const list = typeof value === 'string' ? jsonInside(value) : value;
  return Array.isArray(list) ? list : [];
}

/** `undefined` when the text is not JSON to its end, which no JSON text parses to. */
export function parseJson(text: string): unknown {
  const { value, brokenAt } = readJson(text);
  return brokenAt === undefined ? value : undefined;
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** The entries of a Name/Value list such as a cmdlet's Parameters, those without a name left out. */
export function nameValuesAt(auditData: unknown, path: string): readonly NameValue[] {
  return namedEntries(listAt(auditData, path)).flatMap((entry) => {
    const name = textAt(entry, 'Name') || textAt(entry, 'Key');
    return name ? [{ name, value: textAt(entry, 'Value') }] : [];
  });
}

/** `["x"]` and friends, as Entra writes old and new values, without their wrapping; other text as it is. */
export function unwrapped(text: string): string {
  if (!/^\s*\[/.test(text)) return text;
  const parsed = parseJson(text);
  if (!Array.isArray(parsed)) return text;
  const texts = parsed.map(textOf);
  return texts.every((each, i) => each !== '' || parsed[i] === '') ? texts.join(', ') : text;
}
