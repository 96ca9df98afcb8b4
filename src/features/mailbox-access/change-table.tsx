import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useCallback, useMemo } from 'react';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { effectLabel } from '~/domain/mailbox-access/access-words';
import type { RecordKey } from '~/domain/record/record-key';
import { fileStamp } from '~/lib/file-name';
import type { TimeZone } from '~/lib/time';
import { counted } from '~/lib/words';
import { CommandButton } from '~/ui/command-button';
import { download } from '~/ui/download';
import { type DataSort, dataCsv } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import { changeColumns } from './change-columns';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  export: { marginInlineStart: 'auto', '@media print': { display: 'none' } },
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px', minWidth: 0 },
  failed: { color: tokens.colorStatusDangerForeground3 },
  icon: { verticalAlign: '-2px' },
});

const latestFirst: DataSort = { column: 'time', descending: true };

export interface ChangeTableProps {
  /** `undefined` while the first are being read. */
  readonly changes: readonly AccessChange[] | undefined;
  readonly isBusy: boolean;
  readonly zone: TimeZone;
  readonly sort: DataSort | undefined;
  onSort(sort: DataSort): void;
  readonly openRecord: RecordKey | undefined;
  onOpen(record: RecordKey): void;
}

export function ChangeTable({ changes, isBusy, zone, sort, onSort, openRecord, onOpen }: ChangeTableProps) {
  const styles = useStyles();
  const columns = useMemo(() => changeColumns(zone), [zone]);
  const table = useDataTable({ layoutKey: 'access changes', columns, rows: changes, sort, standardSort: latestFirst, onSort });
  const renderCell = useCallback(
    (change: AccessChange, column: string) =>
      column === 'change' && change.isFailed ? (
        <span className={styles.failed}>
          <ErrorCircleRegular className={styles.icon} aria-hidden /> {effectLabel(change)}
        </span>
      ) : undefined,
    [styles],
  );
  const { rows } = table;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.count} role="status" aria-busy={isBusy}>
          {rows ? counted(rows.length, 'change') : 'Reading…'}
        </span>
        <CommandButton
          command="Export CSV"
          className={styles.export}
          size="small"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={!rows?.length || isBusy}
          onClick={async () => download(await dataCsv(rows ?? [], columns), `access to mailboxes ${fileStamp(Date.now())}.csv`)}
        >
          Export CSV
        </CommandButton>
      </div>
      <div className={styles.grid} aria-busy={isBusy}>
        <DataTable
          label="Changes of access"
          table={table}
          renderCell={renderCell}
          isLastOpened={({ record }) => record === openRecord}
          onOpen={({ record }) => onOpen(record)}
        />
      </div>
    </>
  );
}
