import type { MessageCriteria, Outcome } from '~/domain/messages/message-criteria';
import { signInMethodLabel } from '~/domain/messages/sign-in-methods';

export const outcomeLabels: Record<Outcome, string> = {
  openedByAll: 'Opened by everyone',
  openedBySome: 'Opened by someone',
  openedByNobody: 'Opened by nobody',
  failedSignIn: 'Failed sign-ins',
  refused: 'Something refused',
  forwarded: 'Replied or forwarded',
  revoked: 'Revoked',
};

/** What narrows the list down, as far as anything does; the question is seen beside the others. */
export function criteriaWords({ id, sender, recipient, subject, attachment, method, outcome }: MessageCriteria): string[] {
  const words: readonly (readonly [asked: string, words: string])[] = [
    [id, `message ID “${id}”`],
    [sender, `from ${sender}`],
    [recipient, `to ${recipient}`],
    [subject, `subject “${subject}”`],
    [attachment, `attachment “${attachment}”`],
    [method, method && `signed in by ${signInMethodLabel(method)}`],
    [outcome, outcome && outcomeLabels[outcome].toLowerCase()],
  ];
  return words.filter(([asked]) => asked !== '').map(([, said]) => said);
}
