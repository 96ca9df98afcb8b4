import { expect, test } from 'vitest';
import {
  entryFields,
  entryLine,
  logonTypeName,
  type MailboxAuditEntry,
  toMailboxAuditEntry,
  whoActed,
} from './mailbox-audit-entry';

const moved = {
  Id: '6f1f5f0e-0f6e-4f7c-9a3a-08dcf0a1b2c3',
  RecordType: 3,
  CreationTime: '2026-05-24T18:27:51',
  Operation: 'Move',
  ResultStatus: 'Succeeded',
  UserId: 'eve@contoso.com',
  LogonType: 2,
  InternalLogonType: 0,
  ExternalAccess: false,
  ClientIPAddress: '203.0.113.9',
  ClientInfoString: 'Client=OWA',
  CrossMailboxOperation: false,
  LogonUserDisplayName: 'Eve Berg',
  LogonUserSid: 'S-1-5-21-1',
  MailboxGuid: '11111111-2222-3333-4444-555555555555',
  MailboxOwnerUPN: 'anna@contoso.com',
  Folder: { Id: 'f1', Path: '\\Inbox' },
  DestFolder: { Id: 'f2', Path: '\\Archive' },
  AffectedItems: [
    { Id: 'i1', Subject: ' two words ', ParentFolder: { Id: 'f1', Path: '\\Inbox' } },
    { Id: 'i2', Subject: '' },
  ],
};

test('has the documented fields, in the order of the document', () => {
  expect(entryFields).toHaveLength(30);
  expect(entryFields.map(({ name }) => name)).toEqual([...new Set(entryFields.map(({ name }) => name))]);
  expect([entryFields[0]?.name, entryFields.at(-1)?.name]).toEqual(['Operation', 'Identity']);
});

test('translates a record of the unified audit log', () => {
  expect(toMailboxAuditEntry(moved)).toEqual({
    Operation: 'Move',
    OperationResult: 'Succeeded',
    LogonType: 'Delegate',
    DestFolderId: 'f2',
    DestFolderPathName: '\\Archive',
    FolderId: 'f1',
    FolderPathName: '\\Inbox',
    ClientInfoString: 'Client=OWA',
    ClientIPAddress: '203.0.113.9',
    InternalLogonType: 'Owner',
    MailboxOwnerUPN: 'anna@contoso.com',
    CrossMailboxOperation: 'false',
    LogonUserDisplayName: 'Eve Berg',
    DelegateUserDisplayName: 'Eve Berg',
    LogonUserSid: 'S-1-5-21-1',
    SourceItems: [
      { Id: 'i1', Subject: ' two words ', FolderPathName: '\\Inbox' },
      { Id: 'i2', Subject: '' },
    ],
    MailboxGuid: '11111111-2222-3333-4444-555555555555',
    LastAccessed: '2026-05-24T18:27:51Z',
    Identity: '6f1f5f0e-0f6e-4f7c-9a3a-08dcf0a1b2c3',
    UserId: 'eve@contoso.com',
    ExternalAccess: 'false',
  });
});

test('a single item stands by itself, opened messages and synchronised folders are lists', () => {
  const about = { Operation: 'Send', MailboxOwnerUPN: 'a@b.c', LogonType: 0, CreationTime: '2026-01-01T00:00:00Z' };
  expect(
    toMailboxAuditEntry({
      ...about,
      RecordType: 2,
      Item: { Id: 'i', Subject: 's', ParentFolder: { Id: 'f', Path: '\\Drafts' } },
    }),
  ).toMatchObject({ ItemId: 'i', ItemSubject: 's', FolderId: 'f', FolderPathName: '\\Drafts', LogonType: 'Owner' });
  expect(
    toMailboxAuditEntry({
      ...about,
      RecordType: 50,
      Operation: 'MailItemsAccessed',
      Folders: [{ Id: 'f', Path: '\\Inbox', FolderItems: [{ Id: 'm', InternetMessageId: '<x>' }] }, null],
      OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
    }),
  ).toMatchObject({
    MailAccessType: 'Bind',
    SourceItems: [{ Id: 'm', FolderPathName: '\\Inbox' }],
    SourceFolders: [{ Id: 'f', FolderPathName: '\\Inbox' }],
    FolderPathName: '\\Inbox',
  });
});

test('leaves an entry as it is, with what nobody documents', () => {
  const entry = {
    Operation: 'FolderBind',
    LogonType: 'Admin',
    MailboxResolvedOwnerName: 'CONTOSO\\anna',
    LastAccessed: '2013-05-24T11:27:51-07:00',
    CrossMailboxOperation: false,
    ItemId: null,
    SourceItems: [{ Id: '1', Subject: 's', Odd: { a: 1 } }],
    SourceFolders: 'f1',
    RunspaceId: 'r',
    Nested: { kept: [1] },
  };
  expect(toMailboxAuditEntry(entry)).toEqual({
    Operation: 'FolderBind',
    LogonType: 'Admin',
    MailboxResolvedOwnerName: 'CONTOSO\\anna',
    LastAccessed: '2013-05-24T11:27:51-07:00',
    CrossMailboxOperation: 'false',
    SourceItems: [{ Id: '1', Subject: 's', Odd: { a: 1 } }],
    SourceFolders: [{ Id: 'f1' }],
    RunspaceId: 'r',
    Nested: { kept: [1] },
  });
});

test('what is not about a mailbox is no entry', () => {
  const others = [undefined, null, 'text', [], {}, { ...moved, RecordType: 1 }, { ...moved, RecordType: 'AzureActiveDirectory' }];
  for (const other of [...others, { Operation: 'Move' }, { MailboxOwnerUPN: 'a@b.c', LastAccessed: '2013-05-24T11:27:51' }])
    expect(toMailboxAuditEntry(other)).toBeUndefined();
});

test('an odd property costs itself and nothing else', () => {
  const odd = { ...moved, LogonType: {}, Folder: 'f', AffectedItems: [1, { Id: 2 }], ClientVersion: ['x'] };
  expect(toMailboxAuditEntry(odd)).toMatchObject({
    Operation: 'Move',
    SourceItems: [{ Id: '2' }],
    MailboxOwnerUPN: 'anna@contoso.com',
  });
  const entry = toMailboxAuditEntry({
    Operation: 'Move',
    MailboxGuid: 'g',
    LastAccessed: 'x',
    FolderId: { a: 1 },
    SourceItems: 7,
  });
  expect(entry).toEqual({
    Operation: 'Move',
    MailboxGuid: 'g',
    LastAccessed: 'x',
    FolderId: '{"a":1}',
    SourceItems: [{ Id: '7' }],
  });
});

test('reaches no prototype', () => {
  const hostile = JSON.parse(
    '{"Operation":"Move","MailboxGuid":"g","__proto__":{"polluted":"yes"},"SourceItems":[{"__proto__":{"a":1}}]}',
  );
  const entry = toMailboxAuditEntry(hostile);
  expect(Object.getPrototypeOf(entry)).toBe(Object.prototype);
  expect(Object.keys(entry ?? {})).toEqual(['Operation', 'MailboxGuid', '__proto__', 'SourceItems']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(toMailboxAuditEntry(JSON.parse('{"__proto__":{"Operation":"Move","MailboxGuid":"g"}}'))).toBeUndefined();
});

const line = (entry: MailboxAuditEntry) => JSON.parse(entryLine(entry));

test('a line says what the engine looks for and holds the entry untouched', () => {
  const entry: MailboxAuditEntry = {
    Operation: 'SoftDelete',
    LogonType: 'Delegate',
    LastAccessed: '2013-05-24T11:27:51.1234567-07:00',
    LogonUserDisplayName: 'Eve Berg',
    MailboxOwnerUPN: 'anna@contoso.com',
    ClientIPAddress: '203.0.113.9',
    SourceItems: [{ Id: '1' }, { Id: '2' }],
    Identity: 'RgAA',
  };
  expect(line(entry)).toEqual({
    Identity: 'RgAA',
    CreationDate: '2013-05-24T18:27:51.123Z',
    RecordType: 'ExchangeItemGroup',
    Operations: 'SoftDelete',
    UserIds: 'Eve Berg',
    ClientIP: '203.0.113.9',
    AuditData: entry,
  });
  expect(entryLine({ ...entry, ItemSubject: 'a\nb' })).not.toContain('\n');
  expect(line({ ...entry, LastAccessed: 'yesterday' }).CreationDate).toBe('yesterday');
  expect(line({ ...entry, LastAccessed: '2013-05-24T11:27:51' }).CreationDate).toBe('2013-05-24T11:27:51.000Z');
  expect(line({ ...entry, Operation: 'MailItemsAccessed' }).RecordType).toBe('ExchangeItemAggregated');
});

test('an entry without an identity goes by its content, whatever the order of its fields', () => {
  const a = line({ Operation: 'Move', ItemId: '1' });
  expect(a.Identity).toMatch(/^[0-9a-f-]{36}$/);
  expect(a.AuditData).toEqual({ Operation: 'Move', ItemId: '1' });
  expect(line({ ItemId: '1', Operation: 'Move' }).Identity).toBe(a.Identity);
  expect(line({ ItemId: '2', Operation: 'Move' }).Identity).not.toBe(a.Identity);
});

test('owners are known by their address, others by name or else by their SID', () => {
  const owner = { MailboxOwnerUPN: 'anna@contoso.com', LogonUserDisplayName: 'Anna' };
  expect(whoActed({ ...owner, LogonType: 'Owner' })).toBe('anna@contoso.com');
  expect(whoActed({ ...owner, LogonType: 'Admin' })).toBe('Anna');
  expect(whoActed({ LogonType: 'Delegate', LogonUserSid: 'S-1' })).toBe('S-1');
  expect(['0', '1', '2', '6', 'Delegated', 'delegate', '9', 'Someone'].map(logonTypeName)).toEqual([
    'Owner',
    'Admin',
    'Delegate',
    'DelegatedAdmin',
    'Delegate',
    'Delegate',
    '9',
    'Someone',
  ]);
});

test('a time stays what it is, and says its zone where it can', () => {
  const timeOf = (CreationTime: string) => toMailboxAuditEntry({ ...moved, CreationTime })?.LastAccessed;
  expect(timeOf('2026-05-24T18:27:51.5')).toBe('2026-05-24T18:27:51.5Z');
  for (const time of ['2026-05-24T18:27:51Z', '2026-05-24T18:27:51+0200', '/Date(1779647271000)/', '5/24/2026 6:27:51 PM'])
    expect(timeOf(time)).toBe(time);
});
