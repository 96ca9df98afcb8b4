// Finds the values of many paths in one walk over the bytes of a JSON object, without making a string of any of it.
// The same answers as `followPath` over `readJson`: of a property written twice the last counts, of a Name/Value list the
// first entry with that name, and a text that holds JSON is looked into. The object is checked to its end; when it breaks off,
// what stands before the break is found.
//
//   paths   ClientIP   Item.Subject   Data.sip        slots   0  1 | 2  3 | 4  5
//                                                             from to (to = 0: not there), in `bytesOf(slot)`

import { decodeText, encodeText } from '~/lib/bytes';
import { parametersInside } from '~/lib/json-inside';
import { type PathStep, parsePath } from '~/lib/json-path';
import { broken, passed, skipColon, skipName, skipSpace, skipValue } from './json-scan';
import { stringText, writeUnescaped } from './json-text';
import { type Branch, childOf, plantPaths, sameBytes } from './path-trie';

/** First bytes of a text that may stand for more: an opening bracket, the hyphen of a parameter, or space, escaped or not. */
const beginsMore = new Uint8Array(256);
for (const char of '{[- \\') beginsMore[char.charCodeAt(0)] = 1;
const isInNumber = new Uint8Array(256);
for (const char of '-0123456789') isInNumber[char.charCodeAt(0)] = 1;

export class PathFinder {
  /** After `find`: first byte and the byte behind, for each path in the order given. */
  readonly slots: Int32Array;
  readonly #root: Branch;
  /** 1 for each path whose value stands in `#inside`. */
  readonly #isInside: Uint8Array;
  #source: Uint8Array = new Uint8Array(0);
  /** What texts stand for, one behind the other; used again by the next `find`. */
  #inside = new Uint8Array(0);
  #insideEnd = 0;
  /** What is being walked: the source, or a part of what is inside. */
  #bytes: Uint8Array = this.#source;
  #end = 0;
  #walksInside: 0 | 1 = 0;
  /** The path whose value broke off, and where that begins; -1 when none did. */
  #brokenSlot = -1;
  #brokenStart = 0;

  /** A path that does not parse is never found. `inside` names the property in which all paths begin, if not at the top. */
  constructor(paths: readonly string[], inside?: string) {
    this.slots = new Int32Array(paths.length * 2);
    this.#isInside = new Uint8Array(paths.length);
    const before: readonly PathStep[] = inside === undefined ? [] : [{ kind: 'property', name: inside }];
    this.#root = plantPaths(
      paths.map((path) => {
        const steps = parsePath(path);
        return steps ? [...before, ...steps] : [];
      }),
    );
  }

  /** Whether the range is one JSON object and nothing else. When it breaks off, values before the break stay found. */
  find(bytes: Uint8Array, start: number, end: number): boolean {
    this.#source = bytes;
    this.#bytes = bytes;
    this.#end = end;
    this.#insideEnd = 0;
    this.#brokenSlot = -1;
    this.slots.fill(0);
    const p = skipSpace(bytes, start, end);
    if (p >= end || bytes[p] !== 0x7b) return false;
    const after = this.#walkObject(this.#root, p + 1);
    return after !== broken && skipSpace(bytes, after, end) === end;
  }

  /** The bytes that the slots of a path are positions in. */
  bytesOf(slot: number): Uint8Array {
    return this.#isInside[slot] === 1 ? this.#inside : this.#source;
  }

  #visit(branch: Branch, at: number): number {
    const { slots } = this;
    for (const slot of branch.slots) slots[slot * 2 + 1] = 0;
    const byte = at < this.#end ? this.#bytes[at] : 0;
    let after: number;
    if (byte === 0x7b && branch.hasProperties) after = this.#walkObject(branch, at + 1);
    else if (byte === 0x5b && branch.hasEntries) after = this.#walkList(branch, at + 1);
    else {
      after = skipValue(this.#bytes, at, this.#end, 1);
      if (byte === 0x22 && after !== broken && (branch.hasProperties || branch.hasEntries)) this.#visitInside(branch, at, after);
      // Inside an object or list, the end can only have cut it off: of a number, more digits may have followed.
      if (after === this.#end && isInNumber[byte ?? 0] === 1) after = broken;
    }
    for (const slot of branch.own) {
      if (after === broken) {
        this.#brokenSlot = slot;
        this.#brokenStart = at;
        continue;
      }
      slots[slot * 2] = at;
      slots[slot * 2 + 1] = after;
      this.#isInside[slot] = this.#walksInside;
    }
    return after;
  }

  /** Looks into what a text stands for; the range includes its quotes. */
  #visitInside(branch: Branch, start: number, end: number): void {
    if (beginsMore[this.#bytes[start + 1] ?? 0] === 0) return;
    this.#walkInside(start, end, (at) => {
      const byte = this.#bytes[at];
      if (byte === 0x7b && branch.hasProperties) this.#walkObject(branch, at + 1);
      else if (byte === 0x5b && branch.hasEntries) this.#walkList(branch, at + 1);
    });
  }

  /** Makes what a text stands for the bytes that `walk` walks, from where it begins. */
  #walkInside(start: number, end: number, walk: (at: number, isOfParameters: boolean) => void): void {
    const before = { bytes: this.#bytes, end: this.#end, walksInside: this.#walksInside };
    const from = this.#insideEnd;
    this.#makeRoom(end - start);
    this.#insideEnd = writeUnescaped(before.bytes, start + 1, end - 1, this.#inside, from);
    let at = skipSpace(this.#inside, from, this.#insideEnd);
    const isOfParameters = this.#inside[at] === 0x2d;
    if (isOfParameters) {
      const list = encodeText(JSON.stringify(parametersInside(decodeText(this.#inside, from, this.#insideEnd)) ?? ''));
      this.#makeRoom(list.length);
      this.#inside.set(list, this.#insideEnd);
      at = this.#insideEnd;
      this.#insideEnd += list.length;
    }
    this.#bytes = this.#inside;
    this.#end = this.#insideEnd;
    this.#walksInside = 1;
    if (at < this.#end) walk(at, isOfParameters);
    this.#bytes = before.bytes;
    this.#end = before.end;
    this.#walksInside = before.walksInside;
  }

  /** What is being walked stays valid: it is copied, not moved. */
  #makeRoom(length: number): void {
    const needed = this.#insideEnd + length;
    if (needed <= this.#inside.length) return;
    const larger = new Uint8Array(needed * 2);
    larger.set(this.#inside.subarray(0, this.#insideEnd));
    this.#inside = larger;
  }

  /** From behind the opening brace to behind the closing one. */
  #walkObject(branch: Branch, at: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let p = skipSpace(bytes, at, end);
    if (p < end && bytes[p] === 0x7d) return p + 1;
    while (p < end && bytes[p] === 0x22) {
      const name = p;
      p = skipName(bytes, p + 1, end);
      if (p === broken) return broken;
      const child = childOf(branch, passed.hash, bytes, name, p);
      p = skipColon(bytes, p, end);
      if (p === broken) return broken;
      p = child ? this.#visit(child, p) : skipValue(bytes, p, end, 1);
      if (p === broken) return broken;
      p = skipSpace(bytes, p, end);
      if (p >= end) return broken;
      if (bytes[p] === 0x7d) return p + 1;
      if (bytes[p] !== 0x2c) return broken;
      p = skipSpace(bytes, p + 1, end);
    }
    return broken;
  }

  #walkList(branch: Branch, at: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let unmet = branch.namedEntries.length;
    branch.met.fill(0);
    let p = skipSpace(bytes, at, end);
    if (p < end && bytes[p] === 0x5d) return p + 1;
    for (let index = 0; p < end; index++) {
      const child = branch.indexes.get(index);
      const after = child ? this.#visit(child, p) : skipValue(bytes, p, end, 1);
      if (unmet > 0) unmet -= this.#visitEntry(branch, p, after === broken ? end : after);
      if (after === broken) return broken;
      p = skipSpace(bytes, after, end);
      if (p >= end) return broken;
      if (bytes[p] === 0x5d) return p + 1;
      if (bytes[p] !== 0x2c) return broken;
      p = skipSpace(bytes, p + 1, end);
    }
    return broken;
  }

  /** One entry of a list, or a text that stands for entries. Returns how many of the names looked for it has. */
  #visitEntry(branch: Branch, at: number, end: number): number {
    if (this.#bytes[at] === 0x7b) return this.#visitNamed(branch, at, end);
    if (this.#bytes[at] !== 0x22 || beginsMore[this.#bytes[at + 1] ?? 0] === 0) return 0;
    if (skipValue(this.#bytes, at, end) !== end) return 0;
    let count = 0;
    this.#walkInside(at, end, (first, isOfParameters) => {
      let p = isOfParameters ? first + 1 : first;
      while (this.#bytes[p] === 0x7b) {
        const after = skipValue(this.#bytes, p, this.#end);
        count += this.#visitNamed(branch, p, after === broken ? this.#end : after);
        if (!isOfParameters) return;
        p = after + 1;
      }
    });
    return count;
  }

  /** The entry is an object, which may break off. */
  #visitNamed({ namedEntries, met }: Branch, at: number, end: number): number {
    entryFinder.find(this.#bytes, at, end);
    const [name = 0, nameEnd = 0, key = 0, keyEnd = 0, value = 0, valueEnd = 0, newValue = 0, newValueEnd = 0] =
      entryFinder.slots;
    const brokenSlot = entryFinder.#brokenSlot;
    const brokenStart = entryFinder.#brokenStart;
    let count = 0;
    for (let i = 0; i < namedEntries.length; i++) {
      const entry = namedEntries[i];
      if (!entry || met[i] === 1) continue;
      if (!spells(this.#bytes, name, nameEnd, entry.name) && !spells(this.#bytes, key, keyEnd, entry.name)) continue;
      met[i] = 1;
      count++;
      if (valueEnd > 0) this.#visit(entry.branch, value);
      else if (brokenSlot === valueSlot) this.#visit(entry.branch, brokenStart);
      else if (newValueEnd > 0) this.#visit(entry.branch, newValue);
      else if (brokenSlot === newValueSlot) this.#visit(entry.branch, brokenStart);
    }
    return count;
  }
}

const entryFinder = new PathFinder(['Name', 'Key', 'Value', 'NewValue']);
const valueSlot = 2;
const newValueSlot = 3;

/** Whether a value is this string; never for a value that is not there (`end` 0). */
function spells(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean {
  if (end === 0 || bytes[start] !== 0x22) return false;
  if (sameBytes(name, bytes, start + 1, end - 1)) return true;
  return bytes.subarray(start, end).includes(0x5c) && stringText(bytes, start, end) === decodeText(name);
}
