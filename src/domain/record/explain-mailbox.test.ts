import { expect, test } from 'vitest';
import { entryLine, type MailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { explainRecord } from './explain-record';

test('tells an entry of the mailbox’s own audit log', () => {
  const entry: MailboxAuditEntry = {
    Operation: 'Move',
    OperationResult: 'PartiallySucceeded',
    LogonType: 'Delegate',
    LastAccessed: '2013-05-24T11:27:51-07:00',
    MailboxOwnerUPN: 'anna@contoso.com',
    LogonUserDisplayName: 'Eve <b>Berg</b>',
    FolderPathName: '\\Inbox',
    DestFolderPathName: '\\Archive',
    ClientIPAddress: '203.0.113.9',
    ClientMachineName: 'PC7',
    SourceItems: [{ Id: '1', Subject: 'Plan' }, { Id: '2' }],
  };
  const { AuditData, ...around } = JSON.parse(entryLine(entry));
  const explained = explainRecord(AuditData, Object.entries<string>(around));
  expect(explained.sentence).toBe(
    'Eve <b>Berg</b> moved 2 items in ‘\\Inbox’ to ‘\\Archive’, in the mailbox of anna@contoso.com, as a delegate, from 203.0.113.9, on 2013-05-24 18:27:51 UTC. It succeeded only in part.',
  );
  const said = new Map(explained.facts.map(({ label, value }) => [label, value]));
  expect(Object.fromEntries(said)).toMatchObject({
    User: 'Eve <b>Berg</b>',
    Mailbox: 'anna@contoso.com',
    'Logon type': 'Delegate',
    Items: '2',
    Subject: 'Plan',
    Folder: '\\Inbox',
    'Moved to': '\\Archive',
    'Client computer': 'PC7',
    Result: 'PartiallySucceeded',
    'Record type': 'ExchangeItemGroup',
  });
});

test('tells mail read in an entry of the mailbox’s own audit log, by its owner', () => {
  const entry: MailboxAuditEntry = {
    Operation: 'MailItemsAccessed',
    LogonType: 'Owner',
    MailboxOwnerUPN: 'anna@contoso.com',
    LastAccessed: '2026-05-24T11:27:51Z',
    SourceFolders: [{ FolderPathName: '\\Inbox' }],
    SourceItems: [{ Id: '1' }, { Id: '2' }],
  };
  const said = (more: MailboxAuditEntry) => {
    const { AuditData, ...around } = JSON.parse(entryLine({ ...entry, ...more }));
    return explainRecord(AuditData, Object.entries<string>(around)).sentence;
  };
  expect(said({})).toBe('anna@contoso.com opened 2 messages in \\Inbox, in their own mailbox, on 2026-05-24 11:27:51 UTC.');
  expect(said({ MailAccessType: 'Sync' })).toContain('synchronised the folders \\Inbox to a client');
});
