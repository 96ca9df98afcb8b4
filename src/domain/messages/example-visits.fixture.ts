// Records of encrypted messages for tests: visits to the portal and the cmdlet that takes a message back, in Microsoft's form.

import type { FieldRef } from '~/domain/catalogue/fields';
import { textAt, valueAt } from '~/domain/record/audit-data';
import { recordKeySchema } from '~/domain/record/record-key';
import { sentenceText } from '~/domain/record/sentence';
import { type JourneyEvent, journeyFields, readEvent } from './journey-event';
import { actorOf, deedOf } from './journey-words';

export const messageId = '<m1@contoso.com>';
let made = 0;

/** Values of a record as the engine would give them. */
export function eventOf(auditData: Record<string, unknown>): JourneyEvent {
  const id = textAt(auditData, 'Id') || `r${String(made++).padStart(6, '0')}`;
  const values: Partial<Record<FieldRef, string>> = {
    id,
    operation: textAt(auditData, 'Operation'),
    recordType: textAt(auditData, 'RecordType'),
    user: textAt(auditData, 'UserId'),
    result: textAt(auditData, 'ResultStatus'),
  };
  for (const field of journeyFields) {
    if (!field.startsWith('path:')) continue;
    const found = field
      .slice('path:'.length)
      .split('|')
      .map((path) => valueAt(auditData, path))
      .find((value) => value !== undefined);
    if (found === undefined) continue;
    values[field] = Array.isArray(found)
      ? found.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('; ')
      : String(found);
  }
  const time = Date.parse(`${textAt(auditData, 'CreationTime')}Z`);
  return readEvent({ key: recordKeySchema.parse(id), time, values });
}

export const visit = (Operation: string, second: number, more: Record<string, unknown> = {}) =>
  eventOf({
    CreationTime: new Date(Date.UTC(2026, 10, 14, 9) + second * 1000).toISOString().slice(0, 19),
    RecordType: 154,
    Operation,
    MessageId: messageId,
    Recipient: 'jordan@fabrikam.com',
    Sender: 'elena@contoso.com',
    UserId: 'elena@contoso.com',
    AuthenticationMethod: 'OTP',
    AuthenticationStatus: 0,
    OperationStatus: 0,
    OperationProperties: [{ Name: 'MailSubject', Value: 'Offer' }],
    ...more,
  });

/** Seconds after nine o'clock, when the examples begin. */
export const at = (second: number) => Date.UTC(2026, 10, 14, 9) + second * 1000;
export const words = (event: JourneyEvent) => `${sentenceText(actorOf(event))} ${sentenceText(deedOf(event))}`;

export const cmdlet = (second: number, more: Record<string, unknown> = {}, revoke = 'True') =>
  visit('Set-OMEMessageRevocation', second, {
    RecordType: 1,
    UserId: 'adele@contoso.com',
    ResultStatus: 'True',
    Recipient: undefined,
    Sender: undefined,
    OperationStatus: undefined,
    AuthenticationStatus: undefined,
    AuthenticationMethod: undefined,
    OperationProperties: undefined,
    Parameters: [
      { Name: 'Revoke', Value: revoke },
      { Name: 'MessageId', Value: messageId },
    ],
    ...more,
  });
