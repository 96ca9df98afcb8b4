import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ComponentType } from 'react';
import type { SearchStatus } from '~/api/audit-searches';
import { statusWords } from './search-rows';

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  succeeded: { color: tokens.colorStatusSuccessForeground1 },
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

export function SearchStatusLabel({ status }: { readonly status: SearchStatus }) {
  const styles = useStyles();
  const Icon = icons[status];
  const colour = status === 'succeeded' ? styles.succeeded : status === 'failed' && styles.failed;
  return (
    <span className={mergeClasses(styles.status, colour)}>
      <Icon />
      {statusWords[status]}
    </span>
  );
}
