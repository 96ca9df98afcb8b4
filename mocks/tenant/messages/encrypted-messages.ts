// The records of encrypted messages: their sending, what recipients do in the portal (record type 154), and that one is taken
// back. In portal records the user is the sender; who acted stands in Recipient.

import type { EpochMs } from '~/lib/time';
import { sentItem } from '~mocks/tenant/exchange/exchange-mailbox';
import type { FindKind, KindRow, PlannedEvent, Revocation, TrackedMessage } from '~mocks/tenant/model';
import { Dice, hashText } from '~mocks/tenant/random';
import { nameValues } from '~mocks/tenant/words';

/** The last one is how Microsoft's table spells the authentication; a few services write it. */
export const portalOperations = [
  'AuthenticationRequest',
  'MessageAccess',
  'AttachmentReview',
  'AttachmentDownload',
  'MessageForward',
  'AuthenticateRequest',
] as const;
export type PortalOperation = (typeof portalOperations)[number];

export const encryptedMessageKinds: readonly KindRow[] = portalOperations.map((operation) => ({
  recordType: 154,
  operation,
  service: 'Exchange',
  // Only ever planned.
  weight: 0,
  actors: 'people',
  address: 'none',
  objectId: () => undefined,
  details: () => ({}),
}));

export interface PortalVisit {
  readonly time: EpochMs;
  readonly operation: PortalOperation;
  readonly recipient: string;
  readonly method: string;
  /** The sign-in itself failed. */
  readonly refused?: boolean;
  /** Signed in, but the operation failed. */
  readonly failed?: boolean;
  readonly attachment?: string;
  readonly codesSent?: number;
}

type Mail = Pick<TrackedMessage, 'messageId' | 'sender' | 'subject'>;

export function isSignIn(operation: string): boolean {
  return operation.startsWith('Authenticat');
}

/** One event of a message; the two statuses are separate: an attachment can fail after a sign-in that succeeded. */
export function portalEvent(findKind: FindKind, message: Mail, visit: PortalVisit): PlannedEvent {
  const { sender, messageId } = message;
  return {
    time: visit.time,
    kind: findKind(154, visit.operation),
    actor: sender,
    address: 0,
    objectId: null,
    messageId,
    details: {
      ResultStatus: visit.refused || visit.failed ? 'Failure' : 'Success',
      UserKey: sender.upn,
      UserId: sender.upn,
      ...(visit.attachment === undefined ? {} : { AttachmentName: visit.attachment }),
      AuthenticationMethod: visit.method,
      AuthenticationStatus: visit.refused ? 1 : 0,
      MessageId: messageId,
      OperationProperties: nameValues({
        MailSubject: message.subject,
        ...(visit.codesSent === undefined ? {} : { NumberOfOTPCodesSent: String(visit.codesSent) }),
      }),
      OperationStatus: visit.refused || visit.failed ? 1 : 0,
      Recipient: visit.recipient,
      Sender: sender.upn,
    },
  };
}

/** The same event after the message was taken back: signing in still works, anything else is refused. */
export function refusedEvent(event: PlannedEvent): PlannedEvent {
  if (isSignIn(event.kind.operation)) return event;
  return { ...event, details: { ...event.details, ResultStatus: 'Failure', OperationStatus: 1 } };
}

/** Its sending, the visits, and that it is taken back. */
export function messageEvents(findKind: FindKind, message: TrackedMessage, visits: readonly PortalVisit[]): PlannedEvent[] {
  const { messageId, revocation } = message;
  return [
    sendEvent(findKind, message),
    ...visits.map((visit) => portalEvent(findKind, message, visit)),
    ...(revocation ? [revocationEvent(findKind, messageId, revocation)] : []),
  ];
}

function sendEvent(findKind: FindKind, message: TrackedMessage): PlannedEvent {
  const { sender, recipients } = message;
  const dice = new Dice(hashText(message.messageId));
  return {
    time: message.sent,
    kind: findKind(2, 'Send'),
    actor: sender,
    address: sender.addresses.length === 0 ? 0 : dice.pick(sender.addresses),
    details: {
      Item: sentItem(dice, message, message.attachments),
      recipientCount: recipients.length,
      recipientList: recipients.map((Address) => ({ Address, Name: nameOf(Address) })),
    },
  };
}

function revocationEvent(findKind: FindKind, messageId: string, { at, by }: Revocation): PlannedEvent {
  return {
    time: at,
    kind: findKind(1, 'Set-OMEMessageRevocation'),
    actor: by,
    address: by.addresses[0] ?? 0,
    objectId: messageId,
    details: { ResultStatus: 'True', Parameters: nameValues({ Revoke: 'True', MessageId: messageId }) },
  };
}

/** `jordan.blake@fabrikam.com` is Jordan Blake. */
function nameOf(address: string): string {
  return address
    .slice(0, address.indexOf('@'))
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
