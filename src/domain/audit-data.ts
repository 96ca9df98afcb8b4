// Reading AuditData that may be anything: a record can lack every property, hold a number where a list is expected, or a
// list written as text. Nothing here throws, and nothing reaches a prototype.

import { followPath, parsePath } from '~/lib/json-path';

/** The scalar as text; empty for objects, lists, null and what is missing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The value at a path written as in `json-path.ts`. */
export function valueAt(auditData: unknown, path: string): unknown {
  const steps = parsePath(path);
  return steps && followPath(auditData, steps);
}

export function textAt(auditData: unknown, path: string): string {
  return textOf(valueAt(auditData, path));
}

/** Some exports write lists as JSON text; both forms are read. Anything else is an empty list. */
export function listAt(auditData: unknown, path: string): readonly unknown[] {
  const value = valueAt(auditData, path);
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !value.trimStart().startsWith('[')) return [];
  const parsed = parseJson(value);
  return Array.isArray(parsed) ? parsed : [];
}

/** `undefined` when the text is not JSON, which no JSON text parses to. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** The entries of a Name/Value list such as a cmdlet's Parameters, those without a name left out. */
export function nameValuesAt(auditData: unknown, path: string): readonly NameValue[] {
  return listAt(auditData, path).flatMap((entry) => {
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
