// An entry of a mailbox's own audit log: what Search-MailboxAuditLog prints and what the XML of a background search holds. The
// unified audit log tells of the same action under other names and is translated. Texts stay as they came; properties nobody
// documents are kept; one odd property never loses the entry.
// https://learn.microsoft.com/exchange/policy-and-compliance/mailbox-audit-logging/mailbox-audit-logging

import * as z from 'zod/mini';
import { contentId } from '~/lib/content-id';
import { WrittenNumber } from '~/lib/read-json';
import { entryFieldRows } from './mailbox-audit-entry.data';

export type EntryFieldName = (typeof entryFieldRows)[number][0];
type ListName = 'SourceItems' | 'SourceFolders';

export interface EntryField {
  readonly name: EntryFieldName;
  readonly label: string;
  readonly help: string;
}

/** The documented fields, in the order of the document. */
export const entryFields: readonly EntryField[] = entryFieldRows.map(([name, label, help]) => ({ name, label, help }));

const fieldsByName: ReadonlyMap<string, EntryField> = new Map(entryFields.map((field) => [field.name, field]));

/** `undefined` for a property nobody documents. */
export function findEntryField(name: string): EntryField | undefined {
  return fieldsByName.get(name);
}

/** An item, or a folder, that something was done to. */
export interface EntryItem {
  readonly Id?: string | undefined;
  readonly Subject?: string | undefined;
  readonly FolderPathName?: string | undefined;
  readonly [other: string]: unknown;
}

type EntryTexts = { readonly [name in Exclude<EntryFieldName, ListName>]?: string | undefined };
type EntryLists = { readonly [name in ListName]?: readonly EntryItem[] | undefined };
export type MailboxAuditEntry = EntryTexts & EntryLists & { readonly [other: string]: unknown };

/** `undefined` when it is not about a mailbox. Takes AuditData of the unified audit log, and entries. */
export function toMailboxAuditEntry(auditData: unknown): MailboxAuditEntry | undefined {
  if (!isObject(auditData)) return undefined;
  const isUnified = !hasOwn(auditData, 'LastAccessed') && (hasOwn(auditData, 'RecordType') || hasOwn(auditData, 'CreationTime'));
  return isUnified ? ofUnifiedRecord(auditData) : ofEntry(auditData);
}

/** The entry as a row of Search-UnifiedAuditLog, in JSON, under the id that it is known by. */
export function entryLine(entry: MailboxAuditEntry, id = entryId(entry)): string {
  const { LastAccessed, Operation, ClientIPAddress } = entry;
  return JSON.stringify({
    Identity: id,
    CreationDate: inUtc(LastAccessed ?? ''),
    RecordType: recordTypeOf(entry),
    Operations: Operation,
    UserIds: whoActed(entry),
    ClientIP: ClientIPAddress,
    AuditData: entry,
  });
}

/** An entry without an identity goes by one made of its content, so that the same entry in two files is one record. */
export function entryId(entry: MailboxAuditEntry): string {
  return entry.Identity || contentId(contentOf(entry));
}

/**
 * Gives the entries of one file their ids. What stands there several times without an identity happened several times: each but the
 * first has an id of its own, the same when the file is read again.
 */
export function entryIds(): (entry: MailboxAuditEntry) => string {
  const met = new Map<string, number>();
  return (entry) => {
    const id = entryId(entry);
    if (entry.Identity) return id;
    const times = (met.get(id) ?? 0) + 1;
    met.set(id, times);
    return times === 1 ? id : contentId(`${times} ${contentOf(entry)}`);
  };
}

function contentOf(entry: MailboxAuditEntry): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The owner by address, anyone else by the name there is. */
export function whoActed(entry: MailboxAuditEntry): string | undefined {
  const { LogonType, MailboxOwnerUPN, LogonUserDisplayName, LogonUserSid } = entry;
  const isOwner = logonTypeName(LogonType ?? '') === 'Owner';
  return (isOwner && MailboxOwnerUPN) || LogonUserDisplayName || LogonUserSid;
}

const logonNames = ['Owner', 'Admin', 'Delegate', 'Transport', 'SystemService', 'BestAccess', 'DelegatedAdmin'];

/** `Delegate` for `2`, for `Delegated` and for itself: the logs have all three. What nobody knows stays as it is. */
export function logonTypeName(text: string): string {
  if (/^delegated?$/i.test(text)) return 'Delegate';
  return (/^\d$/.test(text) ? logonNames[Number(text)] : undefined) ?? text;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.instanceof(WrittenNumber)]);
const text = z.catch(z.optional(z.pipe(scalar, z.transform(String))), undefined);
const odd = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);
const lenientList = <Schema extends z.ZodMiniType>(schema: Schema) => odd(z.array(odd(schema)));

function ofEntry(properties: object): MailboxAuditEntry | undefined {
  const entry: MailboxAuditEntry = Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      if (isListName(name)) return [[name, entryItems(value)]];
      if (typeof value !== 'object' || value instanceof WrittenNumber) return [[name, String(value)]];
      return [[name, isTextName(name) ? JSON.stringify(value) : value]];
    }),
  );
  const isOfMailbox = [entry.MailboxOwnerUPN, entry.MailboxGuid, entry.MailboxResolvedOwnerName, entry['Owner']].some(Boolean);
  return entry.Operation && isOfMailbox ? entry : undefined;
}

/** One item may stand there without a list, or as nothing but its id. */
function entryItems(value: unknown): readonly EntryItem[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => {
    if (!isObject(each)) return each === null || each === '' ? [] : [{ Id: String(each) }];
    return [Object.fromEntries(Object.entries(each).filter(([, part]) => part !== null))];
  });
}

const folder = z.object({ Id: text, Path: text });
const item = z.object({ Id: text, Subject: text, ParentFolder: odd(folder) });
const unifiedSchema = z.object({
  Id: text,
  RecordType: text,
  CreationTime: text,
  Operation: text,
  ResultStatus: text,
  UserId: text,
  LogonType: text,
  InternalLogonType: text,
  ExternalAccess: text,
  ClientInfoString: text,
  ClientIPAddress: text,
  ClientIP: text,
  ClientMachineName: text,
  ClientProcessName: text,
  ClientVersion: text,
  CrossMailboxOperation: text,
  LogonUserDisplayName: text,
  LogonUserSid: text,
  MailboxGuid: text,
  MailboxOwnerSid: text,
  MailboxOwnerUPN: text,
  DestMailboxGuid: text,
  DestMailboxOwnerSid: text,
  DestMailboxOwnerUPN: text,
  Item: odd(item),
  AffectedItems: lenientList(item),
  Folder: odd(folder),
  DestFolder: odd(folder),
  Folders: lenientList(z.extend(folder, { FolderItems: lenientList(item) })),
  OperationProperties: lenientList(z.object({ Name: text, Value: text })),
});

/** Mailbox actions on one item, on several, and mail read: other record types tell of mailboxes in other words. */
const mailboxRecordTypes = /^(2|3|50|ExchangeItem|ExchangeItemGroup|ExchangeItemAggregated)$/i;

function ofUnifiedRecord(record: object): MailboxAuditEntry | undefined {
  const audit = unifiedSchema.parse(record);
  if (!mailboxRecordTypes.test(audit.RecordType ?? '2') || !audit.Operation) return undefined;
  if (!audit.MailboxOwnerUPN && !audit.MailboxGuid) return undefined;
  const folders = audit.Folders?.flatMap((each) => each ?? []);
  const place = audit.Folder ?? audit.Item?.ParentFolder ?? folders?.[0];
  const logon = audit.LogonType === undefined ? undefined : logonTypeName(audit.LogonType);
  return present({
    Operation: audit.Operation,
    OperationResult: audit.ResultStatus,
    LogonType: logon,
    DestFolderId: audit.DestFolder?.Id,
    DestFolderPathName: audit.DestFolder?.Path,
    FolderId: place?.Id,
    FolderPathName: place?.Path,
    ClientInfoString: audit.ClientInfoString,
    ClientIPAddress: audit.ClientIPAddress ?? audit.ClientIP,
    ClientMachineName: audit.ClientMachineName,
    ClientProcessName: audit.ClientProcessName,
    ClientVersion: audit.ClientVersion,
    InternalLogonType: audit.InternalLogonType === undefined ? undefined : logonTypeName(audit.InternalLogonType),
    MailboxOwnerUPN: audit.MailboxOwnerUPN,
    MailboxOwnerSid: audit.MailboxOwnerSid,
    DestMailboxOwnerUPN: audit.DestMailboxOwnerUPN,
    DestMailboxOwnerSid: audit.DestMailboxOwnerSid,
    DestMailboxOwnerGuid: audit.DestMailboxGuid,
    CrossMailboxOperation: audit.CrossMailboxOperation,
    LogonUserDisplayName: audit.LogonUserDisplayName ?? audit.UserId,
    DelegateUserDisplayName: logon === 'Delegate' ? audit.LogonUserDisplayName : undefined,
    LogonUserSid: audit.LogonUserSid,
    SourceItems: sourceItems(audit),
    SourceFolders: folders?.map(({ Id, Path }) => present({ Id, FolderPathName: Path })),
    ItemId: audit.Item?.Id,
    ItemSubject: audit.Item?.Subject,
    MailboxGuid: audit.MailboxGuid,
    LastAccessed: audit.CreationTime && zoned(audit.CreationTime),
    Identity: audit.Id,
    // No entry has it, but names to show are shared: without it two people become one.
    UserId: audit.UserId,
    ExternalAccess: audit.ExternalAccess,
    MailAccessType: operationProperty(audit, 'MailAccessType'),
    IsThrottled: operationProperty(audit, 'IsThrottled'),
  });
}

function operationProperty({ OperationProperties }: z.infer<typeof unifiedSchema>, name: string): string | undefined {
  return OperationProperties?.find((each) => each?.Name === name)?.Value;
}

/** Several items, or the messages that were opened; a single item stands by itself in the entry. */
function sourceItems({ AffectedItems, Folders }: z.infer<typeof unifiedSchema>): readonly EntryItem[] | undefined {
  if (AffectedItems) {
    const items = AffectedItems.flatMap((each) => each ?? []);
    return items.map(({ Id, Subject, ParentFolder }) => present({ Id, Subject, FolderPathName: ParentFolder?.Path }));
  }
  return Folders?.flatMap((each) =>
    (each?.FolderItems ?? []).flatMap((opened) =>
      opened ? [present({ Id: opened.Id, Subject: opened.Subject, FolderPathName: each?.Path })] : [],
    ),
  );
}

/** What the unified audit log would file the entry under. */
function recordTypeOf({ Operation, SourceItems }: MailboxAuditEntry): string {
  if (/^MailItemsAccessed$/i.test(Operation ?? '')) return 'ExchangeItemAggregated';
  return SourceItems && SourceItems.length > 0 ? 'ExchangeItemGroup' : 'ExchangeItem';
}

/** The instant in UTC, which a time without a zone is in already; what cannot be read is left for the reader to refuse. */
function inUtc(written: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:\d\d)?$/i.exec(written.trim());
  const time = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(time) ? written : new Date(time).toISOString();
}

/** The unified audit log writes UTC without saying so. What is written in another way, as by PowerShell, is left as it is. */
function zoned(time: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(time) ? `${time}Z` : time;
}

function present<Properties extends object>(properties: Properties): Properties {
  // What is left out was `undefined`, which every property may be.
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Properties;
}

function isListName(name: string): name is ListName {
  return name === 'SourceItems' || name === 'SourceFolders';
}

function isTextName(name: string): boolean {
  return fieldsByName.has(name) && !isListName(name);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

function hasOwn(value: object, name: string): boolean {
  return Object.hasOwn(value, name);
}
