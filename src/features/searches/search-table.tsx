import { mergeClasses } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { AuditQuery } from '~/domain/query/audit-query';
import { useTimeZone } from '~/ui/time-zone';
import type { RowSort, SearchRow, SortColumn } from './search-rows';
import { SearchTableRow } from './search-table-row';
import { asTable, useSearchTableStyles } from './search-table-styles';

export interface SearchTableProps {
  /** Absent while they are on their way. */
  readonly rows: readonly SearchRow[] | undefined;
  readonly sort: RowSort;
  onSort(sort: RowSort): void;
  onOpen(searchId: string): void;
  onCopy(query: AuditQuery): void;
  onDelete(row: SearchRow): void;
}

export function SearchTable({ rows, sort, onSort, onOpen, onCopy, onDelete }: SearchTableProps) {
  const styles = useSearchTableStyles();
  const [zone] = useTimeZone();
  const columns: readonly { readonly label: string; readonly sort?: SortColumn }[] = [
    { label: 'Search name', sort: 'name' },
    { label: 'Status', sort: 'status' },
    { label: 'Progress' },
    { label: 'Search time', sort: 'time' },
    { label: 'Total results', sort: 'results' },
    { label: zone === 'utc' ? 'Created (UTC)' : 'Created (local time)', sort: 'created' },
    { label: 'Searched by', sort: 'by' },
  ];
  return (
    <table {...asTable.table} className={styles.table} aria-labelledby="searches-title" aria-busy={!rows}>
      <thead {...asTable.rowgroup} className={styles.head}>
        <tr {...asTable.row} className={styles.headRow}>
          {columns.map(({ label, sort: column }) => {
            const direction =
              column !== undefined && column === sort.column ? (sort.descending ? 'descending' : 'ascending') : undefined;
            return (
              <th
                key={label}
                {...asTable.columnheader}
                scope="col"
                className={mergeClasses(styles.header, !column && styles.unsortable)}
                aria-sort={direction}
              >
                {column ? (
                  <button
                    type="button"
                    className={styles.sortButton}
                    onClick={() =>
                      onSort({ column, descending: direction ? !sort.descending : column === 'created' || column === 'results' })
                    }
                  >
                    {label}
                    {direction === 'descending' && <ArrowSortDownRegular />}
                    {direction === 'ascending' && <ArrowSortUpRegular />}
                  </button>
                ) : (
                  label
                )}
              </th>
            );
          })}
          <th {...asTable.columnheader} scope="col" className={mergeClasses(styles.header, styles.unsortable)}>
            <span className={styles.unseen}>Actions</span>
          </th>
        </tr>
      </thead>
      <tbody {...asTable.rowgroup} className={styles.body}>
        {rows
          ? rows.map((row) => (
              <SearchTableRow key={row.search.id} row={row} zone={zone} onOpen={onOpen} onCopy={onCopy} onDelete={onDelete} />
            ))
          : [1, 2, 3].map((row) => (
              <tr key={row} aria-hidden className={styles.row}>
                <td colSpan={columns.length + 1} className={styles.cell}>
                  <div className={styles.placeholder} />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  );
}
