// Finds where the entries of a mailbox audit log in XML begin and end, and reads no more of XML than that takes. An opening angle
// bracket cannot stand in a value, so `<Event` always begins an entry: one that is damaged ends where the next begins, and hides
// nothing behind it. What is neither an entry nor of the frame around them is a piece, too, for the reader to refuse.

import { encodeText } from '~/lib/bytes';
import { incomplete, type Splitter } from './splitter';

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
/** Enough to tell what begins with an angle bracket. */
const longestToken = 16;

const eventStart = encodeText('<Event');
const eventEnd = encodeText('</Event');
const rootStart = encodeText('<SearchResults');
const rootEnd = encodeText('</SearchResults');
/** What may hold angle brackets that mean nothing. */
const opaque = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
].map(([start = '', end = '']) => ({ start: encodeText(start), end: encodeText(end) }));
const declarationStart = encodeText('<!');

export class XmlEvents implements Splitter {
  isBlank = false;
  isUnclosed = false;
  #markup = new XmlMarkup(new Uint8Array(0));

  read(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    this.isUnclosed = false;
    this.isBlank = true;
    if (bytes[at] !== lessThan) {
      const next = nextBracket(bytes, at, end);
      if (next >= end && !last) return incomplete;
      for (let p = at; p < next; p++) if (!isSpace(bytes[p])) this.isBlank = false;
      return next;
    }
    if (!last && end - at < longestToken) return incomplete;
    if (isTag(bytes, at, end, eventStart)) return this.#skipEvent(bytes, at, end, last);
    const isRoot = isTag(bytes, at, end, rootStart) || isTag(bytes, at, end, rootEnd);
    const after = isRoot ? skipTag(bytes, at + 1, end) : this.#markupOf(bytes).skip(at);
    if (after === incomplete && !last) return incomplete;
    if (after > at) return after;
    this.isBlank = false;
    const next = nextBracket(bytes, at + 1, end);
    return next >= end && !last ? incomplete : next;
  }

  #skipEvent(bytes: Uint8Array, at: number, end: number, last: boolean): number {
    this.isBlank = false;
    let p = skipTag(bytes, at + eventStart.length, end);
    if (p !== incomplete && bytes[p - 1] === greaterThan && bytes[p - 2] === slash) return p;
    while (p !== incomplete) {
      p = nextBracket(bytes, p, end);
      if (p >= end || (!last && end - p < longestToken)) break;
      if (isTag(bytes, p, end, eventEnd)) {
        const after = skipSpace(bytes, p + eventEnd.length, end);
        if (after < end) return bytes[after] === greaterThan ? after + 1 : after;
        break;
      }
      if (isTag(bytes, p, end, eventStart) || isTag(bytes, p, end, rootEnd)) return p;
      const after = this.#markupOf(bytes).skip(p);
      if (after === incomplete && !last) return incomplete;
      // A comment that never ends is taken for the damage: the next entry still begins where it begins.
      p = Math.max(after, p + 1);
    }
    if (!last) return incomplete;
    this.isUnclosed = true;
    return end;
  }

  #markupOf(bytes: Uint8Array): XmlMarkup {
    if (this.#markup.bytes !== bytes) this.#markup = new XmlMarkup(bytes);
    return this.#markup;
  }
}

/** Comments, instructions, CDATA and the document type in `bytes`, read forwards. */
export class XmlMarkup {
  readonly bytes: Uint8Array;
  /** How something begins that was found to have no end: it is not looked for again, which would take quadratic time. */
  readonly #endless = new Set<Uint8Array>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Behind what begins at `at`; `at` itself when that is none of these. */
  skip(at: number): number {
    const after = this.#skipOpaque(at);
    if (after !== at || !startsWith(this.bytes, at, this.bytes.length, declarationStart)) return after;
    return this.#unlessEndless(declarationStart, () => this.#skipDoctype(at));
  }

  #skipOpaque(at: number): number {
    const { bytes } = this;
    const found = opaque.find(({ start }) => startsWith(bytes, at, bytes.length, start));
    return found ? this.#unlessEndless(found.start, () => behind(bytes, at + found.start.length, bytes.length, found.end)) : at;
  }

  // Declarations of entities are passed over unread: what refers to them is refused with the entry it stands in.
  #skipDoctype(at: number): number {
    const { bytes } = this;
    let depth = 0;
    for (let p = at + declarationStart.length; p < bytes.length; p++) {
      const byte = bytes[p];
      if (byte === 0x5b) depth++;
      else if (byte === 0x5d) depth--;
      else if (byte === greaterThan && depth <= 0) return p + 1;
      else if (byte === 0x22 || byte === 0x27) p = bytes.indexOf(byte, p + 1);
      else if (byte === lessThan && depth > 0) p = Math.max(this.#skipOpaque(p) - 1, p);
      if (p < at) break;
    }
    return incomplete;
  }

  #unlessEndless(start: Uint8Array, skip: () => number): number {
    const after = this.#endless.has(start) ? incomplete : skip();
    if (after === incomplete) this.#endless.add(start);
    return after;
  }
}

/** Behind the bracket that closes the tag, or at one that opens another: no value can hold it. */
function skipTag(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let p = at; p < end; p++) {
    const byte = bytes[p] ?? 0;
    if (byte === lessThan) return p;
    if (byte === quote) quote = 0;
    else if (quote === 0 && byte === greaterThan) return p + 1;
    else if (quote === 0 && (byte === 0x22 || byte === 0x27)) quote = byte;
  }
  return incomplete;
}

function isTag(bytes: Uint8Array, at: number, end: number, start: Uint8Array): boolean {
  if (!startsWith(bytes, at, end, start)) return false;
  const next = bytes[at + start.length];
  return next === greaterThan || next === slash || isSpace(next);
}

function behind(bytes: Uint8Array, at: number, end: number, stop: Uint8Array): number {
  for (let p = at; p >= 0 && p < end; p = bytes.indexOf(stop[0] ?? 0, p + 1))
    if (startsWith(bytes, p, end, stop)) return p + stop.length;
  return incomplete;
}

function nextBracket(bytes: Uint8Array, at: number, end: number): number {
  const next = bytes.indexOf(lessThan, at);
  return next < 0 ? end : next;
}

function startsWith(bytes: Uint8Array, at: number, end: number, start: Uint8Array): boolean {
  if (at + start.length > end) return false;
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

export function skipSpace(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && isSpace(bytes[p])) p++;
  return p;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
