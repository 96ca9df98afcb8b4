// Encrypted messages read in the web portal. UserId is the inside sender; who acted is the Recipient. Signing in and the
// act itself succeed or fail separately.

import { enumName } from '~/domain/catalogue/enum-names';
import type { Account, RecordReader } from './explanation';
import { nothing, type Sentence, say, when } from './sentence';

export function explainEncryptedMessage(record: RecordReader): Account {
  const subject = record.text('OperationProperties[MailSubject]');
  const attachment = record.text('AttachmentName');
  const sender = record.text('Sender', 'UserId');
  const signInFailed = failed(record, 'AuthenticationStatus');
  const actFailed = failed(record, 'OperationStatus');
  const tried = actFailed || (signInFailed && record.operation.toLowerCase() !== 'authenticaterequest');
  const message = say`the encrypted message${when(subject, (text) => say` ‘${text}’`)}${when(sender, (text) => say` sent by ${text}`)}`;
  const file = attachment ? say`the attachment ‘${attachment}’` : say`an attachment`;
  return {
    actor: record.text('Recipient'),
    deed: say`${act(record.operation, tried, message, file)}${signIn(record, signInFailed)}`,
    // Where neither failed, ResultStatus may still say so.
    ...(actFailed || signInFailed ? { failed: true } : {}),
    reason: actFailed
      ? signInFailed
        ? 'both signing in and the act itself were refused'
        : 'the act itself was refused after signing in'
      : signInFailed
        ? 'signing in was refused'
        : '',
    facts: [
      ...record.fact('Recipient', 'Recipient'),
      ...record.fact('Sender', ['Sender', 'UserId']),
      ...record.fact('Subject', 'OperationProperties[MailSubject]'),
      ...record.fact('Attachment', 'AttachmentName'),
      ...record.fact('Signed in with', 'AuthenticationMethod'),
      ...record.fact('Signing in', 'AuthenticationStatus', undefined, signInFailed ? 'failure' : undefined),
      ...record.fact('The act itself', 'OperationStatus', undefined, actFailed ? 'failure' : undefined),
      ...record.fact('Message ID', 'MessageId', undefined, 'quiet'),
    ],
  };
}

function act(operation: string, tried: boolean, message: Sentence, file: Sentence): Sentence {
  switch (operation.toLowerCase()) {
    case 'messageaccess':
      return tried ? say`tried to open ${message}` : say`opened ${message}`;
    case 'attachmentreview':
      return tried ? say`tried to view ${file} of ${message}` : say`viewed ${file} of ${message}`;
    case 'attachmentdownload':
      return tried ? say`tried to download ${file} of ${message}` : say`downloaded ${file} of ${message}`;
    case 'messageforward':
      return tried ? say`tried to reply to or forward ${message}` : say`replied to or forwarded ${message}`;
    case 'authenticationrequest':
    case 'authenticaterequest':
      return say`asked to sign in to read ${message}`;
    default:
      return say`did ‘${operation}’ to ${message}`;
  }
}

function signIn(record: RecordReader, refused: boolean): Sentence {
  const method = record.text('AuthenticationMethod');
  if (method === '') return nothing;
  const name =
    method.toLowerCase() === 'otp' ? say`a one-time passcode` : method.toLowerCase() === 'gmail' ? say`Google` : say`${method}`;
  return refused ? say`, could not sign in with ${name}` : say`, signed in with ${name}`;
}

function failed(record: RecordReader, path: string): boolean {
  const text = record.text(path);
  return (enumName(path, text) ?? text).toLowerCase() === 'failure';
}
