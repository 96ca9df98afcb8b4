// Finds where the records of a JSON file begin and end: objects one after the other (JSON Lines, or printed over many lines),
// lists of them, and pages that hold the list in a property.
//
//   [ {...}, {...} ]      {...}\n{...}      {"@odata.context":"...","value":[ {...}, {...} ]}
//
// What JSON.parse accepts is parted as JSON.parse would. Whatever is damaged, a record or the frame around records, is one piece,
// which ends where the next record or page begins: at an object that is whole and has the names of one, or on a line of its own
// that stands no further right. Records are found by what they are, so a bracket too many or too few in the frame loses none.

import { broken, skipSpace } from '~/engine/json/json-scan';
import { stringText } from '~/engine/json/json-text';
import { decodeText } from '~/lib/bytes';
import { type FitsRecord, fitsAnyShape, JsonObjects } from './json-shapes';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  JsonStructure,
  lineFeed,
  openBrace,
  openBracket,
  quote,
  skipText,
  skipWord,
} from './json-structure';
import { incomplete, type Splitter } from './splitter';

/** Where the JSON object ends that begins at `at`; `broken` when it is none, or not to be told. */
export type EndOf = (bytes: Uint8Array, at: number, end: number) => number;

/** Lists and pages within each other; deeper ones are taken for records. */
const deepestList = 8;

export class JsonRecords implements Splitter {
  isBlank = false;
  isUnclosed = false;
  readonly #structure = new JsonStructure();
  readonly #objects: JsonObjects;
  /** The opening brackets of the lists and pages around what comes next. */
  readonly #around: number[] = [];
  /** Where what comes next stands in its line, in bytes. */
  #column = 0;

  readonly #endOf: EndOf | undefined;

  /** `fits` tells a record by its names. What `endOf` knows is not looked for. */
  constructor(fits: FitsRecord = fitsAnyShape, endOf?: EndOf) {
    this.#objects = new JsonObjects(this.#structure, fits);
    this.#endOf = endOf;
  }

  /** Whether what was read last stands in no list. */
  get isAlone(): boolean {
    return this.#around.length === 0;
  }

  /** Bytes looked at so far. */
  get looked(): number {
    return this.#structure.looked;
  }

  read(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    const byte = bytes[at] ?? 0;
    this.isUnclosed = false;
    this.isBlank = true;
    if (isBetween(byte)) return this.#skipBetween(bytes, at, end);
    if (byte === closeBrace || byte === closeBracket) return this.#close(bytes, at, end, last);
    if (byte === openBracket && this.#around.length < deepestList) return this.#stepIn(bytes, at, at);
    if (byte === openBrace && this.#objects.isPage(bytes, at, end)) {
      // Pages do not stand within each other: the one before was never closed.
      const before = this.#around.indexOf(openBrace);
      if (before >= 0) this.#around.length = before;
      if (this.#around.length < deepestList) return this.#stepIn(bytes, at, at);
    }
    if (byte === openBrace || byte === openBracket) {
      this.isBlank = false;
      const known = byte === openBrace ? (this.#endOf?.(bytes, at, end) ?? broken) : broken;
      const after = known === broken ? this.#structure.skip(bytes, at, end) : known;
      return after < 0 ? this.#damage(bytes, at, end, last, ~after >= end) : this.#pass(bytes, at, after);
    }
    const text = byte === quote ? skipText(bytes, at + 1, end) : skipWord(bytes, at + 1, end);
    const next = text < 0 ? ~text : skipSpace(bytes, text, end);
    if (next >= end && !last) return incomplete;
    if (text > 0 && this.#around.at(-1) === openBrace && byte === quote && bytes[next] === colon)
      return this.#member(bytes, at, text, end, last);
    const isEnded = next >= end || isBetween(bytes[next] ?? 0) || bytes[next] === closeBracket;
    const isElement = text > 0 && isEnded && this.#around.at(-1) === openBracket;
    this.isBlank = false;
    return isElement ? this.#pass(bytes, at, text) : this.#damage(bytes, at, end, last, false);
  }

  #skipBetween(bytes: Uint8Array, at: number, end: number): number {
    let p = at;
    for (; p < end && isBetween(bytes[p] ?? 0); p++) this.#column = bytes[p] === lineFeed ? 0 : this.#column + 1;
    return p;
  }

  /** A bracket that closes nothing counts for nothing as long as others are open. */
  #close(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    if (this.#around.length === 0) {
      this.isBlank = false;
      return this.#damage(bytes, at, end, last, false);
    }
    const opened = this.#around.lastIndexOf((bytes[at] ?? 0) - 2);
    if (opened >= 0) this.#around.length = opened;
    return this.#pass(bytes, at, at + 1);
  }

  /** From `at` to behind the bracket. */
  #stepIn(bytes: Uint8Array, at: number, bracket: number): number {
    this.#around.push(bytes[bracket] ?? 0);
    return this.#pass(bytes, at, bracket + 1);
  }

  /** A name in a page and its value. Of interest is the list of records; or a record in its place, whose bracket is missing. */
  #member(bytes: Uint8Array, at: number, nameEnd: number, end: number, last: boolean): number {
    const value = skipSpace(bytes, skipSpace(bytes, nameEnd, end) + 1, end);
    if (value >= end && !last) return incomplete;
    if (this.#objects.isList(bytes, stringText(bytes, at, nameEnd), value, end)) return this.#stepIn(bytes, at, value);
    if (this.#objects.isRecord(bytes, value, end)) return this.#pass(bytes, at, value);
    const after = this.#structure.skipValue(bytes, value, end);
    if (!last && (after < 0 ? ~after : after) >= end) return incomplete;
    if (after >= 0) return this.#pass(bytes, at, after);
    this.isBlank = false;
    return this.#damage(bytes, at, end, last, false);
  }

  /** What is damaged from `at` on; `isCut` when the bytes end before it does. */
  #damage(bytes: Uint8Array, at: number, end: number, last: boolean, isCut: boolean): number {
    if (isCut && !last) return incomplete;
    const isRecord = bytes[at] === openBrace || bytes[at] === openBracket;
    const after = this.#findNext(bytes, at, end, last, !isRecord && this.isAlone);
    if (after === incomplete) return incomplete;
    this.isUnclosed = isCut && after === end;
    return this.#pass(bytes, at, after);
  }

  /** Where something whole begins behind what is damaged at `at`, which is no longer than its line if it `isLine`. */
  #findNext(bytes: Uint8Array, at: number, end: number, last: boolean, isLine: boolean): number {
    let from = at + 1;
    for (let p = at + 1; p < end; p++) {
      const byte = bytes[p];
      if (byte === lineFeed) {
        if (isLine) return p;
        const first = skipIndent(bytes, p + 1, end);
        if (first >= end && !last) return incomplete;
        const beginsValue = bytes[first] === openBrace || bytes[first] === openBracket;
        if (first < end && beginsValue && first - p - 1 <= this.#column) return behindDamage(bytes, at, first);
      } else if (byte === openBrace && p >= from) {
        const after = this.#structure.skip(bytes, p, end);
        if (~after >= end && !last) return incomplete;
        if (after >= 0 && this.#isNext(bytes, p, after)) return behindDamage(bytes, at, p);
        // What is whole holds no records. What breaks may have taken a quotation mark for the wrong one of two: only the last
        // bracket before the break can hide behind it, and nothing is looked at more than twice.
        from = after >= 0 ? after : Math.max(p + 1, bytes.subarray(p, ~after + 1).lastIndexOf(openBrace) + p);
      }
    }
    return last ? end : incomplete;
  }

  #isNext(bytes: Uint8Array, at: number, end: number): boolean {
    if (this.#objects.isPage(bytes, at, end)) return true;
    // AuditData of a damaged record is no record of its own.
    return this.#objects.isRecord(bytes, at, end) && !/uditData"\s*:\s*$/.test(decodeText(bytes, Math.max(at - 40, 0), at));
  }

  #pass(bytes: Uint8Array, at: number, after: number): number {
    const feed = bytes.subarray(at, after).lastIndexOf(lineFeed);
    this.#column = feed < 0 ? this.#column + after - at : after - at - feed - 1;
    return after;
  }
}

/** Whether a byte only stands between values. */
function isBetween(byte: number): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09 || byte === comma;
}

function skipIndent(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && (bytes[p] === 0x20 || bytes[p] === 0x09 || bytes[p] === 0x0d)) p++;
  return p;
}

/** The end of what stands before `next`, without the space and comma between. */
function behindDamage(bytes: Uint8Array, at: number, next: number): number {
  let p = next;
  while (p > at + 1 && isBetween(bytes[p - 1] ?? 0)) p--;
  return p;
}
