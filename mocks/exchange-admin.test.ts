import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs } from '~/lib/time';
import { answerSchema, createExchangeCaller } from './exchange-caller';
import { createGraphCaller } from './graph-caller';
import { recordSchema } from './graph-schema';
import { createMockedServer } from './node';
import { takenBackMessageId, trackedMessageId, trackedRecipients } from './tenant/messages/message-stories';
import { createTenant } from './tenant/tenant';
import { createMemoryStore } from './tenant-store';

const now = Date.parse('2026-06-30T00:00:00Z');
const options = { seed: 'outlook', records: 20_000, now };
const tenant = createTenant(options);
let time = now;
const { call, run, refusal } = createExchangeCaller();
const graph = createGraphCaller();
const store = { current: createMemoryStore() };
let server = createMockedServer();

function start() {
  server = createMockedServer({ ...options, latency: 0, clock: () => time }, store.current);
  server.listen({ onUnhandledRequest: 'error' });
}
beforeEach(() => {
  time = now;
  store.current = createMemoryStore();
  start();
});
afterEach(() => server.close());

async function search(body: object) {
  const { pages } = await graph.search(body, 1_000);
  return pages.flat().map((record) => recordSchema.parse(record));
}

test('an answer has the envelope of the service', async () => {
  const response = await call('Get-IRMConfiguration');
  expect(response.status).toBe(200);
  const answer = answerSchema.parse(await response.json());
  expect(answer).toMatchObject({ '@adminapi.warnings': [], value: [{ EnablePortalTrackingLogs: true }] });
});

test('names of cmdlets and parameters are read in any casing', async () => {
  expect(await run('get-omemessagestatus', { MESSAGEID: trackedMessageId })).toEqual([
    { Subject: 'Confidential: offer for Woodgrove Bank', IsRevocable: true, Revoked: false },
  ]);
});

test('a message is revoked: its status flips, the log tells of it, and it cannot be revoked again', async () => {
  expect(await run('Set-OMEMessageRevocation', { Revoke: true, MessageId: trackedMessageId })).toEqual([]);
  expect(await run('Get-OMEMessageStatus', { MessageId: trackedMessageId })).toMatchObject([{ Revoked: true }]);
  expect(await refusal('Set-OMEMessageRevocation', { Revoke: true, MessageId: trackedMessageId })).toEqual([
    400,
    `The message "Confidential: offer for Woodgrove Bank" with the Message ID "${trackedMessageId}" has already been revoked.`,
  ]);
  const recordTypeFilters = ['exchangeAdmin', 'omePortal'];
  const atOnce = await search({ recordTypeFilters, filterStartDateTime: '2026-06-30T00:00:00Z' });
  expect(atOnce.map(({ operation, userPrincipalName }) => [operation, userPrincipalName])).toEqual([
    ['Set-OMEMessageRevocation', 'ada.admin@contoso.com'],
  ]);
  time += 30_000;
  const later = await search({ recordTypeFilters, filterStartDateTime: '2026-06-30T00:00:00Z' });
  expect(
    later.filter(({ operation, auditData }) => operation === 'MessageAccess' && auditData['OperationStatus'] === 1),
  ).toHaveLength(2);
});

test('a search that was made before a change stays as it was', async () => {
  const before = await graph.submit({ recordTypeFilters: ['omePortal'], filterStartDateTime: '2026-06-20T00:00:00Z' });
  const read = async () => (await (await graph.call(`/queries/${before.id}/records?$top=1000`)).json()).value;
  await graph.poll(before.id);
  const records = await read();
  expect(records.length).toBeGreaterThan(5);
  await run('Set-IRMConfiguration', { EnablePortalTrackingLogs: false });
  expect(await read()).toEqual(records);
});

test('a revocation outlives a restart', async () => {
  await run('Set-OMEMessageRevocation', { Revoke: true, MessageId: trackedMessageId });
  server.close();
  start();
  expect(await run('Get-OMEMessageStatus', { MessageId: trackedMessageId })).toMatchObject([{ Revoked: true }]);
});

test('without a fixed end, a message that is revoked keeps its past while the days go by', async () => {
  server.close();
  server = createMockedServer({ ...options, now: undefined, latency: 0, clock: () => time }, store.current);
  server.listen({ onUnhandledRequest: 'error' });
  time = Date.parse('2026-06-29T12:00:00Z');
  const past = async () =>
    (await search({ recordTypeFilters: ['omePortal'], userPrincipalNameFilters: ['elena.marchetti@contoso.com'] }))
      .map(({ createdDateTime, operation, auditData }) => [createdDateTime, operation, auditData['OperationStatus']].join(' '))
      .sort();
  await run('Set-OMEMessageRevocation', { Revoke: true, MessageId: trackedMessageId });
  time += 60_000;
  const before = await past();
  expect(before.filter((each) => each.endsWith('MessageAccess 1'))).toHaveLength(2);
  time += 3 * dayMs;
  expect(await past()).toEqual(before);
  const dates = { StartDate: '2026-06-27', EndDate: '2026-06-30' };
  expect(await run('Get-MessageTraceV2', { MessageId: trackedMessageId, ...dates })).toMatchObject(
    trackedRecipients.map(() => ({ Received: '2026-06-28T08:00:00.000Z' })),
  );
  expect(await run('Get-OMEMessageStatus', { MessageId: trackedMessageId })).toMatchObject([{ Revoked: true }]);
});

test('a message the history has taken back is revoked from then on', async () => {
  expect(await run('Get-OMEMessageStatus', { MessageId: takenBackMessageId })).toMatchObject([{ Revoked: true }]);
  time = now - 3 * dayMs + 10 * hourMs;
  expect(await run('Get-OMEMessageStatus', { MessageId: takenBackMessageId })).toMatchObject([{ Revoked: false }]);
});

test('a message that was read in the mail itself cannot be revoked', async () => {
  const inline = tenant.messages.find(({ isRevocable }) => !isRevocable)?.messageId ?? '';
  expect(await run('Get-OMEMessageStatus', { MessageId: inline })).toMatchObject([{ IsRevocable: false, Revoked: false }]);
  const [status, text] = await refusal('Set-OMEMessageRevocation', { Revoke: true, MessageId: inline });
  expect([status, text.includes("can't be revoked")]).toEqual([400, true]);
});

test('Revoke $false is accepted, leaves a record and undoes nothing', async () => {
  await run('Set-OMEMessageRevocation', { Revoke: false, MessageId: takenBackMessageId });
  expect(await run('Get-OMEMessageStatus', { MessageId: takenBackMessageId })).toMatchObject([{ Revoked: true }]);
  const [record] = await search({ operationFilters: ['Set-OMEMessageRevocation'], filterStartDateTime: '2026-06-30T00:00:00Z' });
  expect(record?.auditData['Parameters']).toEqual([
    { Name: 'Revoke', Value: 'False' },
    { Name: 'MessageId', Value: takenBackMessageId },
  ]);
});

test('a setting that is already so is said in a warning', async () => {
  const warnings = async (isOn: boolean) =>
    answerSchema.parse(await (await call('Set-IRMConfiguration', { EnablePortalTrackingLogs: isOn })).json())[
      '@adminapi.warnings'
    ];
  expect((await warnings(true)).length).toBe(1);
  expect(await warnings(false)).toEqual([]);
  expect(await run('Get-IRMConfiguration')).toMatchObject([{ EnablePortalTrackingLogs: false }]);
});

test('branding templates are made, changed and read', async () => {
  const templates = await run('Get-OMEConfiguration');
  expect(templates.map(({ Identity, ExternalMailExpiryInterval }) => [Identity, ExternalMailExpiryInterval])).toEqual([
    ['OME Configuration', '00:00:00'],
    ['Contoso branding', '30.00:00:00'],
  ]);
  expect(await run('New-OMEConfiguration', { Identity: 'Legal', ExternalMailExpiryInDays: 7 })).toMatchObject([
    { Identity: 'Legal', ExternalMailExpiryInterval: '7.00:00:00', OTPEnabled: true },
  ]);
  await run('Set-OMEConfiguration', { Identity: 'legal', OTPEnabled: false, BackgroundColor: '#00FF00', PortalText: null });
  expect(await run('Get-OMEConfiguration', { Identity: 'Legal' })).toMatchObject([
    {
      Identity: 'Legal',
      OTPEnabled: false,
      SocialIdSignIn: true,
      BackgroundColor: '#00FF00',
      ExternalMailExpiryInterval: '7.00:00:00',
    },
  ]);
  const [record] = await search({ operationFilters: ['Set-OMEConfiguration'], filterStartDateTime: '2026-06-30T00:00:00Z' });
  expect(record).toMatchObject({ objectId: 'Legal', userPrincipalName: 'ada.admin@contoso.com' });
  expect(record?.auditData['Parameters']).toContainEqual({ Name: 'OTPEnabled', Value: 'False' });
});

test('mail flow rules are made, changed, switched and read', async () => {
  const names = (rules: readonly Record<string, unknown>[]) => rules.map(({ Name, State, Mode }) => [Name, State, Mode]);
  expect(names(await run('Get-TransportRule'))).toHaveLength(3);
  const [branded] = await run('Get-TransportRule', { Identity: 'Encrypt mail to outside recipients with Contoso branding' });
  expect(branded).toMatchObject({
    State: 'Enabled',
    SentToScope: 'NotInOrganization',
    ApplyRightsProtectionCustomizationTemplate: 'Contoso branding',
  });
  expect(branded?.['Description']).toContain('Contoso branding');
  expect(await run('Get-TransportRule', { Identity: String(branded?.['Guid']) })).toEqual([branded]);
  const rule = {
    Name: 'New one',
    SentToScope: 'notInOrganization',
    ApplyRightsProtectionTemplate: 'Encrypt',
    ApplyRightsProtectionCustomizationTemplate: 'Contoso branding',
  };
  expect(await run('New-TransportRule', rule)).toMatchObject([
    { Name: 'New one', State: 'Enabled', Mode: 'Enforce', SentToScope: 'NotInOrganization', Priority: 3 },
  ]);
  await run('Disable-TransportRule', { Identity: 'new one' });
  await run('Set-TransportRule', { Identity: 'New one', Mode: 'audit' });
  expect(names(await run('Get-TransportRule', { State: 'Disabled' }))).toContainEqual(['New one', 'Disabled', 'Audit']);
  await run('Enable-TransportRule', { Identity: 'New one' });
  expect(names(await run('Get-TransportRule'))).toContainEqual(['New one', 'Enabled', 'Audit']);
});

test('cmdlets that only read leave no record', async () => {
  for (const cmdlet of ['Get-IRMConfiguration', 'Get-OMEConfiguration', 'Get-TransportRule', 'Get-MessageTraceV2'])
    await run(cmdlet);
  expect(await search({ filterStartDateTime: '2026-06-30T00:00:00Z' })).toEqual([]);
});

test('a message trace has a row for every recipient', async () => {
  const rows = await run('Get-MessageTraceV2', { MessageId: trackedMessageId });
  expect(rows.map(({ RecipientAddress }) => RecipientAddress)).toEqual([...trackedRecipients]);
  expect(rows[0]).toMatchObject({
    SenderAddress: 'elena.marchetti@contoso.com',
    Status: 'Delivered',
    Received: '2026-06-28T08:00:00.000Z',
  });
  expect(await run('Get-MessageTrace', { MessageId: trackedMessageId })).toEqual(rows);
  const byRecipient = await run('Get-MessageTraceV2', {
    RecipientAddress: '*@gmail.com',
    SenderAddress: 'Elena.Marchetti@contoso.com',
  });
  expect(byRecipient).toHaveLength(1);
  expect(await run('Get-MessageTraceV2', { MessageId: trackedMessageId, Status: 'Failed' })).toEqual([]);
});

test('without dates a trace reaches back 48 hours, with them as far as 90 days, ten at a time', async () => {
  const old = tenant.messages.find(({ sent }) => sent > now - 60 * dayMs)?.sent ?? 0;
  const recent = await run('Get-MessageTraceV2');
  expect(recent.length).toBeGreaterThan(0);
  expect(recent.every(({ Received }) => Date.parse(String(Received)) >= now - 48 * hourMs)).toBe(true);
  const day = (at: number) => new Date(at).toISOString();
  expect(await run('Get-MessageTraceV2', { StartDate: day(old - dayMs), EndDate: day(old + dayMs) })).not.toEqual([]);
  const refused = async (from: number, to: number) =>
    (await refusal('Get-MessageTraceV2', { StartDate: day(from), EndDate: day(to) }))[1];
  expect(await refused(now - 11 * dayMs, now)).toContain('10 days');
  expect(await refused(now - 95 * dayMs, now - 92 * dayMs)).toContain('90 days');
});

test('Search-UnifiedAuditLog finds what a search finds, in batches of a session', async () => {
  const asked = {
    StartDate: '2026-06-01',
    EndDate: '2026-06-30',
    RecordType: 'OMEPortal',
    SessionId: 's',
    SessionCommand: 'ReturnLargeSet',
    ResultSize: 20,
  };
  const expected = await search({
    recordTypeFilters: ['omePortal'],
    filterStartDateTime: '2026-06-01T00:00:00Z',
    filterEndDateTime: '2026-06-30T00:00:00Z',
  });
  const rows: Record<string, unknown>[] = [];
  for (
    let batch = await run('Search-UnifiedAuditLog', asked);
    batch.length > 0;
    batch = await run('Search-UnifiedAuditLog', asked)
  )
    rows.push(...batch);
  expect(rows.map(({ Identity }) => Identity).sort()).toEqual([...new Set(expected.map(({ id }) => id))].sort());
  expect(rows.map(({ ResultIndex }) => ResultIndex)).toEqual(rows.map((_, at) => at + 1));
  expect(rows[0]?.['ResultCount']).toBe(rows.length);
  const audit = JSON.parse(String(rows[0]?.['AuditData']));
  expect([audit.RecordType, audit['@odata.type']]).toEqual([154, undefined]);
});

test('an answer comes in pages whose links lead to the rest of it, whatever has happened since', async () => {
  const asked = { StartDate: '2026-06-01', EndDate: '2026-07-30', ResultSize: 25 };
  const page = async (init?: RequestInit, address?: string) =>
    answerSchema.parse(await (await call('Search-UnifiedAuditLog', asked, init, address)).json());
  const whole = await page();
  const first = await page({ headers: { prefer: 'odata.maxpagesize=10' } });
  const value = [first.value];
  for (let next = first['@odata.nextLink']; next; ) {
    time += 1_000;
    await run('Set-IRMConfiguration', { EnablePortalTrackingLogs: true });
    const more = await page({}, next);
    // The same link again is the same page again.
    expect((await page({}, next)).value).toEqual(more.value);
    value.push(more.value);
    next = more['@odata.nextLink'];
  }
  expect(value.map(({ length }) => length)).toEqual([10, 10, 5]);
  expect(value.flat()).toEqual(whole.value);
});
