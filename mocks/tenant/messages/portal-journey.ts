// What one recipient does with one encrypted message: signs in, now and then at the second attempt or never, reads, looks at
// what is attached, forwards, comes back. Every journey begins with signing in, and nothing follows a sign-in that failed.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import type { Dice } from '~mocks/tenant/random';
import { isSignIn, type PortalOperation, type PortalVisit } from './encrypted-messages';

export interface Errand {
  readonly recipient: string;
  /** When the message was sent. */
  readonly sent: EpochMs;
  readonly attachments: readonly string[];
  /** Never gets past the one-time code. */
  readonly givesUp: boolean;
  /** Comes at night or on a weekend. */
  readonly isLate: boolean;
}

export function portalJourney(dice: Dice, { recipient, sent, attachments, givesUp, isLate }: Errand): PortalVisit[] {
  const method = methodOf(dice, recipient, givesUp);
  const visits: PortalVisit[] = [];
  let time = arrival(dice, sent, isLate);
  let codes = 0;
  const visit = (operation: PortalOperation, more: Partial<PortalVisit> = {}) => {
    visits.push({ time, operation, recipient, method, ...more });
    time += dice.between(10, 240) * 1000;
  };
  const spelling = dice.chance(0.04) ? 'AuthenticateRequest' : 'AuthenticationRequest';
  const signIn = (more: Partial<PortalVisit> = {}) => {
    codes += 1;
    visit(spelling, { ...more, ...(method === 'OTP' ? { codesSent: codes } : {}) });
  };
  const open = () => {
    signIn();
    visit('MessageAccess');
  };
  const failures = givesUp ? dice.between(1, 3) : dice.chance(0.15) ? dice.between(1, 2) : 0;
  for (let failure = 0; failure < failures; failure++) signIn({ refused: true });
  if (givesUp) return visits;
  open();
  for (const attachment of attachments) {
    if (dice.chance(0.7)) visit('AttachmentReview', { attachment, failed: dice.chance(0.12) });
    if (dice.chance(0.45)) visit('AttachmentDownload', { attachment });
  }
  if (dice.chance(0.2)) visit('MessageForward');
  for (let returns = 0; returns < 2 && dice.chance(0.16); returns++) {
    time += dice.between(1, 9) * hourMs;
    codes = 0;
    open();
  }
  return visits;
}

/** What is left of visits when the message is taken back: who comes later signs in, is refused, and does no more. */
export function untilRevoked(visits: readonly PortalVisit[], at: EpochMs): PortalVisit[] {
  return visits
    .filter(({ time, operation }) => time < at || isSignIn(operation) || operation === 'MessageAccess')
    .map((visit) => (visit.time < at || isSignIn(visit.operation) ? visit : { ...visit, failed: true }));
}

function methodOf(dice: Dice, recipient: string, givesUp: boolean): string {
  if (givesUp) return 'OTP';
  if (recipient.endsWith('yahoo.com')) return 'Yahoo';
  return recipient.endsWith('gmail.com') ? dice.pick(['Google', 'OTP', 'Gmail']) : dice.pick(['OTP', 'OTP', 'Microsoft']);
}

/** Minutes to two days later, while people work, if not late. */
function arrival(dice: Dice, sent: EpochMs, isLate: boolean): EpochMs {
  const wait = dice.chance(0.5) ? dice.between(3, 180) : dice.between(180, 2_400);
  const time = sent + wait * minuteMs;
  if (!isLate) return intoWorkingHours(dice, time);
  return atWork(time) ? Math.floor(time / dayMs) * dayMs + dice.between(20 * 60, 29 * 60) * minuteMs : time;
}

export function atWork(time: EpochMs): boolean {
  const at = new Date(time);
  return at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 6 && at.getUTCHours() < 19;
}

export function intoWorkingHours(dice: Dice, time: EpochMs): EpochMs {
  if (atWork(time)) return time;
  const morning = (days: number) => (Math.floor(time / dayMs) + days) * dayMs + 7 * hourMs;
  const days = [0, 1, 2, 3].find((each) => morning(each) > time && atWork(morning(each))) ?? 1;
  return morning(days) + dice.between(0, 150) * minuteMs;
}
