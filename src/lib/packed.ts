// Numbers, texts and runs of bytes one behind the other, as they are read again: numbers in as few bytes each as the largest needs,
// everything at an address that four divides, so that what is read needs no copy.

import { ByteList, decodeText, encodeText } from './bytes';
import { viewOf } from './runs';

export class PackedWriter {
  readonly #bytes = new ByteList(1 << 16);

  get length(): number {
    return this.#bytes.length;
  }

  /** Of 32 bits. */
  number(value: number): void {
    this.#bytes.append(Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24));
  }

  /** A list of numbers of 32 bits. */
  numbers(count: number, at: (i: number) => number): void {
    let largest = 0;
    for (let i = 0; i < count; i++) largest = Math.max(largest, at(i));
    const list = largest < 2 ** 8 ? new Uint8Array(count) : largest < 2 ** 16 ? new Uint16Array(count) : new Uint32Array(count);
    for (let i = 0; i < count; i++) list[i] = at(i);
    this.number(count);
    this.number(list.BYTES_PER_ELEMENT);
    this.#padded(new Uint8Array(list.buffer));
  }

  /** A list of numbers of any kind. */
  doubles(count: number, at: (i: number) => number): void {
    const list = new Float64Array(count);
    for (let i = 0; i < count; i++) list[i] = at(i);
    this.bytes(new Uint8Array(list.buffer));
  }

  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.#padded(bytes);
  }

  text(text: string): void {
    this.bytes(encodeText(text));
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.take();
  }

  #padded(bytes: Uint8Array): void {
    this.#bytes.append(bytes);
    this.#bytes.append(padding, 0, -bytes.length & 3);
  }
}

const padding = new Uint8Array(3);

/** Reads what was written, in the same order. Throws a `RangeError` where it ends too soon. */
export class PackedReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;

  /** `bytes` must begin at an address that four divides. */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    const value = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    return value;
  }

  /** Lies in what is read, as do `bytes`. */
  numbers(): Uint8Array | Uint16Array | Uint32Array {
    const count = this.number();
    const size = this.number();
    const start = this.#bytes.byteOffset + this.#skip(count * size);
    if (size === 1) return new Uint8Array(this.#bytes.buffer, start, count);
    if (size === 2) return new Uint16Array(this.#bytes.buffer, start, count);
    return new Uint32Array(this.#bytes.buffer, start, count);
  }

  doubles(): Float64Array {
    // Eight need not divide their address.
    return new Float64Array(this.bytes().slice().buffer);
  }

  bytes(): Uint8Array {
    const length = this.number();
    const start = this.#skip(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(): string {
    return decodeText(this.bytes());
  }

  #skip(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new RangeError('The packed bytes end too soon.');
    this.#at = start + length + (-length & 3);
    return start;
  }
}
