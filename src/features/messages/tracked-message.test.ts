import { expect, test } from 'vitest';
import { failedSignInGrouping, messageGrouping, toFailedSignIns, toTrackedMessage } from '~/domain/messages/tracked-message';
import type { Filter } from '~/domain/view/filter';
import type { RecordSet } from '~/engine/record-set';
import { heldWith } from '~/records/held-set.fixture';
import { readGroups } from '~/records/read-whole';

const outsideHours: Filter = { field: 'time', op: 'outsideHours', from: '08:00', to: '18:00', zone: 'UTC' };
let made = 0;

/** A Graph record at that minute after nine on a Monday. */
function record(minute: number, recordType: number, operation: string, more: Record<string, unknown>) {
  const time = new Date(Date.UTC(2026, 10, 16, 9, minute)).toISOString().slice(0, 19);
  const id = `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
  const user = 'elena@contoso.com';
  const auditData = { CreationTime: time, Id: id, Operation: operation, RecordType: recordType, UserId: user, ...more };
  return { id, createdDateTime: `${time}Z`, operation, userPrincipalName: user, auditData };
}

const visit = (minute: number, operation: string, recipient: string, more: Record<string, unknown> = {}) =>
  record(minute, 154, operation, {
    MessageId: '<m1@contoso.com>',
    Recipient: recipient,
    Sender: 'elena@contoso.com',
    AuthenticationMethod: 'OTP',
    AuthenticationStatus: 0,
    OperationStatus: 0,
    OperationProperties: [{ Name: 'MailSubject', Value: 'Offer' }],
    ...more,
  });
const refused = { OperationStatus: 1 };
const notSignedIn = { AuthenticationStatus: 1, OperationStatus: 1 };
const offer = { AttachmentName: 'Offer.pdf' };

async function setOf(...records: object[]): Promise<RecordSet> {
  return (await heldWith(records)).set;
}

test('puts a message together from its sending, the visits to it and its revocation', async () => {
  const set = await setOf(
    record(0, 2, 'Send', { Item: { InternetMessageId: '<m1@contoso.com>', Subject: 'Offer' }, recipientCount: 3 }),
    visit(1, 'AuthenticateRequest', 'jordan@fabrikam.com', notSignedIn),
    visit(2, 'AuthenticationRequest', 'jordan@fabrikam.com'),
    visit(3, 'MessageAccess', 'Jordan@Fabrikam.com'),
    visit(4, 'AttachmentReview', 'jordan@fabrikam.com', { ...offer, ...refused }),
    visit(5, 'AttachmentDownload', 'jordan@fabrikam.com', offer),
    visit(10, 'MessageAccess', 'lucia@gmail.com', { AuthenticationMethod: 'Gmail' }),
    visit(11, 'MessageForward', 'lucia@gmail.com', { AuthenticationMethod: 'Google' }),
    visit(780, 'MessageAccess', 'jordan@fabrikam.com'),
    record(900, 1, 'Set-OMEMessageRevocation', {
      UserId: 'adele@contoso.com',
      Parameters: [
        { Name: 'Revoke', Value: 'True' },
        { Name: 'MessageId', Value: '<m1@contoso.com>' },
      ],
    }),
    visit(901, 'MessageAccess', 'lucia@gmail.com', refused),
    record(902, 2, 'Send', { Item: { InternetMessageId: '<never-visited@contoso.com>' }, recipientCount: 1 }),
  );
  const messages = (await readGroups(set, messageGrouping(outsideHours))).map(toTrackedMessage);
  const at = (minute: number) => Date.UTC(2026, 10, 16, 9, minute);
  expect(messages).toEqual([
    {
      messageId: '<m1@contoso.com>',
      subject: 'Offer',
      sender: 'elena@contoso.com',
      visitors: ['jordan@fabrikam.com', 'lucia@gmail.com'],
      recipientCount: 3,
      sent: at(0),
      firstOpened: at(3),
      lastActivity: at(901),
      openedBy: ['Jordan@Fabrikam.com', 'lucia@gmail.com'],
      openedByCount: 2,
      openedWith: ['OTP', 'Google'],
      methods: ['OTP', 'Google'],
      attachments: ['Offer.pdf'],
      viewed: 0,
      downloaded: 1,
      forwarded: 1,
      failedSignIns: 1,
      failedSignInsOf: ['jordan@fabrikam.com'],
      refused: 2,
      openedOutsideHours: 1,
      revoked: at(900),
    },
  ]);
});

test('without the send record nobody claims to know to how many a message went', async () => {
  const set = await setOf(visit(3, 'MessageAccess', 'jordan@fabrikam.com'));
  const [message] = (await readGroups(set, messageGrouping(outsideHours))).map(toTrackedMessage);
  expect(message).toMatchObject({ sent: undefined, recipientCount: undefined, openedByCount: 1 });
});

test('lists who failed to sign in, to how many messages, and whether they got in', async () => {
  const set = await setOf(
    visit(1, 'AuthenticationRequest', 'sam@woodgrovebank.com', notSignedIn),
    visit(2, 'AuthenticationRequest', 'sam@woodgrovebank.com', { ...notSignedIn, MessageId: '<m2@contoso.com>' }),
    visit(3, 'AuthenticationRequest', 'jordan@fabrikam.com', notSignedIn),
    visit(4, 'AuthenticationRequest', 'jordan@fabrikam.com'),
    visit(5, 'AuthenticationRequest', 'lucia@gmail.com'),
  );
  const people = (await readGroups(set, failedSignInGrouping)).map(toFailedSignIns);
  expect(people.map(({ recipient, failed, messages }) => [recipient, failed, messages])).toEqual([
    ['jordan@fabrikam.com', 1, 1],
    ['sam@woodgrovebank.com', 2, 2],
  ]);
  expect(people.map(({ lastSignedIn }) => lastSignedIn === undefined)).toEqual([false, true]);
});

test('reads more groups than the engine hands out at once', async () => {
  const visits = Array.from({ length: 2_345 }, (_, at) =>
    visit(at % 500, 'MessageAccess', 'a@b.com', { MessageId: `<${at}@contoso.com>` }),
  );
  const set = await setOf(...visits);
  const messages = await readGroups(set, messageGrouping(outsideHours));
  expect(new Set(messages.map(({ key }) => key[0])).size).toBe(2_345);
});
