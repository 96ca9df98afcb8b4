import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Row } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import { RecordSign } from './record-sign';
import { cellText, ResultCell } from './result-cell';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalXXS, paddingBlock: '8px', lineHeight: '20px' },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  activity: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  time: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  user: { flexShrink: 0, maxWidth: '50%' },
  second: { color: tokens.colorNeutralForeground2 },
});

export interface ResultCardProps {
  readonly row: Row;
  readonly zone: TimeZone;
  readonly finder: RegExp | undefined;
}

/** A record where there is no room for columns: what happened and when, who and to what. */
export function ResultCard({ row, zone, finder }: ResultCardProps) {
  const styles = useStyles();
  const cell = { row, zone, finder };
  const item = cellText(row, 'item', zone) === '' ? 'detail' : 'item';
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span className={mergeClasses(styles.text, styles.activity)}>
          <RecordSign recordId={row.values.id} />
          <ResultCell {...cell} field="operation" />
        </span>{' '}
        <span className={styles.time}>
          <ResultCell {...cell} field="time" />
        </span>
      </div>{' '}
      <div className={mergeClasses(styles.line, styles.second)}>
        <span className={mergeClasses(styles.text, styles.user)}>
          <ResultCell {...cell} field="user" />
        </span>{' '}
        <span className={styles.text}>
          <ResultCell {...cell} field={item} />
        </span>
      </div>
    </div>
  );
}

/** Read from every row for the card, whatever the columns are. */
export const cardFields = ['operation', 'user', 'item', 'detail'] as const;

/** The card as one line of text, to be copied. */
export function cardText(row: Row, zone: TimeZone): string {
  return (['time', ...cardFields] as const)
    .map((field) => cellText(row, field, zone))
    .filter((text) => text !== '')
    .join(' \u00b7 ');
}
