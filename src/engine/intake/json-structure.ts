// Follows the structure of JSON (brackets, names, colons, commas, strings) and stops at the first byte where it is broken: a
// missing quotation mark or bracket shows within a token or two. What a word, a number or an escape says is left to others.

import { broken, skipColon, skipSpace } from '~/engine/json/json-scan';
import { stringText } from '~/engine/json/json-text';

export const openBrace = 0x7b;
export const openBracket = 0x5b;
export const closeBrace = 0x7d;
export const closeBracket = 0x5d;
export const quote = 0x22;
export const lineFeed = 0x0a;
export const comma = 0x2c;
export const colon = 0x3a;

/** Deeper nesting is taken for damage. */
const deepest = 1000;

// What may come next, as bits.
const aValue = 1;
const anEnd = 2;
const aName = 4;
const aColon = 8;
const aComma = 16;

/** Of a string, the bytes that may end it or escape what follows. */
const stringStops = new Uint8Array(256);
for (const byte of [quote, lineFeed, 0x5c]) stringStops[byte] = 1;
/** What ends a number or a word. */
const wordStops = new Uint8Array(256).fill(1, 0, 0x21);
for (const byte of [openBrace, openBracket, closeBrace, closeBracket, quote, comma, colon]) wordStops[byte] = 1;

export class JsonStructure {
  /** Bytes looked at so far, for a test to hold against the length of the file. */
  looked = 0;
  readonly #open = new Uint8Array(deepest);
  readonly #openAt = new Uint32Array(deepest);
  /** Brackets of the last break that were never closed: whoever begins at one of them breaks there, too. */
  #broken = new Uint32Array(0);
  #brokenAt = 0;
  #brokenIn: Uint8Array | undefined;

  /** From an opening bracket to behind the one that closes it; `~p` when the structure breaks at `p`, or ends at `p = end`. */
  skip(bytes: Uint8Array, at: number, end: number): number {
    if (bytes === this.#brokenIn && at < this.#brokenAt && this.#broken.includes(at)) return ~this.#brokenAt;
    const open = this.#open;
    const openAt = this.#openAt;
    let depth = 0;
    let next = aValue;
    let p = at;
    while (p < end) {
      const byte = bytes[p] ?? 0;
      if (byte === quote) {
        if ((next & (aValue | aName)) === 0) break;
        const after = skipText(bytes, p + 1, end);
        if (after < 0) {
          p = ~after;
          break;
        }
        p = after;
        next = (next & aName) === 0 ? aComma | anEnd : aColon;
      } else if (byte <= 0x20) {
        p++;
        while (p < end && bytes[p] === 0x20) p++;
      } else if (byte === comma) {
        if ((next & aComma) === 0) break;
        p++;
        next = open[depth - 1] === openBrace ? aName : aValue;
      } else if (byte === colon) {
        if (next !== aColon) break;
        p++;
        next = aValue;
      } else if (byte === openBrace || byte === openBracket) {
        if ((next & aValue) === 0 || depth === deepest) break;
        open[depth] = byte;
        openAt[depth++] = p++;
        next = anEnd | (byte === openBrace ? aName : aValue);
      } else if (byte === closeBrace || byte === closeBracket) {
        if ((next & anEnd) === 0 || open[depth - 1] !== byte - 2) break;
        p++;
        if (--depth > 0) next = aComma | anEnd;
        else {
          this.looked += p - at;
          return p;
        }
      } else {
        if ((next & aValue) === 0) break;
        p = skipWord(bytes, p, end);
        next = aComma | anEnd;
      }
    }
    this.looked += p - at;
    this.#broken = openAt.slice(0, depth);
    this.#brokenAt = p;
    this.#brokenIn = bytes;
    return ~p;
  }

  /** As `skip`, of any value. */
  skipValue(bytes: Uint8Array, at: number, end: number): number {
    const byte = bytes[at];
    if (byte === openBrace || byte === openBracket) return this.skip(bytes, at, end);
    if (byte === quote) return skipText(bytes, at + 1, end);
    const after = skipWord(bytes, at, end);
    return after > at ? after : ~at;
  }

  /** Names of an object and where their values begin, up to where it breaks off; the last value may be cut off. */
  *members(bytes: Uint8Array, at: number, end: number): Generator<{ readonly name: string; readonly value: number }> {
    let p = at < end && bytes[at] === openBrace ? skipSpace(bytes, at + 1, end) : end;
    while (p < end && bytes[p] === quote) {
      const nameEnd = skipText(bytes, p + 1, end);
      const value = nameEnd < 0 ? end : skipColon(bytes, nameEnd, end);
      if (value === broken || value >= end) return;
      yield { name: stringText(bytes, p, nameEnd), value };
      const after = this.skipValue(bytes, value, end);
      if (after < 0) return;
      p = skipSpace(bytes, after, end);
      p = bytes[p] === comma ? skipSpace(bytes, p + 1, end) : end;
    }
  }
}

/** From behind the opening quote to behind the closing one; `~p` when a line break or the end comes first, at `p`. */
export function skipText(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  for (;;) {
    while (p < end && stringStops[bytes[p] ?? 0] === 0) p++;
    if (p >= end) return ~end;
    if (bytes[p] === quote) return p + 1;
    if (bytes[p] === lineFeed) return ~p;
    p += bytes[p + 1] === lineFeed ? 1 : 2;
  }
}

/** A number or a word, or whatever stands in the place of one. */
export function skipWord(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && wordStops[bytes[p] ?? 0] === 0) p++;
  return p;
}
