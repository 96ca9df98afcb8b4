import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatNumber } from '~/lib/words';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '8pt',
    lineHeight: 1.3,
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
  },
  row: { breakInside: 'avoid' },
  cell: {
    padding: '2px 4px',
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Some ten pages of paper: whoever needs all rows needs a file. */
export const mostPrintedRows = 500;

export interface PrintedTableProps<Row, Id extends string> {
  /** Their widths are shares of the paper. */
  readonly columns: readonly { readonly id: Id; readonly label: string; readonly width: number }[];
  readonly rows: readonly Row[];
  /** All there are, of which these are the first. */
  readonly rowCount: number;
  keyOf(row: Row, index: number): string | number;
  renderCell(row: Row, columnId: Id): ReactNode;
}

/** Rows of a grid on paper: a plain table, in full, with its header on every page. */
export function PrintedTable<Row, Id extends string>(props: PrintedTableProps<Row, Id>) {
  const { columns, rows, rowCount, keyOf, renderCell } = props;
  const styles = useStyles();
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <section aria-label="Printed rows">
      {rows.length < rowCount && (
        <p>
          Rows 1 to {formatNumber(rows.length)} of {formatNumber(rowCount)}. Export CSV for all of them.
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ id, label, width }) => (
              <th key={id} scope="col" className={styles.cell} style={{ width: `${(100 * width) / whole}%` }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)} className={styles.row}>
              {columns.map(({ id }) => (
                <td key={id} className={styles.cell}>
                  {renderCell(row, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
