// Records that are JSON objects: of a page, of a file in any layout.

import type { KeptRecords } from './kept-records';
import { ObjectWalk } from './object-walk';
import { TemplateWalk } from './template-walk';

export class ObjectParter {
  readonly #walk: TemplateWalk;
  readonly #object: ObjectWalk;

  /** `auditData` is the property that holds AuditData, if the objects are not AuditData themselves. */
  constructor(kept: KeptRecords, auditData?: string) {
    this.#walk = new TemplateWalk(kept, { depth: 0, spelling: 'asItIs', awaitsQuote: false });
    this.#object = new ObjectWalk(kept, this.#walk, auditData);
  }

  /** Keeps the range as the next record: apart if it is one JSON object, whole if not. */
  push(bytes: Uint8Array, from: number, end: number): void {
    this.#walk.begin();
    this.#walk.end(this.#object.over(bytes, from, end), bytes, from, end);
  }
}
