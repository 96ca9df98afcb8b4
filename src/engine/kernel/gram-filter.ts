// Four bytes of a text as one number, in which the case of letters of ASCII makes no difference, and filters that tell of most numbers
// that they are not among those that were added.

const multiplier = 0x9e3779b1;
const filterBits = 18;
/** Sets the bit in which letters of ASCII differ by case. Other bytes may fall together: texts are compared in whole. */
const foldBits = 0x20202020;

/** Of four bytes as a number of 32 bits, the first the lowest. */
export function gramOf(word: number): number {
  return word | foldBits;
}

/** What eight bytes come to. */
export function pairOf(gram: number, next: number): number {
  return Math.imul(gram, 0x85ebca6b) ^ next;
}

export function hashOf(key: number, bits: number): number {
  return Math.imul(key, multiplier) >>> (32 - bits);
}

/** A bit for each hash. */
export class GramFilter {
  readonly bits = new Uint32Array(1 << (filterBits - 5));

  add(key: number): void {
    const hash = hashOf(key, filterBits);
    this.bits[hash >>> 5] = (this.bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }

  has(key: number): boolean {
    const hash = hashOf(key, filterBits);
    return (((this.bits[hash >>> 5] ?? 0) >>> (hash & 31)) & 1) === 1;
  }
}

/** The bytes before `end`, four at a time, but for the last few. */
export function wordsOf(bytes: Uint8Array, end: number): Int32Array {
  // Numbers can only be read where an address is a multiple of their length.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice(0, end);
  return new Int32Array(aligned.buffer, aligned.byteOffset, end >> 2);
}
