import { makeStyles } from '@fluentui/react-components';
import { type Catalogue, fieldOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { PrintedTable } from '~/ui/grid/printed-table';
import { VisibleText } from '~/ui/visible-text';
import { columnLabel } from './column-layout';
import { outcomeOf } from './outcome';
import { OutcomeMark } from './outcome-mark';
import { cellText } from './result-cell';

const useStyles = makeStyles({ time: { whiteSpace: 'nowrap' } });

export interface PrintedRowsProps {
  readonly catalogue: Catalogue;
  readonly rows: readonly Row[];
  readonly rowCount: number;
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
}

export function PrintedRows({ catalogue, rows, rowCount, fields, zone }: PrintedRowsProps) {
  return (
    <PrintedTable
      columns={fields.map((field) => ({
        id: field,
        label: columnLabel(catalogue, field, zoneIdentifier(zone)),
        width: fieldOf(catalogue, field).width,
      }))}
      rows={rows}
      rowCount={rowCount}
      keyOf={({ key }) => key}
      renderCell={(row, field) => <PrintedCell row={row} field={field} zone={zone} />}
    />
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
