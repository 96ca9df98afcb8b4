import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useCallback, useMemo } from 'react';
import { describeError } from '~/domain/describe-error';
import { type MessageCriteria, meetsCriteria } from '~/domain/message-criteria';
import type { Filter } from '~/domain/result-view';
import {
  failedSignInGrouping,
  messageGrouping,
  type TrackedMessage,
  toFailedSignIns,
  toTrackedMessage,
} from '~/domain/tracked-message';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { zoneIdentifier } from '~/lib/time';
import { type DataSort, dataCsv } from '~/ui/data-column';
import { DataTable } from '~/ui/data-table';
import { download } from '~/ui/download';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { useTimeZone } from '~/ui/time-zone';
import { useDataTable } from '~/ui/use-data-table';
import { CriteriaFields } from './criteria-fields';
import { failedSignInColumns, messageColumns } from './message-columns';
import { QuestionBar } from './question-bar';
import { useGroups } from './use-groups';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
  export: { marginInlineStart: 'auto', '@media print': { display: 'none' } },
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px' },
  failed: { color: tokens.colorStatusDangerForeground3 },
  icon: { verticalAlign: '-2px' },
});

export interface TrackedMessagesProps {
  readonly held: HeldResultSet;
  readonly records: number;
  readonly isFilling: boolean;
  /** Where the records come from, and how complete they are. */
  readonly about: ReactNode;
  readonly notices?: ReactNode;
  /** Instead of the list when nobody visited the portal. */
  readonly empty: ReactNode;
  readonly criteria: MessageCriteria;
  onCriteria(change: Partial<MessageCriteria>): void;
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort | undefined): void;
  /** Sign-in methods the set-up allows. */
  readonly expectedMethods: readonly string[];
  onOpen(messageId: string): void;
}

/** The encrypted messages among the records of a set, one row each. */
export function TrackedMessages(props: TrackedMessagesProps) {
  const { held, records, isFilling, criteria, onCriteria, expectedMethods } = props;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const [from, to] = criteria.hours;
  const grouping = useMemo(() => {
    const outsideHours: Filter = { field: 'time', op: 'outsideHours', values: [from, to, zoneIdentifier(zone)] };
    return messageGrouping(outsideHours);
  }, [from, to, zone]);
  const groups = useGroups(held, { records, isFilling, grouping, read: toTrackedMessage });
  const allowed = criteria.allowed ?? expectedMethods;
  if (groups.error) {
    return <Failure {...describeError(groups.error)} action={<Button onClick={() => groups.refetch()}>Try again</Button>} />;
  }
  const all = groups.data ?? [];
  const isEmpty = groups.data !== undefined && all.length === 0 && !isFilling && !groups.isPlaceholderData;
  return (
    <>
      {props.notices}
      {isEmpty ? (
        props.empty
      ) : (
        <>
          <QuestionBar
            criteria={criteria}
            onCriteria={onCriteria}
            messages={all}
            allowed={allowed}
            allowedBy={criteria.allowed ? '' : 'As the tracking set-up allows them.'}
          />
          <CriteriaFields criteria={criteria} onCriteria={onCriteria} />
          {criteria.question === 'failedSignIns' ? (
            <FailedSignInList {...props} />
          ) : (
            <MessageList {...props} all={groups.data} allowed={allowed} />
          )}
          <div className={styles.quiet}>{props.about}</div>
        </>
      )}
    </>
  );
}

interface MessageListProps extends TrackedMessagesProps {
  readonly all: readonly TrackedMessage[] | undefined;
  readonly allowed: readonly string[];
}

function MessageList({ all, allowed, criteria, sort, onSort, onOpen }: MessageListProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const rows = useMemo(() => all?.filter((message) => meetsCriteria(message, criteria, allowed)), [all, criteria, allowed]);
  const columns = useMemo(() => messageColumns(zone), [zone]);
  const order = orderOf(columns, sort, { column: 'lastActivity', descending: true });
  const table = useDataTable({ layoutKey: 'tracked messages', columns, rows, sort: order, onSort: keepSorted(order, onSort) });
  const renderCell = useCallback(
    (message: TrackedMessage, column: string) =>
      (column === 'failedSignIns' || column === 'refused') && message[column] > 0 ? (
        <span className={styles.failed}>
          <ErrorCircleRegular className={styles.icon} aria-hidden /> {message[column]}
        </span>
      ) : undefined,
    [styles],
  );
  return (
    <>
      <ListLine shown={rows?.length} outOf={all?.length} noun="message" name="encrypted messages" table={table} />
      <div className={styles.grid}>
        {rows?.length === 0 && all && all.length > 0 ? (
          <EmptyState
            title="No message matches"
            advice={`None of the ${all.length.toLocaleString('en-US')} messages meets these criteria.`}
          />
        ) : (
          <DataTable
            label="Tracked messages"
            table={table}
            renderCell={renderCell}
            onOpen={({ messageId }) => onOpen(messageId)}
          />
        )}
      </div>
    </>
  );
}

function FailedSignInList({ held, records, isFilling, criteria, onCriteria, sort, onSort }: TrackedMessagesProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const groups = useGroups(held, { records, isFilling, grouping: failedSignInGrouping, read: toFailedSignIns });
  const wanted = criteria.recipient.toLowerCase();
  const rows = useMemo(
    () => groups.data?.filter(({ recipient }) => recipient.toLowerCase().includes(wanted)),
    [groups.data, wanted],
  );
  const columns = useMemo(() => failedSignInColumns(zone), [zone]);
  const order = orderOf(columns, sort, { column: 'last', descending: true });
  const table = useDataTable({ layoutKey: 'failed sign-ins', columns, rows, sort: order, onSort: keepSorted(order, onSort) });
  if (groups.error) return <Failure {...describeError(groups.error)} />;
  return (
    <>
      <ListLine shown={rows?.length} outOf={groups.data?.length} noun="recipient" name="failed sign-ins" table={table} />
      <div className={styles.grid}>
        {rows?.length === 0 ? (
          <EmptyState title="No failed sign-in" advice="Everyone who asked to sign in among these records got in." />
        ) : (
          <DataTable
            label="Failed sign-ins by recipient"
            table={table}
            onOpen={({ recipient }) => onCriteria({ recipient, question: '', outcome: 'failedSignIn' })}
          />
        )}
      </div>
    </>
  );
}

interface ListLineProps<Row extends object> {
  readonly shown: number | undefined;
  readonly outOf: number | undefined;
  readonly noun: string;
  readonly name: string;
  readonly table: ReturnType<typeof useDataTable<Row>>;
}

function ListLine<Row extends object>({ shown, outOf, noun, name, table }: ListLineProps<Row>) {
  const styles = useStyles();
  const number = (value: number) => value.toLocaleString('en-US');
  const words =
    shown === undefined || outOf === undefined
      ? 'Reading…'
      : `${shown < outOf ? `${number(shown)} of ` : ''}${number(outOf)} ${noun}${outOf === 1 ? '' : 's'}`;
  return (
    <div className={styles.line}>
      <span className={styles.count} role="status">
        {words}
      </span>
      <Button
        className={styles.export}
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={!shown}
        onClick={async () => {
          const stamp = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
          download(await dataCsv(table.rows ?? [], table.columns), `${name} ${stamp} UTC.csv`);
        }}
      >
        Export CSV
      </Button>
    </div>
  );
}

/** As asked for, unless that was asked of another list: they share an address, but not their columns. */
function orderOf(columns: readonly { readonly id: string }[], sort: DataSort | undefined, standard: DataSort): DataSort {
  return sort && columns.some(({ id }) => id === sort.column) ? sort : standard;
}

/** A list is always in the order of some column: instead of none, the same column the other way round. */
function keepSorted(order: DataSort, onSort: (sort: DataSort) => void) {
  return (next: DataSort | undefined) => onSort(next ?? { ...order, descending: !order.descending });
}
