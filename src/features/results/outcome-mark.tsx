import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { Outcome } from './outcome';

const useStyles = makeStyles({
  failed: { color: tokens.colorStatusDangerForeground3 },
  partial: { color: tokens.colorStatusWarningForeground3 },
  icon: { verticalAlign: '-2px', fontSize: '16px' },
});

const outcomeWords: Record<Outcome, string> = { failed: 'Failed', partial: 'Partly done' };

export interface OutcomeMarkProps {
  readonly outcome: Outcome;
  /** As shown behind the mark: the word is left out only where the activity's own name says it. */
  readonly activity: string;
}

export function OutcomeMark({ outcome, activity }: OutcomeMarkProps) {
  const styles = useStyles();
  const Icon = outcome === 'failed' ? ErrorCircleRegular : WarningRegular;
  const isSaid = outcome === 'failed' && /fail/i.test(activity);
  return (
    <>
      <span className={styles[outcome]}>
        <Icon className={styles.icon} aria-hidden />
        {!isSaid && ` ${outcomeWords[outcome]}`}
      </span>{' '}
    </>
  );
}
