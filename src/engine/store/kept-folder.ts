// The folders of the browser's private file system in which sets are kept. Each has the records, in a journal that one worker has
// open at a time, and a note of what they are.
//
//   kept / tenant and account / what the set was filled from / records, about
//
// Address books lie beside them, as they were opened: address books / tenant and account / name of the file

import type { KeptPlace } from '~/engine/record-set';

export const recordsFile = 'records';
export const aboutFile = 'about';

/** Tells workers in all tabs to let go of what is about to be deleted. */
export const deletions = 'ledgerline kept sets';

export function folderAt(place: KeptPlace, options?: FileSystemGetDirectoryOptions) {
  return folderIn('kept', place, options);
}

/** `undefined` where there is no such folder, or the browser has no place for any. */
export async function folderIn(
  root: 'kept' | 'address books',
  place: readonly string[],
  options: FileSystemGetDirectoryOptions = {},
): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    let folder = await navigator.storage.getDirectory();
    for (const name of [root, ...place]) folder = await folder.getDirectoryHandle(fileName(name), options);
    return folder;
  } catch {
    return undefined;
  }
}

/** Of characters that every system allows in names of files, and that `nameOf` turns back. */
export function fileName(name: string): string {
  return encodeURIComponent(name).replace(/[*~']/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

export function nameOf(fileName: string): string {
  return decodeURIComponent(fileName);
}
