// A journey as CSV for spreadsheets: one row for each event with every field as the record writes it, then one for each
// recipient who never opened the message. Times are ISO 8601 in UTC; nothing in it runs as a formula.

import { sentenceText } from '~/domain/record/sentence';
import { csvCell, guardFormula } from '~/lib/csv';
import type { JourneyEvent } from './journey-event';
import { actorOf, deedOf } from './journey-words';
import type { Journey } from './message-journey';

const header = [
  'CreationDate',
  'What',
  'Operation',
  'MessageID',
  'Recipient',
  'Sender',
  'AuthenticationMethod',
  'AuthenticationStatus',
  'OperationStatus',
  'AttachmentName',
  'OperationProperties',
  'UserId',
  'RecordId',
];

/** With a byte order mark, so that spreadsheets read accents and other scripts. */
export function journeyCsv(journey: Journey): string {
  const rows = [
    header,
    ...journey.events.map((event) => eventCells(journey.messageId, event)),
    ...journey.recipients
      .filter(({ neverOpened }) => neverOpened)
      .map(({ recipient, isInside }) => [
        '',
        isInside ? 'No portal event; same domain as the sender' : 'Never opened',
        '',
        journey.messageId,
        recipient,
        journey.sender,
        ...header.slice(6).map(() => ''),
      ]),
  ];
  return `\ufeff${rows.map((cells) => `${cells.map((cell) => csvCell(guardFormula(cell))).join(',')}\r\n`).join('')}`;
}

/** `MailSubject: Offer; NumberOfOTPCodesSent: 2`; the subject alone where the list could not be read. */
export function propertiesText({ properties, subject }: JourneyEvent): string {
  return properties.length > 0 ? properties.map(({ name, value }) => `${name}: ${value}`).join('; ') : subject;
}

function eventCells(messageId: string, event: JourneyEvent): string[] {
  return [
    new Date(event.time).toISOString(),
    `${sentenceText(actorOf(event))} ${sentenceText(deedOf(event))}`,
    event.operation,
    messageId,
    event.recipients.join('; '),
    event.sender,
    event.method,
    event.signInStatus,
    event.operationStatus,
    event.attachment,
    propertiesText(event),
    event.user,
    event.recordId,
  ];
}
