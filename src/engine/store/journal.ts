// A file to which entries are added and from which none is ever taken away. Entries belong to groups, and a group is there once its
// last entry is written and flushed; what was being written when the browser or the machine gave up is recognised, by its length
// and its hash, and cut off.
//
//   mark, version │ length, hash, bytes … │ length and last, hash, bytes … │ length, hash, half of an ent
//                                                                          ^ the next group goes here

import { viewOf } from '~/lib/runs';

/** What is used of a `FileSystemSyncAccessHandle`. */
export interface JournalFile {
  getSize(): number;
  /** Both return how many bytes they did. */
  read(to: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** `LLJ`, and a number that grows when what is written is no longer read in the same way. */
const mark = 0x4a4c4c;
const version = 1;
const headBytes = 8;
const markBytes = 8;
/** Of the length: no entry is that long. */
const lastBit = 0x8000_0000;

interface Entry {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly end: number;
  readonly isLast: boolean;
}

export class Journal {
  readonly #file: JournalFile;
  /** Where the last whole group ends, and what was written of the next. */
  #end = 0;
  #written = 0;
  #entry = new Uint8Array(0);

  constructor(file: JournalFile) {
    this.#file = file;
  }

  /** Bytes of the file as far as it is good. */
  get size(): number {
    return this.#end;
  }

  /**
   * The entries of whole groups, which begin at addresses that four divides; each is good until the next is asked for. To be read to
   * the end before the first is added. A file of another kind or version is emptied. Throws a `RangeError` when the file is changed
   * meanwhile.
   */
  *entries(): Generator<Uint8Array<ArrayBuffer>> {
    const size = this.#file.getSize();
    const begin = this.#read(0, markBytes);
    const isOurs = begin?.getUint32(0, true) === mark && begin.getUint32(4, true) === version;
    this.#end = isOurs ? markBytes : 0;
    const group: number[] = [];
    let entry = isOurs ? this.#entryAt(this.#end, size) : undefined;
    for (let at = this.#end; entry; entry = this.#entryAt(at, size)) {
      group.push(at);
      at = entry.end;
      if (!entry.isLast) continue;
      this.#end = at;
      const isAlone = group.length === 1;
      for (const start of group.splice(0)) {
        const whole = isAlone ? entry : this.#entryAt(start, size);
        if (!whole) throw new RangeError('The file was changed while it was read.');
        yield whole.bytes;
      }
    }
    this.#written = this.#end;
    if (this.#end < size) this.#file.truncate(this.#end);
  }

  /**
   * Adds an entry to the group that is being written. Once this returns for the last of it, the group is there to stay. Throws what
   * the file throws; then nothing is there of the group.
   */
  add(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    const begins = this.#written === 0;
    const at = begins ? markBytes : 0;
    const entry = new Uint8Array(at + headBytes + bytes.length);
    const view = viewOf(entry);
    if (begins) {
      view.setUint32(0, mark, true);
      view.setUint32(4, version, true);
    }
    const length = isLast ? bytes.length | lastBit : bytes.length;
    view.setUint32(at, length, true);
    view.setUint32(at + 4, hashOf(bytes) ^ length, true);
    entry.set(bytes, at + headBytes);
    try {
      if (this.#file.write(entry, { at: this.#written }) < entry.length)
        throw new DOMException('There is no room.', 'QuotaExceededError');
      if (isLast) this.#file.flush();
    } catch (error) {
      this.#file.truncate(this.#end);
      this.#written = this.#end;
      throw error;
    }
    this.#written += entry.length;
    if (isLast) this.#end = this.#written;
  }

  /** Takes everything away. */
  clear(): void {
    this.#file.truncate(0);
    this.#end = 0;
    this.#written = 0;
  }

  close(): void {
    this.#file.close();
  }

  /** The entry that begins there; `undefined` when none does, or not all of one. */
  #entryAt(at: number, size: number): Entry | undefined {
    const head = this.#read(at, headBytes);
    const length = head?.getUint32(0, true) ?? 0;
    const end = at + headBytes + (length & ~lastBit);
    if (!head || length === 0 || end > size) return undefined;
    const bytes = this.#room(length & ~lastBit);
    if (this.#file.read(bytes, { at: at + headBytes }) < bytes.length) return undefined;
    if ((hashOf(bytes) ^ length) >>> 0 !== head.getUint32(4, true)) return undefined;
    return { bytes, end, isLast: (length & lastBit) !== 0 };
  }

  /** For an entry, in place of the one before. */
  #room(length: number): Uint8Array<ArrayBuffer> {
    if (this.#entry.length < length) this.#entry = new Uint8Array(length * 2);
    return this.#entry.subarray(0, length);
  }

  #read(at: number, length: number): DataView | undefined {
    const bytes = new Uint8Array(length);
    return this.#file.read(bytes, { at }) === length ? viewOf(bytes) : undefined;
  }
}

/**
 * 32 bits of some megabytes, which begin at an address that four divides: four sums beside each other, which a processor works out
 * at once. A word that is another always makes another sum.
 */
function hashOf(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let a = bytes.length;
  let b = 0x7feb352d;
  let c = 0x85ebca6b;
  let d = 0x846ca68b;
  let i = 0;
  for (const last = words.length - 4; i <= last; i += 4) {
    a = Math.imul(a ^ (words[i] ?? 0), 0x9e3779b1);
    b = Math.imul(b ^ (words[i + 1] ?? 0), 0x9e3779b1);
    c = Math.imul(c ^ (words[i + 2] ?? 0), 0x9e3779b1);
    d = Math.imul(d ^ (words[i + 3] ?? 0), 0x9e3779b1);
  }
  for (; i < words.length; i++) a = mixed(a, words[i] ?? 0);
  for (i *= 4; i < bytes.length; i++) b = mixed(b, bytes[i] ?? 0);
  return mixed(mixed(mixed(a, b), c), d) >>> 0;
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
}
