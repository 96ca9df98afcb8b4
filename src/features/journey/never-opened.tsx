import { makeStyles, tokens } from '@fluentui/react-components';
import { MailUnreadRegular } from '@fluentui/react-icons/svg/mail-unread';
import { commandLine } from '~/domain/exchange/command';
import { traceMessage } from '~/domain/messages/encryption-commands';
import { recipientListLimit } from '~/domain/messages/journey-event';
import type { Journey, RecipientJourney } from '~/domain/messages/message-journey';
import { counted } from '~/lib/words';
import { ScriptCard } from '~/ui/script-card';
import { Section } from '~/ui/section';
import { TokenPicker } from '~/ui/token-picker/token-picker';
import { VisibleText } from '~/ui/visible-text';
import { useSlice } from './use-slice';
import { recipientName } from './words';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '76ch', textWrap: 'pretty', color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 460px), 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  one: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start', minWidth: 0, breakInside: 'avoid' },
  icon: { flexShrink: 0, fontSize: '16px', lineHeight: 1, marginTop: '2px', color: tokens.colorStatusWarningForeground3 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  find: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media print': { display: 'none' },
  },
  field: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
});

export interface NeverOpenedProps {
  readonly journey: Journey;
  readonly byHand: readonly string[];
  onByHand(recipients: string[]): void;
}

/** Events only tell of those who came; who did not needs to be known from elsewhere. */
export function NeverOpened({ journey, byHand, onByHand }: NeverOpenedProps) {
  const styles = useStyles();
  const never = journey.recipients.filter(({ neverOpened, isInside }) => neverOpened && !isInside);
  const inside = journey.recipients.filter(({ isInside }) => isInside);
  const slice = useSlice(never, 100, 'recipients');
  return (
    <Section
      title="Never opened"
      about={journey.recipientsKnownFrom || never.length > 0 ? counted(never.length, 'recipient') : undefined}
    >
      {never.length > 0 && (
        <ul className={styles.list} aria-label="Recipients who never opened the message">
          {slice.shown.map((recipient) => (
            <li key={recipient.recipient} className={styles.one}>
              <MailUnreadRegular className={styles.icon} aria-hidden />
              <span className={styles.words}>
                <VisibleText text={recipientName(recipient.recipient)} />{' '}
                <span className={styles.note}>{whatHeDid(recipient)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {slice.more}
      <p className={styles.text}>{explanation(journey, never.length, inside.length)}</p>
      {inside.length > 0 && (
        <p className={styles.text}>
          Not counted: {counted(inside.length, 'recipient')} with the sender’s domain. Inside the organization, and in other
          Microsoft 365 accounts, such a message opens in Outlook without the portal, which leaves no event here.
        </p>
      )}
      {journey.recipientsKnownFrom !== 'send record' && (
        <div className={styles.find}>
          <div className={styles.field}>
            <span id="journey-recipients" className={styles.label}>
              Recipients
            </span>
            <TokenPicker
              label="Recipients"
              aria-labelledby="journey-recipients"
              aria-describedby="journey-recipients-hint"
              values={byHand}
              onChange={onByHand}
              options={[]}
              acceptsOthers
              placeholder="Addresses, one or many"
            />
            <span id="journey-recipients-hint" className={styles.note}>
              Paste as many as you like, parted by commas, semicolons or lines. Kept in this browser for this message.
            </span>
          </div>
          <ScriptCard label="PowerShell that lists the recipients" script={commandLine(traceMessage(journey.messageId))} />
        </div>
      )}
    </Section>
  );
}

function explanation({ recipientsKnownFrom, recipients }: Journey, never: number, inside: number): string {
  if (recipientsKnownFrom === undefined)
    return 'To whom it was sent is not known: the portal records only those who come, and no send record is among these records. A message trace, which reaches back 90 days, tells the recipients; enter them to see who never opened it.';
  const more =
    recipients.length >= recipientListLimit ? ' A send record names 1,000 recipients at most; there may be others.' : '';
  if (never > 0) return `No successful opening by them is among these records.${more}`;
  return recipients.length > inside
    ? `Every known recipient opened it.${more}`
    : 'No recipient outside the organization is known.';
}

function whatHeDid({ signIn, open, source }: RecipientJourney): string {
  const failedOpens = open.refused + open.signInFailed;
  if (failedOpens > 0) return `tried to open it ${counted(failedOpens, 'time')}`;
  if (signIn.failed > 0 && signIn.methods.length === 0) return `never got past signing in, ${signIn.failed} failed`;
  if (signIn.asked.count > 0) return 'asked to sign in, then stopped';
  return source === 'events' ? 'came to the portal without opening it' : 'no visit recorded';
}
