import { expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { recordAt } from '~mocks/tenant/record-at';
import { createTenant } from '~mocks/tenant/tenant';
import { isSignIn } from './encrypted-messages';
import { takenBackMessageId, trackedMessageId } from './message-stories';
import { atWork } from './portal-journey';
import { getsLink, isInside } from './recipients';

const now = Date.parse('2026-06-30T00:00:00Z');
const tenant = createTenant({ seed: 'contoso', records: 100_000, now });
const planned = Array.from(tenant.timeline.plannedIndices, (index) => recordAt(tenant, index));
const text = (value: unknown) => (typeof value === 'string' ? value : '');

interface Visit {
  readonly message: string;
  readonly recipient: string;
  readonly operation: string;
  readonly failed: boolean;
  readonly signInFailed: boolean;
  readonly at: number;
}

const visits: Visit[] = planned
  .filter(({ auditLogRecordType }) => auditLogRecordType === 'OMEPortal')
  .map(({ auditData, operation, createdDateTime }) => ({
    message: text(auditData?.['MessageId']),
    recipient: text(auditData?.['Recipient']),
    operation,
    failed: auditData?.['OperationStatus'] === 1,
    signInFailed: auditData?.['AuthenticationStatus'] === 1,
    at: Date.parse(createdDateTime),
  }));
const visitsOf = (messageId: string) => visits.filter(({ message }) => message === messageId);
const { messages } = tenant;

test('there are some 280 messages, and 15 records in 1,000 are of the portal', () => {
  expect(messages.length).toBeGreaterThan(270);
  expect(messages.length).toBeLessThan(290);
  expect(visits.length).toBeGreaterThan(1_300);
  expect(visits.length).toBeLessThan(1_700);
  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
});

test('tomorrow there are the same messages at the same times, but for those that fall out, come in or belong to stories', () => {
  const tomorrow = createTenant({ seed: 'contoso', records: 100_000, now: now + dayMs });
  const stories = [trackedMessageId, takenBackMessageId];
  const both = ({ messages: all }: typeof tenant) =>
    all.filter(({ messageId, sent }) => sent >= tomorrow.timeline.start && sent < now && !stories.includes(messageId));
  expect(both(tomorrow).length).toBeGreaterThan(270);
  expect(both(tomorrow)).toMatchObject(both(tenant));
});

test('every message has one record of its sending, with all its recipients', () => {
  for (const message of messages) {
    const sends = planned.filter(
      ({ operation, auditData }) =>
        operation === 'Send' && JSON.stringify(auditData?.['Item'] ?? '').includes(JSON.stringify(message.messageId)),
    );
    expect(sends).toHaveLength(1);
    const [send] = sends;
    expect(send?.userPrincipalName).toBe(message.sender.upn);
    expect(Date.parse(send?.createdDateTime ?? '')).toBe(Math.floor(message.sent / 1000) * 1000);
    expect(send?.auditData).toMatchObject({
      Item: { InternetMessageId: message.messageId, Subject: message.subject },
      recipientCount: message.recipients.length,
      recipientList: message.recipients.map((Address) => ({ Address })),
    });
  }
});

test('nobody visits the portal before the message is sent, and only recipients outside do', () => {
  for (const { message, recipient, at } of visits) {
    const sent = messages.find(({ messageId }) => messageId === message);
    expect(sent?.recipients).toContain(recipient);
    expect(isInside(recipient)).toBe(false);
    expect(at).toBeGreaterThanOrEqual(Math.floor((sent?.sent ?? now) / 1000) * 1000);
  }
});

test('the mix is believable: untouched, opened by some, failed only, forwarded, refused, returned to', () => {
  const share = (test: (id: string, recipients: readonly string[]) => boolean) =>
    messages.filter(({ messageId, recipients }) => test(messageId, recipients)).length / messages.length;
  const openers = (id: string) =>
    new Set(
      visitsOf(id)
        .filter(({ operation, failed }) => operation === 'MessageAccess' && !failed)
        .map(({ recipient }) => recipient),
    );
  const untouched = share((id) => visitsOf(id).length === 0);
  expect(untouched).toBeGreaterThan(0.03);
  expect(untouched).toBeLessThan(0.1);
  expect(share((id, all) => openers(id).size > 0 && openers(id).size < all.length)).toBeGreaterThan(0.2);
  expect(share((id) => visitsOf(id).length > 0 && visitsOf(id).every(({ signInFailed }) => signInFailed))).toBeGreaterThan(0.01);
  expect(visits.some(({ operation, failed, signInFailed }) => operation === 'AttachmentReview' && failed && !signInFailed)).toBe(
    true,
  );
  expect(visits.some(({ operation }) => operation === 'MessageForward')).toBe(true);
  const again = share((id) =>
    [...openers(id)].some(
      (who) => visitsOf(id).filter((visit) => visit.recipient === who && visit.operation === 'MessageAccess').length > 1,
    ),
  );
  expect(again).toBeGreaterThan(0.05);
  const failedThenOpened = share((id) =>
    visitsOf(id).some(({ signInFailed, recipient }) => signInFailed && openers(id).has(recipient)),
  );
  expect(failedThenOpened).toBeGreaterThan(0.03);
  expect(Math.max(...messages.map(({ recipients }) => recipients.length))).toBe(25);
});

test('most open while people work, some at night and on weekends', () => {
  const opened = visits.filter(({ operation }) => operation === 'MessageAccess');
  const off = opened.filter(({ at }) => !atWork(at)).length / opened.length;
  expect(off).toBeGreaterThan(0.08);
  expect(off).toBeLessThan(0.3);
});

test('only messages that go out as a link to someone can be revoked', () => {
  for (const { recipients, isRevocable, revocation } of messages) {
    expect(isRevocable).toBe(recipients.some(getsLink));
    if (revocation) expect(isRevocable).toBe(true);
  }
  expect(messages.some(({ isRevocable }) => !isRevocable)).toBe(true);
});

test('a revoked message has a record of it, and whoever comes later signs in and is refused', () => {
  const revoked = messages.filter(({ revocation }) => revocation);
  expect(revoked.length).toBeGreaterThan(3);
  let refused = 0;
  for (const { messageId, revocation } of revoked) {
    const at = Math.floor((revocation?.at ?? 0) / 1000) * 1000;
    const record = planned.find(({ operation, objectId }) => operation === 'Set-OMEMessageRevocation' && objectId === messageId);
    expect(record).toMatchObject({
      auditLogRecordType: 'ExchangeAdmin',
      createdDateTime: new Date(at).toISOString().replace('.000', ''),
      userPrincipalName: revocation?.by.upn,
    });
    expect(record?.auditData?.['Parameters']).toEqual([
      { Name: 'Revoke', Value: 'True' },
      { Name: 'MessageId', Value: messageId },
    ]);
    for (const visit of visitsOf(messageId)) {
      if (visit.at <= at || isSignIn(visit.operation)) continue;
      expect([visit.operation, visit.failed, visit.signInFailed]).toEqual(['MessageAccess', true, false]);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(2);
});

test('the stories are among the messages', () => {
  expect(messages.find(({ messageId }) => messageId === trackedMessageId)?.recipients).toHaveLength(3);
  expect(messages.find(({ messageId }) => messageId === takenBackMessageId)?.revocation?.by.upn).toBe('adele.vance@contoso.com');
});
