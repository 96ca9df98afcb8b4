// What an edit does to the mailboxes it is made for, before it is made: who is changed in what way, mailboxes that change alike
// together, and who is that way already.

import { type Edition, type LogonType, logonTypes } from './mailbox-actions';
import { ageLimitWords, logonWords, type MailboxAuditing } from './mailbox-auditing';
import {
  type AuditingEdit,
  actionsChanged,
  editedMailbox,
  isEmptyEdit,
  movesFromDefaults,
  necessaryEdit,
} from './mailbox-changes';

export interface SettingChange {
  readonly setting: string;
  readonly before: string;
  readonly after: string;
  /** Actions, where the setting is a list of them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What follows from it that one may not expect; `''` for nothing. */
  readonly remark: string;
}

export interface ChangeGroup {
  readonly mailboxes: readonly MailboxAuditing[];
  /** What of the edit they have not got yet. */
  readonly edit: AuditingEdit;
  readonly changes: readonly SettingChange[];
}

export interface ChangePlan {
  /** The largest first. */
  readonly groups: readonly ChangeGroup[];
  /** As wanted already. */
  readonly unchanged: readonly MailboxAuditing[];
}

export function planChanges(mailboxes: readonly MailboxAuditing[], edit: AuditingEdit, edition: Edition): ChangePlan {
  // Tens of thousands of mailboxes are set in a handful of ways, and each way is thought through once. Lists of actions are told
  // apart as objects: two that are equal make two ways, which end up in one group all the same.
  const settings = new Map<unknown, number>();
  const numberOf = (setting: unknown) => {
    const number = settings.get(setting) ?? settings.size;
    settings.set(setting, number);
    return number;
  };
  const ways = new Map<string, { readonly like: ChangeGroup; readonly key: string }>();
  const groups = new Map<string, { readonly mailboxes: MailboxAuditing[]; readonly like: ChangeGroup }>();
  const unchanged: MailboxAuditing[] = [];
  for (const mailbox of mailboxes) {
    const { isEnabled, ageLimitMs, isBypassed, defaultSet, actions } = mailbox;
    const lists = logonTypes.map((logon) => actions[logon]);
    const name = [isEnabled, ageLimitMs, isBypassed, defaultSet.join(), ...lists].map(numberOf).join();
    const way = ways.get(name) ?? wayOf(groupOfOne(mailbox, edit, edition));
    ways.set(name, way);
    if (isEmptyEdit(way.like.edit)) {
      unchanged.push(mailbox);
      continue;
    }
    const group = groups.get(way.key) ?? { mailboxes: [], like: way.like };
    groups.set(way.key, group);
    group.mailboxes.push(mailbox);
  }
  return {
    groups: [...groups.values()]
      .map(({ mailboxes: alike, like }) => ({ ...like, mailboxes: alike }))
      .sort((a, b) => b.mailboxes.length - a.mailboxes.length),
    unchanged,
  };
}

/** Whether two plans do the same to the same mailboxes. */
export function isSamePlan(one: ChangePlan, other: ChangePlan): boolean {
  const [written, rewritten] = [one, other].map(({ groups }) =>
    JSON.stringify(groups.map(({ mailboxes, edit, changes }) => [edit, changes, mailboxes.map(({ address }) => address)])),
  );
  return written === rewritten;
}

function wayOf(like: ChangeGroup) {
  return { like, key: JSON.stringify([like.edit, like.changes]) };
}

function groupOfOne(mailbox: MailboxAuditing, edit: AuditingEdit, edition: Edition): ChangeGroup {
  const necessary = necessaryEdit(mailbox, edit, edition);
  return {
    mailboxes: [mailbox],
    edit: necessary,
    changes: settingChanges(mailbox, editedMailbox(mailbox, necessary, edition), edition),
  };
}

/** What still reads otherwise than wanted; empty for a mailbox that was changed as asked. */
export function differencesLeft(found: MailboxAuditing, edit: AuditingEdit, edition: Edition): readonly SettingChange[] {
  return settingChanges(found, editedMailbox(found, edit, edition), edition);
}

function settingChanges(before: MailboxAuditing, after: MailboxAuditing, edition: Edition): readonly SettingChange[] {
  const plain = (setting: string, read: (mailbox: MailboxAuditing) => string, remark = ''): readonly SettingChange[] =>
    read(before) === read(after) ? [] : [{ setting, before: read(before), after: read(after), added: [], removed: [], remark }];
  return [
    ...plain('Auditing of the mailbox', ({ isEnabled }) => (isEnabled ? 'on' : 'off')),
    ...logonTypes.flatMap((logon) => logonChange(before, after, edition, logon)),
    ...plain('Age limit', ageLimitWords, ageLimitRemark(before, after)),
    ...plain('What the account does', ({ isBypassed }) => (isBypassed ? 'not logged anywhere' : 'logged')),
  ];
}

function logonChange(
  before: MailboxAuditing,
  after: MailboxAuditing,
  edition: Edition,
  logon: LogonType,
): readonly SettingChange[] {
  const moves = movesFromDefaults(before, after, edition, logon);
  const { added, removed } = actionsChanged(before, after, logon);
  if (moves === undefined && added.length + removed.length === 0) return [];
  const remarks = {
    leaves: `${logon} no longer follows Microsoft’s defaults: what Microsoft adds to them later is not logged here.`,
    returns: `${logon} follows Microsoft’s defaults again.`,
  };
  return [
    {
      setting: logon,
      before: logonWords(before, edition, logon),
      after: logonWords(after, edition, logon),
      added,
      removed,
      remark: moves && edition === 'today' ? remarks[moves] : '',
    },
  ];
}

function ageLimitRemark(before: MailboxAuditing, after: MailboxAuditing): string {
  if (after.ageLimitMs === 0) return 'Every entry is deleted when the mailbox is processed next.';
  if (after.ageLimitMs < before.ageLimitMs) return `Entries older than ${ageLimitWords(after)} are deleted.`;
  return '';
}
