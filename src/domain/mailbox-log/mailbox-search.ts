// A search of the mailbox audit log: what it asks for, in words, and as the cmdlets that carry it out, at once
// (Search-MailboxAuditLog) or in the background (New-MailboxAuditLogSearch):
// https://learn.microsoft.com/powershell/module/exchange/search-mailboxauditlog and new-mailboxauditlogsearch

import * as z from 'zod/mini';
import { friendlyNameOf } from '~/domain/catalogue/activities';
import type { Command } from '~/domain/exchange/command';
import { toExDateTime } from '~/domain/exchange/power-shell';
import { actionsOf, logonTypes, possibleActions } from '~/domain/mailbox-auditing/mailbox-actions';
import { actionActivities } from '~/domain/mailbox-auditing/mailbox-actions.data';
import { describePeriod } from '~/domain/query/describe-query';
import { ownValue } from '~/lib/own-value';
import type { TimeZone } from '~/lib/time';
import { allOf } from '~/lib/words';

export const searchWays = ['now', 'background'] as const;
export type SearchWay = (typeof searchWays)[number];

/** `External` are administrators of Microsoft's datacenters; only searches in the background know it. */
export const searchLogonTypes = [...logonTypes, 'External'] as const;
export type SearchLogonType = (typeof searchLogonTypes)[number];

export const mailboxSearchSchema = z.object({
  way: z.enum(searchWays),
  /** Background only. Empty: the service names it. */
  name: z.string(),
  /** Empty, in the background: all. */
  mailboxes: z.array(z.string()),
  logonTypes: z.array(z.enum(searchLogonTypes)),
  /** Empty: all. */
  operations: z.array(z.string()),
  /** ISO 8601 UTC; empty while not entered. */
  start: z.string(),
  end: z.string(),
  /** Every entry; else one line per mailbox, with the last access to it. */
  showDetails: z.boolean(),
  /** Only what administrators of Microsoft's datacenters did. */
  externalAccess: z.boolean(),
  /** Only messages with attachments. */
  hasAttachments: z.boolean(),
  /** Mailboxes of Microsoft 365 groups, too. */
  groupMailbox: z.boolean(),
  /** Now only: mailboxes of people who left, kept by a hold. */
  inactiveMailbox: z.boolean(),
  /** Now only. `NaN` while it is not a number. */
  resultSize: z.number(),
  /** Background only: whom the service mails the result to. */
  recipients: z.array(z.string()),
});

export type MailboxSearch = z.infer<typeof mailboxSearchSchema>;

export const standardResultSize = 1_000;
export const largestResultSize = 250_000;

/** What a search in the background can be narrowed to. */
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
];
/** Also one that is searched for but never chosen to be logged. */
const everyAction = actionsOf('today')
  .filter((action) => logonTypes.some((logon) => possibleActions('today', logon).includes(action)))
  .concat('UpdateComplianceTag')
  .sort();

export function searchableActions(way: SearchWay): readonly string[] {
  return way === 'now' ? everyAction : classicActions;
}

/** As the list of activities names it; `''` where it has no name for it. */
export function activityOfAction(action: string): string {
  return ownValue(actionActivities, action) ?? friendlyNameOf(action);
}

/** `Everything done in ada@contoso.com by administrators and delegates, 14 to 21 Nov 2026 UTC`. */
export function describeMailboxSearch(search: MailboxSearch, zone: TimeZone = 'utc'): string {
  const { operations, mailboxes, logonTypes: chosen, externalAccess, hasAttachments } = search;
  const what = operations.length > 0 ? list(operations.map((action) => activityOfAction(action) || action)) : 'Everything done';
  const where = mailboxes.length > 0 ? list(mailboxes) : search.way === 'now' ? 'a mailbox' : 'all mailboxes';
  return [
    `${what} in ${where} by ${list(chosen.map((type) => whoever[type]))}`,
    ...(externalAccess ? ['external access only'] : []),
    ...(hasAttachments ? ['with attachments'] : []),
    ...(search.showDetails ? [] : ['last access only']),
    describePeriod(search.start, search.end, zone),
  ].join(', ');
}

const whoever: Readonly<Record<SearchLogonType, string>> = {
  Admin: 'administrators',
  Delegate: 'delegates',
  Owner: 'owners',
  External: 'Microsoft’s administrators',
};

/** `a, b and c`; from the fifth on as a number. */
function list(values: readonly string[]): string {
  const shown = values.length > 4 ? [...values.slice(0, 3), `${values.length - 3} more`] : values;
  return allOf(shown);
}

/** What a search is called: by its name, or by its mailbox. */
export function nameOfMailboxSearch({ name, mailboxes }: Pick<MailboxSearch, 'name' | 'mailboxes'>): string {
  if (name) return name;
  if (mailboxes.length === 0) return 'Mailbox audit log of all mailboxes';
  return `Mailbox audit log of ${mailboxes.length > 1 ? `${mailboxes.length} mailboxes` : mailboxes[0]}`;
}

/** What carries the search out, or starts it. */
export function searchCommand(search: MailboxSearch): Command {
  return search.way === 'now' ? searchNow(search) : startSearch(search);
}

function searchNow(search: MailboxSearch): Command {
  const [first = '', ...others] = search.mailboxes;
  return {
    cmdlet: 'Search-MailboxAuditLog',
    parameters: {
      ...(others.length > 0 ? { Mailboxes: search.mailboxes } : { Identity: first }),
      ...criteria(search),
      ResultSize: search.resultSize,
    },
    switches: [...switches(search), ...(search.inactiveMailbox ? ['IncludeInactiveMailbox'] : [])],
  };
}

function startSearch(search: MailboxSearch): Command {
  return {
    cmdlet: 'New-MailboxAuditLogSearch',
    parameters: {
      ...(search.name ? { Name: search.name } : {}),
      ...(search.mailboxes.length > 0 ? { Mailboxes: search.mailboxes } : {}),
      ...criteria(search),
      StatusMailRecipients: search.recipients,
    },
    switches: switches(search),
  };
}

function criteria(search: MailboxSearch): Command['parameters'] {
  return {
    StartDate: toExDateTime(search.start),
    EndDate: toExDateTime(search.end),
    ...(search.logonTypes.length > 0 ? { LogonTypes: search.logonTypes } : {}),
    ...(search.operations.length > 0 ? { Operations: search.operations } : {}),
    ...(search.externalAccess ? { ExternalAccess: true } : {}),
    ...(search.hasAttachments ? { HasAttachments: true } : {}),
  };
}

function switches({ showDetails, groupMailbox }: MailboxSearch): readonly string[] {
  return [...(showDetails ? ['ShowDetails'] : []), ...(groupMailbox ? ['GroupMailbox'] : [])];
}

/** Finished ones are not among them. */
export const pendingSearches: Command = { cmdlet: 'Get-AuditLogSearch', parameters: { Type: 'Mailbox' } };

/**
 * Every entry of one mailbox that a search in the background finds, read at once. What Microsoft's administrators did is a type of
 * logon there and a question of its own here.
 */
export function collectCommands(search: MailboxSearch, mailbox: string): readonly Command[] {
  const { logonTypes: chosen } = search;
  const inside = chosen.filter((type) => type !== 'External');
  const read = (change: Partial<MailboxSearch>) =>
    searchNow({ ...search, ...change, mailboxes: [mailbox], showDetails: true, resultSize: largestResultSize });
  return [
    ...(inside.length > 0 ? [read({ logonTypes: inside })] : []),
    ...(chosen.includes('External') ? [read({ logonTypes: [], externalAccess: true })] : []),
  ];
}
