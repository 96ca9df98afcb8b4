import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Catalogue, isListed } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import { formatNumber } from '~/lib/words';
import type { RecordCells } from '~/records/listed-records';
import { mostListed } from './group-lines';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
  // Below the chevrons of the groups.
  sign: { flex: '0 0 24px', marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalM})`, textAlign: 'center' },
  part: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  time: { flex: 'none' },
  long: { flexGrow: 2 },
  address: { flex: '0 1 140px' },
  // The grid is the container: a record may be open beside it.
  roomy: { '@container (max-width: 640px)': { display: 'none' } },
  more: { paddingInlineStart: '24px', color: tokens.colorBrandForeground1 },
});

/** Of a record below its group: when, who, what was done, to what and from where, but for what the group says. */
export function lineFields(catalogue: Catalogue, by: readonly FieldRef[]): FieldRef[] {
  const telling: readonly FieldRef[] = ['time', 'user', 'operation', 'item', 'ip'];
  return telling.filter((field) => isListed(catalogue, field) && !by.includes(field));
}

export interface RecordLineProps {
  readonly row: Row;
  readonly fields: readonly FieldRef[];
  readonly cells: RecordCells;
}

export function RecordLine({ row, fields, cells }: RecordLineProps) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span className={styles.sign}>{cells.renderSign(row)}</span>
      {fields.map((field) => (
        <span
          key={field}
          className={mergeClasses(
            styles.part,
            field === 'time' && styles.time,
            field === 'item' && styles.long,
            field === 'ip' && styles.address,
            (field === 'user' || field === 'ip') && styles.roomy,
          )}
        >
          {cells.renderValue(row, field)}{' '}
        </span>
      ))}
    </span>
  );
}

export function lineText(row: Row, fields: readonly FieldRef[], cells: RecordCells): string {
  return fields
    .map((field) => cells.textOf(row, field))
    .filter((text) => text !== '')
    .join(' \u00b7 ');
}

export function MoreLine({ count }: { readonly count: number }) {
  const styles = useStyles();
  return <span className={styles.more}>{moreText(count)}</span>;
}

/** `count`: of all records of the group. */
export function moreText(count: number): string {
  return `${formatNumber(count - mostListed)} more: show all in the grid`;
}
