import { useEffect, useSyncExternalStore } from 'react';
import { CommandButton } from '~/ui/command-button';
import { FilePicker } from '~/ui/file-picker';
import { describeFiles, FilesStatus, filesTitle } from './files-status';
import { logFiles } from './log-files';
import { ChooseFiles } from './no-files';
import type { FileOpening } from './open-files';
import { rememberedFiles, rememberFiles } from './remembered-files';

interface Actions {
  onFiles(files: File[]): void;
  onClose(): void;
}

/** What the results page says and offers when its records come from files. */
export function useOpenedFiles(opening: FileOpening, { onFiles, onClose }: Actions) {
  const files = useSyncExternalStore(opening.files.subscribe, opening.files.get);
  const names = files.filter(({ status }) => status.kind !== 'refused').map(({ name }) => name);
  const namesText = JSON.stringify(names);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what they say, not by which list says it
  useEffect(() => {
    const remembered = rememberedFiles();
    if (remembered && names.length > 0) rememberFiles({ ...remembered, names });
  }, [namesText]);
  return {
    title: filesTitle(files),
    names,
    description: 'Read by this page alone: nothing leaves this computer.',
    source: describeFiles(files),
    notices: <FilesStatus opening={opening} files={files} />,
    empty: <ChooseFiles onFiles={onFiles} />,
    actions: (
      <>
        <FilePicker accept={logFiles} label="Add files" onFiles={onFiles} />
        <CommandButton command="Close the files" onClick={onClose}>
          Close files
        </CommandButton>
      </>
    ),
  };
}
