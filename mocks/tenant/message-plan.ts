// The encrypted messages of the whole time line, each with its sending, its recipients' journeys and, now and then, the moment
// an administrator takes it back. They are planned ahead with times of their own, because all of it has to fit together.

import { type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { type FindKind, type PortalVisit, portalEvent, revocationEvent, sendEvent } from './encrypted-messages';
import type { Actor, PlannedEvent } from './kind';
import { intoWorkingHours, portalJourney, untilRevoked } from './portal-journey';
import { Dice, mix } from './random';
import { topics } from './texts.data';
import { getsLink, isInside, type TrackedMessage } from './tracked-message';
import { messageId, outsideAddress, subject } from './words';

export interface MessagePlan {
  readonly messages: readonly TrackedMessage[];
  readonly events: readonly PlannedEvent[];
}

export interface PlanOptions {
  readonly seed: number;
  readonly senders: readonly Actor[];
  readonly admins: readonly Actor[];
  readonly findKind: FindKind;
  /** About so many visits to the portal; what would happen after `end` is left out. */
  readonly visits: number;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** How many recipients a message has: mostly one, now and then a mailing. */
const sizes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 8];
const mailing = 25;

export function planMessages(options: PlanOptions): MessagePlan {
  const messages: TrackedMessage[] = [];
  const events: PlannedEvent[] = [];
  for (let number = 0, visited = 0; visited < options.visits; number++) {
    const dice = new Dice(mix(options.seed, number + 0x0e0e));
    const draft = draftMessage(dice, options);
    const journeys = planVisits(dice, draft);
    const message = withRevocation(dice, draft, journeys, options);
    const visits = message.revocation ? untilRevoked(journeys, message.revocation.at) : journeys;
    const happened = visits.filter(({ time }) => time < options.end);
    visited += happened.length;
    messages.push(message);
    events.push(sendEvent(options.findKind, message));
    for (const visit of happened) events.push(portalEvent(options.findKind, message, visit));
    if (message.revocation) {
      const { at, by } = message.revocation;
      events.push(revocationEvent(options.findKind, message.messageId, at, by));
    }
  }
  return { messages, events };
}

function draftMessage(dice: Dice, { senders, start, end }: PlanOptions): TrackedMessage {
  const id = messageId(dice);
  const sender = dice.pick(senders);
  const anyTime = start + (dice.next() / 0x1_0000_0000) * (end - start - hourMs);
  const sent = Math.min(dice.chance(0.1) ? anyTime : intoWorkingHours(dice, anyTime), end - hourMs);
  const size = dice.chance(0.015) ? mailing : dice.pick(sizes);
  const recipients = new Set<string>();
  // The first is always outside; else nothing would have been encrypted.
  while (recipients.size < size)
    recipients.add(recipients.size > 0 && dice.chance(0.12) ? dice.pick(senders).upn : outsideAddress(dice));
  const names = [...recipients];
  return {
    messageId: id,
    sender,
    subject: subject(dice),
    sent,
    recipients: names,
    attachments: Array.from(
      { length: dice.pick([0, 0, 0, 1, 1, 2]) },
      () => `${dice.pick(topics)}.${dice.pick(['pdf', 'docx', 'xlsx'])}`,
    ),
    isRevocable: names.some(getsLink),
  };
}

/** Six in a hundred messages are never looked at; of the others, the first recipient at least tries. */
function planVisits(dice: Dice, { recipients, sent, attachments }: TrackedMessage): PortalVisit[] {
  if (dice.chance(0.06)) return [];
  const outside = recipients.filter((address) => !isInside(address));
  const neverShare = outside.length > 10 ? 0.75 : 0.5;
  return outside.flatMap((recipient, at) => {
    if (at > 0 && dice.chance(neverShare)) return [];
    return portalJourney(dice, { recipient, sent, attachments, givesUp: dice.chance(0.07) });
  });
}

/** Three in a hundred are taken back, after which, as often as not, someone comes once more. */
function withRevocation(dice: Dice, draft: TrackedMessage, visits: PortalVisit[], { admins, end }: PlanOptions): TrackedMessage {
  const at = draft.sent + dice.between(60, 3_000) * minuteMs;
  const by = dice.pick(admins);
  if (!draft.isRevocable || !dice.chance(0.03) || at >= end) return draft;
  const visitor = visits.find(({ operation, time }) => operation === 'MessageAccess' && time < at);
  if (visitor && dice.chance(0.6)) {
    const { recipient, method } = visitor;
    const again = at + dice.between(5, 900) * minuteMs;
    visits.push({ time: again, operation: 'AuthenticationRequest', recipient, method });
    visits.push({ time: again + 4_000, operation: 'MessageAccess', recipient, method });
  }
  return { ...draft, revocation: { at, by } };
}
