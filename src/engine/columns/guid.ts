// GUIDs as four 32-bit numbers, most significant first.

import { hexDigit } from '~/engine/json/json-scan';

/** The GUID read last. */
export const current = new Uint32Array(4);

/** Whether the range is a GUID, which is `current` then. */
export function readGuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 36) return false;
  let p = start;
  for (let word = 0; word < 4; word++) {
    let value = 0;
    for (let i = 0; i < 8; i++) {
      const at = p - start;
      if (at === 8 || at === 13 || at === 18 || at === 23) {
        if (bytes[p] !== 0x2d) return false;
        p++;
      }
      const digit = hexDigit(bytes[p++] ?? 0);
      if (digit < 0) return false;
      value = value * 16 + digit;
    }
    current[word] = value;
  }
  return true;
}

/** Of the four words at `at`. All count: service-made ids often differ in a few bytes only. */
export function hashOfGuid(words: Uint32Array, at: number): number {
  let hash = Math.imul(words[at] ?? 0, 0x9e3779b1);
  for (let i = 1; i < 4; i++) hash = Math.imul(hash ^ (hash >>> 15) ^ (words[at + i] ?? 0), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
