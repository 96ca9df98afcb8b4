import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useCallback, useMemo } from 'react';
import { meetsCriteria } from '~/domain/messages/meets-criteria';
import type { MessageCriteria } from '~/domain/messages/message-criteria';
import type { TrackedMessage } from '~/domain/messages/tracked-message';
import { formatNumber } from '~/lib/words';
import { EmptyState } from '~/ui/empty-state';
import type { DataSort } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import { ListLine } from '~/ui/list-line';
import { useTimeZone } from '~/ui/time-zone';
import { messageColumns } from './message-columns';

const useStyles = makeStyles({
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px' },
  failed: { color: tokens.colorStatusDangerForeground3 },
  icon: { verticalAlign: '-2px' },
});

const latestFirst: DataSort = { column: 'lastActivity', descending: true };

export interface MessageListProps {
  /** `undefined` before they are known. */
  readonly messages: readonly TrackedMessage[] | undefined;
  readonly isBusy: boolean;
  readonly criteria: MessageCriteria;
  /** Sign-in methods that need no explanation. */
  readonly allowed: readonly string[];
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort): void;
  /** The message one came back from. */
  readonly lastOpened: string | undefined;
  onOpen(messageId: string): void;
}

export function MessageList(props: MessageListProps) {
  const { messages, isBusy, criteria, allowed, sort, onSort, lastOpened, onOpen } = props;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const columns = useMemo(() => messageColumns(zone), [zone]);
  const rows = useMemo(
    () => messages?.filter((message) => meetsCriteria(message, criteria, allowed)),
    [messages, criteria, allowed],
  );
  const table = useDataTable({ layoutKey: 'tracked messages', columns, rows, sort, standardSort: latestFirst, onSort });
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
      <ListLine outOf={messages?.length} noun="message" fileName="encrypted messages" isBusy={isBusy} table={table} />
      <div className={styles.grid} aria-busy={isBusy}>
        {rows?.length === 0 && messages && messages.length > 0 ? (
          <EmptyState
            title="No message matches"
            advice={`None of the ${formatNumber(messages.length)} messages meets these criteria.`}
          />
        ) : (
          <DataTable
            label="Tracked messages"
            table={table}
            renderCell={renderCell}
            isLastOpened={({ messageId }) => messageId === lastOpened}
            onOpen={({ messageId }) => onOpen(messageId)}
          />
        )}
      </div>
    </>
  );
}
