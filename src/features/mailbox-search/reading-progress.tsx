import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useSyncExternalStore } from 'react';
import { counted, formatNumber } from '~/lib/words';
import { useSetState } from '~/records/use-set-state';
import type { Log } from './use-log';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { fontVariantNumeric: 'tabular-nums' },
  bar: { flex: '1 1 120px' },
});

export interface ReadingProgressProps {
  readonly log: Log;
  readonly name: string;
  onCancel(): void;
}

/** How far the reading has come. */
export function ReadingProgress({ log: { held, reading }, name, onCancel }: ReadingProgressProps) {
  const styles = useStyles();
  const { mailboxCount, mailboxesDone, entriesComing } = useSyncExternalStore(reading.state.subscribe, reading.state.get);
  const entries = useSetState(held.set).records + entriesComing;
  return (
    <div className={styles.root}>
      <span className={styles.words}>{progressWords(mailboxCount, mailboxesDone, entries)}</span>
      {/* How many entries a mailbox has is known when they are here: a bar for one of them would pretend. */}
      <ProgressBar
        className={styles.bar}
        aria-label={`Reading ${name}`}
        {...(mailboxCount !== undefined && mailboxCount > 1 && { value: mailboxesDone / mailboxCount })}
      />
      <Button size="small" icon={<DismissRegular />} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

function progressWords(mailboxCount: number | undefined, mailboxesDone: number, entries: number): string {
  if (mailboxCount === undefined) return 'Finding the mailboxes';
  const read = counted(entries, 'entry', 'entries');
  return mailboxCount === 1
    ? `Reading, ${read} so far`
    : `${formatNumber(mailboxesDone)} of ${formatNumber(mailboxCount)} mailboxes, ${read}`;
}
