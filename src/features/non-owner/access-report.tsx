import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import { isAmong, mailboxGrouping, toMailboxAccess } from '~/domain/mailbox-access/non-owner-access';
import type { Filter } from '~/domain/view/filter';
import { counted, formatNumber } from '~/lib/words';
import { coverageWords } from '~/records/coverage-words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { groupsQuery } from '~/records/record-queries';
import { useSetState } from '~/records/use-set-state';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { ListLine } from '~/ui/list-line';
import { useTimeZone } from '~/ui/time-zone';
import { accessColumns } from './access-columns';
import { MailboxPanel } from './mailbox-panel';
import type { NonOwnerParams, NonOwnerParamsInput } from './non-owner-params';
import { ReportFilters } from './report-filters';
import { ReportNotes } from './report-notes';
import { type ExportSlot, useReportExport } from './use-report-export';

const useStyles = makeStyles({
  body: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: '420px' },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, flexGrow: 1, minWidth: 0 },
  beside: { paddingInlineEnd: tokens.spacingHorizontalL, '@media screen and (max-width: 900px)': { display: 'none' } },
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px' },
});

const mostFirst: DataSort = { column: 'accesses', descending: true };
const noReport: readonly never[] = [];

export interface AccessReportProps {
  readonly held: HeldRecordSet;
  readonly source: ReactNode;
  /** What was looked at, in words. */
  readonly description: ReactNode;
  readonly notices?: ReactNode;
  readonly params: Omit<NonOwnerParams, 'in'>;
  onParams(change: NonOwnerParamsInput, options: { readonly replace: boolean }): void;
  /** A link to the records that pass. */
  renderRecordsLink(filters: Filter[], label: string): ReactNode;
  /** Why somebody may have access to a mailbox. */
  renderExplanation(mailbox: string): ReactNode;
  renderExport(slot: ExportSlot): ReactNode;
  /** A link to what is audited at all. */
  readonly settings: ReactNode;
}

/** Which mailboxes somebody else than the owner was in, and of one of them, who and what they did. */
export function AccessReport(props: AccessReportProps) {
  const { held, params, onParams, renderRecordsLink, renderExplanation, renderExport } = props;
  const { access, mailboxes, mailbox, sort } = params;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const state = useSetState(held.set);
  const grouping = useMemo(() => mailboxGrouping(access), [access]);
  const report = useQuery({
    ...groupsQuery(held, { grouping, read: toMailboxAccess }, state),
    placeholderData: keepPreviousData,
  });
  const isBusy = report.isPlaceholderData;
  const all = report.data ?? noReport;
  const shown = useMemo(() => report.data?.filter((row) => isAmong(row.mailbox, mailboxes)), [report.data, mailboxes]);
  const columns = useMemo(() => accessColumns(zone), [zone]);
  const table = useDataTable({
    layoutKey: 'access by others',
    columns,
    rows: shown,
    sort,
    standardSort: mostFirst,
    onSort: (next) => onParams({ sort: next }, { replace: true }),
  });
  const narrowedTo = mailboxes.length === 0 ? undefined : (shown ?? noReport).map((row) => row.mailbox);
  const exportSlot = useReportExport(held.set, access, narrowedTo);
  const grid = useRef<VirtualGridHandle>(null);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const close = () => {
    onParams({ mailbox: '' }, { replace: false });
    grid.current?.focus();
  };

  if (report.error) {
    return <Failure {...describeError(report.error)} action={<Button onClick={() => report.refetch()}>Try again</Button>} />;
  }
  const isEmpty = report.data?.length === 0 && state.coverage !== 'filling' && !isBusy;
  return (
    <>
      {props.notices}
      <ReportFilters
        criteria={params}
        onCriteria={(change) => onParams({ ...change, mailbox: '' }, { replace: true })}
        report={all}
      />
      {isEmpty && access === 'all' ? (
        <EmptyState
          title="Nobody but owners was in a mailbox"
          advice={
            <>
              Only what is audited leaves records: look at what is, and for accounts with a bypass. Looked at: {props.description}
            </>
          }
          action={props.settings}
        />
      ) : (
        <div className={styles.body}>
          <div className={mergeClasses(styles.main, mailbox !== '' && styles.beside)}>
            <ListLine
              outOf={report.data?.length}
              noun="mailbox"
              plural="mailboxes"
              fileName="access by others than owners"
              isBusy={isBusy}
              table={table}
              actions={shown && renderExport(exportSlot)}
            />
            <div className={styles.grid} aria-busy={isBusy}>
              {isEmpty ? (
                // The list stays, and with it an export that may be going on.
                <EmptyState
                  title="No access of this type"
                  advice={
                    <>Others may have been in mailboxes in another way: choose All non-owners. Looked at: {props.description}</>
                  }
                  action={props.settings}
                />
              ) : shown?.length === 0 && all.length > 0 ? (
                <EmptyState
                  title="No mailbox matches"
                  advice={`None of the ${formatNumber(all.length)} mailboxes somebody else was in is one of these.`}
                />
              ) : (
                <DataTable
                  label="Mailboxes others were in"
                  table={table}
                  gridRef={grid}
                  isOpened={(row) => row.mailbox.toLowerCase() === mailbox.toLowerCase()}
                  onOpen={(row, byKeyboard) => {
                    setByKeyboard(byKeyboard);
                    onParams({ mailbox: row.mailbox }, { replace: mailbox !== '' });
                  }}
                />
              )}
            </div>
          </div>
          {mailbox !== '' && (
            <MailboxPanel
              key={mailbox}
              held={held}
              access={access}
              mailbox={mailbox}
              accesses={all.find((row) => row.mailbox.toLowerCase() === mailbox.toLowerCase())?.accesses ?? 0}
              zone={zone}
              takesFocus={isByKeyboard}
              onClose={close}
              renderRecordsLink={renderRecordsLink}
              renderExplanation={renderExplanation}
            />
          )}
        </div>
      )}
      <ReportNotes report={shown ?? noReport}>
        <span>
          Made from {counted(state.records, 'record')} · {coverageWords[state.coverage]}
        </span>
        <span>Source: {props.source}</span>
      </ReportNotes>
    </>
  );
}
