// Encrypted messages and what their recipients do with them in the portal (record type 154). A message's events belong
// together: the same Message-ID, recipients who each sign in before they read, attachments after the message. So they are
// planned ahead with times of their own. In these records the user is the sender; who acted stands in Recipient.

import { type EpochMs, hourMs, minuteMs } from '~/lib/time';
import type { Actor, Kind, KindRow, PlannedEvent } from './kind';
import { type Cast, domain } from './people';
import { Dice, mix } from './random';
import { topics } from './texts.data';
import { messageId, nameValues, outsideAddress, subject } from './words';

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

export interface EncryptedMessage {
  readonly messageId: string;
  readonly sender: Actor;
  readonly subject: string;
}

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

export type FindKind = (recordType: number, operation: string) => Kind;

/** One event of a message; the two statuses are separate: an attachment can fail after a sign-in that succeeded. */
export function portalEvent(findKind: FindKind, message: EncryptedMessage, visit: PortalVisit): PlannedEvent {
  const { sender } = message;
  return {
    time: visit.time,
    kind: findKind(154, visit.operation),
    actor: sender,
    address: 0,
    objectId: null,
    details: {
      ResultStatus: visit.refused || visit.failed ? 'Failure' : 'Success',
      UserKey: sender.upn,
      UserId: sender.upn,
      ...(visit.attachment === undefined ? {} : { AttachmentName: visit.attachment }),
      AuthenticationMethod: visit.method,
      AuthenticationStatus: visit.refused ? 1 : 0,
      MessageId: message.messageId,
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

/** About `wanted` events between two times, whole journeys only. */
export function planJourneys(
  seed: number,
  cast: Cast,
  findKind: FindKind,
  wanted: number,
  start: EpochMs,
  end: EpochMs,
): PlannedEvent[] {
  const events: PlannedEvent[] = [];
  // Elena Marchetti's one message is a story of its own.
  const senders = cast.pools.people.filter((person) => person.upn !== `elena.marchetti@${domain}`);
  for (let number = 0; events.length < wanted; number++) {
    const dice = new Dice(mix(seed, number + 0x0e0e));
    const message = { messageId: messageId(dice), sender: dice.pick(senders), subject: subject(dice) };
    const sent = start + (dice.next() / 0x1_0000_0000) * (end - start - 60 * hourMs);
    const attachments = Array.from({ length: dice.below(3) }, () => `${dice.pick(topics)}.${dice.pick(['pdf', 'docx', 'xlsx'])}`);
    for (let recipient = dice.between(1, 4); recipient > 0; recipient--) {
      if (!dice.chance(0.8)) continue;
      const visits = journey(dice, outsideAddress(dice), sent + dice.between(3, 2_400) * minuteMs, attachments);
      for (const visit of visits) events.push(portalEvent(findKind, message, visit));
    }
  }
  return events;
}

function journey(dice: Dice, recipient: string, arrives: EpochMs, attachments: readonly string[]): PortalVisit[] {
  const method = recipient.endsWith('gmail.com')
    ? dice.pick(['Google', 'OTP', 'Gmail'])
    : recipient.endsWith('yahoo.com')
      ? 'Yahoo'
      : dice.pick(['OTP', 'OTP', 'Microsoft']);
  const visits: PortalVisit[] = [];
  let time = arrives;
  const visit = (operation: PortalOperation, more: Partial<PortalVisit> = {}) => {
    visits.push({ time, operation, recipient, method, ...more });
    time += dice.between(10, 240) * 1000;
  };
  const signIn = dice.chance(0.04) ? 'AuthenticateRequest' : 'AuthenticationRequest';
  const codes = method === 'OTP' ? { codesSent: dice.between(1, 3) } : {};
  if (dice.chance(0.15)) visit(signIn, { refused: true, ...codes });
  if (visits.length > 0 && dice.chance(0.3)) return visits;
  visit(signIn, codes);
  visit('MessageAccess');
  for (const attachment of attachments) {
    if (dice.chance(0.7)) visit('AttachmentReview', { attachment, failed: dice.chance(0.12) });
    if (dice.chance(0.5)) visit('AttachmentDownload', { attachment });
  }
  if (dice.chance(0.25)) visit('MessageForward');
  if (dice.chance(0.2)) {
    time += dice.between(1, 9) * hourMs;
    visit(signIn, codes);
    visit('MessageAccess');
  }
  return visits;
}
