// Looking into a file that is to be an address book, apart from the page: it can have a hundred megabytes.

import { openAddressBook } from '~/domain/addresses/address-book';
import { fileName, folderIn } from '~/engine/store/kept-folder';
import type { BookAsked, BookReply } from './book-messages';

export async function readBook({ name, file, keepFor }: BookAsked): Promise<BookReply> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { about, can } = openAddressBook(name, bytes);
    const isKept = keepFor !== undefined && (await keep(keepFor, name, bytes).catch(() => false));
    return { found: { name, about, can, bytes: new Blob([bytes]), isKept } };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function keep(owner: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const folder = await folderIn('address books', [owner], { create: true });
  if (!folder) return false;
  const handle = await (await folder.getFileHandle(fileName(name), { create: true })).createSyncAccessHandle();
  try {
    handle.truncate(0);
    return handle.write(bytes, { at: 0 }) === bytes.length;
  } finally {
    handle.close();
  }
}
