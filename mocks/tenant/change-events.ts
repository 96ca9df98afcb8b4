// What changes leave in the audit log: a record of every cmdlet, and, where a message was taken back, the recipients who try to
// read it once more. These events stand behind the records of the history itself, whose indices they never move: their indices
// follow from the order of the changes, which only grows.

import { type Change, takesBack } from './change';
import { portalEvent, refusedEvent } from './messages/encrypted-messages';
import { isInside } from './messages/recipients';
import type { Actor, Cast, FindKind, PlannedEvent, TrackedMessage } from './model';
import { Dice, hashText } from './random';
import { type Period, untrackedPeriods } from './settings';
import { nameValues } from './words';

/** Seconds after a revocation at which a recipient signs in again. */
const returnsAfter = [4, 20];

export function changeEvents(
  changes: readonly Change[],
  cast: Cast,
  messages: readonly TrackedMessage[],
  findKind: FindKind,
): PlannedEvent[] {
  return changes.flatMap((change) => {
    const by = actorOf(cast, change.by);
    const events = [cmdletEvent(findKind, change, by)];
    if (takesBack(change)) {
      const message = messages.find(({ messageId }) => messageId === change.target);
      if (message) events.push(...returns(findKind, change, message));
    }
    return events.map((event, step) => ({ ...event, key: `${change.id} ${step}` }));
  });
}

/** The events as the log has them after the changes: refused when their message was taken back, untracked while tracking was off. */
export function afterChanges(events: readonly PlannedEvent[], changes: readonly Change[]): readonly PlannedEvent[] {
  const untracked = untrackedPeriods(changes);
  // Two tabs may have revoked the same message: the first counts.
  const revoked = new Map(
    changes
      .filter(takesBack)
      .toReversed()
      .map(({ target, at }) => [target, at]),
  );
  if (untracked.length === 0 && revoked.size === 0) return events;
  return events.map((event) => {
    if (event.messageId === undefined) return event;
    const at = revoked.get(event.messageId);
    const seen = at !== undefined && event.time >= at ? refusedEvent(event) : event;
    return untracked.some((period) => contains(period, event)) ? { ...seen, isUntracked: true } : seen;
  });
}

function contains({ from, to }: Period, { time }: PlannedEvent): boolean {
  return time >= from && time < to;
}

/** Whoever is not on the staff is taken for the administrator. */
function actorOf(cast: Cast, upn: string): Actor {
  const wanted = upn.toLowerCase();
  return cast.pools.people.find((person) => person.upn === wanted) ?? cast.administrator;
}

function cmdletEvent(findKind: FindKind, change: Change, by: Actor): PlannedEvent {
  const parameters = Object.entries(change.parameters).map(([name, value]) => [name, loggedValue(value)]);
  return {
    time: change.at,
    kind: findKind(1, change.cmdlet),
    actor: by,
    address: by.addresses[0] ?? 0,
    objectId: change.target,
    details: { ResultStatus: 'True', Parameters: nameValues(Object.fromEntries(parameters)) },
  };
}

/** Two recipients at most; those who read mail inside Microsoft 365 never come to the portal. */
function returns(findKind: FindKind, change: Change, message: TrackedMessage): PlannedEvent[] {
  const outside = message.recipients.filter((address) => !isInside(address));
  const first = new Dice(hashText(change.id)).below(outside.length);
  return returnsAfter.slice(0, outside.length).flatMap((seconds, at) => {
    const recipient = outside[(first + at) % outside.length] ?? '';
    const method = /@gmail\.com$/.test(recipient) ? 'Google' : /@yahoo\.com$/.test(recipient) ? 'Yahoo' : 'OTP';
    const time = change.at + seconds * 1000;
    const codes = method === 'OTP' ? { codesSent: 1 } : {};
    return [
      portalEvent(findKind, message, { time, operation: 'AuthenticationRequest', recipient, method, ...codes }),
      portalEvent(findKind, message, { time: time + 3_000, operation: 'MessageAccess', recipient, method, failed: true }),
    ];
  });
}

/** As the log writes parameters: `True`, `a;b`, and what is added to and removed from a list. */
function loggedValue(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return value.join(';');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([name]) => name !== '@odata.type')
    .map(([name, list]) => `${name}=${loggedValue(list)}`)
    .join(';');
}
