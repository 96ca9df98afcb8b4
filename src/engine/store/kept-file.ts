// Opening the file of a kept set, in the worker that reads it. The browser lets one of all tabs write: another gets what is there.

import type { KeptPlace } from '~/engine/record-set';
import { sleep } from '~/lib/sleep';
import type { JournalFile } from './journal';
import { aboutFile, deletions, folderAt, recordsFile } from './kept-folder';
import type { OpenKeptFile } from './stored-set';

/** A page that is left lets go of its file a moment after the next one has begun. */
const triesForHandle = 10;
const msBetweenTries = 50;

export const openKeptFile: OpenKeptFile = async (place, about, onDeleted) => {
  const folder = await folderAt(place, { create: true });
  if (!folder) return undefined;
  const records = await folder.getFileHandle(recordsFile, { create: true });
  const handle = await accessTo(records);
  if (!handle) return { file: new ReadFile(await records.getFile()), isReadOnly: true };
  await note(folder, about);
  const channel = new BroadcastChannel(deletions);
  const file: JournalFile = {
    getSize: () => handle.getSize(),
    read: (to, options) => handle.read(to, options),
    write: (bytes, options) => handle.write(bytes, options),
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close() {
      channel.close();
      handle.close();
    },
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isWithin(place, data)) return;
    file.close();
    onDeleted();
  });
  return { file, isReadOnly: false };
};

/** `undefined` while another tab has it. */
async function accessTo(records: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle | undefined> {
  for (let attempt = 1; attempt <= triesForHandle; attempt++) {
    try {
      return await records.createSyncAccessHandle();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NoModificationAllowedError') throw error;
    }
    await sleep(msBetweenTries);
  }
  return undefined;
}

async function note(folder: FileSystemDirectoryHandle, about: string): Promise<void> {
  const handle = await (await folder.getFileHandle(aboutFile, { create: true })).createSyncAccessHandle();
  handle.truncate(0);
  handle.write(new TextEncoder().encode(about), { at: 0 });
  handle.close();
}

function isWithin(place: KeptPlace, deleted: unknown): boolean {
  return Array.isArray(deleted) && deleted.every((name, at) => name === place[at]);
}

/** What a file holds at this moment. */
class ReadFile implements JournalFile {
  readonly #file: File;
  readonly #reader = new FileReaderSync();

  constructor(file: File) {
    this.#file = file;
  }

  getSize(): number {
    return this.#file.size;
  }

  /** Nothing when the file has changed since. */
  read(to: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    try {
      const bytes = new Uint8Array(this.#reader.readAsArrayBuffer(this.#file.slice(at, at + to.length)));
      to.set(bytes);
      return bytes.length;
    } catch {
      return 0;
    }
  }

  write(): number {
    return 0;
  }

  truncate(): void {
    // It is not this tab's.
  }

  flush(): void {
    // Nothing was written.
  }

  close(): void {
    // Nothing is held.
  }
}
