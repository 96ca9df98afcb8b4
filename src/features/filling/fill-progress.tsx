import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { describeError } from '~/domain/errors/describe-error';
import { ApiError, EngineError } from '~/domain/errors/errors';
import type { RecordSet } from '~/engine/record-set';
import { formatNumber } from '~/lib/words';
import type { Fill, FillState, FillStatus } from '~/records/fill-record-set';
import { useSetState } from '~/records/use-set-state';
import { CommandButton } from '~/ui/command-button';
import { Failure } from '~/ui/failure';
import { useNow } from './use-now';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { fontVariantNumeric: 'tabular-nums' },
  bar: { flex: '1 1 48px' },
});

export interface FillProgressProps {
  readonly fill: Fill;
  readonly state: FillState;
  readonly set: RecordSet;
  readonly approximateCount: number | undefined;
  /** Starts over with an empty set, where the old one cannot go on. */
  onStartOver(): void;
}

/** How far the records have come, and what can be done about it. Nothing once all are there. */
export function FillProgress({ fill, state, set, approximateCount, onStartOver }: FillProgressProps) {
  const styles = useStyles();
  const { status } = state;
  const counts = useSetState(set);
  const now = useNow(status.kind === 'waiting');
  if (status.kind === 'complete') return null;
  if (status.kind === 'stopped') {
    const isLost = status.error instanceof EngineError && status.error.kind !== 'bad-page';
    return (
      <Failure
        {...describeError(status.error)}
        advice={`${describeError(status.error).advice}${isLost || counts.records === 0 ? '' : ` The ${formatNumber(counts.records)} records that are here stay.`}`}
        action={
          isLost ? (
            <CommandButton command="Load the records again" onClick={onStartOver}>
              Load again
            </CommandButton>
          ) : status.isDead ? (
            <CommandButton command="Load the records again" onClick={fill.beginAgain}>
              Begin again
            </CommandButton>
          ) : (
            <CommandButton command="Load the rest of the records" onClick={fill.resume}>
              Continue
            </CommandButton>
          )
        }
      />
    );
  }
  const isRunning = status.kind === 'loading' || status.kind === 'waiting' || status.kind === 'opening';
  const taken = counts.records + counts.duplicates + counts.rejected;
  // The service's count may be too low; a full bar before the end would be a lie.
  const share = approximateCount ? Math.min(0.99, taken / approximateCount) : undefined;
  return (
    <div className={styles.root}>
      <span className={styles.words}>{fillWords(status, now)}</span>
      {isRunning && <ProgressBar className={styles.bar} aria-label="Records loaded" value={share} />}
      {isRunning ? (
        <>
          <CommandButton command="Pause loading" size="small" icon={<PauseRegular />} onClick={fill.pause}>
            Pause
          </CommandButton>
          <CommandButton
            command="Cancel loading"
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            onClick={fill.cancel}
          >
            Cancel
          </CommandButton>
        </>
      ) : (
        <CommandButton command="Load the rest of the records" size="small" icon={<PlayRegular />} onClick={fill.resume}>
          {status.kind === 'paused' ? 'Resume' : 'Load the rest'}
        </CommandButton>
      )}
    </div>
  );
}

export function fillWords(status: FillStatus, now: number): string {
  switch (status.kind) {
    case 'opening':
      return 'Opening the records kept in this browser';
    case 'loading':
      return status.attempt > 1 ? `Loading page ${status.page}, try ${status.attempt}` : `Loading page ${status.page}`;
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((status.until - now) / 1000));
      const isAsked = status.error instanceof ApiError && status.error.facts.retryAfterMs !== undefined;
      const reason = isAsked
        ? `The service asks to wait ${seconds} s`
        : `${describeError(status.error).title}. Trying again in ${seconds} s`;
      return `${reason}: page ${status.page}, try ${status.attempt}`;
    }
    case 'paused':
      return 'Loading is paused';
    case 'cancelled':
      return 'Loading was cancelled: not all records are here';
    default:
      return '';
  }
}
