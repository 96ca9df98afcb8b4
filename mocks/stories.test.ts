import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGraphCaller } from './graph-caller';
import { type GraphRecord, recordSchema } from './graph-schema';
import { createMockedServer } from './node';
import { takenBackMessageId, takenBackRecipients, trackedMessageId, trackedRecipients } from './tenant/messages/message-stories';
import { forwardingAddress, intruderAddress, leaverSite } from './tenant/stories';

const server = createMockedServer({ now: Date.parse('2026-06-30T00:00:00Z'), latency: 0 });
const caller = createGraphCaller();
beforeAll(() => server.listen());
afterAll(() => server.close());

async function search(body: object): Promise<GraphRecord[]> {
  const { pages } = await caller.search(body, 1_000);
  return pages
    .flat()
    .map((record) => recordSchema.parse(record))
    .sort((a, b) => a.createdDateTime.localeCompare(b.createdDateTime));
}

test('the mailbox compromise is found by the intruder’s address, in order', async () => {
  const records = await search({ ipAddressFilters: [intruderAddress] });
  const operations = records.map(({ operation }) => operation);
  expect([...new Set(operations)]).toEqual([
    'UserLoginFailed',
    'UserLoggedIn',
    'MailItemsAccessed',
    'New-InboxRule',
    'Set-Mailbox',
    'Send',
    'HardDelete',
  ]);
  expect(new Set(records.map(({ userPrincipalName }) => userPrincipalName))).toEqual(new Set(['priya.raman@contoso.com']));
  expect(operations.filter((operation) => operation === 'UserLoginFailed')).toHaveLength(7);
  const forwarding = await search({
    userPrincipalNameFilters: ['priya.raman@contoso.com'],
    operationFilters: ['Set-Mailbox', 'New-InboxRule'],
    filterStartDateTime: '2026-06-27T00:00:00Z',
  });
  expect(JSON.stringify(forwarding)).toContain(forwardingAddress);
  expect(JSON.stringify(forwarding)).toContain('RSS Feeds');
});

test('the mass deletion is found by site and operation', async () => {
  const deleted = await search({
    operationFilters: ['FileDeleted'],
    objectIdFilters: [`${leaverSite}*`],
    userPrincipalNameFilters: ['tomasz.wrona@contoso.com'],
  });
  expect(deleted.length).toBeGreaterThanOrEqual(160);
  const lastHours = await search({
    userPrincipalNameFilters: ['tomasz.wrona@contoso.com'],
    filterStartDateTime: '2026-06-28T00:00:00Z',
    filterEndDateTime: '2026-06-28T02:00:00Z',
  });
  expect(lastHours.length).toBeGreaterThanOrEqual(225);
});

test('the encrypted message is found by record type and sender; two of three recipients opened it', async () => {
  const records = await search({ recordTypeFilters: ['omePortal'], userPrincipalNameFilters: ['elena.marchetti@contoso.com'] });
  expect(new Set(records.map(({ auditData }) => auditData['MessageId']))).toEqual(new Set([trackedMessageId]));
  expect(new Set(records.map(({ auditData }) => auditData['Recipient']))).toEqual(new Set(trackedRecipients));
  const opened = records.filter(({ operation }) => operation === 'MessageAccess').map(({ auditData }) => auditData['Recipient']);
  expect(opened).toEqual(trackedRecipients.slice(0, 2));
});

test('both messages of the stories have a record of their sending, to three people', async () => {
  const sends = await search({ operationFilters: ['Send'], filterStartDateTime: '2026-06-27T00:00:00Z' });
  for (const [messageId, recipients] of [
    [trackedMessageId, trackedRecipients],
    [takenBackMessageId, takenBackRecipients],
  ] as const) {
    const send = sends.find(({ auditData }) => JSON.stringify(auditData['Item'] ?? '').includes(messageId));
    expect(send?.auditData).toMatchObject({ recipientCount: 3, recipientList: recipients.map((Address) => ({ Address })) });
  }
});

test('the message that is taken back is found by its sender; two recipients come too late', async () => {
  const records = await search({ recordTypeFilters: ['omePortal'], userPrincipalNameFilters: ['maria.jensen@contoso.com'] });
  expect(records.map(({ operation, auditData }) => [operation, auditData['Recipient'], auditData['OperationStatus']])).toEqual([
    ['AuthenticationRequest', takenBackRecipients[0], 0],
    ['MessageAccess', takenBackRecipients[0], 0],
    ['AuthenticationRequest', takenBackRecipients[0], 0],
    ['MessageAccess', takenBackRecipients[0], 1],
    ['AuthenticationRequest', takenBackRecipients[1], 0],
    ['MessageAccess', takenBackRecipients[1], 1],
  ]);
  const [revocation] = await search({ operationFilters: ['Set-OMEMessageRevocation'], objectIdFilters: [takenBackMessageId] });
  expect(revocation?.userPrincipalName).toBe('adele.vance@contoso.com');
  expect(revocation?.createdDateTime.slice(0, 10)).toBe('2026-06-27');
});

test('the administrator who lets himself in is found by mailbox and by name, in order', async () => {
  const days = { filterStartDateTime: '2026-06-27T00:00:00Z' };
  const changes = await search({ ...days, objectIdFilters: ['vivian.castell@contoso.com'] });
  expect(changes.map(({ operation, createdDateTime }) => `${createdDateTime.slice(0, 16)} ${operation}`)).toEqual([
    '2026-06-28T22:13 Add-MailboxPermission',
    '2026-06-28T22:53 Remove-MailboxPermission',
  ]);
  const [granted] = changes;
  expect(granted?.auditData['Parameters']).toContainEqual({ Name: 'User', Value: granted?.userPrincipalName });
  const records = (await search({ ...days, userPrincipalNameFilters: ['alejandro.bianchi@contoso.com'] })).filter(
    ({ auditData }) => auditData['MailboxOwnerUPN'] === 'vivian.castell@contoso.com' && auditData['LogonType'] === 2,
  );
  expect(records.map(({ operation }) => operation)).toEqual([
    'FolderBind',
    'MailItemsAccessed',
    'FolderBind',
    'MailItemsAccessed',
    'MailItemsAccessed',
    'FolderBind',
    'MailItemsAccessed',
    'HardDelete',
    'FolderBind',
  ]);
});
