import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 640px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  headRow: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { [narrow]: { display: 'block' } },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'block', paddingBlock: tokens.spacingVerticalSNudge },
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalSNudge} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    [narrow]: { display: 'block', padding: 0 },
  },
  value: {
    [narrow]: { '::before': { content: 'attr(data-label) ": "', color: tokens.colorNeutralForeground2 } },
  },
  head: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
});

/** Spelled out: laid out as cards, some browsers take a table's own away. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export interface SmallRow {
  readonly key: string;
  /** One for each column; the first names the row. */
  readonly cells: readonly ReactNode[];
}

export interface SmallTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly SmallRow[];
}

/** A few rows; each becomes a card where columns would not fit. */
export function SmallTable({ label, columns, rows }: SmallTableProps) {
  const styles = useStyles();
  return (
    <table {...as.table} className={styles.table} aria-label={label}>
      <thead {...as.rowgroup} className={styles.headRow}>
        <tr {...as.row} className={styles.row}>
          {columns.map((column) => (
            <th key={column} {...as.columnheader} scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup} className={styles.body}>
        {rows.map(({ key, cells: [name, ...values] }) => (
          <tr key={key} {...as.row} className={styles.row}>
            <th {...as.rowheader} scope="row" className={styles.cell}>
              {name}
            </th>
            {values.map((value, i) => (
              <td
                key={columns[i + 1]}
                {...as.cell}
                data-label={columns[i + 1]}
                className={mergeClasses(styles.cell, styles.value)}
              >
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
