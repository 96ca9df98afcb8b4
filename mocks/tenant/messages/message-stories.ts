// Two encrypted messages of the last days whose whole history is worth reading. mocks/README.md tells how to find them.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { type Change, takesBack } from '~mocks/tenant/change';
import type { Stage, TrackedMessage } from '~mocks/tenant/model';
import { castMember } from '~mocks/tenant/people';
import { messageEvents, type PortalVisit } from './encrypted-messages';
import type { MessagePlan } from './message-plan';

export const trackedMessageId = '<AM9PR07MB4471C0FFEE0123456789ABCDEF0123456789AB@AM9PR07MB4471.eurprd07.prod.outlook.com>';
export const trackedRecipients = ['jordan.blake@fabrikam.com', 'lucia.ferraro@gmail.com', 'sam.okoye@woodgrovebank.com'] as const;

export const takenBackMessageId = '<DB7PR03MB3020BADC0DE0123456789ABCDEF012345678@DB7PR03MB3020.eurprd03.prod.outlook.com>';
export const takenBackRecipients = ['nora.lindgren@adatum.com', 'theo.marchand@gmail.com', 'ruth.adeyemi@proseware.com'] as const;

/** Each has the story's message to herself. */
export const storySenders = ['Elena Marchetti', 'Maria Jensen'] as const;

export function tellMessageStories(stage: Stage, changes: readonly Change[]): MessagePlan {
  const plans = [offer({ ...stage, end: offerEnd(stage.end, changes) }), takenBack(stage)];
  return { messages: plans.flatMap(({ messages }) => messages), events: plans.flatMap(({ events }) => events) };
}

/** The offer moves on with the time line until an administrator takes it back; then it stays where that found it. */
function offerEnd(end: EpochMs, changes: readonly Change[]): EpochMs {
  const revocation = changes.find((change) => takesBack(change) && change.target === trackedMessageId);
  return revocation && revocation.historyEnd < end ? revocation.historyEnd : end;
}

/** Elena Marchetti's protected offer goes to three people; two open it, the third never gets past the passcode. */
function offer(stage: Stage): MessagePlan {
  const sent = stage.end - 2 * dayMs + 8 * hourMs;
  const attachment = 'Offer 2026.pdf';
  const message: TrackedMessage = {
    messageId: trackedMessageId,
    sender: castMember(stage.cast, 'Elena Marchetti'),
    subject: 'Confidential: offer for Woodgrove Bank',
    sent,
    recipients: trackedRecipients,
    attachments: [attachment],
    isRevocable: true,
  };
  const [jordan, lucia, sam] = trackedRecipients;
  const at = (minutes: number) => sent + minutes * minuteMs;
  return tell(stage, message, [
    { time: at(14), operation: 'AuthenticationRequest', recipient: jordan, method: 'OTP', refused: true, codesSent: 1 },
    { time: at(16), operation: 'AuthenticationRequest', recipient: jordan, method: 'OTP', codesSent: 2 },
    { time: at(17), operation: 'MessageAccess', recipient: jordan, method: 'OTP' },
    { time: at(19), operation: 'AttachmentReview', recipient: jordan, method: 'OTP', attachment, failed: true },
    { time: at(21), operation: 'AttachmentDownload', recipient: jordan, method: 'OTP', attachment },
    { time: at(95), operation: 'AuthenticationRequest', recipient: lucia, method: 'Google' },
    { time: at(96), operation: 'MessageAccess', recipient: lucia, method: 'Google' },
    { time: at(98), operation: 'AttachmentReview', recipient: lucia, method: 'Google', attachment },
    { time: at(104), operation: 'MessageForward', recipient: lucia, method: 'Google' },
    { time: at(310), operation: 'AuthenticationRequest', recipient: sam, method: 'OTP', refused: true, codesSent: 1 },
    { time: at(311), operation: 'AuthenticationRequest', recipient: sam, method: 'OTP', refused: true, codesSent: 2 },
  ]);
}

/** Maria Jensen's message is opened by one of three; two hours later it is taken back, and two come too late. */
function takenBack(stage: Stage): MessagePlan {
  const sent = stage.end - 3 * dayMs + 9 * hourMs;
  const at = (minutes: number) => sent + minutes * minuteMs;
  const message: TrackedMessage = {
    messageId: takenBackMessageId,
    sender: castMember(stage.cast, 'Maria Jensen'),
    subject: 'Salary bands 2026, sent to the wrong Nora',
    sent,
    recipients: takenBackRecipients,
    attachments: ['Salary bands 2026.xlsx'],
    isRevocable: true,
    revocation: { at: at(151), by: castMember(stage.cast, 'Adele Vance') },
  };
  const [nora, theo] = takenBackRecipients;
  return tell(stage, message, [
    { time: at(30), operation: 'AuthenticationRequest', recipient: nora, method: 'OTP', codesSent: 1 },
    { time: at(31), operation: 'MessageAccess', recipient: nora, method: 'OTP' },
    { time: at(190), operation: 'AuthenticationRequest', recipient: nora, method: 'OTP', codesSent: 1 },
    { time: at(191), operation: 'MessageAccess', recipient: nora, method: 'OTP', failed: true },
    { time: at(260), operation: 'AuthenticationRequest', recipient: theo, method: 'Google' },
    { time: at(261), operation: 'MessageAccess', recipient: theo, method: 'Google', failed: true },
  ]);
}

function tell({ findKind }: Stage, message: TrackedMessage, visits: readonly PortalVisit[]): MessagePlan {
  return { messages: [message], events: messageEvents(findKind, message, visits) };
}
