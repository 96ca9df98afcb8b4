// A journal's file in memory, whose owner can be killed while it is being written.

import type { JournalFile } from './journal';

export class MemoryFile implements JournalFile {
  bytes = new Uint8Array(0);
  /** Bytes that may still be written before the writer is killed. */
  life = Number.POSITIVE_INFINITY;
  /** What is there for certain: written and flushed. */
  confirmed = 0;

  getSize(): number {
    return this.bytes.length;
  }

  read(to: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    const found = this.bytes.subarray(at, at + to.length);
    to.set(found);
    return found.length;
  }

  write(bytes: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    const written = bytes.subarray(0, Math.max(0, Math.min(bytes.length, this.life)));
    const larger = new Uint8Array(Math.max(this.bytes.length, at + written.length));
    larger.set(this.bytes);
    larger.set(written, at);
    this.bytes = larger;
    this.life -= bytes.length;
    if (this.life < 0) throw new Killed();
    return written.length;
  }

  truncate(size: number): void {
    if (this.life < 0) throw new Killed();
    this.bytes = this.bytes.slice(0, size);
    this.confirmed = Math.min(this.confirmed, size);
  }

  flush(): void {
    this.confirmed = this.bytes.length;
  }

  close(): void {
    // Nothing is held.
  }
}

export class Killed extends Error {}
