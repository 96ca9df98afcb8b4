// Finds where the records of a JSON file begin and end: objects one after the other (JSON Lines, or printed over many lines),
// lists of them, and pages that hold the list in `value`. Counts brackets, makes nothing of what is inside.
//
//   [ {...}, {...} ]      {...}\n{...}      {"@odata.context":"...","value":[ {...}, {...} ]}
//
// What JSON.parse accepts is parted as JSON.parse would. A record that is damaged ends where the next begins on a line of its
// own, not further right: what stands behind it is not lost. Within one line nobody can tell; brackets alone count there.

import { decodeText } from '~/lib/bytes';
import { incomplete, type Splitter } from './file-pieces';
import { skipValue } from './json-scan';

const openBrace = 0x7b;
const openBracket = 0x5b;
const quote = 0x22;
const lineFeed = 0x0a;
const comma = 0x2c;
const colon = 0x3a;

/** Lists and pages within each other; deeper ones are taken for records. */
const deepestList = 8;

/** Of a string, the bytes that may end it or escape what follows. */
const stringStops = new Uint8Array(256);
for (const byte of [quote, lineFeed, 0x5c]) stringStops[byte] = 1;

export class JsonRecords implements Splitter {
  isBlank = false;
  isUnclosed = false;
  readonly #isPaged: boolean;
  /** The opening brackets of the lists and pages around what comes next. */
  readonly #around: number[] = [];
  /** Whether the name read last in a page is that of its list. */
  #isListNext = false;
  /** Where what comes next stands in its line, in bytes. */
  #column = 0;
  /** Brackets open in a record. What does not fit is taken for damage. */
  readonly #open = new Uint8Array(1024);

  /** `isPaged`: objects outside of lists in `value` are pages, not records. */
  constructor(isPaged: boolean) {
    this.#isPaged = isPaged;
  }

  read(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    const around = this.#around.at(-1);
    const byte = bytes[at] ?? 0;
    this.isUnclosed = false;
    this.isBlank = true;
    if (isBetween(byte, around)) return this.#skipBetween(bytes, at, end, around);
    if (around !== undefined && byte === around + 2) {
      this.#around.pop();
      return this.#pass(at, at + 1);
    }
    const isList = byte === openBracket && (around !== openBrace || this.#isListNext);
    const isPage = byte === openBrace && this.#isPaged && !this.#around.includes(openBrace);
    if ((isList || isPage) && this.#around.length < deepestList) {
      this.#around.push(byte);
      this.#isListNext = false;
      return this.#pass(at, at + 1);
    }
    // In a page, names and what stands beside the list are of no interest.
    this.isBlank = around === openBrace;
    if (byte === openBrace || byte === openBracket) return this.#skipBrackets(bytes, at, end, last);
    const isText = byte === quote && around !== undefined;
    const skipped = isText ? skipText(bytes, at + 1, end) : skipWord(bytes, at + 1, end, around);
    const after = skipped < 0 ? ~skipped : skipped;
    if (after >= end && !last) return incomplete;
    if (around === openBrace) this.#isListNext = decodeText(bytes, at, after) === '"value"';
    return this.#pass(at, after);
  }

  #skipBetween(bytes: Uint8Array, at: number, end: number, around: number | undefined): number {
    let p = at;
    for (; p < end && isBetween(bytes[p] ?? 0, around); p++) this.#column = bytes[p] === lineFeed ? 0 : this.#column + 1;
    return p;
  }

  /** `after`, which lies in the same line. */
  #pass(at: number, after: number): number {
    this.#column += after - at;
    return after;
  }

  /** From an opening bracket to behind the one that closes it. */
  #skipBrackets(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    const open = this.#open;
    const column = this.#column;
    let depth = 0;
    let previous = 0;
    let isDamaged = false;
    /** Where the next record begins, should this one turn out to be damaged. */
    let restart = 0;
    let lineStart = at - column;
    let p = at;
    while (p < end) {
      const byte = bytes[p++] ?? 0;
      if (byte === quote) {
        const after = skipText(bytes, p, end);
        // No string goes on in the next line.
        if (after < 0) isDamaged = true;
        p = after < 0 ? ~after : after;
        previous = byte;
      } else if (byte === openBrace || byte === openBracket) {
        open[depth++] = byte;
        previous = byte;
      } else if (byte === openBrace + 2 || byte === openBracket + 2) {
        if (open[--depth] !== byte - 2) isDamaged = true;
        previous = byte;
        if (depth > 0) continue;
        this.#column = p - lineStart;
        return restart > 0 && skipValue(bytes, at, p) !== p ? behindRecord(bytes, at, restart) : p;
      } else if (byte === lineFeed) {
        lineStart = p;
        const first = skipIndent(bytes, p, end);
        if (first >= end && !last) return incomplete;
        const beginsValue = first < end && (bytes[first] === openBrace || bytes[first] === openBracket);
        if (!beginsValue || first - lineStart > column) continue;
        if (restart === 0) restart = first;
        const isInList = open[depth - 1] === openBracket && (previous === openBracket || previous === comma);
        if (isDamaged || !(isInList || previous === colon)) return behindRecord(bytes, at, restart);
      } else if (byte > 0x20) previous = byte;
    }
    if (!last) return incomplete;
    if (restart > 0) return behindRecord(bytes, at, restart);
    this.isUnclosed = true;
    this.isBlank = false;
    return end;
  }
}

/** Whether a byte only stands between values: space, commas, and in a page the colon behind a name. */
function isBetween(byte: number, around: number | undefined): boolean {
  if (byte === colon) return around === openBrace;
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09 || byte === comma;
}

/** From behind the opening quote to behind the closing one; `~p` when a line break or the end comes first, at `p`. */
function skipText(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  for (;;) {
    while (p < end && stringStops[bytes[p] ?? 0] === 0) p++;
    if (p >= end) return ~end;
    if (bytes[p] === quote) return p + 1;
    if (bytes[p] === lineFeed) return ~p;
    p += bytes[p + 1] === lineFeed ? 1 : 2;
  }
}

/** What is no object, list or string: outside of a list the rest of the line, else up to where the list goes on. */
function skipWord(bytes: Uint8Array, at: number, end: number, around: number | undefined): number {
  let p = at;
  for (; p < end && bytes[p] !== lineFeed; p++)
    if (around !== undefined && (bytes[p] === comma || bytes[p] === openBracket + 2 || bytes[p] === openBrace + 2)) break;
  return p;
}

function skipIndent(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && (bytes[p] === 0x20 || bytes[p] === 0x09 || bytes[p] === 0x0d)) p++;
  return p;
}

/** The end of what stands before `restart`, without the space and comma between. */
function behindRecord(bytes: Uint8Array, at: number, restart: number): number {
  let p = restart;
  while (p > at + 1 && isBetween(bytes[p - 1] ?? 0, undefined)) p--;
  return p;
}
