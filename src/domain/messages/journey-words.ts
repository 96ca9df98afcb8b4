// The events of a journey in words, in the wording of `explain-ome.ts` but short: the message itself is known where they stand.

import { listed, type Sentence, say } from '~/domain/record/sentence';
import { isDone, type JourneyEvent } from './journey-event';
import { signInMethod } from './sign-in-methods';

/** Who acted: the recipient in the portal, the user everywhere else. */
export function actorOf(event: JourneyEvent): Sentence {
  if (event.kind !== 'portal') return event.user === '' ? say`Somebody` : say`${event.user}`;
  return event.recipients.length === 0 ? say`An unnamed recipient` : listed(event.recipients);
}

/** Reads on from the actor. No full stop. */
export function deedOf(event: JourneyEvent): Sentence {
  return say`${deed(event)}${outcome(event)}`;
}

/** `a one-time passcode`, `Google`. */
function methodInSentence(method: string): string {
  const name = signInMethod(method);
  return name === 'OTP' ? 'a one-time passcode' : name;
}

function deed(event: JourneyEvent): Sentence {
  const done = isDone(event);
  const file = event.attachment === '' ? say`an attachment` : say`‘${event.attachment}’`;
  if (event.kind === 'send') return done ? say`sent the message` : say`tried to send the message`;
  if (event.kind === 'revocation') return revocation(event, done);
  switch (event.step) {
    case 'signIn':
      return event.method === '' ? say`asked to sign in` : say`asked to sign in with ${methodInSentence(event.method)}`;
    case 'open':
      return done ? say`opened the message` : say`tried to open the message`;
    case 'view':
      return done ? say`viewed ${file}` : say`tried to view ${file}`;
    case 'download':
      return done ? say`downloaded ${file}` : say`tried to download ${file}`;
    case 'forward':
      return done ? say`replied to or forwarded the message` : say`tried to reply to or forward the message`;
    default:
      return done ? say`did ‘${event.operation}’` : say`tried ‘${event.operation}’`;
  }
}

function revocation({ revokes, operation }: JourneyEvent, done: boolean): Sentence {
  if (revokes === true) return done ? say`revoked the message` : say`tried to revoke the message`;
  return revokes === false ? say`ran ${operation} with Revoke set to false` : say`ran ${operation}`;
}

function outcome(event: JourneyEvent): Sentence {
  if (isDone(event)) return [];
  if (event.kind !== 'portal') return [': failed'];
  if (!event.signInFailed) return [': refused'];
  return [': sign-in failed'];
}
