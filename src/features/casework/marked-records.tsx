import { makeStyles, tokens } from '@fluentui/react-components';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import { useCallback, useMemo } from 'react';
import type { KeptWork, Mark } from '~/domain/casework/kept-work';
import { formatNumber } from '~/lib/words';
import { EmptyState } from '~/ui/empty-state';
import { FilterBox } from '~/ui/filter-box';
import type { DataSort } from '~/ui/grid/data-column';
import { DataTable } from '~/ui/grid/data-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import { ListLine } from '~/ui/list-line';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';
import type { CasesParams } from './cases-params';
import { filterMarks, type MarkRow, markColumns, markRows } from './mark-columns';

const useStyles = makeStyles({
  grid: { display: 'flex', flexDirection: 'column', height: '420px', minWidth: 0 },
  filter: { maxWidth: '420px', width: '100%' },
  star: { verticalAlign: '-2px', color: tokens.colorBrandForeground1 },
});

const latestFirst: DataSort = { column: 'time', descending: true };

export interface MarkedRecordsProps {
  readonly title: string;
  /** Why there are none, and the likeliest next step. */
  readonly empty: string;
  readonly work: KeptWork;
  /** Of which records marks are listed. */
  readonly marks: KeptWork['marks'];
  readonly params: CasesParams;
  onParams(change: Partial<CasesParams>): void;
}

/** Records with a star, tags, a note or a case. */
export function MarkedRecords(props: MarkedRecordsProps) {
  const { title, empty, work, marks, params, onParams } = props;
  const { text, sort, mark: opened } = params;
  const styles = useStyles();
  const [zone] = useTimeZone();
  const columns = useMemo(() => markColumns(zone), [zone]);
  const rows = useMemo(() => filterMarks(markRows({ ...work, marks }), text), [work, marks, text]);
  const table = useDataTable({
    layoutKey: 'marked records',
    columns,
    rows,
    sort,
    standardSort: latestFirst,
    onSort: (sort) => onParams({ sort }),
  });
  const renderCell = useCallback(
    ({ mark }: MarkRow, column: string) =>
      column === 'star' && mark.starred ? <StarFilled className={styles.star} aria-label="Starred" /> : undefined,
    [styles],
  );
  const isMark = ({ mark }: { readonly mark: Mark }) => mark.recordId === opened;
  return (
    <Section title={title}>
      {marks.size === 0 ? (
        <EmptyState title="No records yet" advice={empty} />
      ) : (
        <>
          <FilterBox
            className={styles.filter}
            label="Filter records"
            placeholder="Words, a tag, a case or “starred”"
            text={text}
            onText={(text) => onParams({ text })}
          />
          <ListLine outOf={marks.size} noun="record" fileName="marked records" isBusy={false} table={table} />
          <div className={styles.grid}>
            {rows.length === 0 ? (
              <EmptyState title="No record matches" advice={`None of the ${formatNumber(marks.size)} records has “${text}”.`} />
            ) : (
              <DataTable
                label={title}
                table={table}
                renderCell={renderCell}
                isOpened={isMark}
                onOpen={({ mark }) => onParams({ mark: mark.recordId })}
              />
            )}
          </div>
        </>
      )}
    </Section>
  );
}
