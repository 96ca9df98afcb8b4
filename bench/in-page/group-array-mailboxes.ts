// Records of mailboxes, read as parsed records, in the two shapes they come in.

import type { ArraySubject, GraphRecord, Read } from './array-subject';

interface MailboxData {
  readonly MailboxOwnerUPN?: string;
  readonly UserId?: string;
  readonly LogonUserDisplayName?: string;
  readonly LogonType?: number | string;
  readonly ExternalAccess?: boolean | string;
  readonly FolderPathName?: string;
  readonly Item?: { readonly ParentFolder?: { readonly Path?: string } };
}

type MailboxRecord = GraphRecord<MailboxData>;

const person = ({ auditData }: MailboxRecord) => auditData.UserId || auditData.LogonUserDisplayName;
const folder = ({ auditData }: MailboxRecord) => auditData.FolderPathName || auditData.Item?.ParentFolder?.Path;
const isExternal = ({ auditData }: MailboxRecord) => auditData.ExternalAccess === true || auditData.ExternalAccess === 'true';
const logonIs =
  (...types: (number | string)[]) =>
  (record: MailboxRecord) =>
    types.includes(record.auditData.LogonType ?? '') && !isExternal(record);
const isOwner = logonIs(0, 'Owner');
const isAdministrator = logonIs(1, 'Admin', 6, 'DelegatedAdmin');
const isDelegate = logonIs(2, 'Delegate', 'Delegated');
const operationWhere =
  (passes: (record: MailboxRecord) => boolean): Read<MailboxData> =>
  (record) =>
    passes(record) ? record.operation : undefined;

export const mailboxRecords: ArraySubject<MailboxData> = {
  key: (record) => (isOwner(record) ? undefined : record.auditData.MailboxOwnerUPN),
  reads: [
    person,
    ({ operation }) => operation,
    operationWhere(isAdministrator),
    operationWhere(isDelegate),
    operationWhere(isExternal),
    (record) =>
      isAdministrator(record) || isDelegate(record) || isExternal(record) ? undefined : String(record.auditData.LogonType),
    operationWhere((record) => isDelegate(record) && record.operation === 'FolderBind'),
  ],
  once: {
    of: (record) => `${person(record)?.toLowerCase()} ${folder(record)?.toLowerCase()}`,
    withinMs: 86_400_000,
  },
};
