// The encrypted messages of the whole time line, each with its sending, its recipients' journeys and, now and then, the moment
// an administrator takes it back. They are planned ahead with times of their own, because all of it has to fit together. Unlike
// records by chance they stay where they are while the time line moves on: tomorrow's plan has the same messages, without those
// that fell out at its start and with what had not happened yet at its end.

import { dayMs, type EpochMs, minuteMs } from '~/lib/time';
import type { Actor, FindKind, PlannedEvent, Revocation, TrackedMessage } from '~mocks/tenant/model';
import { Dice, mix } from '~mocks/tenant/random';
import { topics } from '~mocks/tenant/texts.data';
import { messageId, outsideAddress, subject } from '~mocks/tenant/words';
import { messageEvents, type PortalVisit } from './encrypted-messages';
import { intoWorkingHours, portalJourney, untilRevoked } from './portal-journey';
import { getsLink, isInside } from './recipients';

export interface MessagePlan {
  readonly messages: readonly TrackedMessage[];
  readonly events: readonly PlannedEvent[];
}

export interface PlanOptions {
  readonly seed: number;
  readonly senders: readonly Actor[];
  readonly admins: readonly Actor[];
  readonly findKind: FindKind;
  /** About so many messages. */
  readonly count: number;
  readonly start: EpochMs;
  /** What would happen from here on is left out. */
  readonly end: EpochMs;
}

/** How many recipients a message has: mostly one, now and then a mailing. */
const sizes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 8];
const mailing = 25;
/** What few messages have comes to each of so many in turn, not by chance: any 180 days have their share of it. */
const isMailing = (number: number) => number % 70 === 23;
const isUntouched = (number: number) => number % 15 === 5 && !isOpenedLate(number);
/** Somebody asks to sign in, and nobody gets past the one-time code. In turn, so that any 30 days have such a message. */
const isLockedOut = (number: number) => number % 15 === 7 && !isOpenedLate(number);
const isRevoked = (number: number) => number % 30 === 11 && !isOpenedLate(number);
/** At night or on a weekend, by the first recipient. */
const isOpenedLate = (number: number) => number % 7 === 0;
/** No message waits longer for working hours. */
const longestWait = 4 * dayMs;

export function planMessages(options: PlanOptions): MessagePlan {
  const { seed, admins, findKind, count, start, end } = options;
  const messages: TrackedMessage[] = [];
  const events: PlannedEvent[] = [];
  // Messages are numbered since 1970, so that the number alone says which message it is.
  const spacing = (end - start) / count;
  for (let number = Math.floor((start - longestWait) / spacing); number * spacing < end; number++) {
    const dice = new Dice(mix(seed, number + 0x0e0e));
    const draft = draftMessage(dice, number, spacing, options.senders);
    if (draft.sent < start || draft.sent >= end) continue;
    const journeys = isUntouched(number) ? [] : planVisits(dice, draft, isOpenedLate(number), isLockedOut(number));
    const revocation = isRevoked(number) && draft.isRevocable ? planRevocation(dice, draft, admins) : undefined;
    const visits = revocation
      ? untilRevoked([...journeys, ...comesAgain(dice, journeys, revocation.at)], revocation.at)
      : journeys;
    const message = revocation && revocation.at < end ? { ...draft, revocation } : draft;
    messages.push(message);
    events.push(...messageEvents(findKind, message, visits).filter(({ time }) => time < end));
  }
  return { messages, events };
}

function draftMessage(dice: Dice, number: number, spacing: number, senders: readonly Actor[]): TrackedMessage {
  const id = messageId(dice);
  const sender = dice.pick(senders);
  const anyTime = (number + dice.next() / 0x1_0000_0000) * spacing;
  const sent = dice.chance(0.1) ? anyTime : intoWorkingHours(dice, anyTime);
  const size = isMailing(number) ? mailing : dice.pick(sizes);
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

/** The first recipient at least tries. */
function planVisits(
  dice: Dice,
  { recipients, sent, attachments }: TrackedMessage,
  isLate: boolean,
  isLocked: boolean,
): PortalVisit[] {
  const outside = recipients.filter((address) => !isInside(address));
  const neverShare = outside.length > 10 ? 0.75 : 0.5;
  return outside.flatMap((recipient, at) => {
    if (at > 0 && dice.chance(neverShare)) return [];
    const isSure = isLate && at === 0;
    const givesUp = isLocked || (!isSure && dice.chance(0.07));
    return portalJourney(dice, { recipient, sent, attachments, givesUp, isLate: isSure || dice.chance(0.15) });
  });
}

function planRevocation(dice: Dice, { sent }: TrackedMessage, admins: readonly Actor[]): Revocation {
  return { at: sent + dice.between(60, 3_000) * minuteMs, by: dice.pick(admins) };
}

/** More often than not, someone who has read the message wants to read it again after it was taken back. */
function comesAgain(dice: Dice, visits: readonly PortalVisit[], revokedAt: EpochMs): PortalVisit[] {
  const visitor = visits.find(({ operation, time }) => operation === 'MessageAccess' && time < revokedAt);
  if (!visitor || !dice.chance(0.6)) return [];
  const { recipient, method } = visitor;
  const time = revokedAt + dice.between(5, 900) * minuteMs;
  return [
    { time, operation: 'AuthenticationRequest', recipient, method },
    { time: time + 4_000, operation: 'MessageAccess', recipient, method },
  ];
}
