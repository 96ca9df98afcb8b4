import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExchangeCaller } from './exchange-caller';
import { createGraphCaller } from './graph-caller';
import { recordSchema } from './graph-schema';
import { createMockedServer } from './node';
import { recordAt } from './tenant/record-at';
import { createTenant } from './tenant/tenant';

const now = Date.parse('2026-06-30T00:00:00Z');
const options = { seed: 'mailboxes', records: 6_000, now };
const tenant = createTenant(options);
const all = Array.from({ length: options.records }, (_, index) => recordAt(tenant, index));
const { run, refusal } = createExchangeCaller();
const graph = createGraphCaller();
let time = now;
let server = createMockedServer();

beforeEach(() => {
  time = now;
  server = createMockedServer({ ...options, latency: 0, clock: () => time });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => server.close());

const priya = 'priya.raman@contoso.com';
const hashTable = (change: object) => ({ '@odata.type': '#Exchange.GenericHashTable', ...change });
const mailbox = async (Identity = priya) => (await run('Get-Mailbox', { Identity }))[0] ?? {};
const changesToday = async () => {
  const { pages } = await graph.search(
    { recordTypeFilters: ['exchangeAdmin'], filterStartDateTime: '2026-06-30T00:00:00Z' },
    1_000,
  );
  return pages.flat().map((record) => recordSchema.parse(record));
};

test('mailboxes are listed, and found by name, address, alias or GUID', async () => {
  const listed = await run('Get-Mailbox');
  expect(new Set(listed.map(({ RecipientTypeDetails }) => RecipientTypeDetails))).toEqual(
    new Set(['UserMailbox', 'SharedMailbox', 'RoomMailbox']),
  );
  expect(await run('Get-Mailbox', { ResultSize: 5 })).toHaveLength(5);
  expect(await run('Get-Mailbox', { ResultSize: 'Unlimited' })).toHaveLength(listed.length);
  const byAddress = await mailbox();
  for (const identity of ['Priya Raman', 'priya.raman', 'PRIYA.RAMAN@contoso.com', String(byAddress['Guid'])])
    expect(await mailbox(identity)).toEqual(byAddress);
});

test('auditing of an organization is switched off and on', async () => {
  expect(await run('Get-OrganizationConfig')).toMatchObject([{ AuditDisabled: false }]);
  await run('Set-OrganizationConfig', { AuditDisabled: true });
  expect(await run('Get-OrganizationConfig')).toMatchObject([{ AuditDisabled: true }]);
  expect(await changesToday()).toMatchObject([
    { operation: 'Set-OrganizationConfig', userPrincipalName: 'ada.admin@contoso.com' },
  ]);
});

test('audited actions are replaced, added to and removed from, which takes the logon type out of the default set', async () => {
  expect(await mailbox()).toMatchObject({
    AuditEnabled: true,
    AuditLogAgeLimit: '90.00:00:00',
    DefaultAuditSet: ['Admin', 'Delegate', 'Owner'],
  });
  await run('Set-Mailbox', { Identity: priya, AuditOwner: ['mailboxlogin', 'HardDelete'] });
  expect(await mailbox()).toMatchObject({ AuditOwner: ['MailboxLogin', 'HardDelete'], DefaultAuditSet: ['Admin', 'Delegate'] });
  await run('Set-Mailbox', { Identity: priya, AuditOwner: hashTable({ Add: ['Move'], Remove: 'HardDelete' }) });
  expect(await mailbox()).toMatchObject({ AuditOwner: ['MailboxLogin', 'Move'] });
  await run('Set-Mailbox', { Identity: priya, AuditDelegate: 'None', AuditLogAgeLimit: '180.00:00:00' });
  expect(await mailbox()).toMatchObject({ AuditDelegate: [], AuditLogAgeLimit: '180.00:00:00', DefaultAuditSet: ['Admin'] });
  await run('Set-Mailbox', { Identity: priya, DefaultAuditSet: ['Admin', 'Delegate', 'Owner'] });
  const { AuditAdmin, AuditDelegate, AuditOwner, DefaultAuditSet } = await mailbox('tomasz.wrona');
  expect(DefaultAuditSet).toEqual(['Admin', 'Delegate', 'Owner']);
  const restored = { AuditAdmin, AuditDelegate, AuditOwner, DefaultAuditSet, AuditLogAgeLimit: '180.00:00:00' };
  expect(await mailbox()).toMatchObject(restored);
  const added = (await changesToday()).find(({ auditData }) => JSON.stringify(auditData).includes('Add='));
  expect(added?.auditData['Parameters']).toContainEqual({ Name: 'AuditOwner', Value: 'Add=Move;Remove=HardDelete' });
});

test('an account is exempted from auditing', async () => {
  await run('Set-MailboxAuditBypassAssociation', { Identity: priya, AuditBypassEnabled: true });
  expect(await run('Get-MailboxAuditBypassAssociation', { Identity: priya })).toMatchObject([{ AuditByPassEnabled: true }]);
  const bypassed = (await run('Get-MailboxAuditBypassAssociation', { ResultSize: 'Unlimited' })).filter(
    ({ AuditByPassEnabled }) => AuditByPassEnabled,
  );
  expect(bypassed.map(({ Identity }) => Identity)).toEqual(['Priya Raman', 'Backup Service']);
  await run('Set-MailboxAuditBypassAssociation', { Identity: priya, AuditBypassEnabled: false });
  expect(await run('Get-MailboxAuditBypassAssociation', { Identity: priya })).toMatchObject([{ AuditByPassEnabled: false }]);
});

test('someone is let into a mailbox and out again', async () => {
  const before = (await run('Get-MailboxPermission', { Identity: 'Info' })).map(({ User }) => User);
  expect(before[0]).toBe('NT AUTHORITY\\SELF');
  expect(before.length).toBeGreaterThan(4);
  const access = { Identity: 'Info', User: 'Priya Raman', AccessRights: 'FullAccess' };
  expect(await run('Add-MailboxPermission', access)).toMatchObject([{ User: priya, AccessRights: ['FullAccess'] }]);
  const users = async () => (await run('Get-MailboxPermission', { Identity: 'Info' })).map(({ User }) => User);
  expect(await users()).toEqual([...before, priya]);
  expect(await changesToday()).toMatchObject([
    { operation: 'Add-MailboxPermission', objectId: 'info@contoso.com', auditData: { ExternalAccess: false } },
  ]);
  await run('Remove-MailboxPermission', access);
  expect(await users()).toEqual(before);
});

test('someone may send as a mailbox, or use one of its folders, and then no more', async () => {
  const trustees = async () => (await run('Get-RecipientPermission', { Identity: 'Info' })).map(({ Trustee }) => Trustee);
  const before = await trustees();
  const sendAs = { Identity: 'Info', Trustee: priya, AccessRights: 'SendAs' };
  await run('Add-RecipientPermission', sendAs);
  expect(await trustees()).toEqual([...before, priya]);
  await run('Remove-RecipientPermission', sendAs);
  expect(await trustees()).toEqual(before);

  const inCalendar = { Identity: 'tomasz.wrona@contoso.com:\\Calendar', User: priya };
  const users = async () => (await run('Get-MailboxFolderPermission', { Identity: inCalendar.Identity })).map(({ User }) => User);
  const known = await users();
  await run('Add-MailboxFolderPermission', { ...inCalendar, AccessRights: 'Editor' });
  expect(await users()).toEqual([...known, priya]);
  expect(await refusal('Add-MailboxFolderPermission', { ...inCalendar, AccessRights: 'Editor' })).toEqual([
    400,
    expect.stringContaining('An existing permission entry was found'),
  ]);
  await run('Remove-MailboxFolderPermission', inCalendar);
  expect(await users()).toEqual(known);
  expect((await changesToday()).map(({ operation, objectId }) => `${operation} ${objectId}`)).toContain(
    'Remove-MailboxFolderPermission tomasz.wrona@contoso.com:\\Calendar',
  );
});

test('Search-MailboxAuditLog finds exactly the records of the mailbox that are not too old', async () => {
  const expected = all
    .map(({ auditData }) => auditData)
    .filter(
      (audit) =>
        audit &&
        [2, 3, 50].includes(Number(audit['RecordType'])) &&
        audit['MailboxOwnerUPN'] === priya &&
        audit['ExternalAccess'] === false &&
        String(audit['CreationTime']) >= '2026-04-01T00:00:00',
    );
  const asked = { Identity: priya, ShowDetails: true, StartDate: '2026-01-01', EndDate: '2026-06-30' };
  const entries = await run('Search-MailboxAuditLog', { ...asked, LogonTypes: ['Owner', 'Delegate', 'Admin'] });
  expect(entries.map(({ Identity }) => Identity).sort()).toEqual(expected.map((audit) => audit?.['Id']).sort());
  expect(entries.length).toBeGreaterThan(5);
  expect(entries[0]).toMatchObject({
    MailboxOwnerUPN: priya,
    MailboxResolvedOwnerName: 'Priya Raman',
    InternalLogonType: 'Owner',
  });
  const owned = await run('Search-MailboxAuditLog', { ...asked, LogonTypes: 'Owner', Operations: 'MailItemsAccessed' });
  expect(owned.length).toBeGreaterThan(0);
  expect(owned.every(({ LogonType, Operation }) => LogonType === 'Owner' && Operation === 'MailItemsAccessed')).toBe(true);
});

test('without details there is one row for each mailbox someone else was in', async () => {
  const rows = await run('Search-MailboxAuditLog', { StartDate: '2026-06-01', EndDate: '2026-06-30' });
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(({ MailboxOwnerUPN }) => MailboxOwnerUPN)).size).toBe(rows.length);
  const named = String(rows[0]?.['MailboxOwnerUPN']);
  expect(await run('Search-MailboxAuditLog', { Mailboxes: [named], StartDate: '2026-06-01', EndDate: '2026-06-30' })).toEqual([
    rows[0],
  ]);
});

test('what Microsoft’s own administrators did is found only when it is asked for', async () => {
  const asked = { Identity: 'Priya Raman', ShowDetails: true, StartDate: '2026-01-01', EndDate: '2026-06-30' };
  const external = all
    .map(({ auditData }) => auditData)
    .filter((audit) => audit?.['ExternalAccess'] === true && audit['MailboxGuid']);
  expect(external.length).toBeGreaterThan(3);
  const upn = String(external.at(-1)?.['MailboxOwnerUPN']);
  const found = await run('Search-MailboxAuditLog', { ...asked, Identity: upn, ExternalAccess: true });
  expect(found.length).toBeGreaterThan(0);
  const inside = await run('Search-MailboxAuditLog', { ...asked, Identity: upn });
  const ids = new Set(inside.map(({ Identity }) => Identity));
  for (const { Identity, LogonUserDisplayName } of found) {
    expect(ids).not.toContain(Identity);
    expect(String(LogonUserDisplayName)).toMatch(/^NT /);
  }
});

test('a search job waits, runs and leaves the list, as fast as searches are', async () => {
  const asked = { StartDate: '2026-06-01', EndDate: '2026-06-30', StatusMailRecipients: 'ada.admin@contoso.com', Name: 'Spring' };
  const [atOnce] = await run('New-MailboxAuditLogSearch', asked);
  expect(atOnce).toMatchObject({ Name: 'Spring', Status: 'NotStarted', CreatedBy: 'ada.admin@contoso.com' });
  expect(await run('Get-AuditLogSearch')).toEqual([]);

  server.close();
  server = createMockedServer({ ...options, latency: 2, clock: () => time });
  server.listen({ onUnhandledRequest: 'error' });
  const [made] = await run('New-MailboxAuditLogSearch', asked);
  expect(await run('Get-AuditLogSearch')).toEqual([made]);
  time += 9_000;
  expect(await run('Get-AuditLogSearch', { Identity: 'Spring' })).toMatchObject([
    { Status: 'InProgress', Identity: made?.['Identity'] },
  ]);
  time += 20_000;
  expect(await run('Get-AuditLogSearch', { Type: 'Mailbox' })).toMatchObject([{ Status: 'InProgress' }]);
  time += 1_000;
  expect(await run('Get-AuditLogSearch')).toEqual([]);
});

const dates = { StartDate: '2026-06-01', EndDate: '2026-06-30' };

test.each([
  ['Identity with Mailboxes', 'Search-MailboxAuditLog', { Identity: priya, Mailboxes: priya }, 400, 'Identity and Mailboxes'],
  [
    'ShowDetails with Mailboxes',
    'Search-MailboxAuditLog',
    { Mailboxes: priya, ShowDetails: true },
    400,
    'ShowDetails and Mailboxes',
  ],
  ['Owner without ShowDetails', 'Search-MailboxAuditLog', { Identity: priya, LogonTypes: 'Owner' }, 400, 'ShowDetails'],
  ['no results', 'Search-MailboxAuditLog', { ResultSize: 0 }, 400, 'between 1 and 250000'],
  ['more than 250,000 results', 'Search-MailboxAuditLog', { ResultSize: 250_001 }, 400, 'between 1 and 250000'],
  ['an unknown mailbox', 'Search-MailboxAuditLog', { Identity: 'nobody' }, 404, "object 'nobody'"],
  ['an unknown logon type', 'Search-MailboxAuditLog', { LogonTypes: 'Stranger' }, 400, 'Admin, Delegate, Owner'],
  ['a job without recipients', 'New-MailboxAuditLogSearch', dates, 400, 'missing mandatory parameters: StatusMailRecipients'],
  [
    'a job with a long name',
    'New-MailboxAuditLogSearch',
    { ...dates, StatusMailRecipients: 'a@b', Name: 'x'.repeat(65) },
    400,
    'maximum length is 64',
  ],
  [
    'an action a job does not take',
    'New-MailboxAuditLogSearch',
    { ...dates, StatusMailRecipients: 'a@b', Operations: 'UpdateInboxRules' },
    400,
    'Specify one of',
  ],
  [
    'a job for owners without details',
    'New-MailboxAuditLogSearch',
    { ...dates, StatusMailRecipients: 'a@b', LogonTypes: 'Owner' },
    400,
    'ShowDetails',
  ],
  ['an unknown action', 'Set-Mailbox', { Identity: priya, AuditOwner: 'Sneeze' }, 400, 'Cannot convert value "Sneeze"'],
  [
    'an action owners do not do',
    'Set-Mailbox',
    { Identity: priya, AuditOwner: 'FolderBind' },
    400,
    'Cannot convert value "FolderBind"',
  ],
  [
    'an unknown action to be added',
    'Set-Mailbox',
    { Identity: priya, AuditOwner: hashTable({ Add: ['Sneeze'] }) },
    400,
    'Sneeze',
  ],
  ['an age that is none', 'Set-Mailbox', { Identity: priya, AuditLogAgeLimit: 'long' }, 400, 'EnhancedTimeSpan'],
  ['a size that is none', 'Get-Mailbox', { ResultSize: true }, 400, 'Cannot convert value "true" to type "Unlimited"'],
  ['an exemption without a mind', 'Set-MailboxAuditBypassAssociation', { Identity: priya }, 400, 'AuditBypassEnabled'],
  ['an unknown right', 'Add-MailboxPermission', { Identity: priya, User: 'Info', AccessRights: 'Everything' }, 400, 'FullAccess'],
] as const)('refuses %s', async (_, cmdlet, parameters, status, text) => {
  const [answered, words] = await refusal(cmdlet, parameters);
  expect([answered, words]).toEqual([status, expect.stringContaining(text)]);
});
