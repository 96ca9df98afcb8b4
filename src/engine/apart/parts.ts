// A record that has been taken apart and is not kept yet: its template, and where its values stand in the bytes it was read from.
// Good until the next record is read.

import type { Slice } from '~/engine/raw/record-format';
import { ByteList } from '~/lib/bytes';
import type { Template } from './template';

/** Beyond this a record is kept whole. */
export const mostValues = 1024;

const unknown = 0xffffffff;

export class Parts {
  template: Template | undefined;
  #bytes: Uint8Array = new Uint8Array(0);
  #from = 0;
  #end = 0;
  /** By slot. */
  readonly starts = new Uint32Array(mostValues);
  readonly ends = new Uint32Array(mostValues);
  count = 0;
  /** What ranges are positions in: the bytes of the record, and what a text in it that holds AuditData says. */
  outside: Uint8Array = new Uint8Array(0);
  inside: Uint8Array = new Uint8Array(0);
  /** By slot, as far as they are known. */
  readonly codes = new Uint32Array(mostValues);

  /** The record is the range; its values stand in `outside`, if they are not in it. */
  begin(bytes: Uint8Array, from: number, end: number, outside = bytes): void {
    this.template = undefined;
    this.#bytes = bytes;
    this.#from = from;
    this.#end = end;
    this.outside = outside;
    this.count = 0;
  }

  /** The next value; `false` when there are too many. */
  add(start: number, end: number): boolean {
    if (this.count === mostValues) return false;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.codes[this.count++] = unknown;
    return true;
  }

  bytesOf(slot: number): Uint8Array {
    return this.template?.slots[slot]?.spelling === 'inText' ? this.inside : this.outside;
  }

  range(slot: number): Slice {
    return { bytes: this.bytesOf(slot), start: this.starts[slot] ?? 0, end: this.ends[slot] ?? 0 };
  }

  /** Bytes of AuditData, its spelling undone. */
  get auditDataLength(): number {
    const part = this.template?.auditData;
    if (!part) return 0;
    let length = part.length;
    for (let slot = part.from; slot < part.to; slot++) length += (this.ends[slot] ?? 0) - (this.starts[slot] ?? 0);
    return length;
  }

  /** AuditData, its spelling undone; the record itself where there is none. */
  content(): Uint8Array {
    const part = this.template?.auditData;
    if (!part) return this.#bytes.subarray(this.#from, this.#end);
    const content = new ByteList(2048);
    for (let at = 0; at < part.between.length; at++) {
      content.append(part.between[at] ?? new Uint8Array(0));
      const slot = part.from + at;
      if (slot < part.to) content.append(this.bytesOf(slot), this.starts[slot], this.ends[slot]);
    }
    return content.take();
  }

  /** Has the value in a slot kept, so that `codes` has its code. */
  keep(slot: number): void {
    if (this.codes[slot] !== unknown) return;
    const column = this.template?.slots[slot]?.column;
    this.codes[slot] = column?.codeOf(this.bytesOf(slot), this.starts[slot] ?? 0, this.ends[slot] ?? 0) ?? 0;
  }

  keepAll(): void {
    for (let slot = 0; slot < this.count; slot++) this.keep(slot);
  }
}
