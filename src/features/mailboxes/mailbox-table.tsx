import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PersonProhibitedRegular } from '@fluentui/react-icons/svg/person-prohibited';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { type RefObject, useCallback } from 'react';
import { type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import {
  differenceFromDefault,
  followsDefaults,
  type MailboxAuditing,
  standardAgeLimitMs,
} from '~/domain/mailbox-auditing/mailbox-auditing';
import { fileStamp } from '~/lib/file-name';
import { counted, formatNumber } from '~/lib/words';
import { CommandButton } from '~/ui/command-button';
import { download } from '~/ui/download';
import { dataCsv } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import type { RowTicks } from '~/ui/grid/grid-ticks';
import type { useDataTable } from '~/ui/grid/use-data-table';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { useCommands } from '~/ui/use-command';
import { VisibleText } from '~/ui/visible-text';
import { type AuditingContext, auditedWords } from './mailbox-filters';

const useStyles = makeStyles({
  icon: { verticalAlign: '-2px' },
  difference: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  export: { marginInlineStart: 'auto' },
});

export interface MailboxTableProps {
  readonly gridRef: RefObject<VirtualGridHandle | null>;
  readonly table: ReturnType<typeof useDataTable<MailboxAuditing>>;
  readonly ticks: RowTicks<MailboxAuditing>;
  readonly context: AuditingContext;
  /** Address of the one that is open. */
  readonly opened: string | undefined;
  onOpen(address: string, isByKeyboard: boolean): void;
}

const shortcuts = [
  { keys: 'Space', label: 'Select the row' },
  { keys: 'Shift+Space', label: 'Select all rows from the last one to this' },
  { keys: 'Ctrl+A', label: 'Select all rows of the table' },
];

export function MailboxTable({ gridRef, table, ticks, context, opened, onOpen }: MailboxTableProps) {
  const styles = useStyles();
  useCommands(shortcuts);
  const renderCell = useCallback(
    (mailbox: MailboxAuditing, column: string) => {
      const logon = logonTypes.find((each) => each === column);
      if (logon) return <LogonCell mailbox={mailbox} context={context} logon={logon} />;
      if (column === 'name') return <VisibleText text={mailbox.name} />;
      if (column === 'audited') return <AuditedCell words={auditedWords(mailbox, context)} />;
      if (column === 'bypass' && mailbox.isBypassed)
        return (
          <span className={styles.warning}>
            <PersonProhibitedRegular className={styles.icon} aria-hidden /> Bypassed
          </span>
        );
      if (column === 'age' && mailbox.ageLimitMs < standardAgeLimitMs)
        return (
          <span className={styles.warning}>
            <WarningRegular className={styles.icon} aria-label="below 90 days" /> {textOf(table, mailbox, column)}
          </span>
        );
      return undefined;
    },
    [styles, context, table],
  );
  return (
    <DataTable
      gridRef={gridRef}
      label="Mailboxes"
      table={table}
      ticks={ticks}
      renderCell={renderCell}
      isOpened={({ address }) => address === opened}
      onOpen={({ address }, isByKeyboard) => onOpen(address, isByKeyboard)}
    />
  );
}

function textOf(table: MailboxTableProps['table'], mailbox: MailboxAuditing, id: string): string {
  return table.columns.find((column) => column.id === id)?.text(mailbox) ?? '';
}

function AuditedCell({ words }: { readonly words: string }) {
  const styles = useStyles();
  if (words.startsWith('No:'))
    return (
      <span className={styles.warning}>
        <ProhibitedRegular className={styles.icon} aria-hidden /> {words}
      </span>
    );
  return (
    <>
      {words === 'Yes' && <CheckmarkRegular className={styles.icon} aria-hidden />} {words}
    </>
  );
}

interface LogonCellProps {
  readonly mailbox: MailboxAuditing;
  readonly context: AuditingContext;
  readonly logon: LogonType;
}

/** `default`, or `+2 −1` and which. */
function LogonCell({ mailbox, context: { edition }, logon }: LogonCellProps) {
  const styles = useStyles();
  if (followsDefaults(mailbox, edition, logon)) return <span className={styles.quiet}>default</span>;
  const { added, removed } = differenceFromDefault(mailbox, edition, logon);
  if (added.length + removed.length === 0) return <span className={styles.difference}>own list</span>;
  return (
    <>
      <span className={styles.difference}>
        {[...(added.length > 0 ? [`+${added.length}`] : []), ...(removed.length > 0 ? [`−${removed.length}`] : [])].join(' ')}
      </span>{' '}
      <span className={styles.quiet}>
        {[...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(', ')}
      </span>
    </>
  );
}

export interface TableLineProps {
  readonly table: MailboxTableProps['table'];
  /** All there are. */
  readonly outOf: number | undefined;
  readonly ticked: number;
  /** How many of those are in the table as it is filtered. */
  readonly tickedHere: number;
  onEdit(): void;
  onClear(): void;
}

/** How many there are and are selected, what can be done with those, and taking the table out. */
export function TableLine({ table, outOf, ticked, tickedHere, onEdit, onClear }: TableLineProps) {
  const styles = useStyles();
  const { rows, columns } = table;
  const count =
    rows === undefined || outOf === undefined
      ? 'Reading the mailboxes…'
      : `${rows.length < outOf ? `${formatNumber(rows.length)} of ` : ''}${counted(outOf, 'mailbox', 'mailboxes')}`;
  const hidden = ticked - tickedHere;
  return (
    <>
      <span role="status" className={mergeClasses(ticked > 0 && styles.difference)}>
        {ticked === 0
          ? count
          : `${formatNumber(ticked)} selected${hidden > 0 ? `, ${formatNumber(hidden)} not in this list` : ''}`}
      </span>
      {ticked > 0 && (
        <>
          <CommandButton command="Change the selected mailboxes" size="small" appearance="primary" onClick={onEdit}>
            Change the selected
          </CommandButton>
          <CommandButton command="Select no mailbox" size="small" onClick={onClear}>
            Select none
          </CommandButton>
        </>
      )}
      <CommandButton
        command="Export CSV"
        className={styles.export}
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={!rows?.length}
        onClick={async () => download(await dataCsv(rows ?? [], columns), `mailbox auditing ${fileStamp(Date.now())}.csv`)}
      >
        Export CSV
      </CommandButton>
    </>
  );
}
