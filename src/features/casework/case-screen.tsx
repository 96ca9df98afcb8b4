import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { RenameRegular } from '@fluentui/react-icons/svg/rename';
import { type ReactNode, useMemo } from 'react';
import { deleteCase, editCase, takeRecords, takeView } from '~/domain/casework/work-changes';
import { workOfCase } from '~/domain/casework/work-file';
import { formatTime, zoneIdentifier } from '~/lib/time';
import { counted } from '~/lib/words';
import { useCasework } from '~/records/casework';
import { CommandButton } from '~/ui/command-button';
import { EmptyState } from '~/ui/empty-state';
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
import { useUndo } from './use-undo';

const useStyles = makeStyles({ note: { maxWidth: '880px' } });

export interface CaseScreenProps extends CasesScreenProps {
  readonly caseId: string;
  /** The way back to all cases. */
  readonly before: ReactNode;
}

/** One case: its note, its views and its records. */
export function CaseScreen(props: CaseScreenProps) {
  const { casework, caseId, before, params, onParams } = props;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { work, isRead } = useCasework(casework);
  const { run, toaster } = useUndo(casework);
  const inCase = useMemo(() => workOfCase(work, caseId), [work, caseId]);
  const entry = work.cases.get(caseId);
  if (!entry)
    return (
      <>
        <Page title="Case" before={before}>
          <CaseworkTrouble casework={casework} />
          {isRead && (
            <EmptyState
              title="This case is not kept here"
              advice="It was deleted, or belongs to another browser or tenant. Whoever has it can export it for you to import."
            />
          )}
        </Page>
        {toaster}
      </>
    );
  const { name, note, created, recordIds, viewIds } = entry;
  return (
    <CasesLayout
      {...props}
      run={run}
      onTakeOut={({ recordId }) => {
        onParams({ mark: undefined });
        run(takeRecords(caseId, [recordId]), 'Record taken out');
      }}
    >
      <Page
        title={name}
        before={before}
        context={`${counted(recordIds.length, 'record')}, ${counted(viewIds.length, 'view')}, created ${formatTime(created, zone)} ${zoneIdentifier(zone)}`}
        actions={
          <>
            <NamePopover
              icon={<RenameRegular />}
              field="Name of the case"
              name={name}
              confirmLabel="Rename"
              onName={(next) => run(editCase(caseId, { name: next }, Date.now()), `Case renamed to “${next}”`)}
            >
              Rename
            </NamePopover>
            <CommandButton
              command="Export the case"
              icon={<ArrowDownloadRegular />}
              onClick={() => exportWork(inCase, casework.tenant, name)}
            >
              Export
            </CommandButton>
            <CommandButton
              command="Delete the case"
              icon={<DeleteRegular />}
              onClick={() => run(deleteCase(caseId), `Case “${name}” deleted`)}
            >
              Delete
            </CommandButton>
          </>
        }
      >
        <CaseworkTrouble casework={casework} />
        <Field label="Note" className={styles.note}>
          <Textarea
            resize="vertical"
            rows={4}
            value={note}
            onChange={(_, { value }) => casework.type(editCase(caseId, { note: value }, Date.now()))}
            onBlur={() => void casework.flush()}
          />
        </Field>
        <Section title="Views">
          {inCase.views.size === 0 ? (
            <EmptyState title="No views yet" advice="Add to case puts a saved view in here, on the page of all cases." />
          ) : (
            <SavedViews
              casework={casework}
              views={byName(inCase.views)}
              run={run}
              renderActions={(view) => (
                <Button
                  size="small"
                  aria-label={`Take ${view.name} out of this case`}
                  onClick={() => run(takeView(caseId, view.id), `View “${view.name}” taken out`)}
                >
                  Take out
                </Button>
              )}
            />
          )}
        </Section>
        <MarkedRecords
          title="Records"
          empty="Add to case puts a record in here, where the record is open."
          work={work}
          marks={inCase.marks}
          params={params}
          onParams={onParams}
        />
      </Page>
      {toaster}
    </CasesLayout>
  );
}
