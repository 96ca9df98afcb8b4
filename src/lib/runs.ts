// Runs of bytes compared, copied and hashed four bytes at a time, which a DataView reads at any offset: for what is done to every
// value of every record.

/** Whether two runs of this length are the same. */
export function runsEqual(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  let i = 0;
  for (const last = length - 4; i <= last; i += 4)
    if (a.getInt32(aStart + i, true) !== b.getInt32(bStart + i, true)) return false;
  for (; i < length; i++) if (a.getUint8(aStart + i) !== b.getUint8(bStart + i)) return false;
  return true;
}

/** 32 bits of a run. */
export function hashOfRun(bytes: DataView, start: number, end: number): number {
  let hash = end - start;
  let p = start;
  for (const last = end - 4; p <= last; p += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(p, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; p < end; p++) hash = Math.imul(hash ^ bytes.getUint8(p), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Copies a run. Whether it is ASCII without a backslash. */
export function copyRun(from: DataView, start: number, end: number, to: DataView, at: number): boolean {
  let seen = 0;
  let p = start;
  let q = at;
  for (const last = end - 4; p <= last; p += 4, q += 4) {
    const word = from.getInt32(p, true);
    to.setInt32(q, word, true);
    // The highest bit of each byte: whether it is above 0x7f, or becomes 0 when a backslash is taken away.
    const without = word ^ 0x5c5c5c5c;
    seen |= word | ((without - 0x01010101) & ~without);
  }
  for (; p < end; p++, q++) {
    const byte = from.getUint8(p);
    to.setUint8(q, byte);
    if (byte === 0x5c) seen = -1;
    seen |= byte;
  }
  return (seen & 0x80808080) === 0;
}

/** Copies a run with every quotation mark doubled, and returns where the copy ends: at most twice its length behind `at`. */
export function copyRunDoubled(from: DataView, start: number, end: number, to: DataView, at: number): number {
  let p = start;
  let q = at;
  for (const last = end - 4; p <= last; p += 4, q += 4) {
    const word = from.getInt32(p, true);
    const without = word ^ 0x22222222;
    // Whether a byte becomes 0 when a quotation mark is taken away.
    if (((without - 0x01010101) & ~without & 0x80808080) !== 0) q = copyBytesDoubled(from, p, p + 4, to, q) - 4;
    else to.setInt32(q, word, true);
  }
  return copyBytesDoubled(from, p, end, to, q);
}

function copyBytesDoubled(from: DataView, start: number, end: number, to: DataView, at: number): number {
  let q = at;
  for (let p = start; p < end; p++) {
    const byte = from.getUint8(p);
    to.setUint8(q++, byte);
    if (byte === 0x22) to.setUint8(q++, byte);
  }
  return q;
}

/** The words of a run that is compared again and again. */
export class Pattern {
  readonly bytes: Uint8Array;
  readonly #words: Int32Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const view = viewOf(bytes);
    this.#words = Int32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getInt32(i * 4, true));
  }

  get length(): number {
    return this.bytes.length;
  }

  /** Whether it stands at `at`, from where there are as many bytes. */
  isAt(bytes: DataView, at: number): boolean {
    const words = this.#words;
    let p = at;
    for (let i = 0; i < words.length; i++, p += 4) if (bytes.getInt32(p, true) !== words[i]) return false;
    const own = this.bytes;
    for (let i = words.length * 4; i < own.length; i++, p++) if (bytes.getUint8(p) !== own[i]) return false;
    return true;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
