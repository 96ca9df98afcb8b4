// The actions of mailbox auditing and who they can be logged for, in the three editions of the service. Says for every
// combination that cannot be logged why not, and what has to be known of some that can.

import { ownValue } from '~/lib/own-value';
import { actionDescriptions, actionsEarlier, actionsOfServer, actionsToday } from './mailbox-actions.data';

export const logonTypes = ['Admin', 'Delegate', 'Owner'] as const;
/** Who acts: an administrator (only by eDiscovery or the MAPI Editor), someone with permissions, or the owner. */
export type LogonType = (typeof logonTypes)[number];

export const editions = ['today', 'earlier', 'server'] as const;
export type Edition = (typeof editions)[number];

export const editionNames: Readonly<Record<Edition, string>> = {
  today: 'Exchange Online today',
  earlier: 'Exchange Online before 2019',
  server: 'Exchange Server',
};

export type Auditability = 'never' | 'possible' | 'default';

const marks = { today: actionsToday, earlier: actionsEarlier, server: actionsOfServer };
const meanings = new Map<string, Auditability>([
  ['y', 'possible'],
  ['Y', 'default'],
]);

/** Those the edition knows, in the order of the alphabet. */
export function actionsOf(edition: Edition): readonly string[] {
  return Object.keys(marks[edition]);
}

/** `never` for an action the edition does not know. */
export function auditability(edition: Edition, action: string, logon: LogonType): Auditability {
  const mark = ownValue(marks[edition], action)?.[logonTypes.indexOf(logon)];
  return meanings.get(mark ?? '') ?? 'never';
}

export function possibleActions(edition: Edition, logon: LogonType): readonly string[] {
  return actionsOf(edition).filter((action) => auditability(edition, action, logon) !== 'never');
}

export function defaultActions(edition: Edition, logon: LogonType): readonly string[] {
  return actionsOf(edition).filter((action) => auditability(edition, action, logon) === 'default');
}

/** `''` for an action nobody documents. */
export function describeAction(action: string): string {
  return ownValue(actionDescriptions, action) ?? '';
}

const whoever: Readonly<Record<LogonType, string>> = {
  Admin: 'administrators',
  Delegate: 'delegates',
  Owner: 'the owner',
};

const neverReasons: Readonly<Record<string, string>> = {
  AddFolderPermissions: 'It is part of UpdateFolderPermissions and never logged by itself.',
  ModifyFolderPermissions: 'It is part of UpdateFolderPermissions and never logged by itself.',
  RemoveFolderPermissions: 'It is part of UpdateFolderPermissions and never logged by itself.',
  Copy: 'Copying is logged for administrators only.',
  FolderBind: 'Owners open their folders all day: it is logged for administrators and delegates only.',
  MailboxLogin: 'Only owners sign in to a mailbox: others open it with permissions of their own, which FolderBind logs.',
  MessageBind: 'It is logged for administrators only; what others read is logged as MailItemsAccessed.',
  SearchQueryInitiated: 'Only searches by the owner are logged.',
  Send: 'What a delegate sends is logged as SendAs or SendOnBehalf.',
  SendAs: 'Owners send as themselves: it is logged for administrators and delegates only.',
  SendOnBehalf: 'Owners send as themselves: it is logged for administrators and delegates only.',
  UpdateCalendarDelegation: 'Delegates cannot hand a calendar on: it is logged for administrators and the owner only.',
};

/** Why it cannot be logged, in a sentence or two; `undefined` when it can. */
export function whyNever(edition: Edition, action: string, logon: LogonType): string | undefined {
  if (auditability(edition, action, logon) !== 'never') return undefined;
  if (!Object.hasOwn(marks[edition], action)) return `${editionNames[edition]} does not know the action ${action}.`;
  const refusal = `${action} cannot be logged for ${whoever[logon]}.`;
  if (action === 'MessageBind' && edition !== 'today') return `${refusal} It is logged for administrators only.`;
  const reason = ownValue(neverReasons, action);
  return reason ? `${refusal} ${reason}` : refusal;
}

/** What has to be known of an action that is logged: what it leaves out, and for whom there is none. */
export function whatItCovers(edition: Edition, action: string, logon: LogonType): string | undefined {
  if (auditability(edition, action, logon) === 'never') return undefined;
  if (action === 'FolderBind' && logon === 'Delegate')
    return 'One entry per folder within 24 hours, however often the delegate opens it.';
  if (action === 'MailboxLogin') return 'Only sign-ins by POP3, IMAP4 or OAuth; on servers none by NTLM or Kerberos.';
  if (action === 'Create') return 'Items of Calendar, Contacts, Notes and Tasks. Messages and folders are not covered.';
  if (action === 'RecordDelete') return 'Records cannot be purged, only soft-deleted.';
  if (edition !== 'today') return undefined;
  if (action === 'MessageBind') return 'Only for users without an E5 licence: for the others it is MailItemsAccessed.';
  if (['MailItemsAccessed', 'Send', 'SearchQueryInitiated'].includes(action))
    return 'Needs an E5 licence, or its audit add-on, for the user of the mailbox.';
  return undefined;
}
