import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { startTransition, useState } from 'react';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { deedOf } from '~/domain/mailbox-access/access-words';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { SentenceText } from '~/ui/sentence-text';
import { TimelineButton } from '~/ui/timeline-button';
import { usePrinting } from '~/ui/use-printing';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  actor: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Each is drawn as a button with several parts. */
const step = 200;

export interface ChangeTimelineProps {
  /** Newest first. */
  readonly changes: readonly AccessChange[];
  readonly zone: TimeZone;
  readonly openRecord: RecordKey | undefined;
  onOpen(record: RecordKey): void;
}

export function ChangeTimeline({ changes, zone, openRecord, onOpen }: ChangeTimelineProps) {
  const styles = useStyles();
  const isPrinting = usePrinting();
  const [drawn, setDrawn] = useState(step);
  const shown = isPrinting ? changes : changes.slice(0, drawn);
  const next = Math.min(step, changes.length - shown.length);
  return (
    <>
      <ol className={styles.list} aria-label="Changes, newest first">
        {shown.map((change) => (
          <li key={change.key}>
            <TimelineButton
              record={change.record}
              isOpen={change.record === openRecord}
              isFailed={change.isFailed}
              icon={<ChangeIcon change={change} />}
              time={change.time}
              timeText={formatTime(change.time, zone)}
              onOpen={() => onOpen(change.record)}
            >
              <ChangeWords change={change} />
            </TimelineButton>
          </li>
        ))}
      </ol>
      {next > 0 && (
        <div>
          <Button size="small" onClick={() => startTransition(() => setDrawn(drawn + step))}>
            Show {formatNumber(next)} more of {formatNumber(changes.length)} changes
          </Button>
        </div>
      )}
    </>
  );
}

function ChangeWords({ change }: { readonly change: AccessChange }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.words, change.isByService && styles.quiet)}>
      <span className={styles.actor}>
        <VisibleText text={change.by || 'Somebody'} />
      </span>{' '}
      <SentenceText sentence={deedOf(change)} />
      {!change.mailbox && <span className={styles.quiet}> (for all mailboxes)</span>}
    </span>
  );
}

/** Decoration: the sentence beside it says the same. */
function ChangeIcon({ change: { kind, effect, isFailed } }: { readonly change: AccessChange }) {
  if (isFailed) return <ErrorCircleRegular aria-hidden />;
  if (kind === 'bypass' || kind === 'auditing') return <EyeOffRegular aria-hidden />;
  return effect === 'removed' || effect === 'denied' ? <SubtractCircleRegular aria-hidden /> : <KeyRegular aria-hidden />;
}
