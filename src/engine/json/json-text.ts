// What a JSON value reads as in a cell, and what raw JSON reads as to the text search. Expects text that has been scanned.

import { decodeText } from '~/lib/bytes';
import { hexDigit, skipSpace, skipValue } from './json-scan';

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

/** Whether something in the range may be written in another way than it reads. */
export function hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if (bytes[p] === 0x5c) return true;
  return false;
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

const escapeNames = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Replaces every escape, in a string or in a whole record; what is not an escape of JSON's stays. */
export function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, hex: string | undefined, name: string) =>
    hex === undefined ? (escapeNames.get(name) ?? name) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const escapeBytes = new Uint8Array(256);
for (const name of '"\\/bfnrt') escapeBytes[name.charCodeAt(0)] = (escapeNames.get(name) ?? name).charCodeAt(0);

/**
 * Writes what stands between the quotes of a JSON string to `to`, without its escapes, and returns where it ends: never more
 * bytes than it had. As `encodeText(stringText(...))`, without the string.
 */
export function writeUnescaped(bytes: Uint8Array, start: number, end: number, to: Uint8Array, at: number): number {
  let written = at;
  for (let p = start; p < end; ) {
    const byte = bytes[p++] ?? 0;
    const name = byte === 0x5c && p < end ? (bytes[p] ?? 0) : 0;
    let code = name === 0x75 ? codeUnitAt(bytes, p + 1, end) : -1;
    if (code >= 0) {
      p += 5;
      const low = code >> 10 === 0x36 && bytes[p] === 0x5c && bytes[p + 1] === 0x75 ? codeUnitAt(bytes, p + 2, end) : -1;
      if (low >> 10 === 0x37) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        p += 6;
      }
      written = writeUtf8(code, to, written);
    } else if (escapeBytes[name] !== 0) {
      to[written++] = escapeBytes[name] ?? 0;
      p++;
    } else to[written++] = byte;
  }
  return written;
}

/** The four hex digits of a `\u` escape; -1 when they are not there. */
function codeUnitAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return -1;
  let code = 0;
  for (let p = at; p < at + 4; p++) {
    const digit = hexDigit(bytes[p] ?? 0);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

/** Half of a surrogate pair is written as U+FFFD, as a TextEncoder does. */
function writeUtf8(code: number, to: Uint8Array, at: number): number {
  if (code >> 11 === 0x1b) return writeUtf8(0xfffd, to, at);
  let p = at;
  if (code < 0x80) to[p++] = code;
  else {
    if (code < 0x800) to[p++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) to[p++] = 0xe0 | (code >> 12);
      else {
        to[p++] = 0xf0 | (code >> 18);
        to[p++] = 0x80 | ((code >> 12) & 0x3f);
      }
      to[p++] = 0x80 | ((code >> 6) & 0x3f);
    }
    to[p++] = 0x80 | (code & 0x3f);
  }
  return p;
}
