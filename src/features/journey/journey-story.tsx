import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { Journey } from '~/domain/messages/message-journey';
import type { RecordKey } from '~/domain/record/record-key';
import type { RecordSet } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import { counted } from '~/lib/words';
import { useSetState } from '~/records/use-set-state';
import { EmptyState } from '~/ui/empty-state';
import { EventTable } from './event-table';
import { JourneyFacts } from './journey-facts';
import { NeverOpened, type NeverOpenedProps } from './never-opened';
import { RecipientsSection } from './recipients-section';
import { Timeline } from './timeline';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

const noVisit =
  'Nobody visited the portal, visits were not tracked at that time, the mail was opened in Outlook without the portal, or the records are of other dates than the visits.';

export interface JourneyStoryProps extends NeverOpenedProps {
  readonly journey: Journey;
  readonly set: RecordSet;
  readonly zone: TimeZone;
  readonly openRecord: RecordKey | undefined;
  onOpen(record: RecordKey): void;
}

/** What is known of the message, from the most wanted to the last field. */
export function JourneyStory(props: JourneyStoryProps) {
  const { journey, set, zone, openRecord, onOpen } = props;
  const styles = useStyles();
  const { records, coverage } = useSetState(set);
  const hasVisits = journey.lastActivity !== undefined;
  const isFilling = coverage === 'filling';
  return (
    <>
      {coverage === 'incomplete' && (
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
