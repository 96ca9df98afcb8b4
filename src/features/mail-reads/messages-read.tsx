import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { MailRead } from '~/domain/mail-reads/fold-reads';
import type { RecordKey } from '~/domain/record/record-key';
import { withFilter } from '~/domain/view/change-filters';
import { counted, formatNumber } from '~/lib/words';
import type { Narrowing } from '~/records/narrowing';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { ListLine } from '~/ui/list-line';
import { VisibleText } from '~/ui/visible-text';
import { readColumns } from './read-columns';
import type { MailReading, ReadingProgress } from './read-mail-reads';
import { ReadMenu } from './read-menu';
import { ReadingNotes } from './reading-notes';
import { useMailReads } from './use-mail-reads';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0, minWidth: 0 },
  progress: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { fontVariantNumeric: 'tabular-nums' },
  bar: { flex: '1 1 120px' },
});

const latestFirst: DataSort = { column: 'last', descending: true };

export interface MessagesReadProps extends Pick<Narrowing, 'held' | 'shown' | 'zone' | 'filters' | 'onFilters'> {
  /** `column` is one of this table; others count as not asked. */
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort): void;
  /** The record that is open beside the list. */
  readonly record: RecordKey | undefined;
  onOpen(key: RecordKey, isByKeyboard: boolean): void;
  /** Lists the records again. */
  onRecords(): void;
  readonly grid: RefObject<VirtualGridHandle | null>;
}

/** Which messages were read, in place of the records that tell of it. */
export function MessagesRead(props: MessagesReadProps) {
  const { held, shown, zone, filters, onFilters, sort, onSort, record, onOpen, onRecords, grid } = props;
  const styles = useStyles();
  const { reading, error, progress, isBusy, stop, again } = useMailReads(held, shown);
  const [menu, setMenu] = useState<{ readonly read: MailRead; readonly cell: HTMLElement }>();
  const hasSubjects = useMemo(() => reading?.reads.some(({ subjects }) => subjects.length > 0) ?? false, [reading]);
  const columns = useMemo(() => readColumns(zone, hasSubjects), [zone, hasSubjects]);
  const table = useDataTable({
    layoutKey: 'messages read',
    columns,
    rows: reading?.reads,
    sort,
    standardSort: latestFirst,
    onSort,
  });
  const cell = useCallback(
    (read: MailRead, id: string) => <VisibleText text={columns.find((column) => column.id === id)?.text(read) ?? ''} />,
    [columns],
  );
  const showRecords = (
    <Button size="small" onClick={onRecords}>
      Show records
    </Button>
  );
  const isEmpty = reading?.reads.length === 0 && !isBusy;
  return (
    <section className={styles.root} aria-label="Messages read" aria-busy={isBusy}>
      <ListLine
        outOf={reading?.reads.length}
        noun="message"
        words={reading && countWords(reading)}
        fileName="messages read"
        isBusy={isBusy}
        table={table}
        actions={showRecords}
      />
      {progress && <Progress progress={progress} onCancel={stop} />}
      {error && <Failure {...describeError(error)} action={<Button onClick={again}>Try again</Button>} />}
      {reading && !isBusy && <ReadingNotes reading={reading} zone={zone} onOpen={(key) => onOpen(key, false)} onReadOn={again} />}
      {isEmpty ? (
        <EmptyState
          title="No record tells of messages that were read"
          advice="What is shown has no record of mail items accessed that names a message or a folder. Mailboxes without this action in their auditing leave none; filters may leave them out, too."
          action={showRecords}
        />
      ) : (
        <DataTable
          gridRef={grid}
          label="Messages read"
          table={table}
          renderCell={cell}
          isOpened={({ key }) => key === record}
          onOpen={({ key }, isByKeyboard) => onOpen(key, isByKeyboard)}
          onMenu={(read, _, cell) => setMenu({ read, cell })}
        />
      )}
      {menu && (
        <ReadMenu
          {...menu}
          onRecord={() => onOpen(menu.read.key, true)}
          onFilter={(filter) => onFilters(withFilter(filters, filter))}
          onClose={() => setMenu(undefined)}
        />
      )}
    </section>
  );
}

function countWords({ messages, folders, done }: MailReading): string {
  const synchronised = folders === 0 ? '' : ` · ${counted(folders, 'folder')} synchronised`;
  return `${counted(messages, 'message')}${synchronised} · from ${counted(done, 'record')}`;
}

function Progress({ progress: { done, outOf }, onCancel }: { readonly progress: ReadingProgress; onCancel(): void }) {
  const styles = useStyles();
  return (
    <div className={styles.progress}>
      <span className={styles.words}>
        {formatNumber(done)} of {counted(outOf, 'record')} read
      </span>
      <ProgressBar className={styles.bar} aria-label="Reading records" value={done / Math.max(1, outOf)} />
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
