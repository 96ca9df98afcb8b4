// What is kept in this browser, looked at and deleted from a page.

import type { KeptPlace } from '~/engine/record-set';
import { aboutFile, deletions, fileName, folderAt, nameOf, recordsFile } from '~/engine/store/kept-folder';
import { sleep } from '~/lib/sleep';
import type { EpochMs } from '~/lib/time';

export interface KeptFolder {
  /** The innermost of its place. */
  readonly name: string;
  /** The note it was kept with; from outside, like everything that was stored. */
  readonly about: string;
  readonly bytes: number;
  readonly writtenAt: EpochMs;
}

/** The folders within one, the oldest first. */
export async function keptFolders(within: KeptPlace): Promise<readonly KeptFolder[]> {
  const found: KeptFolder[] = [];
  for await (const [name, folder] of (await folderAt(within))?.entries() ?? []) {
    if (folder.kind !== 'directory') continue;
    try {
      const { size, lastModified } = await (await folder.getFileHandle(recordsFile)).getFile();
      // Nothing was written yet.
      if (size === 0) continue;
      const about = await (await (await folder.getFileHandle(aboutFile)).getFile()).text();
      found.push({ name: nameOf(name), about, bytes: size, writtenAt: lastModified });
    } catch {
      // Another tab is making or deleting it.
    }
  }
  return found.sort((a, b) => a.writtenAt - b.writtenAt);
}

/** A worker lets go of its file a moment after it is told to. */
const triesToDelete = 20;
const msBetweenTries = 50;

/** Deletes a folder with all that is in it, also while it is being written. Rejects when the browser does. */
export async function deleteFolder(place: KeptPlace): Promise<void> {
  const channel = new BroadcastChannel(deletions);
  channel.postMessage(place);
  channel.close();
  for (let attempt = 1; ; attempt++) {
    try {
      const folder = await folderAt(place.slice(0, -1));
      await folder?.removeEntry(fileName(place.at(-1) ?? ''), { recursive: true });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return;
      if (attempt === triesToDelete) throw error;
    }
    await sleep(msBetweenTries);
  }
}
