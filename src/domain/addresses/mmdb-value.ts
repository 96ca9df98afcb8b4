// Values as the data section of an MMDB file and its metadata write them: https://maxmind.github.io/MaxMind-DB (version 2.0).
// A file may be damaged, or made to do harm: pointers that go in circles, or name so many values that reading takes for ever.

import { decodeText } from '~/lib/bytes';

/** Bytes and values that one value may come to: some hundred times what the longest records of such files have. */
const mostWork = 1 << 18;
/** Some times as deep as any of these records. */
const deepest = 64;

const pointerStarts = [0, 2048, 526_336, 0];

/**
 * The value at an offset of the section that pointers count from. Maps are objects, with own properties whatever these are called.
 * Integers of more than 53 bits are rounded, bytes are `undefined`. Throws a `RangeError` for what cannot be read.
 */
export function readMmdbValue(section: DataView, offset: number): unknown {
  return new ValueReader(section, offset).read();
}

class ValueReader {
  readonly #section: DataView;
  #at: number;
  #workLeft = mostWork;
  #depth = 0;

  constructor(section: DataView, at: number) {
    this.#section = section;
    this.#at = at;
  }

  read(): unknown {
    if (++this.#depth > deepest) throw new RangeError('The value is too deep.');
    const value = this.#readValue();
    this.#depth--;
    return value;
  }

  #readValue(): unknown {
    const control = this.#unsigned(1);
    const type = control >> 5 || 7 + this.#unsigned(1);
    if (type === 1) return this.#readPointer(control);
    const size = this.#readSize(control & 31);
    this.#workLeft -= 1 + size;
    if (this.#workLeft < 0) throw new RangeError('The value is too large.');
    switch (type) {
      case 2:
        return this.#readText(size);
      case 3:
        return this.#section.getFloat64(this.#skip(8));
      case 4:
        this.#skip(size);
        return undefined;
      case 5:
      case 6:
      case 9:
      case 10:
        return this.#unsigned(size);
      case 7:
        return Object.fromEntries(Array.from({ length: size }, () => [this.#readName(), this.read()]));
      case 8:
        return this.#unsigned(size) | 0;
      case 11:
        return Array.from({ length: size }, () => this.read());
      case 14:
        return size !== 0;
      case 15:
        return this.#section.getFloat32(this.#skip(4));
      default:
        throw new RangeError(`There is no type ${type}.`);
    }
  }

  #readName(): string {
    const name = this.read();
    if (typeof name !== 'string') throw new RangeError('A name is no text.');
    return name;
  }

  #readText(size: number): string {
    const start = this.#skip(size);
    return decodeText(new Uint8Array(this.#section.buffer, this.#section.byteOffset + start, size));
  }

  #readPointer(control: number): unknown {
    const width = (control >> 3) & 3;
    const high = width === 3 ? 0 : (control & 7) << (8 * (width + 1));
    const offset = high + this.#unsigned(width + 1) + (pointerStarts[width] ?? 0);
    const behind = this.#at;
    this.#at = offset;
    const value = this.read();
    this.#at = behind;
    return value;
  }

  #readSize(size: number): number {
    if (size < 29) return size;
    if (size === 29) return 29 + this.#unsigned(1);
    return size === 30 ? 285 + this.#unsigned(2) : 65_821 + this.#unsigned(3);
  }

  #unsigned(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this.#section.getUint8(this.#at++);
    return value;
  }

  /** Where the bytes begin that are passed. */
  #skip(size: number): number {
    const start = this.#at;
    this.#at += size;
    if (this.#at > this.#section.byteLength) throw new RangeError('The value ends too soon.');
    return start;
  }
}
