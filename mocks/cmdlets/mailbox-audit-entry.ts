// A record of a mailbox as the mailbox's own audit log has it: the same action under other names.
// https://learn.microsoft.com/exchange/policy-and-compliance/mailbox-audit-logging/mailbox-audit-logging

import * as z from 'zod/mini';
import type { Properties } from '~mocks/tenant/change';

const place = z.object({ Id: z.optional(z.string()), Path: z.optional(z.string()) });
const item = z.object({ Id: z.optional(z.string()), Subject: z.optional(z.string()), ParentFolder: z.optional(place) });

const auditSchema = z.object({
  Id: z.string(),
  CreationTime: z._default(z.string(), ''),
  Operation: z.string(),
  ResultStatus: z.nullish(z.string()),
  LogonType: z.number(),
  ClientInfoString: z.optional(z.string()),
  ClientIPAddress: z.optional(z.string()),
  ClientProcessName: z.optional(z.string()),
  ClientVersion: z.optional(z.string()),
  CrossMailboxOperation: z.optional(z.boolean()),
  LogonUserDisplayName: z.optional(z.string()),
  LogonUserSid: z.optional(z.string()),
  MailboxGuid: z.optional(z.string()),
  MailboxOwnerSid: z.optional(z.string()),
  MailboxOwnerUPN: z.string(),
  Item: z.optional(item),
  AffectedItems: z.optional(z.array(item)),
  Folder: z.optional(place),
  DestFolder: z.optional(place),
  Folders: z.optional(z.array(z.extend(place, { FolderItems: z.optional(z.array(z.object({ Id: z.optional(z.string()) }))) }))),
});

const logonNames: Readonly<Record<number, string>> = { 0: 'Owner', 1: 'Admin', 2: 'Delegate' };

export interface MailboxAuditEntry extends Properties {
  readonly MailboxOwnerUPN: string;
}

/** `names` has the name of a mailbox by its address. */
export function entryOf(record: unknown, names: ReadonlyMap<string, string>): MailboxAuditEntry {
  const audit = auditSchema.parse(record);
  const folder = audit.Folder ?? audit.Item?.ParentFolder ?? audit.Folders?.[0];
  const owner = names.get(audit.MailboxOwnerUPN) ?? audit.MailboxOwnerUPN;
  return {
    Operation: audit.Operation,
    OperationResult: audit.ResultStatus ?? 'Succeeded',
    LogonType: logonNames[audit.LogonType] ?? String(audit.LogonType),
    InternalLogonType: 'Owner',
    ExternalAccess: false,
    FolderId: folder?.Id,
    FolderPathName: folder?.Path,
    DestFolderId: audit.DestFolder?.Id,
    DestFolderPathName: audit.DestFolder?.Path,
    ClientInfoString: audit.ClientInfoString,
    ClientIPAddress: audit.ClientIPAddress,
    ClientMachineName: undefined,
    ClientProcessName: audit.ClientProcessName,
    ClientVersion: audit.ClientVersion,
    MailboxOwnerUPN: audit.MailboxOwnerUPN,
    MailboxOwnerSid: audit.MailboxOwnerSid,
    MailboxGuid: audit.MailboxGuid,
    MailboxResolvedOwnerName: owner,
    CrossMailboxOperation: audit.CrossMailboxOperation ?? false,
    LogonUserDisplayName: audit.LogonType === 0 ? owner : audit.LogonUserDisplayName,
    DelegateUserDisplayName: audit.LogonType === 2 ? audit.LogonUserDisplayName : undefined,
    LogonUserSid: audit.LogonUserSid,
    ...items(audit),
    LastAccessed: audit.CreationTime === '' ? undefined : `${audit.CreationTime}Z`,
    Identity: audit.Id,
  };
}

/** One item stands by itself, several as a list. */
function items({ Item, AffectedItems, Folders }: z.infer<typeof auditSchema>): Properties {
  const several =
    AffectedItems?.map(({ Id, Subject, ParentFolder }) => ({ Id, Subject, FolderPathName: ParentFolder?.Path })) ??
    Folders?.flatMap(({ Path, FolderItems }) => (FolderItems ?? []).map(({ Id }) => ({ Id, FolderPathName: Path }))) ??
    [];
  return { ItemId: Item?.Id, ItemSubject: Item?.Subject, SourceItems: several };
}
