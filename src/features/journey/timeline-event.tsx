import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { isDone, type JourneyEvent } from '~/domain/messages/journey-event';
import { actorOf, deedOf } from '~/domain/messages/journey-words';
import { signInMethodLabel } from '~/domain/messages/sign-in-methods';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone } from '~/lib/time';
import { counted } from '~/lib/words';
import { SentenceText } from '~/ui/sentence-text';
import { TimelineButton } from '~/ui/timeline-button';
import { VisibleText } from '~/ui/visible-text';
import { EventIcon } from './event-icon';

const useStyles = makeStyles({
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
  onOpen(record: RecordKey): void;
}

export const TimelineEvent = memo(function TimelineEvent({ event, zone, isOpen, onOpen }: TimelineEventProps) {
  const styles = useStyles();
  return (
    <TimelineButton
      record={event.key}
      isOpen={isOpen}
      isFailed={!isDone(event)}
      icon={<EventIcon event={event} />}
      time={event.time}
      timeText={formatTime(event.time, zone).slice(11)}
      onOpen={() => onOpen(event.key)}
    >
      <span className={styles.words}>
        <span>
          <span className={styles.actor}>
            <SentenceText sentence={actorOf(event)} />
          </span>{' '}
          <SentenceText sentence={deedOf(event)} />
        </span>
        <Facts event={event} />
      </span>
    </TimelineButton>
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
      {event.codesSent !== undefined && <span className={styles.quiet}>{counted(event.codesSent, 'code')} sent</span>}
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
