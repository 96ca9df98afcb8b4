// Runs of bytes, one behind the other, in chunks that never move: growing copies nothing but the first chunk. No run crosses
// from one chunk into the next, and an address is the number of a byte counted from the first chunk.
//
//   chunks      | 1 MB | 1 MB | 5 MB, for one long run     | 1 MB
//   addresses   0      1 MB   2 MB                         7 MB

import { EngineError } from '~/domain/errors/errors';
import { copyRun, viewOf } from '~/lib/runs';

const chunkBits = 20;
const chunkBytes = 1 << chunkBits;
const firstBytes = 256;
/** Addresses are kept in 32 bits. */
const mostChunks = 2 ** 32 / chunkBytes;

export interface HeapChunk {
  readonly bytes: Uint8Array;
  /** Of its first byte. */
  readonly address: number;
  /** What of it is filled. */
  readonly length: number;
}

export class ByteHeap {
  /** By address in megabytes; a chunk of several megabytes stands there several times. */
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #views: DataView[] = [];
  /** The chunk that is being filled begins at this address, and is filled so far. */
  #start = 0;
  #filled = 0;

  /** Whether what was pushed last is ASCII without a backslash. */
  isPlain = false;

  /** Throws `out-of-memory` beyond 4 GB. */
  push(bytes: DataView, start: number, end: number): number {
    this.#makeRoom(end - start);
    const at = this.#filled;
    this.isPlain = copyRun(bytes, start, end, this.#views.at(-1) ?? nothing, at);
    this.#filled += end - start;
    return this.#start + at;
  }

  /**
   * The same for several runs that lie one behind the other, from that number on: as many as there is room for in the chunk, at least
   * one. Up to which number, and the address of the first. Throws a `RangeError` where `bytes` end.
   */
  pushRuns(bytes: Uint8Array, start: number, lengths: Uint32Array, from: number): { end: number; address: number } {
    this.#makeRoom(lengths[from] ?? 0);
    const room = (this.#chunks.at(-1)?.length ?? 0) - this.#filled;
    let length = lengths[from] ?? 0;
    let end = from + 1;
    for (; end < lengths.length && length + (lengths[end] ?? 0) <= room; end++) length += lengths[end] ?? 0;
    if (start + length > bytes.length) throw new RangeError('The values are longer than their bytes.');
    const at = this.#filled;
    this.#chunks.at(-1)?.set(bytes.subarray(start, start + length), at);
    this.#filled += length;
    return { end, address: this.#start + at };
  }

  /** The chunk in which an address lies. */
  chunkAt(address: number): Uint8Array {
    return this.#chunks[address >>> chunkBits] ?? none;
  }

  viewAt(address: number): DataView {
    return this.#views[address >>> chunkBits] ?? nothing;
  }

  /** The position of an address in its chunk. */
  offsetAt(address: number): number {
    const chunk = this.chunkAt(address);
    if (chunk.length <= chunkBytes) return address & (chunkBytes - 1);
    let first = address >>> chunkBits;
    while (this.#chunks[first - 1] === chunk) first--;
    return address - first * chunkBytes;
  }

  /** What is filled, chunk by chunk. */
  *chunks(): Generator<HeapChunk> {
    for (const [at, bytes] of this.#chunks.entries()) {
      if (bytes === this.#chunks[at - 1]) continue;
      const address = at * chunkBytes;
      yield { bytes, address, length: address === this.#start ? this.#filled : bytes.length };
    }
  }

  #makeRoom(length: number): void {
    const last = this.#chunks.at(-1);
    if (last && this.#filled + length <= last.length) return;
    if (last && this.#chunks.length === 1 && this.#filled + length <= chunkBytes) {
      const larger = new Uint8Array(Math.min(chunkBytes, Math.max(last.length * 2, this.#filled + length)));
      larger.set(last.subarray(0, this.#filled));
      this.#chunks[0] = larger;
      this.#views[0] = viewOf(larger);
    } else this.#addChunk(length);
  }

  #addChunk(length: number): void {
    const isFirst = this.#chunks.length === 0;
    const megabytes = Math.max(1, Math.ceil(length / chunkBytes));
    if (this.#chunks.length + megabytes > mostChunks)
      throw new EngineError('out-of-memory', 'One property takes more than 4 GB in these records.');
    const chunk = new Uint8Array(isFirst && length <= firstBytes ? firstBytes : megabytes * chunkBytes);
    this.#start = this.#chunks.length * chunkBytes;
    this.#filled = 0;
    const view = viewOf(chunk);
    for (let i = 0; i < megabytes; i++) {
      this.#chunks.push(chunk);
      this.#views.push(view);
    }
  }
}

const none = new Uint8Array(0);
const nothing = viewOf(none);
