import { MailProhibitedRegular } from '@fluentui/react-icons/svg/mail-prohibited';
import type { Deed, Journey } from '~/domain/messages/message-journey';
import { formatTime, type TimeZone } from '~/lib/time';
import { counted, formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { Fact, Facts } from './fact';
import { recipientName, times } from './words';

/** What one wants to know first. */
export function JourneyFacts({ journey, zone }: { readonly journey: Journey; readonly zone: TimeZone }) {
  const { recipients, recipientsKnownFrom, revoked, firstOpened, lastActivity } = journey;
  const isKnown = recipientsKnownFrom !== undefined;
  const openers = recipients.filter(({ neverOpened }) => !neverOpened);
  const first = openers.find(({ open }) => open.first === firstOpened);
  const views = sum(recipients.flatMap((each) => each.views));
  const downloads = sum(recipients.flatMap((each) => each.downloads));
  const forwards = sum(recipients.map(({ forward }) => forward));
  const failedSignIns = journey.events.filter(({ kind, signInFailed }) => kind === 'portal' && signInFailed);
  const last = journey.events.findLast(({ kind }) => kind === 'portal');
  const failedRevocation = revoked ? undefined : journey.revocations.find((event) => event.operationFailed);
  const at = (time: number) => formatTime(time, zone);
  const inZone = zone === 'utc' ? 'UTC' : 'local';
  const who = (text: string) => (
    <>
      by <VisibleText text={recipientName(text)} />
    </>
  );
  return (
    <Facts>
      <Fact
        label="Opened by"
        value={`${formatNumber(openers.length)}${isKnown ? ` of ${counted(recipients.length, 'recipient')}` : ''}`}
        isNone={openers.length === 0 && !isKnown}
        about={isKnown ? knownFrom(journey) : 'the recipients are not known'}
      />
      <Fact
        label={`First opened (${inZone})`}
        value={firstOpened === undefined ? 'Never' : at(firstOpened)}
        isNone={firstOpened === undefined}
        about={first && who(first.recipient)}
      />
      <Fact
        label={`Last activity (${inZone})`}
        value={lastActivity === undefined ? 'None' : at(lastActivity)}
        isNone={lastActivity === undefined}
        about={last && who(last.recipients.join(', '))}
      />
      <Fact
        label="Attachments"
        value={views.count + downloads.count === 0 ? 'None viewed' : `${views.count} viewed, ${downloads.count} downloaded`}
        isNone={views.count + downloads.count === 0}
        about={failedWords([views, downloads])}
      />
      <Fact
        label="Replied or forwarded"
        value={forwards.count === 0 ? 'No' : capital(times(forwards.count))}
        isNone={forwards.count === 0}
        about={
          failedWords([forwards]) ??
          (forwards.count > 0 && `by ${counted(recipients.filter(({ forward }) => forward.count > 0).length, 'recipient')}`)
        }
      />
      <Fact
        label="Failed sign-ins"
        value={failedSignIns.length === 0 ? 'None' : formatNumber(failedSignIns.length)}
        isNone={failedSignIns.length === 0}
        isFailure={failedSignIns.length > 0}
        about={
          failedSignIns.length > 0 &&
          `by ${counted(new Set(failedSignIns.flatMap((event) => event.recipients.map((each) => each.toLowerCase()))).size, 'recipient')}`
        }
      />
      <Fact
        label={revoked || failedRevocation ? `Revoked (${inZone})` : 'Revoked'}
        value={revoked ? at(revoked.time) : 'No'}
        isNone={!revoked}
        icon={revoked && <MailProhibitedRegular />}
        about={
          revoked
            ? revoked.user && who(revoked.user)
            : failedRevocation
              ? `tried ${at(failedRevocation.time)}, failed`
              : 'not in these records'
        }
      />
    </Facts>
  );
}

function knownFrom({ recipients, recipientsKnownFrom }: Journey): string {
  const inside = recipients.filter(({ isInside }) => isInside).length;
  return inside > 0
    ? `${formatNumber(inside)} of them inside: not seen by the portal`
    : recipientsKnownFrom === 'by hand'
      ? 'as entered by hand'
      : 'of the send record';
}

function failedWords(deeds: readonly Pick<Deed, 'refused' | 'signInFailed'>[]): string | undefined {
  const refused = deeds.reduce((count, deed) => count + deed.refused + deed.signInFailed, 0);
  return refused > 0 ? `${formatNumber(refused)} refused` : undefined;
}

function sum(deeds: readonly Deed[]): Pick<Deed, 'count' | 'refused' | 'signInFailed'> {
  const add = (of: 'count' | 'refused' | 'signInFailed') => deeds.reduce((total, deed) => total + deed[of], 0);
  return { count: add('count'), refused: add('refused'), signInFailed: add('signInFailed') };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
