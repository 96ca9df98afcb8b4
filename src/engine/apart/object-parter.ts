// Records that are JSON objects: of a page, of a file in any layout.

import type { KeptRecords } from './kept-records';
import { ObjectWalk } from './object-walk';
import type { Parts } from './parts';
import { TemplateWalk } from './template-walk';

export class ObjectParter {
  readonly #walk: TemplateWalk;
  readonly #object: ObjectWalk;
  /** Of the record taken apart last. */
  readonly parts: Parts;

  /** `auditData` is the property that holds AuditData, if the objects are not AuditData themselves. */
  constructor(kept: KeptRecords, auditData?: string) {
    const layout = `objects ${auditData ?? ''}`;
    this.#walk = new TemplateWalk(kept, layout, { depth: 0, spelling: 'asItIs', awaitsQuote: false });
    this.#object = new ObjectWalk(kept, this.#walk, auditData);
    this.parts = this.#walk.parts;
  }

  /** Takes the object apart that begins at `from`, and returns where it ends; `broken` when it is no JSON, or too large. */
  part(bytes: Uint8Array, from: number, end: number): number {
    this.#walk.begin(bytes, from);
    return this.#walk.end(this.#object.over(bytes, this.parts.outsideView, from, end));
  }
}
