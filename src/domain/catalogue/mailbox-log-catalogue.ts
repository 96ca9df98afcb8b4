// The catalogue of the audit log a mailbox keeps itself: entries of Search-MailboxAuditLog, under the names their documentation
// gives them. They come as rows of the unified audit log, so what every record has stands in the same columns.

import { type EntryFieldName, entryFields, findEntryField } from '~/domain/mailbox-log/mailbox-audit-entry';
import { columnField } from './audit-log-catalogue';
import { type Catalogue, type Field, propertyField } from './catalogue';
import type { FieldKey } from './fields';
import { seenFields } from './seen-fields';

/** A column of every record, as this log tells of it. */
function column(key: FieldKey, own: Partial<Pick<Field, 'label' | 'help' | 'shown'>> = {}): Field {
  return { ...columnField(key), ...own };
}

function property(name: EntryFieldName, own: Partial<Pick<Field, 'kind' | 'shown' | 'width'>> = {}): Field {
  const { label = name, help = '' } = findEntryField(name) ?? {};
  return propertyField(`path:${name}`, { label, help, ...own });
}

const first: readonly Field[] = [
  column('time'),
  column('operation'),
  // What the cmdlets call the activity, beside its friendly name.
  property('Operation', { shown: true, width: 180 }),
  column('user', { help: 'Who acted: the owner by address, anyone else by the name the entry has.' }),
  property('LogonType', { shown: true, width: 110 }),
  property('MailboxOwnerUPN', { kind: 'user', shown: true, width: 220 }),
  property('FolderPathName', { shown: true, width: 180 }),
  property('ItemSubject', { shown: true, width: 260 }),
  property('ClientInfoString', { shown: true }),
  column('ip', { help: 'IP address of the client computer, without port.' }),
  column('result', { shown: true, help: 'Failed, PartiallySucceeded or Succeeded.' }),
  column('item', { shown: false }),
  column('detail', { shown: false }),
  column('recordType', { shown: false, help: 'What the unified audit log would file the entry under.' }),
  column('id', { label: 'Entry ID', help: 'Identifier of the audit log entry.' }),
  property('DestMailboxOwnerUPN', { kind: 'user' }),
  property('LogonUserDisplayName', { kind: 'user' }),
  property('DelegateUserDisplayName', { kind: 'user' }),
  property('CrossMailboxOperation', { kind: 'boolean' }),
  property('SourceItems', { kind: 'json' }),
  property('SourceFolders', { kind: 'json' }),
];

/** They stand in columns of every record. */
const inColumns: readonly EntryFieldName[] = ['OperationResult', 'ClientIPAddress', 'LastAccessed', 'Identity'];
const listed = new Set<string>([...first.map(({ key }) => key), ...inColumns.map((name) => `path:${name}`)]);

export const mailboxLog: Catalogue = {
  key: 'mailbox-log-columns',
  fields: [
    ...first,
    // Address books are not asked about entries of this log.
    ...seenFields.filter(({ needs }) => !needs),
    ...entryFields.filter(({ name }) => !listed.has(`path:${name}`)).map(({ name }) => property(name)),
  ],
};
