// Fields are called in the pane what the columns of their source are called.

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { open, recordOf } from './open-record.fixture';

test('calls fields of a mailbox audit log what its columns are called', async () => {
  const entry = {
    Operation: 'FolderBind',
    LogonType: 'Delegate',
    DestFolderPathName: '\\Archive',
    MailboxOwnerUPN: 'anna@contoso.com',
    LogonUserDisplayName: 'Bela',
  };
  const around = [
    ['RecordType', 'ExchangeItem'],
    ['Identity', 'AAMkAD'],
  ] as const;
  const { onChoose } = await open(recordOf(entry, { envelope: around }), mailboxLog);
  const labelled = (label: string) => page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
  for (const label of ['Activity', 'Action', 'Logon type', 'Mailbox', 'Destination folder', 'Entry ID'])
    await expect.element(labelled(label)).toBeVisible();
  await page.getByRole('button', { name: 'Only records with this value of Action' }).click({ force: true });
  expect(onChoose).toHaveBeenLastCalledWith({ field: 'path:Operation', value: 'FolderBind' }, 'only');
});

test('calls the same fields of the unified audit log by the names they have there', async () => {
  const record = { RecordType: 2, Operation: 'Move', Id: 'r1', DestFolder: { Path: '\\Archive' }, LogonType: 2 };
  await open(recordOf(record));
  const labels = page
    .getByRole('term')
    .elements()
    .map((each) => each.textContent);
  expect(labels).toEqual(expect.arrayContaining(['Activity', 'Moved to', 'Record ID']));
  expect(labels).not.toContain('Action');
});
