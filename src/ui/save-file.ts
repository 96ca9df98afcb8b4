// The one way of saving a stream as a file: straight to disk where the administrator chose a place for it, else as a download,
// for which the browser collects it first.

import { blobFile, type Writing, writeStream } from '~/lib/write-stream';
import { download } from './download';

export interface SavedFile {
  readonly fileName: string;
  readonly bytes: number;
}

/** Saves all of the stream or, as `writeStream` says, nothing. */
export type SaveFile = (stream: ReadableStream<Uint8Array>, writing: Writing) => Promise<SavedFile>;

export function toDownloads(fileName: string, type: string): SaveFile {
  return async (stream, writing) => {
    const { file, take } = blobFile(type);
    const bytes = await writeStream(stream, file, writing);
    download(take(), fileName);
    return { fileName, bytes };
  };
}

declare global {
  interface Window {
    /** Chromium only. https://developer.mozilla.org/docs/Web/API/Window/showSaveFilePicker */
    showSaveFilePicker?(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
  }
  interface FileSystemFileHandle {
    /** Chromium only. */
    remove?(): Promise<void>;
  }
}

/**
 * Asks where to save; only within a click, and before anything is waited for. `undefined` when nothing was chosen. Where the
 * browser has no such question or refuses to ask it, as in frames, the file goes to the downloads.
 */
export async function chooseFile(fileName: string, type: string): Promise<SaveFile | undefined> {
  if (!window.showSaveFilePicker) return toDownloads(fileName, type);
  try {
    return toHandle(await window.showSaveFilePicker({ suggestedName: fileName }));
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    return isDismissed ? undefined : toDownloads(fileName, type);
  }
}

function toHandle(handle: FileSystemFileHandle): SaveFile {
  return async (stream, writing) => {
    // A new file is there from the moment it was chosen; what was there before stays as it was until all is written.
    const isNew = (await handle.getFile()).size === 0;
    try {
      const bytes = await writeStream(stream, await handle.createWritable(), writing);
      return { fileName: handle.name, bytes };
    } catch (error) {
      if (isNew) await handle.remove?.().catch(() => {});
      throw error;
    }
  };
}
