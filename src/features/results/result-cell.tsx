import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { displayText } from '~/domain/display';
import type { FieldRef } from '~/domain/fields';
import type { Row } from '~/engine/result-set';
import { formatTime, type TimeZone } from '~/lib/time';
import { type Outcome, outcomeOf } from './outcome';

const useStyles = makeStyles({
  failed: { color: tokens.colorStatusDangerForeground3 },
  partial: { color: tokens.colorStatusWarningForeground3 },
  icon: { verticalAlign: '-2px', fontSize: '16px' },
});

export interface ResultCellProps {
  readonly row: Row;
  readonly field: FieldRef;
  readonly zone: TimeZone;
}

export function ResultCell({ row, field, zone }: ResultCellProps) {
  const outcome = field === 'operation' ? outcomeOf(row) : undefined;
  if (!outcome) return cellText(row, field, zone);
  const text = cellText(row, field, zone);
  return (
    <>
      <OutcomeMark outcome={outcome} isSaid={outcome === 'failed' && /fail/i.test(text)} /> {text}
    </>
  );
}

const outcomeWords: Record<Outcome, string> = { failed: 'Failed', partial: 'Partly done' };

/** The word is left out only where the activity's own name says it. */
function OutcomeMark({ outcome, isSaid }: { outcome: Outcome; isSaid: boolean }) {
  const styles = useStyles();
  const Icon = outcome === 'failed' ? ErrorCircleRegular : WarningRegular;
  return (
    <span className={styles[outcome]}>
      <Icon className={styles.icon} aria-hidden />
      {!isSaid && ` ${outcomeWords[outcome]}`}
    </span>
  );
}

export function cellText(row: Row, field: FieldRef, zone: TimeZone): string {
  if (field === 'time') return formatTime(row.time, zone);
  return displayText(field, row.values[field] ?? '');
}
