import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { isDone, type JourneyEvent } from '~/domain/journey-event';
import { actorOf, deedOf } from '~/domain/journey-words';
import type { Sentence } from '~/domain/sentence';
import { signInMethodLabel } from '~/domain/sign-in-methods';
import { formatTime, type TimeZone } from '~/lib/time';
import { VisibleText } from '~/ui/visible-text';
import { EventIcon } from './event-icon';

const useStyles = makeStyles({
  event: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '24px 72px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    breakInside: 'avoid',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 640px)': { gridTemplateColumns: '24px minmax(0, 1fr)' },
  },
  open: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media print': { backgroundColor: 'transparent', boxShadow: 'none' },
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    height: '20px',
    fontSize: '18px',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { gridRow: '1 / span 2' },
  },
  failedIcon: { color: tokens.colorStatusDangerForeground3 },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalM}`, minWidth: 0, overflowWrap: 'anywhere' },
  actor: { fontWeight: tokens.fontWeightSemibold },
  facts: { display: 'inline-flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
  failure: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

export interface TimelineEventProps {
  readonly event: JourneyEvent;
  readonly zone: TimeZone;
  readonly isOpen: boolean;
  onOpen(recordId: string): void;
}

export const TimelineEvent = memo(function TimelineEvent({ event, zone, isOpen, onOpen }: TimelineEventProps) {
  const styles = useStyles();
  const done = isDone(event);
  return (
    <button
      type="button"
      data-record={event.recordId}
      aria-expanded={isOpen}
      className={mergeClasses(styles.event, isOpen && styles.open)}
      onClick={() => onOpen(event.recordId)}
    >
      <span className={mergeClasses(styles.icon, !done && styles.failedIcon)}>
        <EventIcon event={event} />
      </span>
      <time className={styles.time} dateTime={new Date(event.time).toISOString()}>
        {formatTime(event.time, zone).slice(11)}
      </time>
      <span className={styles.words}>
        <span>
          <span className={styles.actor}>
            <Words sentence={actorOf(event)} />
          </span>{' '}
          <Words sentence={deedOf(event)} />
        </span>
        <Facts event={event} />
      </span>
    </button>
  );
});

/** How somebody signed in; the two statuses apart where either failed. */
function Facts({ event }: { readonly event: JourneyEvent }) {
  const styles = useStyles();
  if (event.kind !== 'portal') return null;
  const status = (failed: boolean, written: string) => (failed ? 'failed' : written === '' ? 'not recorded' : 'succeeded');
  return (
    <span className={styles.facts}>
      {event.method !== '' && event.step !== 'signIn' && (
        <span className={styles.quiet}>
          <VisibleText text={signInMethodLabel(event.method)} />
        </span>
      )}
      {event.codesSent !== undefined && (
        <span className={styles.quiet}>
          {event.codesSent} {event.codesSent === 1 ? 'code' : 'codes'} sent
        </span>
      )}
      {!isDone(event) && (
        <>
          <span className={event.signInFailed ? styles.failure : styles.quiet}>
            Sign-in {status(event.signInFailed, event.signInStatus)}
          </span>
          <span className={event.operationFailed ? styles.failure : styles.quiet}>
            Operation {status(event.operationFailed, event.operationStatus)}
          </span>
        </>
      )}
    </span>
  );
}

/** Our words and the record's, of which the latter cannot change what the former say. */
function Words({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((part, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are nothing but their positions
    typeof part === 'string' ? part : <VisibleText key={position} text={part.value} />,
  );
}
