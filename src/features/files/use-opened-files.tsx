import { Button } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { FilePicker } from './file-picker';
import { describeFiles, FilesStatus, filesTitle } from './files-status';
import { ChooseFiles } from './no-files';
import type { FileOpening } from './open-files';
import { rememberFiles } from './remembered-files';

interface Actions {
  onFiles(files: File[]): void;
  onClose(): void;
}

/** What the results page says and offers when its records come from files. */
export function useOpenedFiles(opening: FileOpening, { onFiles, onClose }: Actions) {
  const snapshot = useSyncExternalStore(opening.subscribe, opening.getSnapshot);
  const { files, counts, isReading } = snapshot;
  useEffect(() => rememberFiles(files.filter(({ status }) => status.kind !== 'refused').map(({ name }) => name)), [files]);
  const isCutShort = files.some(({ status }) => status.kind === 'cancelled');
  return {
    title: filesTitle(files),
    description: 'Read by this page alone: nothing leaves this computer.',
    source: describeFiles(files),
    counts,
    completeness: isReading ? ('filling' as const) : isCutShort ? ('incomplete' as const) : ('complete' as const),
    notices: <FilesStatus opening={opening} snapshot={snapshot} />,
    empty: <ChooseFiles onFiles={onFiles} />,
    actions: (
      <>
        <FilePicker label="Add files" onFiles={onFiles} />
        <Button
          onClick={() => {
            rememberFiles([]);
            onClose();
          }}
        >
          Close files
        </Button>
      </>
    ),
  };
}
