import { useEffect, useState } from 'react';
import { inFiles } from '~/domain/record/records-source';
import { allOf } from '~/lib/words';
import { type HeldRecordSet, recordSets } from '~/records/held-record-sets';
import type { KeptSets } from '~/records/kept-sets';
import { fileOpeningOf } from './open-files';
import { rememberedFiles, rememberFiles } from './remembered-files';

/** Of the key under which records of files are kept, before the id of their set. */
export const keptFilesPrefix = 'files ';

export interface FileSet {
  /** Of the opened files; of those that were opened in this tab before it was loaded again, too, where they are kept. */
  readonly held: HeldRecordSet | undefined;
  open(files: File[]): void;
  /** Opens files that are kept, whatever tab they were opened in. */
  openKept(key: string, title: string): void;
  close(): void;
}

/** `keep` is absent where records are not kept. */
export function useFileSet(keep: KeptSets['keep'] | undefined): FileSet {
  const [held, setHeld] = useState(() => recordSets.find(inFiles) ?? restored(keep));
  useEffect(() => {
    if (!held) return;
    let isLeft = false;
    void fileOpeningOf(held).isRestored.then((isThere) => {
      if (isThere || isLeft || held.set.state.get().records > 0 || fileOpeningOf(held).files.get().length > 0) return;
      recordSets.release(inFiles);
      setHeld(undefined);
    });
    return () => {
      isLeft = true;
    };
  }, [held]);
  return {
    held,
    open(files) {
      if (!recordSets.find(inFiles)) rememberFiles({ id: crypto.randomUUID(), names: [] });
      const set = recordSets.hold(inFiles);
      fileOpeningOf(set).open(files);
      setHeld(set);
    },
    openKept(key, title) {
      rememberFiles({ id: key.slice(keptFilesPrefix.length), names: [title] });
      setHeld(restored(keep));
    },
    close() {
      rememberFiles(undefined);
      recordSets.release(inFiles);
      setHeld(undefined);
    },
  };
}

function restored(keep: KeptSets['keep'] | undefined): HeldRecordSet | undefined {
  const files = rememberedFiles();
  if (!keep || !files) return undefined;
  const held = recordSets.hold(inFiles);
  fileOpeningOf(held, () => keep(`${keptFilesPrefix}${files.id}`, allOf(files.names), held));
  return held;
}
