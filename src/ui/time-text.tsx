import { makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { type EpochMs, formatTime, type TimeZone, zoneName } from '~/lib/time';
import { TimeCard } from './time-card';

const useStyles = makeStyles({
  time: {
    fontVariantNumeric: 'tabular-nums',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorNeutralStroke1,
    background: 'none',
    border: 'none',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    minHeight: '24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface TimeTextProps {
  readonly time: EpochMs;
  readonly zone: TimeZone;
  /** Left out where a header already says it. */
  readonly isZoneShown?: boolean;
}

/** An instant; hovering or pressing it tells UTC, local, relative and epoch, to be copied. */
export function TimeText({ time, zone, isZoneShown = true }: TimeTextProps) {
  const styles = useStyles();
  const text = formatTime(time, zone);
  if (!text) return null;
  return (
    <Popover openOnHover mouseLeaveDelay={300} withArrow positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className={styles.time}>
          <time dateTime={new Date(time).toISOString()}>{text}</time>
          {isZoneShown && ` ${zoneName(zone, time)}`}
        </button>
      </PopoverTrigger>
      <PopoverSurface aria-label={`${text} in other notations`}>
        <TimeCard time={time} />
      </PopoverSurface>
    </Popover>
  );
}
