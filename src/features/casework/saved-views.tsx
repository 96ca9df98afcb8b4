import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { RenameRegular } from '@fluentui/react-icons/svg/rename';
import type { ReactNode } from 'react';
import type { SavedView } from '~/domain/casework/kept-work';
import { addressOf, isOfFiles } from '~/domain/casework/saved-view';
import { addView, deleteView, renameView, takeView, type WorkChange } from '~/domain/casework/work-changes';
import { formatTime } from '~/lib/time';
import type { Casework } from '~/records/casework';
import { EntryList } from '~/ui/entry-list';
import { useTimeZone } from '~/ui/time-zone';
import { AddressLink } from './address-link';
import { CaseChoice } from './case-choice';
import { NamePopover } from './name-popover';

export interface SavedViewsProps {
  readonly casework: Casework;
  readonly views: readonly SavedView[];
  run(change: WorkChange, text: string): void;
  /** Beside what can be done with any view. */
  renderActions?(view: SavedView): ReactNode;
}

/** Searches and results to come back to. */
export function SavedViews({ casework, views, run, renderActions }: SavedViewsProps) {
  const [zone] = useTimeZone();
  return (
    <EntryList
      label="Saved views"
      entries={views}
      keyOf={({ id }) => id}
      renderName={(view) => <AddressLink address={addressOf(view)}>{view.name}</AddressLink>}
      factsOf={(view) =>
        `${isOfFiles(view) ? 'Of opened files, which have to be opened again first; saved' : 'Saved'} ${formatTime(view.created, zone)}`
      }
      renderActions={(view) => (
        <>
          {renderActions?.(view)}
          <CaseChoice
            casework={casework}
            of={view.name}
            isIn={({ viewIds }) => viewIds.includes(view.id)}
            add={(caseId) => addView(caseId, view.id)}
            take={(caseId) => takeView(caseId, view.id)}
          />
          <NamePopover
            size="small"
            appearance="subtle"
            icon={<RenameRegular />}
            aria-label={`Rename ${view.name}`}
            field="Name of the view"
            name={view.name}
            confirmLabel="Rename"
            onName={(name) => run(renameView(view.id, name, Date.now()), `View renamed to “${name}”`)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            title="Delete"
            aria-label={`Delete ${view.name}`}
            onClick={() => run(deleteView(view.id), `View “${view.name}” deleted`)}
          />
        </>
      )}
    />
  );
}
