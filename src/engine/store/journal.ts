// A file to which entries are added and from which none is ever taken away. An entry is there once it is written and flushed; what
// was being written when the browser or the machine gave up is recognised, by its length and its hash, and cut off.
//
//   mark, version │ length, hash, bytes … │ length, hash, bytes … │ half of an ent
//                                                                 ^ the next entry goes here

import { hashOfRun, viewOf } from '~/lib/runs';

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

export class Journal {
  readonly #file: JournalFile;
  #end = 0;

  constructor(file: JournalFile) {
    this.#file = file;
  }

  /** Bytes of the file as far as it is good. */
  get size(): number {
    return this.#end;
  }

  /**
   * The entries there are, which begin at addresses that four divides. To be read to the end before the first is added. A file of
   * another kind or version is emptied.
   */
  *entries(): Generator<Uint8Array<ArrayBuffer>> {
    const size = this.#file.getSize();
    this.#end = 0;
    const begin = this.#read(0, markBytes);
    if (begin?.getUint32(0, true) === mark && begin.getUint32(4, true) === version) {
      this.#end = markBytes;
      for (;;) {
        const head = this.#read(this.#end, headBytes);
        const length = head?.getUint32(0, true) ?? 0;
        if (!head || length === 0 || this.#end + headBytes + length > size) break;
        const bytes = new Uint8Array(length);
        if (this.#file.read(bytes, { at: this.#end + headBytes }) < length) break;
        if (hashOfRun(viewOf(bytes), 0, length) !== head.getUint32(4, true)) break;
        this.#end += headBytes + length;
        yield bytes;
      }
    }
    if (this.#end < size) this.#file.truncate(this.#end);
  }

  /** Returns once the entry is there to stay. Throws what the file throws; then the journal is as it was. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    const begins = this.#end === 0;
    const at = begins ? markBytes : 0;
    const entry = new Uint8Array(at + headBytes + bytes.length);
    const view = viewOf(entry);
    if (begins) {
      view.setUint32(0, mark, true);
      view.setUint32(4, version, true);
    }
    view.setUint32(at, bytes.length, true);
    view.setUint32(at + 4, hashOfRun(viewOf(bytes), 0, bytes.length), true);
    entry.set(bytes, at + headBytes);
    try {
      if (this.#file.write(entry, { at: this.#end }) < entry.length)
        throw new DOMException('There is no room.', 'QuotaExceededError');
      this.#file.flush();
    } catch (error) {
      this.#file.truncate(this.#end);
      throw error;
    }
    this.#end += entry.length;
  }

  close(): void {
    this.#file.close();
  }

  #read(at: number, length: number): DataView | undefined {
    const bytes = new Uint8Array(length);
    return this.#file.read(bytes, { at }) === length ? viewOf(bytes) : undefined;
  }
}
