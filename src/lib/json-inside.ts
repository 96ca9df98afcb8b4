// What a text of a record stands for, when it stands for more than itself: JSON written into a text, or the parameters of a cmdlet
// as they were typed. Read the same way by paths through values and by the engine's paths through bytes.

import { readJson } from './read-json';

export interface NamedText {
  readonly Name: string;
  readonly Value: string;
}

const jsonStart = /^[ \t\r\n]*[[{]/;

/** The object or list in a text; `undefined` when it is none. Of damaged JSON what stands before the damage. */
export function jsonInside(text: string): unknown {
  return jsonStart.test(text) ? readJson(text).value : parametersInside(text);
}

const commandStart = /^[ \t\r\n]*-[A-Za-z]\w*(?:[\s:]|$)/;
const parameter = /(?:^|\s)-([A-Za-z]\w*)(?::|(?=\s|$))(?:\s+(?!-[A-Za-z]))?((?:"[^"]*"|[^"\s]+|\s+(?!-[A-Za-z]))*)/g;

/**
 * `-Identity "Anna" -Force -Types ("a","b")`, as the Security & Compliance cmdlets write their Parameters: a value in quotes
 * without them, any other as it stands. `undefined` for other texts.
 * https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#security-and-compliance-center-schema
 */
export function parametersInside(text: string): readonly NamedText[] | undefined {
  if (!commandStart.test(text)) return undefined;
  return Array.from(text.matchAll(parameter), ([, name = '', value = '']) => ({ Name: name, Value: unquoted(value.trim()) }));
}

function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}

/** The objects of a list in which entries are looked for by name; texts in it count as what they stand for. */
export function namedEntries(list: readonly unknown[]): readonly object[] {
  return list.flatMap((entry): readonly object[] => {
    const read = typeof entry === 'string' ? jsonInside(entry) : entry;
    // A list of parameters is the only list a text can add to its own.
    if (Array.isArray(read)) return typeof entry === 'string' && !jsonStart.test(entry) ? read : [];
    return typeof read === 'object' && read !== null ? [read] : [];
  });
}
