// Records that are JSON objects: of a page, of a file in any layout.

import type { KeptRecords } from './kept-records';
import { ObjectWalk } from './object-walk';
import { TemplateWalk } from './template-walk';

export class ObjectParter {
  readonly #walk: TemplateWalk;
  readonly #object: ObjectWalk;
  /** Of the record taken apart last. */
  readonly parts;

  /** `auditData` is the property that holds AuditData, if the objects are not AuditData themselves. */
  constructor(kept: KeptRecords, auditData?: string) {
    const layout = `objects ${auditData ?? ''}`;
    this.#walk = new TemplateWalk(kept, layout, { depth: 0, spelling: 'asItIs', awaitsQuote: false });
    this.#object = new ObjectWalk(kept, this.#walk, auditData);
    this.parts = this.#walk.parts;
  }

  /** Whether the range is one JSON object, and can be taken apart. */
  part(bytes: Uint8Array, from: number, end: number): boolean {
    this.#walk.begin(bytes, from, end);
    return this.#object.over(bytes, from, end) && this.#walk.end();
  }
}
