import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { startTransition, useState } from 'react';
import type { AccessChange } from '~/domain/access-change';
import { deedOf } from '~/domain/access-words';
import { formatTime, type TimeZone } from '~/lib/time';
import { usePrinting } from '~/ui/use-printing';
import { VisibleText } from '~/ui/visible-text';
import { Words } from './words';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  change: {
    display: 'grid',
    gridTemplateColumns: '24px 150px minmax(0, 1fr)',
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
  failed: { color: tokens.colorStatusDangerForeground3 },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
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
  readonly openRecord: string | undefined;
  onOpen(recordId: string): void;
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
        {shown.map((change) => {
          const isOpen = change.recordId === openRecord;
          return (
            <li key={change.key}>
              <button
                type="button"
                data-record={change.recordId}
                aria-expanded={isOpen}
                className={mergeClasses(styles.change, isOpen && styles.open)}
                onClick={() => onOpen(change.recordId)}
              >
                <span className={mergeClasses(styles.icon, change.isFailed && styles.failed)}>
                  <ChangeIcon change={change} />
                </span>
                <time className={styles.time} dateTime={new Date(change.time).toISOString()}>
                  {formatTime(change.time, zone)}
                </time>
                <ChangeWords change={change} />
              </button>
            </li>
          );
        })}
      </ol>
      {next > 0 && (
        <div>
          <Button size="small" onClick={() => startTransition(() => setDrawn(drawn + step))}>
            Show {next.toLocaleString('en-US')} more of {changes.length.toLocaleString('en-US')} changes
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
      <Words sentence={deedOf(change)} />
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
