import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { Search, SearchStatus } from '~/api/audit-searches';
import { statusWords } from './search-rows';

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  succeeded: { color: tokens.colorStatusSuccessForeground1 },
  cut: { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground3 },
});

const icons: Record<SearchStatus, ComponentType> = {
  notStarted: ClockRegular,
  running: ArrowSyncRegular,
  succeeded: CheckmarkCircleRegular,
  failed: ErrorCircleRegular,
  cancelled: ProhibitedRegular,
  unknownFutureValue: QuestionCircleRegular,
};

/** A search that found more than the service keeps is completed, and yet not whole: it does not look as if all were well. */
export function SearchStatusLabel({ status, isLimitExceeded }: Pick<Search, 'status' | 'isLimitExceeded'>) {
  const styles = useStyles();
  const isCut = status === 'succeeded' && isLimitExceeded;
  const Icon = isCut ? WarningRegular : icons[status];
  const colour = isCut ? styles.cut : status === 'succeeded' ? styles.succeeded : status === 'failed' && styles.failed;
  return (
    <span className={mergeClasses(styles.status, colour)}>
      <Icon />
      {statusWords[status]}
      {isCut && ', cut off'}
    </span>
  );
}
