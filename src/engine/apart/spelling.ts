// How a part of a record stands in it: as it is, in a cell of CSV, whose quotation marks are doubled, or in a text of JSON.

import type { ByteList } from '~/lib/bytes';

export type Spelling = 'asItIs' | 'inCell' | 'inText';

const backslash = 0x5c;
/** What follows the backslash of an escape in a text of JSON, by the byte that is escaped; control characters without a letter have none. */
const escapeOf = new Uint8Array(256);
for (const [char, letter] of ['""', '\\\\', '\bb', '\ff', '\nn', '\rr', '\tt'])
  escapeOf[char?.charCodeAt(0) ?? 0] = letter?.charCodeAt(0) ?? 0;

/** Writes a part as it stands in the record. */
export function writeSpelled(spelling: Spelling, bytes: DataView, start: number, end: number, to: ByteList): void {
  if (spelling === 'asItIs') to.appendRun(bytes, start, end);
  else if (spelling === 'inCell') to.appendRunDoubled(bytes, start, end);
  else to.append(inText(bytes, start, end));
}

/** Whether these bytes, written into a text of JSON, are that range of `text`. */
export function isSpelledInText(bytes: Uint8Array, end: number, text: Uint8Array, from: number, to: number): boolean {
  let p = from;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    const letter = escapeOf[byte] ?? 0;
    if (letter !== 0 && text[p++] !== backslash) return false;
    if (text[p++] !== (letter || byte)) return false;
  }
  return p === to;
}

function inText(bytes: DataView, start: number, end: number): Uint8Array {
  const text = new Uint8Array((end - start) * 2);
  let length = 0;
  for (let p = start; p < end; p++) {
    const byte = bytes.getUint8(p);
    const letter = escapeOf[byte] ?? 0;
    if (letter !== 0) text[length++] = backslash;
    text[length++] = letter || byte;
  }
  return text.subarray(0, length);
}
