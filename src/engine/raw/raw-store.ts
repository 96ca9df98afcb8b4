// The raw bytes of every record, outside JavaScript's memory: pages collect in memory and become a Blob per 32 MB, an opened
// file is a Blob already. A record is an address and a length in the row of all segments end to end.
//
//   segments   | Blob: pages 0..170 | Blob: export.csv      | page | page |
//   addresses  0                    32 MB                   1.3 GB ...
//
// Invariant: addresses ascend with row numbers; no record crosses a segment.

import type { RecordPlace } from '~/domain/record/record-place';
import type { GrowingByRow, RowIndex } from '~/engine/columns/numbers';
import { Float64List, Uint32List } from '~/lib/bytes';
import { readBlob } from './read-blob';
import type { RecordFormat } from './record-format';

const sealAtBytes = 32 * 1024 * 1024;

interface Segment {
  readonly start: number;
  readonly size: number;
  readonly source: Blob | Uint8Array<ArrayBuffer>;
  readonly format: RecordFormat;
}

/** Raw records that lie together: `bytes` begins at `address`. */
export interface RawSpan {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly format: RecordFormat;
}

export class RawStore {
  readonly #segments: Segment[] = [];
  readonly #addresses: GrowingByRow<number> = new Float64List();
  readonly #lengths: GrowingByRow<number> = new Uint32List();
  readonly #lines: GrowingByRow<number> = new Uint32List();
  #end = 0;
  #inMemory = 0;

  get length(): number {
    return this.#lengths.length;
  }

  /** Takes a page over; records pushed next lie in it. Returns its address. */
  addPage(page: Uint8Array<ArrayBuffer>, format: RecordFormat): number {
    if (this.#inMemory >= sealAtBytes || this.#segments.at(-1)?.format !== format) this.#seal();
    this.#inMemory += page.length;
    return this.#add({ start: this.#end, size: page.length, source: page, format });
  }

  addFile(file: Blob, format: RecordFormat): number {
    this.#seal();
    return this.#add({ start: this.#end, size: file.size, source: file, format });
  }

  /** `line` is the number of the line, entry or page, from 1. */
  push(address: number, length: number, line: number): void {
    this.#addresses.push(address);
    this.#lengths.push(length);
    this.#lines.push(line);
  }

  address(row: RowIndex): number {
    return this.#addresses.array[row] ?? 0;
  }

  /** Bytes of a record as it stands in its source. */
  size(row: RowIndex): number {
    return this.#lengths.array[row] ?? 0;
  }

  line(row: RowIndex): number {
    return this.#lines.array[row] ?? 0;
  }

  /** Where a record came from that lies at `address`. */
  place(address: number, line: number): RecordPlace {
    return this.#segmentAt(address).format.place(line);
  }

  /** The row behind the last that can be read together with `row` within `bytes`; at least `row + 1`. */
  spanEnd(row: RowIndex, bytes: number, end: number): RowIndex {
    const start = this.address(row);
    const segment = this.#segmentAt(start);
    const limit = Math.min(start + bytes, segment.start + segment.size);
    let low = row + 1;
    let high = end;
    while (low < high) {
      const middle = ((low + high) >>> 1) as RowIndex;
      if (this.address(middle) + this.size(middle) <= limit) low = middle + 1;
      else high = middle;
    }
    return low as RowIndex;
  }

  read(row: RowIndex): Promise<RawSpan> {
    return this.readSpan(row, row + 1);
  }

  /** The bytes from the first record to the last of `[from, to)`, which must lie in one segment. */
  async readSpan(from: RowIndex, to: number): Promise<RawSpan> {
    const address = this.address(from);
    const { start, source, format } = this.#segmentAt(address);
    const begin = address - start;
    const last = (to - 1) as RowIndex;
    const end = this.address(last) + this.size(last) - start;
    const bytes = source instanceof Uint8Array ? source.subarray(begin, end) : await readBlob(source, begin, end);
    return { address, bytes, format };
  }

  #add(segment: Segment): number {
    this.#segments.push(segment);
    this.#end += segment.size;
    return segment.start;
  }

  /** Moves the pages at the end, all of one format, out of memory. */
  #seal(): void {
    let first = this.#segments.length;
    const pages: Uint8Array<ArrayBuffer>[] = [];
    for (; first > 0; first--) {
      const source = this.#segments[first - 1]?.source;
      if (!(source instanceof Uint8Array)) break;
      pages.unshift(source);
    }
    const segment = this.#segments[first];
    if (segment)
      this.#segments.splice(first, pages.length, { ...segment, size: this.#end - segment.start, source: new Blob(pages) });
    this.#inMemory = 0;
  }

  #segmentAt(address: number): Segment {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#segments[middle]?.start ?? 0) <= address) low = middle;
      else high = middle - 1;
    }
    const segment = this.#segments[low];
    if (!segment) throw new RangeError(`no raw bytes at ${address}`);
    return segment;
  }
}
