import { expect, test } from 'vitest';
import { recordKeySchema } from '~/domain/record/record-key';
import { accessFilter, readAccessChanges } from './access-changes';
import { nameChanges } from './access-names';

const admin = 'ada.admin@contoso.com';
let made = 0;

function row(auditData: Record<string, unknown>) {
  made++;
  const { Operation = '', UserId = '', ResultStatus = '' } = auditData;
  const values = { operation: String(Operation), user: String(UserId), result: String(ResultStatus) };
  return { key: recordKeySchema.parse(`record ${made}`), time: Date.UTC(2026, 10, 1, 0, made), values, auditData };
}

function cmdlet(operation: string, parameters: Record<string, string>, more: Record<string, unknown> = {}) {
  const list = Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }));
  return row({
    Operation: operation,
    UserId: admin,
    ResultStatus: 'True',
    ObjectId: parameters['Identity'],
    Parameters: list,
    ...more,
  });
}

/** Kind, effect, mailbox, people, rights and folder of every change in the records. */
function told(...rows: ReturnType<typeof row>[]) {
  return nameChanges(rows.flatMap(readAccessChanges)).map(({ kind, effect, mailbox, people, rights, folder }) => [
    kind,
    effect,
    mailbox?.name ?? '(all)',
    people.map(({ name }) => name).join(' '),
    rights.join(' '),
    folder,
  ]);
}

test('reads permissions of mailboxes, added, removed, denied and reset', () => {
  const rights = { Identity: 'anna@contoso.com', User: 'ben@contoso.com', AccessRights: 'FullAccess, ReadPermission' };
  expect(
    told(
      cmdlet('Add-MailboxPermission', rights),
      cmdlet('remove-mailboxpermission', rights),
      cmdlet('Add-MailboxPermission', { ...rights, Deny: 'True' }),
      cmdlet('Remove-MailboxPermission', { ...rights, Deny: 'True' }),
      cmdlet('Remove-MailboxPermission', { Identity: 'anna@contoso.com', ResetDefault: 'True' }),
      cmdlet('Remove-MailboxPermission', { Identity: 'anna@contoso.com', ClearAutoMapping: 'True' }),
    ),
  ).toEqual([
    ['fullAccess', 'granted', 'anna@contoso.com', 'ben@contoso.com', 'FullAccess ReadPermission', ''],
    ['fullAccess', 'removed', 'anna@contoso.com', 'ben@contoso.com', 'FullAccess ReadPermission', ''],
    ['fullAccess', 'denied', 'anna@contoso.com', 'ben@contoso.com', 'FullAccess ReadPermission', ''],
    ['fullAccess', 'changed', 'anna@contoso.com', 'ben@contoso.com', 'FullAccess ReadPermission', ''],
    ['fullAccess', 'replaced', 'anna@contoso.com', '', '', ''],
  ]);
});

test('reads who may send as a mailbox, and on its behalf', () => {
  const onBehalf = (value: string) => cmdlet('Set-Mailbox', { Identity: 'anna@contoso.com', GrantSendOnBehalfTo: value });
  const trustee = { Identity: 'anna@contoso.com', Trustee: 'ben@contoso.com', AccessRights: 'SendAs' };
  expect(
    told(
      cmdlet('Add-RecipientPermission', trustee),
      cmdlet('Remove-RecipientPermission', trustee),
      onBehalf('ben@contoso.com;eve@contoso.com'),
      onBehalf('Add=ben@contoso.com;eve@contoso.com;Remove=joe@contoso.com'),
      onBehalf(`@{Remove="ben@contoso.com", 'joe@contoso.com'; Add="eve@contoso.com"}`),
      onBehalf(''),
      onBehalf('System.Collections.Hashtable'),
      cmdlet('Set-Mailbox', { Identity: 'anna@contoso.com', ForwardingSmtpAddress: 'smtp:x@evil.example' }),
    ).map(([kind, effect, , people]) => [kind, effect, people]),
  ).toEqual([
    ['sendAs', 'granted', 'ben@contoso.com'],
    ['sendAs', 'removed', 'ben@contoso.com'],
    ['sendOnBehalf', 'replaced', 'ben@contoso.com eve@contoso.com'],
    ['sendOnBehalf', 'granted', 'ben@contoso.com eve@contoso.com'],
    ['sendOnBehalf', 'removed', 'joe@contoso.com'],
    ['sendOnBehalf', 'granted', 'eve@contoso.com'],
    ['sendOnBehalf', 'removed', 'ben@contoso.com joe@contoso.com'],
    ['sendOnBehalf', 'replaced', ''],
    ['sendOnBehalf', 'changed', ''],
  ]);
});

test('reads rights on folders from cmdlets and from mailbox records', () => {
  const folder = { Identity: 'anna@contoso.com:\\Calendar', User: 'ben@contoso.com' };
  const item = { ParentFolder: { Path: '\\Calendar', MemberUpn: 'ben@contoso.com', MemberRights: 'ReadAny, Visible' } };
  const record = (operation: string, more: Record<string, unknown> = { Item: item }) =>
    row({ Operation: operation, UserId: 'anna@contoso.com', MailboxOwnerUPN: 'anna@contoso.com', ...more });
  expect(
    told(
      cmdlet('Add-MailboxFolderPermission', { ...folder, AccessRights: 'Editor', SharingPermissionFlags: 'Delegate' }),
      cmdlet('Set-MailboxFolderPermission', { ...folder, AccessRights: 'Reviewer', SharingPermissionFlags: 'None' }),
      cmdlet('Remove-MailboxFolderPermission', folder),
      cmdlet('Set-MailboxFolderPermission', { Identity: ':\\Inbox', User: 'Default', AccessRights: 'Reviewer' }),
      record('AddFolderPermissions'),
      record('UpdateFolderPermissions'),
      record('ModifyFolderPermissions', { Item: { ParentFolder: { Path: '\\Inbox', MemberSid: 'S-1-8-1' } } }),
      record('RemoveFolderPermissions'),
      record('UpdateCalendarDelegation', { Item: { ParentFolder: { Path: '\\Calendar' } } }),
    ),
  ).toEqual([
    ['folder', 'granted', 'anna@contoso.com', 'ben@contoso.com', 'Editor Delegate', '\\Calendar'],
    ['folder', 'changed', 'anna@contoso.com', 'ben@contoso.com', 'Reviewer', '\\Calendar'],
    ['folder', 'removed', 'anna@contoso.com', 'ben@contoso.com', '', '\\Calendar'],
    ['folder', 'changed', admin, 'Default', 'Reviewer', '\\Inbox'],
    ['folder', 'granted', 'anna@contoso.com', 'ben@contoso.com', 'ReadAny Visible', '\\Calendar'],
    ['folder', 'changed', 'anna@contoso.com', 'ben@contoso.com', 'ReadAny Visible', '\\Calendar'],
    ['folder', 'changed', 'anna@contoso.com', 'S-1-8-1', '', '\\Inbox'],
    ['folder', 'removed', 'anna@contoso.com', 'ben@contoso.com', 'ReadAny Visible', '\\Calendar'],
    ['calendarDelegation', 'changed', 'anna@contoso.com', '', '', '\\Calendar'],
  ]);
});

test('reads what changes the auditing itself', () => {
  expect(
    told(
      cmdlet('Set-MailboxAuditBypassAssociation', { Identity: 'eve@contoso.com', AuditBypassEnabled: 'True' }),
      cmdlet('Set-MailboxAuditBypassAssociation', { Identity: 'eve@contoso.com', AuditBypassEnabled: '$false' }),
      cmdlet('Set-OrganizationConfig', { AuditDisabled: 'True' }),
      cmdlet('Set-OrganizationConfig', { MailTipsAllTipsEnabled: 'True' }),
      cmdlet('Set-Mailbox', { Identity: 'anna@contoso.com', AuditEnabled: 'False', AuditOwner: 'Send;Update', MailTip: 'x' }),
    ),
  ).toEqual([
    ['bypass', 'granted', '(all)', 'eve@contoso.com', '', ''],
    ['bypass', 'removed', '(all)', 'eve@contoso.com', '', ''],
    ['auditing', 'changed', '(all)', '', 'AuditDisabled = True', ''],
    ['auditing', 'changed', 'anna@contoso.com', '', 'AuditEnabled = False AuditOwner = Send;Update', ''],
  ]);
});

test('tells what failed and what the service did by itself', () => {
  const permission = { Identity: 'anna@contoso.com', User: 'ben@contoso.com', AccessRights: 'FullAccess' };
  const read = (more: Record<string, unknown>) => readAccessChanges(cmdlet('Add-MailboxPermission', permission, more))[0];
  expect(read({ ResultStatus: 'False' })).toMatchObject({ isFailed: true });
  expect(read({ ResultStatus: 'PartiallySucceeded' })).toMatchObject({ isFailed: false });
  for (const service of [
    'NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)',
    'NT SERVICE\\MSExchangeServiceHostNetCore (Microsoft.Exchange.ServiceHost)',
    'DevilFish (Microsoft.Exchange.Management.ForwardSync)',
  ])
    expect(read({ UserId: service })).toMatchObject({ isByService: true });
  for (const person of [admin, '', 'NT.authority@contoso.com', 'eve (Microsoft)'])
    expect(read({ UserId: person })).toMatchObject({ isByService: false });
});

test('reads nothing from what is no such record, whatever it holds', () => {
  expect(told(row({ Operation: 'Send', UserId: admin }), row({}), row({ Operation: '__proto__' }))).toEqual([]);
  expect(readAccessChanges(row({ Operation: 'Add-MailboxPermission', Parameters: 'no list' }))).toHaveLength(1);
  expect(accessFilter.values).toContain('Set-MailboxAuditBypassAssociation');
});
