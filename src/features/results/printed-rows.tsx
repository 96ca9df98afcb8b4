import { makeStyles, tokens } from '@fluentui/react-components';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { columnLabel } from './column-layout';
import { outcomeOf } from './outcome';
import { OutcomeMark } from './outcome-mark';
import { cellText } from './result-cell';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: '8pt', fontVariantNumeric: 'tabular-nums' },
  row: { breakInside: 'avoid' },
  cell: {
    padding: '2px 4px',
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  time: { whiteSpace: 'nowrap' },
});

export interface PrintedRowsProps {
  readonly catalogue: Catalogue;
  readonly rows: readonly Row[];
  readonly rowCount: number;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
}

/** The rows on paper: a plain table, in full, with its header on every page. */
export function PrintedRows({ catalogue, rows, rowCount, fields, zone }: PrintedRowsProps) {
  const styles = useStyles();
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
            {fields.map((field) => (
              <th key={field} scope="col" className={styles.cell}>
                {columnLabel(catalogue, field, zoneIdentifier(zone))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={styles.row}>
              {fields.map((field) => (
                <td key={field} className={styles.cell}>
                  <PrintedCell row={row} field={field} zone={zone} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PrintedCell({ row, field, zone }: { readonly row: Row; readonly field: FieldRef; readonly zone: TimeZone }) {
  const styles = useStyles();
  const text = cellText(row, field, zone);
  const outcome = field === 'operation' ? outcomeOf(row) : undefined;
  if (field === 'time') return <span className={styles.time}>{text}</span>;
  return (
    <>
      {outcome && <OutcomeMark outcome={outcome} activity={text} />}
      <VisibleText text={text} />
    </>
  );
}
