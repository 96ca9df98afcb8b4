// The walk over records in WebAssembly: the steps that are known, over bytes that were copied into its memory. It needs a fifth of
// the time that the same walk takes in JavaScript, which is what is done where WebAssembly with SIMD is missing, and with whatever is
// met for the first time.
//
//   addresses   0   | 8 KB ... | 4 MB    | as the bytes need
//               found ┘          steps     bytes

import { instantiate } from './instantiate';
import { code } from './walk.as.ts?wasm';

/** Values of a record. */
export const mostFound = 1024;
const foundAt = 64;
const stepsAt = 16 * 1024;
const bytesAt = 4 * 1024 * 1024;
const pageBytes = 64 * 1024;
/** Loads reach beyond what is walked over. */
const padding = 64;
const stepHead = 16;

/** What `walk` answers in place of where a record ends. */
export const walkedBroken = -1;
export const walkedUnknown = -2;
export const walkedOther = -3;

/** A node, or a step, by its address. */
export type WalkAddress = number;

export interface WalkStep {
  readonly bytes: Uint8Array;
  readonly kind: 'text' | 'bare' | 'opens' | 'ends';
  readonly isAuditData: boolean;
}

const kinds = ['text', 'bare', 'opens', 'ends'] as const;
const auditDataBit = 4;

export class RecordWalk {
  readonly #memory: WebAssembly.Memory;
  readonly #walk: CallableFunction;
  #bytes = new Uint8Array(0);
  #words = new Uint32Array(0);
  #loaded: Uint8Array | undefined;
  #stepsEnd = stepsAt;

  private constructor(memory: WebAssembly.Memory, walk: CallableFunction) {
    this.#memory = memory;
    this.#walk = walk;
    this.#reserve(bytesAt);
  }

  /** `undefined` where WebAssembly with SIMD is missing or may not be compiled. */
  static make(): RecordWalk | undefined {
    const { memory, walk } = instantiate(code) ?? {};
    if (!(memory instanceof WebAssembly.Memory) || typeof walk !== 'function') return undefined;
    return new RecordWalk(memory, walk);
  }

  /** A node without steps; `undefined` when there is no more room. */
  addNode(): WalkAddress | undefined {
    const node = this.#take(4);
    if (node !== undefined) this.#words[node / 4] = 0;
    return node;
  }

  /** Whether there was room for it. */
  addStep(from: WalkAddress, to: WalkAddress, { bytes, kind, isAuditData }: WalkStep): boolean {
    const step = this.#take(stepHead + Math.ceil(bytes.length / 16) * 16);
    if (step === undefined) return false;
    const words = this.#words;
    words[step / 4] = words[from / 4] ?? 0;
    words[step / 4 + 1] = to;
    words[step / 4 + 2] = bytes.length;
    words[step / 4 + 3] = kinds.indexOf(kind) | (isAuditData ? auditDataBit : 0);
    this.#bytes.set(bytes, step + stepHead);
    words[from / 4] = step;
    return true;
  }

  /** Bytes that do not change as long as they are walked over. */
  load(bytes: Uint8Array): void {
    if (this.#loaded === bytes) return;
    this.#reserve(bytesAt + bytes.length + padding);
    this.#bytes.set(bytes, bytesAt);
    this.#loaded = bytes;
  }

  /**
   * Where the record ends that begins at `at` of what is loaded, at most at `end`; or one of the three above. Then `count`, `starts`
   * and `ends` tell of its values, and `node` where it ended, or where it was not known how to go on.
   */
  walk(root: WalkAddress, at: number, end: number): number {
    const after = Number(this.#walk(root, bytesAt + at, bytesAt + end, bytesAt, foundAt, mostFound));
    return after > 2 ? after - bytesAt : -1 - after;
  }

  get count(): number {
    return this.#words[foundAt / 4 - 2] ?? 0;
  }

  get node(): WalkAddress {
    return this.#words[foundAt / 4 - 1] ?? 0;
  }

  /** Valid until the next walk. */
  get starts(): Uint32Array {
    return this.#words.subarray(foundAt / 4, foundAt / 4 + this.count);
  }

  get ends(): Uint32Array {
    return this.#words.subarray(foundAt / 4 + mostFound, foundAt / 4 + mostFound + this.count);
  }

  #take(length: number): number | undefined {
    const at = this.#stepsEnd;
    if (at + length > bytesAt) return undefined;
    this.#stepsEnd = at + Math.ceil(length / 16) * 16;
    return at;
  }

  #reserve(length: number): void {
    const missing = length - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / pageBytes));
    if (this.#bytes.buffer === this.#memory.buffer) return;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Uint32Array(this.#memory.buffer);
  }
}
