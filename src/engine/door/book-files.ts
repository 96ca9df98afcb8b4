// Address books opened from a page, and those that are kept in this browser.

import { fileName, folderIn, nameOf } from '~/engine/store/kept-folder';
import type { BookAsked, BookFound, BookReply } from './book-messages';

export type { BookFound } from './book-messages';

/** Rejects with an error whose message says what is wrong with the file, as a sentence. */
export function openBook(asked: BookAsked): Promise<BookFound> {
  const worker = new Worker(new URL('./book-worker.ts', import.meta.url), { type: 'module', name: 'address book' });
  const reply = new Promise<BookFound>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<BookReply>) => {
      if ('found' in data) resolve(data.found);
      else reject(new Error(data.problem));
    });
    worker.addEventListener('error', () => reject(new Error(`${asked.name} could not be read.`)));
  });
  worker.postMessage(asked);
  return reply.finally(() => worker.terminate());
}

export interface KeptBook {
  readonly name: string;
  readonly file: Blob;
}

export async function keptBooks(owner: string): Promise<readonly KeptBook[]> {
  const kept: KeptBook[] = [];
  for await (const [name, handle] of (await folderIn('address books', [owner]))?.entries() ?? [])
    if (handle.kind === 'file') kept.push({ name: nameOf(name), file: await handle.getFile() });
  return kept;
}

/** All of them, unless it is told which. */
export async function deleteKeptBooks(owner: string, name?: string): Promise<void> {
  const folder = await folderIn('address books', name === undefined ? [] : [owner]);
  try {
    await folder?.removeEntry(fileName(name ?? owner), { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  }
}
