import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { lastAccessesQuery } from '~/api/mailbox-audit-log';
import { describeError } from '~/domain/errors/describe-error';
import { describeMailboxSearch, type MailboxSearch, nameOfMailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { formatTime, zoneIdentifier, zoneName } from '~/lib/time';
import { counted } from '~/lib/words';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';
import { useTimeZone } from '~/ui/time-zone';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', maxWidth: '880px', width: '100%' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface LastAccessesProps {
  readonly exchange: PagedExchangeAdmin;
  readonly id: string;
  readonly search: MailboxSearch;
  /** The way back. */
  readonly before: ReactNode;
  /** Whose log it is. */
  readonly tenant: string;
  /** A link to the form, filled in with these criteria. */
  readonly change: ReactNode;
  /** Searches for every entry of one of the mailboxes. */
  onDetails(search: MailboxSearch): void;
}

/** What a search without details answers: when somebody was last in each mailbox. */
export function LastAccesses({ exchange, id, search, before, tenant, change, onDetails }: LastAccessesProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { data: rows, error, dataUpdatedAt, refetch } = useQuery(lastAccessesQuery(exchange, id, search));
  return (
    <Page
      title={nameOfMailboxSearch(search)}
      before={before}
      context={
        <>
          <div>{describeMailboxSearch(search, zone)}</div>
          <div>
            {rows && `${counted(rows.length, 'mailbox', 'mailboxes')} · `}Source: Search-MailboxAuditLog, {tenant}
            {rows && `, read ${formatTime(dataUpdatedAt, zone)} ${zoneName(zone, dataUpdatedAt)}`}
          </div>
        </>
      }
      actions={change}
    >
      {error && <Failure {...describeError(error)} action={<Button onClick={() => void refetch()}>Try again</Button>} />}
      {!rows && !error && (
        <Skeleton aria-label="The log is being searched">
          <SkeletonItem size={24} />
        </Skeleton>
      )}
      {rows?.length === 0 && (
        <EmptyState
          title="Nobody was in these mailboxes"
          advice="No entry matched. Look at what is audited in Settings, or search with more logon types or a longer range."
        />
      )}
      {rows && rows.length > 0 && (
        <table className={styles.table} aria-label="Last access to each mailbox">
          <thead>
            <tr>
              {['Mailbox', 'Name', `Last access (${zoneIdentifier(zone)})`, 'Details'].map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ mailbox, name, at }) => (
              <tr key={mailbox}>
                <th scope="row" className={styles.cell}>
                  {mailbox}
                </th>
                <td className={styles.cell}>{name}</td>
                <td className={styles.cell}>{at === undefined ? '–' : formatTime(at, zone)}</td>
                <td className={styles.cell}>
                  <Button
                    size="small"
                    aria-label={`Show details of ${mailbox}`}
                    onClick={() => onDetails({ ...search, mailboxes: [mailbox], showDetails: true })}
                  >
                    Show details
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
