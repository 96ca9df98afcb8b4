import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { type ComponentType, useEffect, useState } from 'react';
import { formatDuration } from '~/lib/time';
import { type SearchRow, type SearchStatus, statusWords } from './search-rows';

const useStyles = makeStyles({
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
});

const icons: Readonly<Record<SearchStatus, ComponentType>> = {
  unknown: QuestionCircleRegular,
  queued: ClockRegular,
  running: ArrowSyncRegular,
  finished: CheckmarkCircleRegular,
};

/** `Running, 3:12`: counted up while it runs; how long it took, where that was seen. */
export function SearchStatusLabel({ status, startedAt, finishedAt }: Pick<SearchRow, 'status' | 'startedAt' | 'finishedAt'>) {
  const styles = useStyles();
  const Icon = icons[status];
  const isGoingOn = status === 'queued' || status === 'running';
  return (
    <span className={styles.status}>
      <Icon />
      <span>
        {statusWords[status]}
        {isGoingOn && <Elapsed since={startedAt} />}
        {finishedAt !== undefined && ` in ${formatDuration(finishedAt - startedAt)}`}
      </span>
    </span>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return `, ${formatDuration(now - since)}`;
}
