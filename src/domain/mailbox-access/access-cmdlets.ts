// What cmdlets of Exchange change about who may open, act for or watch a mailbox, read from their parameters as the audit log
// writes them. A cmdlet can change several things, or none of these.
// https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission and its neighbours

import type { NameValue } from '~/domain/record/audit-data';
import type { AccessEffect, ToldChange } from './access-change';

export interface LoggedCmdlet {
  readonly parameters: readonly NameValue[];
  readonly by: string;
  /** ObjectId of the record. */
  readonly object: string;
}

/** By the name of the cmdlet. */
export const accessCmdlets: Readonly<Record<string, (logged: LoggedCmdlet) => readonly ToldChange[]>> = {
  'Add-MailboxPermission': addedPermission,
  'Remove-MailboxPermission': removedPermission,
  'Add-RecipientPermission': (cmdlet) => sendAs(cmdlet, 'granted'),
  'Remove-RecipientPermission': (cmdlet) => sendAs(cmdlet, 'removed'),
  'Add-MailboxFolderPermission': (cmdlet) => folderPermission(cmdlet, 'granted'),
  'Set-MailboxFolderPermission': (cmdlet) => folderPermission(cmdlet, 'changed'),
  'Remove-MailboxFolderPermission': (cmdlet) => folderPermission(cmdlet, 'removed'),
  'Set-Mailbox': (cmdlet) => [...sendOnBehalf(cmdlet), ...auditingOfMailbox(cmdlet)],
  'Set-MailboxAuditBypassAssociation': bypass,
  'Set-OrganizationConfig': auditingOfAll,
};

function addedPermission(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  return mailboxPermission(cmdlet, isOn(cmdlet, 'Deny') ? 'denied' : 'granted');
}

/** Taking back a denial grants nothing by itself; without a user nothing is taken but what Outlook opens by itself. */
function removedPermission(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  if (isOn(cmdlet, 'ResetDefault')) return [about(cmdlet, { kind: 'fullAccess', effect: 'replaced' })];
  if (textParameter(cmdlet, 'User') === '') return [];
  return mailboxPermission(cmdlet, isOn(cmdlet, 'Deny') ? 'changed' : 'removed');
}

function mailboxPermission(cmdlet: LoggedCmdlet, effect: AccessEffect): readonly ToldChange[] {
  const people = listOf(textParameter(cmdlet, 'User'));
  return [about(cmdlet, { kind: 'fullAccess', effect, people, rights: listOf(textParameter(cmdlet, 'AccessRights')) })];
}

function sendAs(cmdlet: LoggedCmdlet, effect: AccessEffect): readonly ToldChange[] {
  const people = listOf(textParameter(cmdlet, 'Trustee'));
  return [about(cmdlet, { kind: 'sendAs', effect, people, rights: ['SendAs'] })];
}

/** Folders are written `ada@contoso.com:\Calendar`, or with the id of the folder behind the colon. */
function folderPermission(cmdlet: LoggedCmdlet, effect: AccessEffect): readonly ToldChange[] {
  const [mailbox = '', ...rest] = identityOf(cmdlet).split(':');
  const flags = listOf(textParameter(cmdlet, 'SharingPermissionFlags')).filter((flag) => flag.toLowerCase() !== 'none');
  return [
    about(cmdlet, {
      kind: 'folder',
      effect,
      mailbox: mailbox || cmdlet.by,
      people: listOf(textParameter(cmdlet, 'User')),
      rights: [...listOf(textParameter(cmdlet, 'AccessRights')), ...flags],
      folder: rest.join(':') || '\\',
      // The object is the folder.
      sameMailbox: [],
    }),
  ];
}

/** A list replaces who may, `Add=…` and `Remove=…` change it. A hash table that was not written out says neither. */
function sendOnBehalf(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  const value = parameterOf(cmdlet, 'GrantSendOnBehalfTo');
  if (value === undefined) return [];
  const people = (effect: AccessEffect, who: readonly string[]) =>
    about(cmdlet, { kind: 'sendOnBehalf', effect, people: who, rights: ['SendOnBehalf'] });
  if (value.startsWith('System.Collections.')) return [people('changed', [])];
  if (!/^(@\{)?\s*(add|remove)\s*=/i.test(value)) return [people('replaced', listOf(value))];
  const added = namedList(value, 'add');
  const removed = namedList(value, 'remove');
  return [...(added.length > 0 ? [people('granted', added)] : []), ...(removed.length > 0 ? [people('removed', removed)] : [])];
}

/** One of the lists of `Add=a;b;Remove=c`, with or without the `@{…}` and quotes of PowerShell. */
function namedList(text: string, name: 'add' | 'remove'): readonly string[] {
  const bare = text.replace(/^@\{|\}$/g, '');
  const list = new RegExp(`(?:^|[;,\\s])${name}\\s*=(.*?)(?=[;,\\s](?:add|remove)\\s*=|$)`, 'is').exec(bare);
  return listOf(list?.[1] ?? '');
}

function bypass(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  if (parameterOf(cmdlet, 'AuditBypassEnabled') === undefined) return [];
  const effect = isOn(cmdlet, 'AuditBypassEnabled') ? 'granted' : 'removed';
  return [about(cmdlet, { kind: 'bypass', effect, mailbox: '', people: [identityOf(cmdlet)] })];
}

function auditingOfMailbox(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  const rights = settings(cmdlet, /^(Audit(Enabled|Admin|Delegate|Owner|LogAgeLimit)|DefaultAuditSet)$/i);
  return rights.length > 0 ? [about(cmdlet, { kind: 'auditing', effect: 'changed', rights })] : [];
}

function auditingOfAll(cmdlet: LoggedCmdlet): readonly ToldChange[] {
  const rights = settings(cmdlet, /^AuditDisabled$/i);
  return rights.length > 0 ? [about(cmdlet, { kind: 'auditing', effect: 'changed', rights, mailbox: '', sameMailbox: [] })] : [];
}

function settings({ parameters }: LoggedCmdlet, names: RegExp): readonly string[] {
  return parameters.filter(({ name }) => names.test(name)).map(({ name, value }) => `${name} = ${value}`);
}

function about(cmdlet: LoggedCmdlet, told: Pick<ToldChange, 'kind' | 'effect'> & Partial<ToldChange>): ToldChange {
  const mailbox = identityOf(cmdlet);
  return { mailbox, people: [], rights: [], folder: '', sameMailbox: [mailbox, cmdlet.object], ...told };
}

/** Without one people change what is their own. */
function identityOf(cmdlet: LoggedCmdlet): string {
  return textParameter(cmdlet, 'Identity') || cmdlet.object || cmdlet.by;
}

/** `undefined` without the parameter; empty where it was set to nothing. */
function parameterOf({ parameters }: LoggedCmdlet, name: string): string | undefined {
  return parameters.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value;
}

function textParameter(cmdlet: LoggedCmdlet, name: string): string {
  return parameterOf(cmdlet, name) ?? '';
}

function isOn(cmdlet: LoggedCmdlet, name: string): boolean {
  return /^\$?true$/i.test(textParameter(cmdlet, name));
}

/** `a, b` or `a;b`, each perhaps in quotes. Commas belong to distinguished names where there are any. */
export function listOf(text: string): readonly string[] {
  const separator = /(^|,)(CN|OU|DC)=/i.test(text) ? /;/ : /[;,]/;
  return text
    .split(separator)
    .map((each) => each.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((each) => each !== '');
}
