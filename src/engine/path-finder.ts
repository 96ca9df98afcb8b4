// Finds the values of many paths in one walk over the bytes of a JSON object, without making a string of any of it.
// The same answers as `followPath` over `JSON.parse`: of a property written twice the last counts, of a Name/Value list the
// first entry with that name. The object is checked to its end; what does not parse is refused.
//
//   paths   ClientIP   Item.Subject   Parameters[Name]        slots   0  1 | 2  3 | 4  5
//   trie    ClientIP*  Item > Subject*  Parameters > [Name]*          from to (to = 0: not there)

import { bytesEqual, decodeText, encodeText } from '~/lib/bytes';
import { type PathStep, parsePath } from '~/lib/json-path';
import { broken, hashOfName, passed, skipColon, skipName, skipSpace, skipValue } from './json-scan';
import { stringText } from './json-text';

interface Branch {
  /** The slots of paths that end here. */
  readonly own: number[];
  readonly properties: Map<string, Branch>;
  readonly indexes: Map<number, Branch>;
  readonly named: Map<string, Branch>;
  /** `properties` by the hash of the name's bytes; at least half of it is free. */
  byHash: (NamedEntry | undefined)[];
  /** `named`, for comparing bytes. */
  readonly namedEntries: NamedEntry[];
  /** 1 for each of `namedEntries` that has been met in the list being walked. */
  met: Uint8Array;
  /** Every slot at and under this branch. */
  readonly slots: number[];
}

interface NamedEntry {
  readonly name: Uint8Array;
  readonly branch: Branch;
}

const smallestTable = 128;

export class PathFinder {
  /** After `find`: first byte and the byte behind, for each path in the order given. */
  readonly slots: Int32Array;
  readonly #root = newBranch();
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;

  /** A path that does not parse is never found. `inside` names the property in which all paths begin, if not at the top. */
  constructor(paths: readonly string[], inside?: string) {
    this.slots = new Int32Array(paths.length * 2);
    const before: readonly PathStep[] = inside === undefined ? [] : [{ kind: 'property', name: inside }];
    for (const [slot, path] of paths.entries()) {
      const steps = parsePath(path);
      if (steps) this.#plant([...before, ...steps], slot);
    }
    prepare(this.#root);
  }

  /** Whether the range is one JSON object and nothing else. When it breaks off, values before the break stay found. */
  find(bytes: Uint8Array, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#end = end;
    this.slots.fill(0);
    const p = skipSpace(bytes, start, end);
    if (p >= end || bytes[p] !== 0x7b) return false;
    const after = this.#walkObject(this.#root, p + 1);
    return after !== broken && skipSpace(bytes, after, end) === end;
  }

  #plant(steps: readonly PathStep[], slot: number): void {
    let branch = this.#root;
    for (const step of steps) {
      branch.slots.push(slot);
      if (step.kind === 'index') branch = grow(branch.indexes, step.index);
      else branch = grow(step.kind === 'named' ? branch.named : branch.properties, step.name);
    }
    branch.slots.push(slot);
    branch.own.push(slot);
  }

  #visit(branch: Branch, at: number): number {
    const { slots } = this;
    for (const slot of branch.slots) slots[slot * 2 + 1] = 0;
    const byte = at < this.#end ? this.#bytes[at] : 0;
    let after: number;
    if (byte === 0x7b && branch.properties.size > 0) after = this.#walkObject(branch, at + 1);
    else if (byte === 0x5b && branch.indexes.size + branch.named.size > 0) after = this.#walkList(branch, at + 1);
    else after = skipValue(this.#bytes, at, this.#end, 1);
    if (after === broken) return broken;
    for (const slot of branch.own) {
      slots[slot * 2] = at;
      slots[slot * 2 + 1] = after;
    }
    return after;
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
      if (after === broken) return broken;
      if (unmet > 0 && bytes[p] === 0x7b) unmet -= this.#visitNamed(branch, p, after);
      p = skipSpace(bytes, after, end);
      if (p >= end) return broken;
      if (bytes[p] === 0x5d) return p + 1;
      if (bytes[p] !== 0x2c) return broken;
      p = skipSpace(bytes, p + 1, end);
    }
    return broken;
  }

  /** One entry of a Name/Value list, known to be an object. Returns how many of the names looked for it has. */
  #visitNamed({ namedEntries, met }: Branch, at: number, end: number): number {
    entryFinder.find(this.#bytes, at, end);
    const [name = 0, nameEnd = 0, key = 0, keyEnd = 0, value = 0, valueEnd = 0, newValue = 0, newValueEnd = 0] =
      entryFinder.slots;
    let count = 0;
    for (let i = 0; i < namedEntries.length; i++) {
      const entry = namedEntries[i];
      if (!entry || met[i] === 1) continue;
      if (!spells(this.#bytes, name, nameEnd, entry.name) && !spells(this.#bytes, key, keyEnd, entry.name)) continue;
      met[i] = 1;
      count++;
      if (valueEnd > 0) this.#visit(entry.branch, value);
      else if (newValueEnd > 0) this.#visit(entry.branch, newValue);
    }
    return count;
  }
}

const entryFinder = new PathFinder(['Name', 'Key', 'Value', 'NewValue']);

function newBranch(): Branch {
  return {
    own: [],
    properties: new Map(),
    indexes: new Map(),
    named: new Map(),
    byHash: [],
    namedEntries: [],
    met: new Uint8Array(0),
    slots: [],
  };
}

function grow<Name>(children: Map<Name, Branch>, name: Name): Branch {
  const child = children.get(name) ?? newBranch();
  children.set(name, child);
  return child;
}

function prepare(branch: Branch): void {
  let size = smallestTable;
  while (size < branch.properties.size * 2) size *= 2;
  branch.byHash = new Array(size).fill(undefined);
  for (const [text, child] of branch.properties) {
    const name = encodeText(text);
    let at = hashOfName(name, 0, name.length) & (size - 1);
    while (branch.byHash[at]) at = (at + 1) & (size - 1);
    branch.byHash[at] = { name, branch: child };
  }
  for (const [text, child] of branch.named) branch.namedEntries.push({ name: encodeText(text), branch: child });
  branch.met = new Uint8Array(branch.named.size);
  for (const children of [branch.properties, branch.indexes, branch.named]) for (const child of children.values()) prepare(child);
}

/** The range includes the quotes around the name. */
function childOf(branch: Branch, hash: number, bytes: Uint8Array, start: number, end: number): Branch | undefined {
  if (hash < 0) return branch.properties.get(stringText(bytes, start, end));
  const mask = branch.byHash.length - 1;
  let at = hash & mask;
  for (let entry = branch.byHash[at]; entry; entry = branch.byHash[at]) {
    if (sameBytes(entry.name, bytes, start + 1, end - 1)) return entry.branch;
    at = (at + 1) & mask;
  }
  return undefined;
}

function sameBytes(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  return name.length === end - start && bytesEqual(name, 0, bytes, start, name.length);
}

/** Whether a value is this string; never for a value that is not there (`end` 0). */
function spells(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean {
  if (end === 0 || bytes[start] !== 0x22) return false;
  if (sameBytes(name, bytes, start + 1, end - 1)) return true;
  return bytes.subarray(start, end).includes(0x5c) && stringText(bytes, start, end) === decodeText(name);
}
