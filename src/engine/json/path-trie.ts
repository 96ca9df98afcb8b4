// The paths a `PathFinder` looks for, as a tree of the steps they share.
//
//   paths   ClientIP   Item.Subject   Parameters[Name]
//   tree    ClientIP*  Item > Subject*  Parameters > [Name]*          * slots of paths that end here

import { bytesEqual, encodeText } from '~/lib/bytes';
import type { PathStep } from '~/lib/json-path';
import { hashOfName } from './json-scan';
import { stringText } from './json-text';

export interface Branch {
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
  /** Whether paths go on into an object, and into a list. */
  hasProperties: boolean;
  hasEntries: boolean;
  /** Every slot at and under this branch. */
  readonly slots: number[];
}

export interface NamedEntry {
  readonly name: Uint8Array;
  readonly branch: Branch;
}

const smallestTable = 128;

/** Makes the tree of all paths: `stepsOf[slot]`; a path without steps is no path and never found. */
export function plantPaths(stepsOf: readonly (readonly PathStep[])[]): Branch {
  const root = newBranch();
  for (const [slot, steps] of stepsOf.entries()) if (steps.length > 0) plant(root, steps, slot);
  prepare(root);
  return root;
}

function plant(root: Branch, steps: readonly PathStep[], slot: number): void {
  let branch = root;
  for (const step of steps) {
    branch.slots.push(slot);
    if (step.kind === 'index') branch = grow(branch.indexes, step.index);
    else branch = grow(step.kind === 'named' ? branch.named : branch.properties, step.name);
  }
  branch.slots.push(slot);
  branch.own.push(slot);
}

function newBranch(): Branch {
  return {
    own: [],
    properties: new Map(),
    indexes: new Map(),
    named: new Map(),
    byHash: [],
    namedEntries: [],
    met: new Uint8Array(0),
    hasProperties: false,
    hasEntries: false,
    slots: [],
  };
}

function grow<Name>(children: Map<Name, Branch>, name: Name): Branch {
  const child = children.get(name) ?? newBranch();
  children.set(name, child);
  return child;
}

function prepare(branch: Branch): void {
  branch.hasProperties = branch.properties.size > 0;
  branch.hasEntries = branch.indexes.size + branch.named.size > 0;
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
export function childOf(branch: Branch, hash: number, bytes: Uint8Array, start: number, end: number): Branch | undefined {
  if (hash < 0) return branch.properties.get(stringText(bytes, start, end));
  const mask = branch.byHash.length - 1;
  let at = hash & mask;
  for (let entry = branch.byHash[at]; entry; entry = branch.byHash[at]) {
    if (sameBytes(entry.name, bytes, start + 1, end - 1)) return entry.branch;
    at = (at + 1) & mask;
  }
  return undefined;
}

export function sameBytes(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  return name.length === end - start && bytesEqual(name, 0, bytes, start, name.length);
}
