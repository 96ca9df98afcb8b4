// Which of the tracked messages to list. Texts are found anywhere in a value, in any case; what is empty is not asked for.

import * as z from 'zod/mini';
import { signInMethods } from './encrypted-messages';
import type { TrackedMessage } from './tracked-message';

export const outcomes = [
  'openedByAll',
  'openedBySome',
  'openedByNobody',
  'failedSignIn',
  'refused',
  'forwarded',
  'revoked',
] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeLabels: Record<Outcome, string> = {
  openedByAll: 'Opened by everyone',
  openedBySome: 'Opened by someone',
  openedByNobody: 'Opened by nobody',
  failedSignIn: 'Failed sign-ins',
  refused: 'Something refused',
  forwarded: 'Replied or forwarded',
  revoked: 'Revoked',
};

const outcomeTests: Record<Outcome, (message: TrackedMessage) => boolean> = {
  openedByAll: ({ recipientCount, openedByCount }) => recipientCount !== undefined && openedByCount >= recipientCount,
  openedBySome: ({ openedByCount }) => openedByCount > 0,
  openedByNobody: ({ openedByCount }) => openedByCount === 0,
  failedSignIn: ({ failedSignIns }) => failedSignIns > 0,
  refused: ({ refused }) => refused > 0,
  forwarded: ({ forwarded }) => forwarded > 0,
  revoked: ({ revoked }) => revoked !== undefined,
};

/** Questions an administrator asks again and again; the first one lists people instead of messages. */
export const questions = ['failedSignIns', 'outsideHours', 'otherMethods', 'forwarded'] as const;
export type Question = (typeof questions)[number];

const word = z.catch(z.pipe(z.union([z.string(), z.number()]), z.transform(String)), '');
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const criteriaSchema = z.object({
  id: word,
  sender: word,
  recipient: word,
  subject: word,
  attachment: word,
  method: z.catch(z.enum(['', ...signInMethods]), ''),
  outcome: z.catch(z.enum(['', ...outcomes]), ''),
  question: z.catch(z.enum(['', ...questions]), ''),
  /** Business hours on weekdays. */
  hours: z.catch(z.tuple([clock, clock]), ['08:00', '18:00']),
  /** Sign-in methods that are allowed; absent: those the tenant's set-up allows. */
  allowed: z.catch(z.optional(z.array(z.enum(signInMethods))), undefined),
});

export type MessageCriteria = z.infer<typeof criteriaSchema>;

export const noCriteria: MessageCriteria = criteriaSchema.parse({});

/** Whether a message is to be listed; `allowed` are the sign-in methods that need no explanation. */
export function meetsCriteria(message: TrackedMessage, criteria: MessageCriteria, allowed: readonly string[]): boolean {
  const { method, outcome } = criteria;
  return (
    anyHolds([message.messageId], criteria.id.replace(/^\s*<|>\s*$/g, '')) &&
    anyAddressIs([message.sender], criteria.sender) &&
    // Asked who failed to sign in, another visitor of the same message is no answer.
    anyAddressIs(outcome === 'failedSignIn' ? message.failedSignInsOf : message.visitors, criteria.recipient) &&
    anyHolds([message.subject], criteria.subject) &&
    anyHolds(message.attachments, criteria.attachment) &&
    (method === '' || message.methods.includes(method)) &&
    (outcome === '' || outcomeTests[outcome](message)) &&
    answers(message, criteria.question, allowed)
  );
}

function anyHolds(values: readonly string[], wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return text === '' || values.some((value) => value.toLowerCase().includes(text));
}

/** Like any text, but `li@contoso.com` does not mean `an.li@contoso.com`. */
export function anyAddressIs(addresses: readonly string[], wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  if (text.indexOf('@') < 1) return anyHolds(addresses, wanted);
  return addresses.some((address) => address.toLowerCase().startsWith(text));
}

export function answers(message: TrackedMessage, question: MessageCriteria['question'], allowed: readonly string[]): boolean {
  if (question === 'outsideHours') return message.openedOutsideHours > 0;
  if (question === 'otherMethods') return message.openedWith.some((method) => !allowed.includes(method));
  return question !== 'forwarded' || message.forwarded > 0;
}
