// Mailbox auditing as it is set: for the organization, for each mailbox, and for accounts whose actions go unlogged. Audited actions
// are Microsoft's defaults of today; a logon type that was changed by hand leaves DefaultAuditSet.

import type { EpochMs } from '~/lib/time';
import type { Change, Properties } from './change';

export interface Permission {
  readonly mailbox: string;
  readonly user: string;
  readonly rights: readonly string[];
}

export interface AuditSearch {
  readonly id: string;
  readonly createdAt: EpochMs;
  readonly by: string;
  readonly parameters: Properties;
}

export interface MailboxSettings {
  readonly organization: Properties;
  /** What differs from the defaults, by the address of the mailbox. */
  readonly mailboxes: Readonly<Record<string, Properties>>;
  /** Addresses of accounts. */
  readonly bypassed: readonly string[];
  readonly permissions: readonly Permission[];
  readonly auditSearches: readonly AuditSearch[];
}

export const logonTypes = ['Admin', 'Delegate', 'Owner'] as const;
export type LogonType = (typeof logonTypes)[number];

const forAll = [
  'ApplyRecord',
  'HardDelete',
  'MailItemsAccessed',
  'MoveToDeletedItems',
  'SoftDelete',
  'Update',
  'UpdateFolderPermissions',
  'UpdateInboxRules',
];
const defaultActions: Record<LogonType, readonly string[]> = {
  Admin: [...forAll, 'Create', 'Send', 'SendAs', 'SendOnBehalf', 'UpdateCalendarDelegation'].sort(),
  Delegate: [...forAll, 'Create', 'SendAs', 'SendOnBehalf'].sort(),
  Owner: [...forAll, 'Send', 'UpdateCalendarDelegation'].sort(),
};

/** Every action that can be audited, by who does it. */
export const possibleActions: Record<LogonType, readonly string[]> = {
  Admin: [...defaultActions.Admin, 'Copy', 'FolderBind', 'MessageBind', 'Move', 'RecordDelete'],
  Delegate: [...defaultActions.Delegate, 'FolderBind', 'Move', 'RecordDelete'],
  Owner: [...defaultActions.Owner, 'Create', 'MailboxLogin', 'Move', 'RecordDelete', 'SearchQueryInitiated'],
};

export const defaultMailboxSettings: MailboxSettings = {
  organization: { Name: 'contoso.onmicrosoft.com', Identity: 'contoso.onmicrosoft.com', AuditDisabled: false },
  mailboxes: {},
  bypassed: [],
  permissions: [],
  auditSearches: [],
};

/** How a mailbox is audited, as `Get-Mailbox` prints it. */
export function auditingOf(settings: MailboxSettings, upn: string): Properties {
  return {
    AuditEnabled: true,
    AuditLogAgeLimit: '90.00:00:00',
    AuditAdmin: defaultActions.Admin,
    AuditDelegate: defaultActions.Delegate,
    AuditOwner: defaultActions.Owner,
    DefaultAuditSet: [...logonTypes],
    ...settings.mailboxes[upn],
  };
}

export function foldMailboxes(settings: MailboxSettings, change: Change): MailboxSettings {
  const { parameters, target } = change;
  switch (change.cmdlet) {
    case 'Set-OrganizationConfig':
      return { ...settings, organization: { ...settings.organization, ...parameters } };
    case 'Set-Mailbox':
      return { ...settings, mailboxes: { ...settings.mailboxes, [target]: changedMailbox(settings, target, parameters) } };
    case 'Set-MailboxAuditBypassAssociation': {
      const others = settings.bypassed.filter((each) => each !== target);
      return { ...settings, bypassed: parameters['AuditBypassEnabled'] === true ? [...others, target] : others };
    }
    case 'Add-MailboxPermission':
    case 'Remove-MailboxPermission':
      return { ...settings, permissions: changedPermissions(settings.permissions, change) };
    case 'New-MailboxAuditLogSearch': {
      const search = { id: change.id, createdAt: change.at, by: change.by, parameters };
      return { ...settings, auditSearches: [...settings.auditSearches, search] };
    }
    default:
      return settings;
  }
}

function changedMailbox(settings: MailboxSettings, upn: string, parameters: Properties): Properties {
  const { Identity: _, DefaultAuditSet: restored, ...plain } = parameters;
  const before = auditingOf(settings, upn);
  const after: Record<string, unknown> = { ...settings.mailboxes[upn], ...plain };
  let defaultSet = textsOf(before['DefaultAuditSet']);
  for (const logon of logonTypes) {
    const name = `Audit${logon}`;
    if (textsOf(restored).includes(logon)) {
      delete after[name];
      defaultSet = logonTypes.filter((each) => each === logon || defaultSet.includes(each));
    } else if (parameters[name] !== undefined) {
      after[name] = changedList(textsOf(before[name]), parameters[name]);
      defaultSet = defaultSet.filter((each) => each !== logon);
    }
  }
  return { ...after, DefaultAuditSet: defaultSet };
}

/** A list replaces the one before; `None` empties it; a hash table adds to it and removes from it. */
function changedList(before: readonly string[], value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { Add, Remove }: { Add?: unknown; Remove?: unknown } = value;
    const removed = [...textsOf(Remove), 'None'];
    return [...new Set([...before, ...textsOf(Add)])].filter((each) => !removed.includes(each)).sort();
  }
  return textsOf(value).filter((each) => each !== 'None');
}

function changedPermissions(before: readonly Permission[], { cmdlet, target, parameters }: Change): readonly Permission[] {
  const user = String(parameters['User']);
  const rights = textsOf(parameters['AccessRights']);
  const held = before.find((each) => each.mailbox === target && each.user === user)?.rights ?? [];
  const others = before.filter((each) => each.mailbox !== target || each.user !== user);
  const left = cmdlet.startsWith('Add') ? [...new Set([...held, ...rights])] : held.filter((each) => !rights.includes(each));
  return left.length === 0 ? others : [...others, { mailbox: target, user, rights: left }];
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}
