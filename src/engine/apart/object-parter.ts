// Records that are JSON objects: of a page, of a file in any layout.

import { RecordWalk } from '~/engine/kernel/record-walk';
import type { KeptRecords } from './kept-records';
import { KnownSteps } from './known-steps';
import { ObjectWalk } from './object-walk';
import type { Parts } from './parts';
import { TemplateWalk } from './template-walk';

/** Fewer records are taken apart before WebAssembly has begun. */
const worthKnowing = 64;

export class ObjectParter {
  readonly #walk: TemplateWalk;
  readonly #object: ObjectWalk;
  readonly #knownFrom: number;
  #known: KnownSteps | undefined;
  #count = 0;
  /** Of the record taken apart last. */
  readonly parts: Parts;

  /**
   * `auditData` is the property that holds AuditData, if the objects are not AuditData themselves. `knownFrom` is the number of the
   * object from which on known steps are walked in WebAssembly.
   */
  constructor(kept: KeptRecords, auditData?: string, knownFrom = worthKnowing) {
    this.#knownFrom = knownFrom;
    const layout = `objects ${auditData ?? ''}`;
    this.#walk = new TemplateWalk(kept, layout, { depth: 0, spelling: 'asItIs', awaitsQuote: false });
    this.#object = new ObjectWalk(kept, this.#walk, auditData);
    this.parts = this.#walk.parts;
  }

  /** Takes the object apart that begins at `from`, and returns where it ends; `broken` when it is no JSON, or too large. */
  part(bytes: Uint8Array, from: number, end: number): number {
    this.#walk.begin(bytes, from);
    if (this.#count++ === this.#knownFrom) {
      const walk = RecordWalk.make();
      this.#known = walk && new KnownSteps(walk, this.#walk.node);
    }
    const after = this.#known?.over(bytes, from, end, this.parts);
    if (this.#known && after !== undefined) {
      this.#walk.node = this.#known.node;
      return this.#walk.end(after);
    }
    return this.#walk.end(this.#object.over(bytes, this.parts.outsideView, from, end));
  }
}
