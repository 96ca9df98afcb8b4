import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { describeError } from '~/domain/errors/describe-error';
import { counted, formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import type { AppliedMailbox, ApplyState, ApplyStatus } from './apply-run';
import { ChangeList } from './change-list';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  words: { margin: 0, fontVariantNumeric: 'tabular-nums', textWrap: 'pretty' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  mailbox: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  detail: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  status: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  verified: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground3 },
  differs: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What went wrong is read first; the rest follows as far as anyone reads. */
const mailboxesShown = 200;
const order: readonly ApplyStatus['kind'][] = ['failed', 'unread', 'differs', 'applying', 'verified', 'waiting'];

export function ApplyProgress({ state }: { readonly state: ApplyState }) {
  const styles = useStyles();
  const { mailboxes, counts, phase } = state;
  const total = mailboxes.length;
  const settled = total - counts.waiting - counts.applying;
  const shown = order.flatMap((kind) => mailboxes.filter(({ status }) => status.kind === kind)).slice(0, mailboxesShown);
  const wrongHidden = counts.failed + counts.unread + counts.differs - shown.length;
  return (
    <div className={styles.root}>
      {phase !== 'done' && (
        <ProgressBar value={settled} max={total} aria-label="Changing mailboxes" aria-valuetext={`${settled} of ${total}`} />
      )}
      <p className={styles.words} role="status">
        {progressWords(state, settled)}
      </p>
      <ul className={styles.list} aria-label="Mailboxes">
        {shown.map((applied) => (
          <Outcome key={applied.mailbox.address} {...applied} />
        ))}
      </ul>
      {total > shown.length && (
        <p className={styles.words}>
          and {formatNumber(total - shown.length)} more,{' '}
          {wrongHidden > 0 ? `${formatNumber(wrongHidden)} of them gone wrong` : 'none of them gone wrong so far'}
        </p>
      )}
    </div>
  );
}

function progressWords({ mailboxes, counts, phase }: ApplyState, settled: number): string {
  const total = mailboxes.length;
  const parts = [
    ...(counts.verified > 0 ? [`${formatNumber(counts.verified)} verified by reading back`] : []),
    ...(counts.differs > 0 ? [`${counted(counts.differs, 'reads', 'read')} otherwise than wanted`] : []),
    ...(counts.failed > 0 ? [`${formatNumber(counts.failed)} failed`] : []),
    ...(counts.unread > 0 ? [`${formatNumber(counts.unread)} changed but not read back`] : []),
    ...(phase === 'done' && counts.waiting > 0 ? [`${formatNumber(counts.waiting)} not begun`] : []),
  ].join(', ');
  if (phase === 'done') return total === 1 ? `Done: ${parts}.` : `Done, ${formatNumber(total)} mailboxes: ${parts}.`;
  const doing = phase === 'stopping' ? 'Stopping after those in hand' : 'Leaving this page stops it after those in hand';
  return `${formatNumber(settled)} of ${formatNumber(total)}${parts ? `: ${parts}` : ''}. ${doing}.`;
}

const words: Readonly<Record<ApplyStatus['kind'], string>> = {
  waiting: 'Waiting',
  applying: 'Changing…',
  verified: 'Verified',
  differs: 'Reads otherwise',
  failed: 'Failed',
  unread: 'Not read back',
};

function Outcome({ mailbox, status }: AppliedMailbox) {
  const styles = useStyles();
  const { kind } = status;
  return (
    <li className={styles.mailbox}>
      <VisibleText text={mailbox.address} />
      <span className={kind === 'verified' || kind === 'failed' ? styles[kind] : kind === 'waiting' ? styles.quiet : undefined}>
        <span className={styles.status}>
          {kind === 'verified' && <CheckmarkCircleRegular aria-hidden />}
          {kind === 'failed' && <ErrorCircleRegular aria-hidden />}
          {(kind === 'differs' || kind === 'unread') && <WarningRegular aria-hidden />}
          {words[kind]}
        </span>
      </span>
      {(status.kind === 'failed' || status.kind === 'unread') && (
        <div className={styles.detail}>
          {describeError(status.error).detail} {describeError(status.error).advice}
        </div>
      )}
      {status.kind === 'differs' && (
        <div className={styles.detail}>
          Exchange took the change, and this still reads as it was. It may take a few minutes.
          <ChangeList changes={status.differences} />
        </div>
      )}
    </li>
  );
}
