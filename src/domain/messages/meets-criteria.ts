// Whether a tracked message is one of those asked for.

import type { MessageCriteria, Outcome } from './message-criteria';
import type { TrackedMessage } from './tracked-message';

const outcomeTests: Record<Outcome, (message: TrackedMessage) => boolean> = {
  openedByAll: ({ recipientCount, openedByCount }) => recipientCount !== undefined && openedByCount >= recipientCount,
  openedBySome: ({ openedByCount }) => openedByCount > 0,
  openedByNobody: ({ openedByCount }) => openedByCount === 0,
  failedSignIn: ({ failedSignIns }) => failedSignIns > 0,
  refused: ({ refused }) => refused > 0,
  forwarded: ({ forwarded }) => forwarded > 0,
  revoked: ({ revoked }) => revoked !== undefined,
};

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
