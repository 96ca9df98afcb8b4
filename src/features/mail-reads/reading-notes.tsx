import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { UnreadRecord } from '~/domain/mail-reads/fold-reads';
import type { AccessProblem } from '~/domain/mail-reads/mail-access';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted, formatNumber } from '~/lib/words';
import { MenuButton } from '~/ui/menu-button';
import type { MailReading } from './read-mail-reads';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

const problemWords: Record<AccessProblem, string> = {
  noJson: 'is not JSON',
  breaksOff: 'breaks off',
  namesNothing: 'names no message and no folder',
};
const mostMailboxes = 5;

export interface ReadingNotesProps {
  readonly reading: MailReading;
  readonly zone: TimeZone;
  onOpen(key: RecordKey): void;
  onReadOn(): void;
}

/** What the list does not show: whoever takes it for everything that was read would be wrong. */
export function ReadingNotes({ reading, zone, onOpen, onReadOn }: ReadingNotesProps) {
  const styles = useStyles();
  const { throttled, folders, unread, unreadCount, done, outOf, isStopped } = reading;
  const others = throttled.length - mostMailboxes;
  return (
    <>
      {throttled.length > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>Messages are missing: mailboxes were throttled</MessageBarTitle>
            When a mailbox has 1,000 of these records within 24 hours, Exchange records none for the next 24 hours. More was read
            than is listed.
            <ul className={styles.list} aria-label="Throttled mailboxes">
              {throttled.slice(0, mostMailboxes).map(({ mailbox, first, last, records }) => (
                <li key={mailbox}>
                  {visibleText(mailbox) || 'A mailbox that is not named'} was throttled {spanWords(first, last, zone)} (
                  {counted(records, 'record')})
                </li>
              ))}
              {others > 0 && <li>and {counted(others, 'other mailbox', 'other mailboxes')}</li>}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {folders > 0 && (
        <MessageBar intent="info" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{counted(folders, 'folder was', 'folders were')} synchronised</MessageBarTitle>A client takes a
            folder as a whole: everything that was in it has to be taken as read.
          </MessageBarBody>
        </MessageBar>
      )}
      {done < outOf && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>
              {isStopped ? 'Stopped' : 'Too many to list'}: the latest {formatNumber(done)} of {counted(outOf, 'record')} were
              read
            </MessageBarTitle>
            {!isStopped && 'Narrow down above by user, IP address or date, or to one session or client from the menu of a row.'}
          </MessageBarBody>
          {isStopped && (
            <MessageBarActions>
              <Button onClick={onReadOn}>Read all</Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {unreadCount > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{counted(unreadCount, 'record')} could not be read in full</MessageBarTitle>
            What stands in them is listed as far as it goes.
          </MessageBarBody>
          <MessageBarActions>
            <MenuButton groups={[unread.map((each) => ({ label: unreadWords(each), onChoose: () => onOpen(each.key) }))]}>
              Open one
            </MenuButton>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

function unreadWords({ recordId, problem }: UnreadRecord): string {
  return `${visibleText(recordId) || 'Without an ID'}: ${problemWords[problem]}`;
}

function spanWords(first: number, last: number, zone: TimeZone): string {
  const name = zoneIdentifier(zone);
  if (first === last) return `at ${formatTime(first, zone)} ${name}`;
  return `between ${formatTime(first, zone)} and ${formatTime(last, zone)} ${name}`;
}
