// One record of mail items accessed: which messages it says were opened (Bind), or which folders a client took as a whole (Sync).
// Exchange stops recording for a day once a mailbox has 1,000 such records within 24 hours, and the last ones say so.
// https://learn.microsoft.com/purview/audit-log-investigate-accounts

import { enumName } from '~/domain/catalogue/enum-names';
import { clientField, mailboxField, sessionField } from '~/domain/catalogue/joined-fields';
import { accessFields } from '~/domain/mailbox-access/non-owner-access';
import { listAt, textAt, textOf } from '~/domain/record/audit-data';
import type { RecordKey } from '~/domain/record/record-key';
import { type Envelope, valueInRecord } from '~/domain/view/filter-target';
import { readJson } from '~/lib/read-json';
import type { EpochMs } from '~/lib/time';

/** A record as it is read from a set. */
export interface AccessRecord {
  readonly key: RecordKey;
  readonly time: EpochMs;
  readonly auditData: string;
  readonly envelope: Envelope;
}

/** Who was in which mailbox, and how; empty where the record does not say. */
export interface AccessFacts {
  readonly mailbox: string;
  readonly user: string;
  readonly logonType: string;
  readonly client: string;
  readonly session: string;
  readonly ip: string;
}

export interface OpenedMessage {
  /** Its internet message id; where the record has none, what the mailbox itself calls it. */
  readonly message: string;
  readonly folder: string;
  readonly subject: string;
}

export interface MailAccess extends AccessFacts {
  readonly key: RecordKey;
  readonly time: EpochMs;
  readonly kind: 'bind' | 'sync';
  readonly isThrottled: boolean;
  /** Of Bind. */
  readonly opened: readonly OpenedMessage[];
  /** Of Sync: everything in them has to be taken as read. */
  readonly folders: readonly string[];
}

/** Why a record says less than it should. */
export type AccessProblem = 'noJson' | 'breaksOff' | 'namesNothing';

/** `access` is missing where nothing can be told. A record that breaks off tells what stands before the break. */
export interface ReadAccess {
  readonly access?: MailAccess;
  readonly problem?: AccessProblem;
}

/** Never throws, whatever is in the record. Entries of a mailbox's own audit log are read as well. */
export function readMailAccess({ key, time, auditData, envelope }: AccessRecord): ReadAccess {
  const { value, brokenAt } = readJson(auditData);
  if (typeof value !== 'object' || value === null) return { problem: 'noJson' };
  const opened = openedMessages(value);
  const said = firstText(value, 'OperationProperties[MailAccessType]', 'MailAccessType').toLowerCase();
  const kind = said === 'sync' ? 'sync' : 'bind';
  const folders = kind === 'sync' ? syncedFolders(value) : [];
  const broken = brokenAt === undefined ? {} : { problem: 'breaksOff' as const };
  if (kind === 'sync' ? folders.length === 0 : opened.length === 0) return { problem: 'namesNothing', ...broken };
  const text = (field: Parameters<typeof valueInRecord>[0]) => valueInRecord(field, value, envelope);
  const logon = text(accessFields.logonType);
  const access: MailAccess = {
    key,
    time,
    kind,
    isThrottled: firstText(value, 'OperationProperties[IsThrottled]', 'IsThrottled').toLowerCase() === 'true',
    opened: kind === 'bind' ? opened : [],
    folders,
    mailbox: text(mailboxField),
    user: text('user') || text(accessFields.person),
    logonType: enumName('LogonType', logon) ?? logon,
    client: text(clientField),
    session: text(sessionField),
    ip: text('ip'),
  };
  return { access, ...broken };
}

function openedMessages(auditData: object): readonly OpenedMessage[] {
  const inFolders = listAt(auditData, 'Folders').flatMap((folder) => {
    const path = textOfFirst(folder, 'Path', 'Name', 'Id');
    return listAt(folder, 'FolderItems').map((item) => openedMessage(item, path));
  });
  const items = [...listAt(auditData, 'SourceItems'), ...listAt(auditData, 'AffectedItems')];
  const apart = items.map((item) =>
    openedMessage(item, firstText(item, 'FolderPathName', 'ParentFolder.Path') || textAt(auditData, 'FolderPathName')),
  );
  return [...inFolders, ...apart].filter(({ message }) => message !== '');
}

function openedMessage(item: unknown, folder: string): OpenedMessage {
  const message = textOfFirst(item, 'InternetMessageId', 'Id', 'ImmutableId', 'Subject');
  return { message, folder, subject: textOfFirst(item, 'Subject') };
}

function syncedFolders(auditData: object): readonly string[] {
  const listed = [...listAt(auditData, 'Folders'), ...listAt(auditData, 'SourceFolders')].map((folder) =>
    textOfFirst(folder, 'Path', 'FolderPathName', 'Name', 'Id'),
  );
  const alone = firstText(
    auditData,
    'Item.ParentFolder.Path',
    'Item.ParentFolder.Name',
    'FolderPathName',
    'Item.ParentFolder.Id',
  );
  const named = listed.filter((folder) => folder !== '');
  return named.length > 0 || alone === '' ? named : [alone];
}

function firstText(value: unknown, ...paths: readonly string[]): string {
  return paths.map((path) => textAt(value, path)).find((text) => text !== '') ?? '';
}

/** The same of its own properties, without looking into them: there are hundreds of items in a record. */
function textOfFirst(value: unknown, ...names: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return '';
  for (const name of names) {
    const text = textOf(Object.getOwnPropertyDescriptor(value, name)?.value);
    if (text !== '') return text;
  }
  return '';
}
