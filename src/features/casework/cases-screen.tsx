import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { RenameRegular } from '@fluentui/react-icons/svg/rename';
import type { ReactNode } from 'react';
import { type Case, workParts } from '~/domain/casework/kept-work';
import { deleteCase, editCase, newCase, putCase } from '~/domain/casework/work-changes';
import { formatTime } from '~/lib/time';
import { counted } from '~/lib/words';
import { useCasework } from '~/records/casework';
import { CommandButton } from '~/ui/command-button';
import { EmptyState } from '~/ui/empty-state';
import { EntryList } from '~/ui/entry-list';
import { FileDrop } from '~/ui/file-drop';
import { FilePicker } from '~/ui/file-picker';
import { Page } from '~/ui/page';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';
import { byName } from './by-name';
import { CasesLayout, type CasesScreenProps } from './cases-layout';
import { CaseworkTrouble } from './casework-trouble';
import { exportWork } from './export-work';
import { MarkedRecords } from './marked-records';
import { NamePopover } from './name-popover';
import { SavedViews } from './saved-views';
import { useImport } from './use-import';
import { useUndo } from './use-undo';

export interface CasesProps extends CasesScreenProps {
  renderCaseLink(entry: Case): ReactNode;
}

/** Everything that is kept: cases, saved views and marked records. */
export function CasesScreen(props: CasesProps) {
  const { casework, params, onParams, renderCaseLink } = props;
  const [zone] = useTimeZone();
  const { work, isRead, problem } = useCasework(casework);
  const { run, toaster } = useUndo(casework);
  const { take, outcomes } = useImport(casework);
  const views = byName(work.views);
  const cases = byName(work.cases);
  const onFiles = (files: File[]) => void take(files);
  return (
    <CasesLayout {...props} run={run}>
      <FileDrop label="Drop to import" onFiles={onFiles} />
      <Page
        title="Cases"
        context="Stars, tags, notes and views, kept in this browser for this tenant. They lie on this computer, not encrypted."
        actions={
          <>
            <NamePopover
              appearance="primary"
              icon={<AddRegular />}
              field="Name of the case"
              name=""
              confirmLabel="Create"
              onName={(name) => run(putCase(newCase(name, Date.now())), `Case “${name}” created`)}
            >
              New case
            </NamePopover>
            <FilePicker label="Import" accept=".json,application/json" onFiles={onFiles} />
            <CommandButton
              command="Export all cases"
              icon={<ArrowDownloadRegular />}
              disabledFocusable={workParts.every((part) => work[part].size === 0)}
              onClick={() => exportWork(work, casework.tenant, 'ledgerline cases')}
            >
              Export all
            </CommandButton>
          </>
        }
      >
        <CaseworkTrouble casework={casework} />
        {outcomes}
        {(isRead || problem) && (
          <>
            <Section title="Cases">
              {cases.length === 0 ? (
                <EmptyState
                  title="No cases yet"
                  advice="A case gathers records and views of one investigation. Create one here, or add a record to a new one where it is open."
                />
              ) : (
                <EntryList
                  label="Cases"
                  entries={cases}
                  keyOf={({ id }) => id}
                  renderName={renderCaseLink}
                  factsOf={({ recordIds, viewIds, created }) =>
                    `${counted(recordIds.length, 'record')}, ${counted(viewIds.length, 'view')}, created ${formatTime(created, zone)}`
                  }
                  renderActions={({ id, name }) => (
                    <>
                      <NamePopover
                        size="small"
                        appearance="subtle"
                        icon={<RenameRegular />}
                        aria-label={`Rename ${name}`}
                        field="Name of the case"
                        name={name}
                        confirmLabel="Rename"
                        onName={(next) => run(editCase(id, { name: next }, Date.now()), `Case renamed to “${next}”`)}
                      />
                      <Button
                        size="small"
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        title="Delete"
                        aria-label={`Delete ${name}`}
                        onClick={() => run(deleteCase(id), `Case “${name}” deleted`)}
                      />
                    </>
                  )}
                />
              )}
            </Section>
            <Section title="Saved views">
              {views.length === 0 ? (
                <EmptyState
                  title="No saved views yet"
                  advice="Save view on a page keeps its search, filters and sorting under a name."
                />
              ) : (
                <SavedViews casework={casework} views={views} run={run} />
              )}
            </Section>
            <MarkedRecords
              title="Marked records"
              empty="Star a record, tag it or write a note where it is open: it is listed here, whatever becomes of its search."
              work={work}
              marks={work.marks}
              params={params}
              onParams={onParams}
            />
          </>
        )}
      </Page>
      {toaster}
    </CasesLayout>
  );
}
