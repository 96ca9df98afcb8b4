import { commandScript } from '~/domain/exchange/command';
import { powerShellComment } from '~/domain/exchange/power-shell';
import { messageStatus, revokeMessage } from '~/domain/messages/encryption-commands';

/** Exactly what the dialog does, to be run by hand. */
export function revokeScript(messageId: string, subject: string): string {
  const steps = [
    { about: 'Can it be revoked? IsRevocable has to be True, Revoked False.', command: messageStatus(messageId) },
    { about: `Takes back ${subject ? `"${subject}"` : 'the message'}.`, command: revokeMessage(messageId) },
    { about: 'Revoked is True now.', command: messageStatus(messageId) },
  ];
  return `${powerShellComment('Run Connect-ExchangeOnline first.')}\n\n${commandScript(steps)}`.trimEnd();
}
