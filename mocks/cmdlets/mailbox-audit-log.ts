// The mailbox audit log the old way: searched at once, or by a job whose result is mailed.
// https://learn.microsoft.com/powershell/module/exchange/search-mailboxauditlog

import * as z from 'zod/mini';
import { logonTypes, possibleActions } from '~/domain/mailbox-auditing/mailbox-actions';
import { type MailboxAuditEntry, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { dayMs } from '~/lib/time';
import type { Properties } from '~mocks/tenant/change';
import type { AuditSearch } from '~mocks/tenant/exchange/mailbox-settings';
import { type Cmdlet, type CmdletContext, defineCmdlet } from './cmdlet';
import { invalidOperation } from './failure';
import { findOne, mailboxesFor } from './mailboxes';
import { date, flag, identity, listOf, oneOf, text, texts, timeOf, whole } from './parameters';

/** What the job takes; the other way takes every action there is. */
const classicActions = [
  'Copy',
  'Create',
  'FolderBind',
  'HardDelete',
  'MailboxLogin',
  'MessageBind',
  'Move',
  'MoveToDeletedItems',
  'SendAs',
  'SendOnBehalf',
  'SoftDelete',
  'Update',
] as const;
const everyAction = [
  ...new Set([...logonTypes.flatMap((logon) => possibleActions('today', logon)), 'UpdateComplianceTag']),
].sort();
const logonNumbers = { Owner: [0], Admin: [1, 6], Delegate: [2] } as const;
/** How long a job takes here, times the latency; online it is within a day. */
const startsAfterMs = 4_000;
const endsAfterMs = 15_000;

const common = {
  ShowDetails: z.optional(flag),
  ExternalAccess: z.optional(flag),
  HasAttachments: z.optional(flag),
  GroupMailbox: z.optional(flag),
};

export const mailboxAuditLogCmdlets: readonly Cmdlet[] = [
  defineCmdlet(
    'Search-MailboxAuditLog',
    {
      Identity: z.optional(identity),
      Mailboxes: z.optional(texts),
      StartDate: z.optional(date),
      EndDate: z.optional(date),
      LogonTypes: z.optional(listOf('LogonType', logonTypes)),
      Operations: z.optional(listOf('MailboxAuditOperations', everyAction)),
      ResultSize: z.optional(whole(1, 250_000)),
      IncludeInactiveMailbox: z.optional(flag),
      ...common,
    },
    async (asked, context) => {
      const { Identity, Mailboxes, ShowDetails, LogonTypes } = asked;
      if (Identity !== undefined && Mailboxes !== undefined)
        throw invalidOperation('Parameter set cannot be resolved: Identity and Mailboxes cannot be used together.');
      if (ShowDetails && Mailboxes !== undefined)
        throw invalidOperation('Parameter set cannot be resolved: ShowDetails and Mailboxes cannot be used together.');
      checkOwner(LogonTypes, ShowDetails);
      const { start, end } = period(asked.StartDate, asked.EndDate, context);
      const named = Mailboxes && (await Promise.all(Mailboxes.map((each) => findOne(each, context))));
      const wanted = named ?? (await mailboxesFor(Identity, context));
      const logons = LogonTypes ?? (ShowDetails ? logonTypes : (['Admin', 'Delegate'] as const));
      const records = await context.mailboxRecords({
        start,
        end,
        owners: named || Identity !== undefined ? wanted.map(({ upn }) => upn) : [],
        logonTypes: logons.flatMap((logon) => logonNumbers[logon]),
        isExternal: asked.ExternalAccess ?? false,
        operations: asked.Operations ?? [],
        hasAttachments: asked.HasAttachments,
        most: ShowDetails ? (asked.ResultSize ?? 1_000) : 250_000,
      });
      const names = new Map(wanted.map(({ upn, name }) => [upn, name]));
      const entries = records.flatMap((record) => entryOf(record, names));
      return { value: ShowDetails ? entries : lastAccesses(entries).slice(0, asked.ResultSize ?? 1_000) };
    },
  ),
  defineCmdlet(
    'New-MailboxAuditLogSearch',
    {
      StartDate: date,
      EndDate: date,
      StatusMailRecipients: texts,
      Name: z.optional(text(64)),
      Mailboxes: z.optional(texts),
      LogonTypes: z.optional(listOf('LogonType', [...logonTypes, 'External'])),
      Operations: z.optional(listOf('MailboxAuditOperations', classicActions)),
      ...common,
    },
    async (parameters, context) => {
      checkOwner(parameters.LogonTypes, parameters.ShowDetails);
      period(parameters.StartDate, parameters.EndDate, context);
      for (const each of parameters.Mailboxes ?? []) await findOne(each, context);
      const name = parameters.Name ?? `Search${new Date(context.now).toISOString().slice(0, 10).replaceAll('-', '')}`;
      const named = { ...parameters, Name: name };
      const id = await context.keep('New-MailboxAuditLogSearch', name, named);
      return { value: [printed({ id, createdAt: context.now, by: context.by, parameters: named }, 'NotStarted')] };
    },
  ),
  defineCmdlet(
    'Get-AuditLogSearch',
    {
      Identity: z.optional(identity),
      CreatedAfter: z.optional(date),
      CreatedBefore: z.optional(date),
      Type: z.optional(oneOf('AuditLogSearchType', ['Admin', 'Mailbox'])),
      ResultSize: z.optional(whole(1, 250_000)),
    },
    ({ Identity, CreatedAfter, CreatedBefore, Type, ResultSize }, { settings, now, latency }) => {
      const pending = settings.auditSearches.filter(
        ({ id, createdAt, parameters }) =>
          now < createdAt + endsAfterMs * latency &&
          (Identity === undefined || [id, parameters['Name']].includes(Identity)) &&
          (CreatedAfter === undefined || createdAt >= timeOf(CreatedAfter)) &&
          (CreatedBefore === undefined || createdAt <= timeOf(CreatedBefore)) &&
          Type !== 'Admin',
      );
      const statusOf = ({ createdAt }: AuditSearch) => (now < createdAt + startsAfterMs * latency ? 'NotStarted' : 'InProgress');
      return { value: pending.slice(0, ResultSize ?? 1_000).map((search) => printed(search, statusOf(search))) };
    },
  ),
];

function checkOwner(logons: readonly string[] | undefined, showDetails: boolean | undefined): void {
  if (logons?.includes('Owner') && !showDetails)
    throw invalidOperation('The LogonTypes value Owner can be used only together with ShowDetails.');
}

/** The last two weeks unless told. */
function period(startDate: string | undefined, endDate: string | undefined, { now }: CmdletContext) {
  const end = endDate === undefined ? now : timeOf(endDate);
  const start = startDate === undefined ? end - 14 * dayMs : timeOf(startDate);
  if (start > end) throw invalidOperation("The StartDate can't be later than the EndDate.");
  return { start, end };
}

/** With the names of mailboxes, which the unified audit log does not have, and without addresses of people; `names` has them by address. */
function entryOf(record: unknown, names: ReadonlyMap<string, string>): MailboxAuditEntry[] {
  const translated = toMailboxAuditEntry(record);
  if (!translated) return [];
  const { UserId: _, ...entry } = translated;
  const owner = names.get(entry.MailboxOwnerUPN ?? '') ?? entry.MailboxOwnerUPN;
  const owned = entry.LogonType === 'Owner' ? { LogonUserDisplayName: owner } : {};
  return [{ ...entry, ...owned, MailboxResolvedOwnerName: owner }];
}

/** Without details there is one row for each mailbox: when someone was last in it. */
function lastAccesses(entries: readonly MailboxAuditEntry[]): Properties[] {
  const newest = new Map<string | undefined, MailboxAuditEntry>();
  for (const entry of entries) if (!newest.has(entry.MailboxOwnerUPN)) newest.set(entry.MailboxOwnerUPN, entry);
  return [...newest.values()].map(({ MailboxOwnerUPN, MailboxResolvedOwnerName, MailboxGuid, LastAccessed }) => ({
    MailboxGuid,
    MailboxOwnerUPN,
    MailboxResolvedOwnerName,
    LastAccessed,
    Identity: MailboxGuid,
  }));
}

function printed({ id, createdAt, by, parameters }: AuditSearch, status: 'NotStarted' | 'InProgress'): Properties {
  return {
    Identity: id,
    Name: parameters['Name'],
    Type: 'Mailbox',
    Status: status,
    CreationTime: new Date(createdAt).toISOString(),
    CreatedBy: by,
    StartDateUtc: new Date(timeOf(String(parameters['StartDate']))).toISOString(),
    EndDateUtc: new Date(timeOf(String(parameters['EndDate']))).toISOString(),
    StatusMailRecipients: parameters['StatusMailRecipients'],
    Mailboxes: parameters['Mailboxes'] ?? [],
    LogonTypes: parameters['LogonTypes'] ?? [],
    Operations: parameters['Operations'] ?? [],
    ShowDetails: parameters['ShowDetails'] ?? false,
    ExternalAccess: parameters['ExternalAccess'] ?? false,
  };
}
