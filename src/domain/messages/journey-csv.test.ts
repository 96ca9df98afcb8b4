import { expect, test } from 'vitest';
import { messageId, visit } from './example-visits.fixture';
import { journeyCsv } from './journey-csv';
import { buildJourney } from './message-journey';

test('as CSV: every event with its fields, then who never opened, nothing that runs', () => {
  const journey = buildJourney(
    messageId,
    [visit('AttachmentReview', 1, { AttachmentName: '=cmd|" /c calc"!A1.pdf', OperationStatus: 1 })],
    [{ address: '+amy@example.com', source: 'by hand' }],
  );
  const lines = journeyCsv(journey).split('\r\n');
  expect(lines[0]).toBe(
    '\ufeffCreationDate,What,Operation,MessageID,Recipient,Sender,AuthenticationMethod,AuthenticationStatus,OperationStatus,AttachmentName,OperationProperties,UserId,RecordId',
  );
  expect(lines[1]).toContain('2026-11-14T09:00:01.000Z,');
  expect(lines[1]).toContain(',OTP,0,1,"\'=cmd|"" /c calc""!A1.pdf",MailSubject: Offer,elena@contoso.com,');
  expect(lines[1]).toMatch(/,r\d+$/);
  expect(lines[2]).toContain(',Never opened,,<m1@contoso.com>,jordan@fabrikam.com,elena@contoso.com,');
  expect(lines[3]).toContain(",Never opened,,<m1@contoso.com>,'+amy@example.com,elena@contoso.com,");
});
