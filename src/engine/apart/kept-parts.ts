// A record that is kept already, as what it was when it had been taken apart.

import { ByteList } from '~/lib/bytes';
import type { KeptRecords } from './kept-records';
import type { RecordParts } from './parts';
import type { Slice } from './record-format';
import type { Template } from './template';

export class KeptParts implements RecordParts {
  template: Template;
  codes: Uint32Array = new Uint32Array(0);
  base = 0;
  readonly #kept: KeptRecords;
  #record = 0;

  constructor(kept: KeptRecords) {
    this.#kept = kept;
    this.template = kept.whole;
  }

  read(record: number): void {
    const row = this.#kept.rowIn(record);
    this.#record = record;
    this.template = this.#kept.template(record);
    this.codes = this.template.codes.chunk(row);
    this.base = this.template.codes.base(row);
  }

  get auditDataLength(): number {
    const part = this.template.auditData;
    if (!part) return 0;
    let length = part.length;
    for (let slot = part.from; slot < part.to; slot++)
      length += this.template.slots[slot]?.column.length(this.codes[this.base + slot] ?? 0) ?? 0;
    return length;
  }

  range(slot: number): Slice {
    const column = this.template.slots[slot]?.column;
    const code = this.codes[this.base + slot] ?? 0;
    if (!column) return { bytes: this.record(), start: 0, end: 0 };
    const start = column.start(code);
    return { bytes: column.chunk(code), start, end: start + column.length(code) };
  }

  content(): Uint8Array {
    if (!this.template.auditData) return this.record();
    const bytes = new ByteList(2048);
    this.template.writeAuditData(this.#kept.rowIn(this.#record), 'asItIs', bytes);
    return bytes.take();
  }

  /** The record as it came. */
  record(): Uint8Array {
    return this.#kept.read(this.#record);
  }

  keep(): void {
    // It is.
  }
}
