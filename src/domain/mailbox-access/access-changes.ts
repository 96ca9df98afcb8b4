// Changes of who may open, act for or watch a mailbox, read out of audit records: cmdlets, and what owners and delegates do
// with folders. Nobody's name is guessed here: `access-names.ts` finds out who is meant, from all records together.
// https://learn.microsoft.com/purview/audit-log-activities#exchange-mailbox-activities

import type { FieldRef } from '~/domain/catalogue/fields';
import { nameValuesAt, textAt } from '~/domain/record/audit-data';
import type { RecordKey } from '~/domain/record/record-key';
import { keepOnly } from '~/domain/view/filter';
import type { EpochMs } from '~/lib/time';
import type { AccessEffect, ToldChange, WrittenChange } from './access-change';
import { accessCmdlets, listOf } from './access-cmdlets';

const folderActions: Readonly<Record<string, AccessEffect>> = {
  AddFolderPermissions: 'granted',
  ModifyFolderPermissions: 'changed',
  UpdateFolderPermissions: 'changed',
  RemoveFolderPermissions: 'removed',
};
const calendarDelegation = 'UpdateCalendarDelegation';

/** Records that can tell of a change. */
export const accessFilter = keepOnly(
  'operation',
  ...Object.keys(accessCmdlets),
  ...Object.keys(folderActions),
  calendarDelegation,
);

/** What every record says of itself, wherever it came from. */
export const accessFields = ['operation', 'user', 'result'] as const satisfies readonly FieldRef[];

export interface AccessRecord {
  readonly key: RecordKey;
  readonly time: EpochMs;
  readonly values: Readonly<Partial<Record<FieldRef, string>>>;
  /** Anything `JSON.parse` can give. */
  readonly auditData: unknown;
}

/** A record can tell of several changes; most that `accessFilter` lets through because they are of Set-Mailbox tell of none. */
export function readAccessChanges({ key, time, values, auditData }: AccessRecord): readonly WrittenChange[] {
  const operation = values.operation?.trim() ?? '';
  const by = values.user?.trim() ?? '';
  const cmdlet = valueOfAnyCasing(accessCmdlets, operation);
  const told = cmdlet
    ? cmdlet({ by, object: textAt(auditData, 'ObjectId'), parameters: nameValuesAt(auditData, 'Parameters') })
    : folderAction(operation, auditData);
  return told.map((each) => ({
    ...each,
    record: key,
    time,
    operation,
    by,
    // What was done in part was done.
    isFailed: /^(false|failed|failure)$/i.test(values.result?.trim() ?? ''),
    isByService: isService(by),
  }));
}

function folderAction(operation: string, auditData: unknown): readonly ToldChange[] {
  const effect = valueOfAnyCasing(folderActions, operation);
  const isDelegation = operation.toLowerCase() === calendarDelegation.toLowerCase();
  if (!effect && !isDelegation) return [];
  const text = (...paths: readonly string[]) => paths.map((path) => textAt(auditData, path)).find((each) => each !== '') ?? '';
  const mailbox = text('MailboxOwnerUPN', 'MailboxGuid');
  return [
    {
      kind: isDelegation ? 'calendarDelegation' : 'folder',
      effect: effect ?? 'changed',
      mailbox,
      people: listOf(text('Item.ParentFolder.MemberUpn', 'Item.ParentFolder.MemberSid')),
      rights: listOf(text('Item.ParentFolder.MemberRights')),
      folder: text('Item.ParentFolder.Path', 'Folder.Path', 'Item.ParentFolder.Name'),
      sameMailbox: [mailbox, text('MailboxGuid')],
    },
  ];
}

/** Accounts nobody signs in with: `NT AUTHORITY\SYSTEM (Microsoft.Exchange.ServiceHost)`. */
function isService(user: string): boolean {
  return /^NT (AUTHORITY|SERVICE)\\|\((Microsoft\.Exchange\.[\w.]+|w3wp)\)$/i.test(user);
}

/** Operations come in any casing. */
function valueOfAnyCasing<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(table).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
