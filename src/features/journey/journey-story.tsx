import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { Completeness } from '~/domain/completeness';
import type { Journey } from '~/domain/message-journey';
import type { TimeZone } from '~/lib/time';
import { EmptyState } from '~/ui/empty-state';
import { EventTable } from './event-table';
import { JourneyFacts } from './journey-facts';
import { NeverOpened, type NeverOpenedProps } from './never-opened';
import { RecipientsSection } from './recipients-section';
import { Timeline } from './timeline';
import { counted } from './words';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

const noVisit =
  'Nobody visited the portal, visits were not tracked at that time, the mail was opened in Outlook without the portal, or the records are of other dates than the visits.';

export interface JourneyStoryProps extends NeverOpenedProps {
  readonly journey: Journey;
  readonly records: number;
  readonly completeness: Completeness;
  readonly zone: TimeZone;
  readonly openRecord: string | undefined;
  onOpen(recordId: string): void;
}

/** What is known of the message, from the most wanted to the last field. */
export function JourneyStory(props: JourneyStoryProps) {
  const { journey, records, completeness, zone, openRecord, onOpen } = props;
  const styles = useStyles();
  const hasVisits = journey.lastActivity !== undefined;
  const isFilling = completeness === 'filling';
  return (
    <>
      {completeness === 'incomplete' && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>These records are incomplete</MessageBarTitle>
            Events may be missing: that somebody never opened the message does not follow from them.
          </MessageBarBody>
        </MessageBar>
      )}
      {journey.events.length === 0 && (
        <EmptyState
          title={isFilling ? 'No event for this message yet' : 'No portal event for this message in these records'}
          advice={isFilling ? `${counted(records, 'record')} read so far; more are coming.` : noVisit}
        />
      )}
      {journey.events.length > 0 && !hasVisits && !isFilling && (
        <MessageBar intent="info" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>No portal event for this message in these records</MessageBarTitle>
            {noVisit}
          </MessageBarBody>
        </MessageBar>
      )}
      {journey.events.length > 0 && <JourneyFacts journey={journey} zone={zone} />}
      {journey.recipients.length > 0 && <RecipientsSection journey={journey} zone={zone} />}
      {(journey.events.length > 0 || !isFilling) && <NeverOpened {...props} />}
      {journey.events.length > 0 && (
        <>
          <Timeline events={journey.events} zone={zone} openRecord={openRecord} onOpen={onOpen} />
          <EventTable events={journey.events} messageId={journey.messageId} zone={zone} />
        </>
      )}
    </>
  );
}
