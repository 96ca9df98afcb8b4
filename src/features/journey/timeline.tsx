import { makeStyles, tokens } from '@fluentui/react-components';
import type { JourneyEvent } from '~/domain/messages/journey-event';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { counted } from '~/lib/words';
import { Section } from '~/ui/section';
import { TimelineEvent } from './timeline-event';
import { useSlice } from './use-slice';

const useStyles = makeStyles({
  day: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  date: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakAfter: 'avoid',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** Each is drawn as a button with several parts. */
const step = 200;

export interface TimelineProps {
  readonly events: readonly JourneyEvent[];
  readonly zone: TimeZone;
  readonly openRecord: RecordKey | undefined;
  onOpen(record: RecordKey): void;
}

export function Timeline({ events, zone, openRecord, onOpen }: TimelineProps) {
  const styles = useStyles();
  const { shown, more } = useSlice(events, step, 'events');
  return (
    <Section title="Timeline" about={`${counted(events.length, 'event')}, times in ${zoneIdentifier(zone)}`}>
      {byDay(shown, zone).map(([day, list]) => (
        <div key={day} className={styles.day}>
          <h3 className={styles.date}>{day}</h3>
          <ol className={styles.list} aria-label={`Events of ${day}`}>
            {list.map((event) => (
              <li key={event.key}>
                <TimelineEvent event={event} zone={zone} isOpen={event.key === openRecord} onOpen={onOpen} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {more}
    </Section>
  );
}

function byDay(events: readonly JourneyEvent[], zone: TimeZone): readonly (readonly [day: string, JourneyEvent[]])[] {
  const days = new Map<string, JourneyEvent[]>();
  for (const event of events) {
    const day = formatTime(event.time, zone).slice(0, 10);
    const list = days.get(day);
    if (list) list.push(event);
    else days.set(day, [event]);
  }
  return [...days];
}
