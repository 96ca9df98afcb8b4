// Mailboxes as they are set: how they are audited, for the organization and each of them, accounts whose actions go unlogged, and
// who else may use them. A logon type whose actions are changed by hand leaves DefaultAuditSet.

import { defaultActions, type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import type { EpochMs } from '~/lib/time';
import type { Change, Properties } from '~mocks/tenant/change';
import { type Delegation, delegations, type Right } from './delegations';
import { bypassedAtFirst, firstAuditing } from './mailbox-defaults';

export interface Permission {
  readonly mailbox: string;
  /** `mailbox`, `sending as`, `sending on behalf`, or the path of a folder. */
  readonly of: string;
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
  /** What was changed, by the address of the mailbox. */
  readonly mailboxes: Readonly<Record<string, Properties>>;
  /** Addresses of accounts. */
  readonly bypassed: readonly string[];
  readonly permissions: readonly Permission[];
  readonly auditSearches: readonly AuditSearch[];
}

const permissionOf: Readonly<Record<Right, readonly [of: string, right: string]>> = {
  FullAccess: ['mailbox', 'FullAccess'],
  SendAs: ['sending as', 'SendAs'],
  SendOnBehalf: ['sending on behalf', 'SendOnBehalf'],
  Calendar: ['\\Calendar', 'Editor'],
};

export const defaultMailboxSettings: MailboxSettings = {
  organization: { Name: 'contoso.onmicrosoft.com', Identity: 'contoso.onmicrosoft.com', AuditDisabled: false },
  mailboxes: {},
  bypassed: bypassedAtFirst,
  permissions: delegations.filter(({ isFormer }) => !isFormer).flatMap(standingPermissions),
  auditSearches: [],
};

/** How a mailbox is audited, as `Get-Mailbox` prints it. */
export function auditingOf(settings: MailboxSettings, upn: string): Properties {
  return { ...firstAuditing(upn), ...settings.mailboxes[upn] };
}

/** AuditEnabled is ignored online: auditing is on for all of the organization, or off. */
export function isActionAudited(settings: MailboxSettings, upn: string, logon: LogonType, action: string): boolean {
  if (settings.organization['AuditDisabled'] === true) return false;
  return textsOf((settings.mailboxes[upn] ?? firstAuditing(upn))[`Audit${logon}`]).includes(action);
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
      return withPermission(settings, change, 'mailbox', parameters['User']);
    case 'Add-RecipientPermission':
    case 'Remove-RecipientPermission':
      return withPermission(settings, change, 'sending as', parameters['Trustee']);
    case 'Add-MailboxFolderPermission':
    case 'Remove-MailboxFolderPermission':
      return withPermission(settings, change, folderOf(target), parameters['User']);
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
  const after: Record<string, unknown> = { ...before, ...plain };
  let defaultSet = textsOf(before['DefaultAuditSet']);
  for (const logon of logonTypes) {
    const name = `Audit${logon}`;
    if (textsOf(restored).includes(logon)) {
      after[name] = defaultActions('today', logon);
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

/** `info@contoso.com:\Calendar` is the folder `\Calendar`; without one it is the topmost. */
export function folderOf(target: string): string {
  const at = target.indexOf(':');
  return at < 0 ? '\\' : target.slice(at + 1);
}

function withPermission(
  settings: MailboxSettings,
  { cmdlet, target, parameters }: Change,
  of: string,
  who: unknown,
): MailboxSettings {
  const [mailbox = target] = target.split(':');
  const user = String(who);
  const rights = textsOf(parameters['AccessRights']);
  const isSame = (each: Permission) => each.mailbox === mailbox && each.of === of && each.user === user;
  const held = settings.permissions.find(isSame)?.rights ?? [];
  const others = settings.permissions.filter((each) => !isSame(each));
  const left = cmdlet.startsWith('Add') ? [...new Set([...held, ...rights])] : held.filter((right) => !isTaken(right, rights));
  return { ...settings, permissions: left.length === 0 ? others : [...others, { mailbox, of, user, rights: left }] };
}

/** A permission to a folder is taken away as a whole, so the cmdlet names no rights. */
function isTaken(right: string, rights: readonly string[]): boolean {
  return rights.length === 0 || rights.includes(right);
}

function standingPermissions({ mailbox, user, rights }: Delegation): Permission[] {
  return rights.map((right) => {
    const [of, name] = permissionOf[right];
    return { mailbox, of, user, rights: [name] };
  });
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}
