import { BookmarkRegular } from '@fluentui/react-icons/svg/bookmark';
import { isOfFiles, savedView } from '~/domain/casework/saved-view';
import { putView } from '~/domain/casework/work-changes';
import { type Casework, useCasework } from '~/records/casework';
import { NamePopover } from './name-popover';
import { useUndo } from './use-undo';

export interface SaveViewProps {
  readonly casework: Casework;
  /** Of the page. */
  readonly path: string;
  /** As the address bar has it, with its question mark; the record that is open is left out. */
  readonly search: string;
  readonly suggestedName: string;
}

/** Keeps what a page shows under a name, to be opened again from Cases. */
export function SaveView({ casework, path, search, suggestedName }: SaveViewProps) {
  const { isRead, problem } = useCasework(casework);
  const { run, toaster } = useUndo(casework);
  return (
    <>
      <NamePopover
        icon={<BookmarkRegular />}
        disabledFocusable={!isRead && !problem}
        field="Name of the view"
        hint={
          isOfFiles(savedView('', path, search, 0))
            ? 'It keeps filters and sorting, not the records: the files have to be opened again.'
            : 'It is listed under Cases.'
        }
        name={suggestedName}
        confirmLabel="Save"
        onName={(name) => run(putView(savedView(name, path, search, Date.now())), `View “${name}” saved`)}
      >
        Save view
      </NamePopover>
      {toaster}
    </>
  );
}
