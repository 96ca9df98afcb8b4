// Events of the encrypted message portal, five to a message on average, that depend on nothing but their number. Recipients sign
// in, open, look at attachments, download and forward; some sign-ins and some steps fail. Arrival is roughly newest first, so
// the events of a message lie together but not side by side.

import { at, days180Ms, end, guid, hash, pageOf } from './generate-records';

export const eventsPerMessage = 5;

const operations = [
  'AuthenticationRequest',
  'MessageAccess',
  'AttachmentReview',
  'AttachmentDownload',
  'MessageForward',
] as const;
const topics = ['Budget', 'Offer', 'Contract', 'Minutes', 'Forecast', 'Invoice', 'Review', 'Übersicht', 'Summary', 'Notes'];
const firstNames = ['jordan', 'lucia', 'sam', 'amira', 'noah', 'ines', 'pavel', 'mei', 'tom', 'freya'];
const domains = ['fabrikam.com', 'gmail.com', 'woodgrovebank.com', 'yahoo.com', 'northwind.example', 'outlook.com'];
const methods = ['OTP', 'Google', 'OTP', 'Yahoo', 'Microsoft', 'OTP'];

export function portalPage(from: number, count: number, of: number): string {
  const records = Array.from({ length: Math.min(count, of - from) }, (_, i) => portalEvent(from + i, of));
  return pageOf(records, from + count < of ? from + count : undefined);
}

function portalEvent(index: number, of: number): string {
  const messages = Math.ceil(of / eventsPerMessage);
  // Up to a few hundred events of other messages come between.
  const message = Math.min(messages - 1, Math.floor(index / eventsPerMessage / 64) * 64 + (hash(index, 1) % 64));
  const step = hash(index, 2) % 10;
  const operation = at(operations, step < 4 ? 0 : step < 7 ? 1 : step - 5);
  const sent = end - days180Ms + Math.floor(((messages - message) * days180Ms) / messages);
  const iso = `${new Date(sent - (hash(index, 3) % 200_000_000)).toISOString().slice(0, 19)}Z`;
  const sender = `user${String(hash(message, 4) % 3000).padStart(4, '0')}.sales@contoso.com`;
  const recipientNumber = hash(message, 5 + (hash(index, 6) % 3)) % 30_000;
  const domainNumber = recipientNumber % domains.length;
  const name = at(firstNames, recipientNumber >>> 3);
  // Microsoft writes addresses as the sender typed them.
  const written = hash(index, 7) % 16 === 0 ? name.toUpperCase() : name;
  const recipient = `${written}.${recipientNumber}@${at(domains, domainNumber)}`;
  const isRefused = operation === 'AuthenticationRequest' && hash(index, 8) % 8 === 0;
  const hasFailed = isRefused || hash(index, 9) % 20 === 0;
  const attachment = operation.startsWith('Attachment')
    ? `"AttachmentName":"${at(topics, hash(message, 10))} ${hash(index, 11) % 3}.pdf",`
    : '';
  const id = guid(index, 30);
  const codes =
    operation === 'AuthenticationRequest' ? `,{"Name":"NumberOfOTPCodesSent","Value":"${1 + (hash(index, 12) % 3)}"}` : '';
  const subject = `${at(topics, hash(message, 13))} and ${at(topics, hash(message, 14))} ${message}`;
  const messageId = `<${guid(message, 40).toUpperCase()}@AM0PR0${message % 10}MB${1000 + (message % 9000)}.eurprd0${message % 10}.prod.outlook.com>`;
  const auditData =
    `{"CreationTime":"${iso.slice(0, 19)}","Id":"${id}","Operation":"${operation}","OrganizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10",` +
    `"RecordType":154,"ResultStatus":"${hasFailed ? 'Failure' : 'Success'}","UserKey":"${sender}","UserType":0,"Version":1,"Workload":"Exchange",` +
    `"UserId":"${sender}",${attachment}"AuthenticationMethod":"${at(methods, domainNumber)}","AuthenticationStatus":${isRefused ? 1 : 0},` +
    `"MessageId":"${messageId}","OperationProperties":[{"Name":"MailSubject","Value":"${subject}"}${codes}],` +
    `"OperationStatus":${hasFailed ? 1 : 0},"Recipient":"${recipient}","Sender":"${sender}"}`;
  return (
    `{"id":"${id}","createdDateTime":"${iso}","auditLogRecordType":"omePortal","operation":"${operation}","organizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10",` +
    `"userType":"Regular","userId":"${sender}","userPrincipalName":"${sender}","service":"Exchange","objectId":null,"clientIp":null,` +
    `"administrativeUnits":[],"auditData":${auditData}}`
  );
}
