import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { type Unlogged, unloggedTimes } from '~/domain/mailbox-access/access-state';
import type { RecordKey } from '~/domain/record/record-key';
import { formatTime, type TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { PartyName } from './party-name';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

const timesShown = 5;

export interface UnloggedNoticeProps {
  readonly changes: readonly AccessChange[];
  readonly zone: TimeZone;
  onOpen(record: RecordKey): void;
  onShowAll(): void;
}

/** Warns of what no record can tell: bypassed accounts, and times without auditing. */
export function UnloggedNotice({ changes, zone, onOpen, onShowAll }: UnloggedNoticeProps) {
  const styles = useStyles();
  const times = unloggedTimes(changes).toReversed();
  if (times.length === 0) return null;
  const more = times.length - timesShown;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>Some of what was done in mailboxes left no record</MessageBarTitle>
        <ul className={styles.list}>
          {times.slice(0, timesShown).map((time) => (
            <li key={time.began.key}>
              <UnloggedTime time={time} zone={zone} onOpen={onOpen} />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Link as="button" inline onClick={onShowAll}>
            Show {formatNumber(more)} more among the changes
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface UnloggedTimeProps {
  readonly time: Unlogged;
  readonly zone: TimeZone;
  onOpen(record: RecordKey): void;
}

function UnloggedTime({ time: { who, began, ended }, zone, onOpen }: UnloggedTimeProps) {
  const moment = (change: AccessChange) => (
    <Link as="button" inline onClick={() => onOpen(change.record)}>
      {formatTime(change.time, zone)}
    </Link>
  );
  return (
    <>
      From {moment(began)} {ended ? <>to {moment(ended)}</> : 'on'}:{' '}
      {who ? (
        <>
          nothing <PartyName party={who} /> did in any mailbox was logged.
        </>
      ) : (
        'auditing was off for the organization; nothing anybody did in any mailbox was logged.'
      )}
    </>
  );
}
