import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { EpochMs } from '~/lib/time';

const useStyles = makeStyles({
  button: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '24px max-content minmax(0, 1fr)',
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
});

export interface TimelineButtonProps {
  /** Finds the line again: `data-record`. */
  readonly record: string;
  readonly isOpen: boolean;
  readonly isFailed: boolean;
  /** Decoration: the words say the same. */
  readonly icon: ReactNode;
  readonly time: EpochMs;
  readonly timeText: string;
  /** What happened. */
  readonly children: ReactNode;
  onOpen(): void;
}

/** One line of a time line, which opens the record it was read from. */
export function TimelineButton(props: TimelineButtonProps) {
  const { record, isOpen, isFailed, icon, time, timeText, children, onOpen } = props;
  const styles = useStyles();
  return (
    <button
      type="button"
      data-record={record}
      aria-expanded={isOpen}
      className={mergeClasses(styles.button, isOpen && styles.open)}
      onClick={onOpen}
    >
      <span className={mergeClasses(styles.icon, isFailed && styles.failed)}>{icon}</span>
      <time className={styles.time} dateTime={new Date(time).toISOString()}>
        {timeText}
      </time>
      {children}
    </button>
  );
}
