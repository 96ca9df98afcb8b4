import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { auditingOnQuery, mailboxesQuery } from '~/api/mailboxes';
import { describeError } from '~/domain/errors/describe-error';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { formatNumber } from '~/lib/words';
import { CommandButton } from '~/ui/command-button';
import { CompactLabel } from '~/ui/compact-label';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { useRowTicks } from '~/ui/grid/grid-ticks';
import { useDataTable } from '~/ui/grid/use-data-table';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { Page } from '~/ui/page';
import { mailboxColumns } from './mailbox-columns';
import { matchesText, passesFilter } from './mailbox-filters';
import { MailboxTable, TableLine } from './mailbox-table';
import { MailboxTools } from './mailbox-tools';
import type { MailboxesParams } from './mailboxes-params';
import { OrganizationState } from './organization-state';
import { SettingsPanel } from './settings-panel';
import { useApplyRun } from './use-apply-run';
import { useDrafts } from './use-drafts';

const useStyles = makeStyles({
  above: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
  },
  // A panel stands beside all of it, and has the height it needs.
  body: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: '480px', flexBasis: 0 },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flexGrow: 1, minWidth: 0, minHeight: 0 },
  // The panel covers the rows there, and needs the room: what is under it is not to be reached by keyboard either.
  aside: { '@media (max-width: 900px)': { display: 'none' } },
  beside: { paddingInlineEnd: tokens.spacingHorizontalM },
  covered: { '@media (max-width: 900px)': { visibility: 'hidden' } },
});

const byName: DataSort = { column: 'name', descending: false };
const addressOf = ({ address }: MailboxAuditing) => address;
const nameOf = ({ name }: MailboxAuditing) => name;
const none: readonly MailboxAuditing[] = [];

export interface MailboxSettingsProps {
  readonly exchange: ExchangeAdmin;
  /** Links to the other pages about mailbox auditing. */
  readonly links?: ReactNode;
  readonly params: MailboxesParams;
  onParams(change: Partial<MailboxesParams>): void;
}

/** Every mailbox with what is audited of it, and changing that for one or many. */
export function MailboxSettings({ exchange, links, params, onParams }: MailboxSettingsProps) {
  const styles = useStyles();
  const grid = useRef<VirtualGridHandle>(null);
  const organization = useQuery(auditingOnQuery(exchange));
  const mailboxes = useQuery(mailboxesQuery(exchange));
  const isOnForAll = organization.isError ? undefined : organization.data;
  const { edition, text, filter } = params;
  const context = useMemo(() => ({ isOnForAll, edition }), [isOnForAll, edition]);
  const columns = useMemo(() => mailboxColumns(context), [context]);
  const everyone = mailboxes.data;
  const rows = useMemo(
    () => everyone?.filter((mailbox) => (filter === '' || passesFilter(mailbox, filter, context)) && matchesText(mailbox, text)),
    [everyone, filter, text, context],
  );
  const onSort = (sort: DataSort) => onParams({ sort });
  const table = useDataTable({ layoutKey: 'mailboxes', columns, rows, sort: params.sort, standardSort: byName, onSort });
  const { ticks, ticked, tickedHere, clear } = useRowTicks(table.rows, addressOf, nameOf);
  const [isForTicked, setForTicked] = useState(false);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const applying = useApplyRun(exchange);
  const drafts = useDrafts();

  const chosen = useMemo(() => {
    if (isForTicked) return everyone?.filter(({ address }) => ticked.has(address)) ?? none;
    return everyone?.filter(({ address }) => address === params.mailbox) ?? none;
  }, [everyone, isForTicked, ticked, params.mailbox]);
  const isOpen = applying.run !== undefined || params.actions || (isForTicked ? ticked.size > 0 : params.mailbox !== undefined);
  const isFetching = mailboxes.isFetching || organization.isFetching;
  const open = (change: Partial<MailboxesParams>, isMany: boolean) => {
    // What is going on is not left by opening something else.
    if (applying.run && applying.run.state.get().phase !== 'done') return;
    applying.dismiss();
    setForTicked(isMany);
    onParams({ mailbox: undefined, actions: false, ...change });
  };
  const close = () => {
    open({}, false);
    grid.current?.focus();
  };

  return (
    <Page
      title="Mailbox auditing"
      about="What is logged when somebody opens, changes or deletes what is in a mailbox."
      actions={
        <CommandButton
          command="Read the mailboxes again"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isFetching}
          onClick={() => void Promise.all([mailboxes.refetch(), organization.refetch()])}
        >
          <CompactLabel>{isFetching ? 'Reading…' : 'Read again'}</CompactLabel>
        </CommandButton>
      }
    >
      {links}
      <div className={styles.body}>
        <div className={mergeClasses(styles.rows, isOpen && styles.beside, isOpen && styles.covered)}>
          <div className={mergeClasses(styles.above, isOpen && styles.aside)}>
            <OrganizationState exchange={exchange} edition={edition} />
            <MailboxTools params={params} onParams={onParams} mailboxes={everyone ?? none} context={context} />
            <div className={styles.line}>
              <TableLine
                table={table}
                outOf={everyone?.length}
                ticked={ticked.size}
                tickedHere={tickedHere}
                onEdit={() => open({}, true)}
                onClear={clear}
              />
            </div>
          </div>
          {mailboxes.error && (
            <Failure
              {...describeError(mailboxes.error)}
              action={<Button onClick={() => void mailboxes.refetch()}>Try again</Button>}
            />
          )}
          {rows?.length === 0 ? (
            <EmptyState
              title={everyone?.length === 0 ? 'There is no mailbox' : 'No mailbox matches'}
              advice={
                everyone?.length === 0
                  ? 'Exchange lists none that this account may see.'
                  : `None of the ${formatNumber(everyone?.length ?? 0)} mailboxes passes this filter and has this text in its name or address.`
              }
              action={
                everyone?.length !== 0 && <Button onClick={() => onParams({ text: '', filter: '' })}>Show all mailboxes</Button>
              }
            />
          ) : (
            (everyone || !mailboxes.error) && (
              <MailboxTable
                gridRef={grid}
                table={table}
                ticks={ticks}
                context={context}
                opened={isForTicked ? undefined : params.mailbox}
                onOpen={(mailbox, isByKey) => {
                  setByKeyboard(isByKey);
                  open({ mailbox }, false);
                }}
              />
            )
          )}
        </div>
        {isOpen && everyone && (
          <SettingsPanel
            params={params}
            takesFocus={isByKeyboard || isForTicked}
            mailboxes={chosen}
            everyone={everyone}
            applying={applying}
            drafts={drafts}
            draftKey={`${edition} ${isForTicked ? 'selected' : params.mailbox}`}
            onClose={close}
          />
        )}
      </div>
    </Page>
  );
}
