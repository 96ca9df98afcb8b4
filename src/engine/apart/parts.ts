// A record that has been taken apart and is not kept yet: its template, and where its values stand in the bytes it was read from.
// Good until the next record is read.

import { ByteList } from '~/lib/bytes';
import { viewOf } from '~/lib/runs';
import type { Slice } from './record-format';
import type { Template } from './template';

/** Beyond this a record is kept whole. */
const mostValues = 1024;

const unknown = 0xffffffff;

export class Parts {
  template: Template | undefined;
  #bytes: Uint8Array = none;
  #from = 0;
  #end = 0;
  /** By slot. */
  readonly starts = new Uint32Array(mostValues);
  readonly ends = new Uint32Array(mostValues);
  count = 0;
  /** What ranges are positions in: the bytes of the record, and what a text in it that holds AuditData says. */
  outside: Uint8Array = none;
  outsideView = viewOf(none);
  inside: Uint8Array = none;
  insideView = viewOf(none);
  readonly codes = new Uint32Array(mostValues);

  /** The record begins at `from`; its values stand in `outside`, if not in the bytes themselves. */
  begin(bytes: Uint8Array, from: number, outside = bytes): void {
    this.template = undefined;
    this.#bytes = bytes;
    this.#from = from;
    if (this.outside !== outside) this.outsideView = viewOf(outside);
    this.outside = outside;
    this.count = 0;
  }

  end(template: Template | undefined, at: number): number {
    this.template = template;
    this.#end = at;
    return at;
  }

  /** Whether the record is this range. */
  isRange(bytes: Uint8Array, from: number, end: number): boolean {
    return this.#bytes === bytes && this.#from === from && this.#end === end;
  }

  /** The next value; `false` when there are too many. */
  add(start: number, end: number): boolean {
    if (this.count === mostValues) return false;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.codes[this.count++] = unknown;
    return true;
  }

  /** All values at once, in place of those added before. */
  fill(starts: Uint32Array, ends: Uint32Array): void {
    this.starts.set(starts);
    this.ends.set(ends);
    this.count = starts.length;
    this.codes.fill(unknown, 0, this.count);
  }

  /** `inside`, with room for so many bytes. */
  insideFor(length: number): Uint8Array {
    if (this.inside.length < length) {
      this.inside = new Uint8Array(length * 2);
      this.insideView = viewOf(this.inside);
    }
    return this.inside;
  }

  bytesOf(slot: number): Uint8Array {
    return this.template?.slots[slot]?.spelling === 'inText' ? this.inside : this.outside;
  }

  range(slot: number): Slice {
    return { bytes: this.bytesOf(slot), start: this.starts[slot] ?? 0, end: this.ends[slot] ?? 0 };
  }

  get auditDataLength(): number {
    const part = this.template?.auditData;
    if (!part) return 0;
    let length = part.length;
    for (let slot = part.from; slot < part.to; slot++) length += (this.ends[slot] ?? 0) - (this.starts[slot] ?? 0);
    return length;
  }

  content(): Uint8Array {
    const part = this.template?.auditData;
    if (!part) return this.#bytes.subarray(this.#from, this.#end);
    const content = new ByteList(2048);
    for (const [at, between] of part.between.asItIs.entries()) {
      content.appendRun(between, 0, between.byteLength);
      const slot = part.from + at;
      if (slot < part.to) content.append(this.bytesOf(slot), this.starts[slot], this.ends[slot]);
    }
    return content.take();
  }

  keep(at: number): void {
    const slot = this.codes[at] === unknown ? this.template?.slots[at] : undefined;
    if (!slot) return;
    const view = slot.spelling === 'inText' ? this.insideView : this.outsideView;
    this.codes[at] = slot.column.codeOf(view, this.starts[at] ?? 0, this.ends[at] ?? 0);
  }

  keepAll(): void {
    for (let at = 0; at < this.count; at++) this.keep(at);
  }
}

const none = new Uint8Array(0);
