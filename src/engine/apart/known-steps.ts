// The walk over objects of shapes that have been met before, in WebAssembly: the same steps, copied there when they are first needed.

import { broken } from '~/engine/json/json-scan';
import { type RecordWalk, type WalkAddress, walkedBroken, walkedUnknown } from '~/engine/kernel/record-walk';
import type { Parts } from './parts';
import type { Node, Step } from './template';

export class KnownSteps {
  readonly #walk: RecordWalk;
  readonly #nodes = new Map<WalkAddress, Node>();
  readonly #addresses = new Map<Node, WalkAddress>();
  readonly #copied = new WeakSet<Step>();
  readonly #root: WalkAddress | undefined;
  /** Where the object that was walked over last has ended. */
  node: Node;

  constructor(walk: RecordWalk, root: Node) {
    this.#walk = walk;
    this.node = root;
    this.#root = this.#addressOf(root);
  }

  /** The end of the object; `broken` when it is no JSON; `undefined` when not all of its steps are known here. */
  over(bytes: Uint8Array, from: number, end: number, parts: Parts): number | undefined {
    if (this.#root === undefined) return undefined;
    this.#walk.load(bytes);
    for (;;) {
      const after = this.#walk.walk(this.#root, from, end);
      if (after === walkedBroken) return broken;
      const node = this.#nodes.get(this.#walk.node);
      if (!node) return undefined;
      if (after >= 0) {
        this.node = node;
        parts.fill(this.#walk.starts, this.#walk.ends);
        return after;
      }
      if (after !== walkedUnknown || !this.#learn(node)) return undefined;
    }
  }

  /** Whether there are steps from there that were not known here. */
  #learn(node: Node): boolean {
    const from = this.#addressOf(node);
    let hasLearnt = false;
    for (const step of node.steps) {
      if (this.#copied.has(step)) continue;
      const to = this.#addressOf(step.node);
      if (from === undefined || to === undefined) return false;
      if (!this.#walk.addStep(from, to, { ...step, bytes: step.between.bytes })) return false;
      this.#copied.add(step);
      hasLearnt = true;
    }
    return hasLearnt;
  }

  #addressOf(node: Node): WalkAddress | undefined {
    const known = this.#addresses.get(node);
    if (known !== undefined) return known;
    const address = this.#walk.addNode();
    if (address === undefined) return undefined;
    this.#addresses.set(node, address);
    this.#nodes.set(address, node);
    return address;
  }
}
