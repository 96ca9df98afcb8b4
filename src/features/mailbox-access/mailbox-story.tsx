import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { mailboxPermissionsQuery } from '~/api/mailbox-permissions';
import { describeError } from '~/domain/errors/describe-error';
import { commandLine } from '~/domain/exchange/command';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import { accessAt } from '~/domain/mailbox-access/access-state';
import { compareWithToday } from '~/domain/mailbox-access/access-today';
import type { RecordKey } from '~/domain/record/record-key';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { counted, formatNumber, plural } from '~/lib/words';
import { CopyButton } from '~/ui/copy-button';
import { Failure } from '~/ui/failure';
import { Section } from '~/ui/section';
import { VisibleText } from '~/ui/visible-text';
import { ChangeTimeline } from './change-timeline';
import { HolderList } from './holder-list';

const useStyles = makeStyles({
  story: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

export interface MailboxStoryProps {
  readonly mailbox: string;
  /** All there are, newest first. */
  readonly changes: readonly AccessChange[];
  /** Those to tell one by one. */
  readonly shown: readonly AccessChange[];
  /** Whether what the service gave itself is told, too. */
  readonly withService: boolean;
  readonly exchange: ExchangeAdmin | undefined;
  readonly zone: TimeZone;
  readonly openRecord: RecordKey | undefined;
  onOpen(record: RecordKey): void;
}

/** One mailbox: who can see it, and how that came about. */
export function MailboxStory(props: MailboxStoryProps) {
  const { mailbox, changes, shown, withService, exchange, zone, openRecord, onOpen } = props;
  const styles = useStyles();
  const state = useMemo(() => accessAt(changes, mailbox, Number.POSITIVE_INFINITY), [changes, mailbox]);
  const holdings = state.holdings.filter(({ since }) => withService || !since.isByService);
  const today = useQuery(mailboxPermissionsQuery(exchange, mailbox));
  const { gone, untold } = today.data ? compareWithToday(state.holdings, today.data) : nothingKnown;
  return (
    <div className={styles.story}>
      <Section
        title={
          <>
            Who can see <VisibleText text={mailbox} /> now, as far as these records tell
          </>
        }
        about="Access that was granted before the records begin, or to a group somebody belongs to, is not in them."
      >
        {holdings.length + untold.length > 0 ? (
          <HolderList holdings={holdings} gone={gone} untold={untold} zone={zone} onOpen={onOpen} />
        ) : (
          <p className={styles.words}>
            {changes.length > 0
              ? 'No access is known that was granted and not taken away again.'
              : 'These records tell of no change at all.'}
          </p>
        )}
        {state.unclear.length > 0 && (
          <p className={mergeClasses(styles.words, styles.quiet)}>
            {plural(state.unclear.length, 'One change does', `${formatNumber(state.unclear.length)} changes do`)} not say who may
            what since then: see below.
          </p>
        )}
        {exchange ? (
          <>
            {today.isPending && <Spinner size="tiny" labelPosition="after" label="Reading who may open it today" />}
            {today.error && (
              <Failure {...describeError(today.error)} action={<Button onClick={() => today.refetch()}>Try again</Button>} />
            )}
          </>
        ) : (
          <TodayByHand mailbox={mailbox} />
        )}
      </Section>
      <Section
        title="How that came about"
        about={
          shown.length === 0
            ? 'No change of this mailbox matches, or none is in these records.'
            : `${counted(shown.length, 'change')}, newest first, times in ${zoneIdentifier(zone)}`
        }
      >
        <ChangeTimeline key={mailbox} changes={shown} zone={zone} openRecord={openRecord} onOpen={onOpen} />
      </Section>
    </div>
  );
}

const nothingKnown = compareWithToday([], []);

function TodayByHand({ mailbox }: { readonly mailbox: string }) {
  const styles = useStyles();
  const line = commandLine({ cmdlet: 'Get-MailboxPermission', parameters: { Identity: mailbox } });
  return (
    <div className={styles.command}>
      <span className={styles.quiet}>Who may open it today, in PowerShell:</span>
      <code className={styles.code}>{line}</code>
      <CopyButton label="the command" text={line} size="small" />
    </div>
  );
}
