// Writes a set down while it is filled. A mark of the filler stands for what is there when it is given: a page that is taken in after
// it makes it stale, since only the filler knows which page comes next; records of the file that is being read do not.

import type { Records } from '~/engine/columns/records';
import type { Ingest } from '~/engine/intake/ingest';
import type { Kept } from '~/engine/record-set';
import { type KeptFile, StoredSet } from '~/engine/store/stored-set';

const everyMs = 1000;

export interface KeepingOptions {
  tell(kept: Kept): void;
  /** Lets others work between two pieces. */
  rest(): Promise<void>;
}

export class Keeping {
  readonly #options: KeepingOptions;
  #stored: StoredSet | undefined;
  #limit = 0;
  #mark: string | undefined;
  #isMarkWritten = true;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#stored !== undefined;
  }

  /** That of the last `mark`, or of what was opened. */
  get lastMark(): string | undefined {
    return this.#mark;
  }

  mark(mark: string): void {
    this.#mark = mark;
    this.#isMarkWritten = false;
  }

  unmark(): void {
    this.#mark = undefined;
  }

  /**
   * Keeps the set in a file from now on, which may have `limit` bytes. An empty set is filled with what is there, any other takes its
   * place. Throws a `RangeError` when what is there cannot be read; then the set is good for nothing.
   */
  async begin({ file, isReadOnly }: KeptFile, records: Records, ingest: Ingest, limit: number): Promise<void> {
    const stored = new StoredSet(file, records, ingest);
    try {
      if (records.count === 0) {
        for (const _ of stored.restore()) await this.#options.rest();
        this.#mark = stored.mark ?? this.#mark;
      } else if (!isReadOnly) stored.clear();
    } catch (error) {
      if (!isReadOnly) stored.clear();
      stored.close();
      throw error;
    }
    if (isReadOnly) this.#options.tell({ kind: 'elsewhere' });
    else {
      this.#stored = stored;
      this.#limit = limit;
      this.#options.tell({ kind: 'kept', bytes: stored.size });
    }
  }

  /** The file is gone. */
  letGo(): void {
    this.#stored = undefined;
    this.#options.tell({ kind: 'deleted' });
  }

  /** Milliseconds until it is time to write; `undefined` when there is nothing to write. */
  get dueIn(): number | undefined {
    if (!this.#stored || this.#mark === undefined || (this.#isMarkWritten && this.#stored.waiting === 0)) return undefined;
    return Math.max(0, this.#writtenAt + everyMs - performance.now());
  }

  /** Writes what there is. Nothing may be taken in meanwhile. */
  async write(): Promise<void> {
    const stored = this.#stored;
    if (!stored || this.#mark === undefined) return;
    try {
      this.#isMarkWritten = true;
      for (const _ of stored.write(this.#mark)) {
        await this.#options.rest();
        if (!this.isOn) return;
      }
      this.#writtenAt = performance.now();
      if (stored.size <= this.#limit) this.#options.tell({ kind: 'kept', bytes: stored.size });
      else this.#end(stored, 'full');
    } catch (error) {
      this.#end(stored, error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed');
    }
  }

  /** What was written stays. */
  #end(stored: StoredSet, kind: 'full' | 'failed'): void {
    this.#stored = undefined;
    stored.close();
    this.#options.tell({ kind, bytes: stored.size });
  }

  close(): void {
    this.#stored?.close();
    this.#stored = undefined;
  }
}
