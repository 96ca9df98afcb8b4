// What a JSON value reads as in a cell, and what raw JSON reads as to the text search. Expects text that has been scanned.

import { decodeText } from '~/lib/bytes';
import { skipSpace, skipValue } from './json-scan';

/** Longest text of an object and of a list in a cell, in UTF-16 units. */
export const objectTextLimit = 300;
export const listTextLimit = 1000;

/** A string as it is, a list as `a; b`, an object as its JSON cut short, `null` as nothing. */
export function valueText(bytes: Uint8Array, start: number, end: number): string {
  switch (bytes[start]) {
    case 0x22:
      return stringText(bytes, start, end);
    case 0x6e:
      return '';
    case 0x5b:
      return cutText(listTexts(bytes, start, end).join('; '), listTextLimit);
    case 0x7b:
      return cutText(decodeText(bytes, start, Math.min(end, start + objectTextLimit * 4)), objectTextLimit);
    default:
      return decodeText(bytes, start, end);
  }
}

/** The quotes are part of the range. */
export function stringText(bytes: Uint8Array, start: number, end: number): string {
  const text = decodeText(bytes, start + 1, end - 1);
  return text.includes('\\') ? unescapeJson(text) : text;
}

function listTexts(bytes: Uint8Array, start: number, end: number): string[] {
  const texts: string[] = [];
  let length = 0;
  let p = skipSpace(bytes, start + 1, end);
  while (p < end && bytes[p] !== 0x5d && length < listTextLimit + 2) {
    const after = skipValue(bytes, p, end);
    if (after < 0) break;
    const text = valueText(bytes, p, after);
    if (text !== '') texts.push(text);
    length += text.length + 2;
    p = skipSpace(bytes, after, end);
    if (bytes[p] === 0x2c) p = skipSpace(bytes, p + 1, end);
  }
  return texts;
}

function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit);
}

const escapeNames: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Replaces every escape, in a string or in a whole record; what is not an escape of JSON's stays. */
export function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, hex: string | undefined, name: string) =>
    hex === undefined ? (escapeNames[name] ?? name) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
