import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { formatTime, type TimeZone } from '~/lib/time';
import type { CellLine } from './matrix-columns';
import { times } from './words';

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: tokens.spacingHorizontalXXS, alignItems: 'start' },
  after: { marginTop: tokens.spacingVerticalXXS },
  icon: {
    flexShrink: 0,
    width: '16px',
    fontSize: '16px',
    lineHeight: 1,
    marginTop: '2px',
    '@media print': { width: '10px', fontSize: '10px', marginTop: '1px' },
  },
  done: { color: tokens.colorPaletteGreenForeground1 },
  asked: { color: tokens.colorNeutralForeground3 },
  failure: { color: tokens.colorStatusDangerForeground3 },
  words: { display: 'block' },
  word: { fontWeight: tokens.fontWeightSemibold },
  time: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '@media print': { fontSize: 'inherit', whiteSpace: 'normal' },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, '@media print': { fontSize: 'inherit' } },
  none: { color: tokens.colorNeutralForeground3 },
});

const icons = { done: <CheckmarkCircleRegular />, asked: <KeyRegular />, failure: <ErrorCircleRegular /> } as const;

/** One step of one recipient: an icon, a word and the time; failures are a line of their own. */
export function StepCell({ lines, zone }: { readonly lines: readonly CellLine[]; readonly zone: TimeZone }) {
  const styles = useStyles();
  if (lines.length === 0) return <NotDone className={styles.none} />;
  return lines.map((line, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a cell are nothing but their positions
    <div key={position} className={mergeClasses(styles.line, position > 0 && styles.after)}>
      <span className={mergeClasses(styles.icon, styles[line.tone])} aria-hidden>
        {line.tone !== 'quiet' && icons[line.tone]}
      </span>
      <span className={line.tone === 'quiet' ? styles.quiet : undefined}>
        <span
          className={mergeClasses(styles.words, line.tone === 'done' && styles.word, line.tone === 'failure' && styles.failure)}
        >
          {line.words}
        </span>
        {line.time !== undefined && <Time time={line.time} zone={zone} className={styles.time} />}
        {line.count !== undefined && line.count > 1 && (
          <span className={mergeClasses(styles.words, styles.quiet)}>
            {times(line.count)}
            {line.last !== undefined && (
              <>
                , last <Time time={line.last} zone={zone} className={styles.time} />
              </>
            )}
          </span>
        )}
      </span>
    </div>
  ));
}

function NotDone({ className }: { readonly className: string }) {
  return (
    <span className={className} role="img" aria-label="No">
      –
    </span>
  );
}

interface TimeProps {
  readonly time: number;
  readonly zone: TimeZone;
  readonly className?: string;
}

export function Time({ time, zone, className }: TimeProps) {
  return (
    <time className={className} dateTime={new Date(time).toISOString()}>
      {formatTime(time, zone)}
    </time>
  );
}
