// How one mailbox is audited, and how that differs from what the service would do by itself.

import { dayMs } from '~/lib/time';
import { counted } from '~/lib/words';
import { defaultActions, type Edition, type LogonType, logonTypes } from './mailbox-actions';

export interface MailboxAuditing {
  /** What cmdlets know it by: its user principal name. */
  readonly address: string;
  readonly name: string;
  /** `RecipientTypeDetails`: `UserMailbox`, `SharedMailbox`, `RoomMailbox` and others. */
  readonly type: string;
  /** `AuditEnabled`. Exchange Online ignores it while auditing is on for the organization. */
  readonly isEnabled: boolean;
  /** How long entries are kept. */
  readonly ageLimitMs: number;
  readonly actions: Readonly<Record<LogonType, readonly string[]>>;
  /** Logon types whose actions are still Microsoft's own, today and when Microsoft adds to them. */
  readonly defaultSet: readonly LogonType[];
  /** Nothing this account does is logged, in any mailbox. */
  readonly isBypassed: boolean;
}

export const standardAgeLimitMs = 90 * dayMs;

/** Mailboxes of rooms, equipment and public folders are not audited whatever is set. */
export function supportsAuditing({ type }: MailboxAuditing): boolean {
  return ['UserMailbox', 'SharedMailbox', 'GroupMailbox'].includes(type);
}

/** `type`: it is of a type that is never audited; the others say where auditing is off. */
export type NotAudited = 'type' | 'organization' | 'mailbox';

/** `undefined` for a mailbox that is audited. */
export function whyNotAudited(mailbox: MailboxAuditing, isOnForAll: boolean, edition: Edition): NotAudited | undefined {
  if (edition !== 'today') return mailbox.isEnabled ? undefined : 'mailbox';
  if (!supportsAuditing(mailbox)) return 'type';
  return isOnForAll ? undefined : 'organization';
}

/** Whether anything done to the mailbox is logged at all. */
export function isAudited(mailbox: MailboxAuditing, isOnForAll: boolean, edition: Edition): boolean {
  return whyNotAudited(mailbox, isOnForAll, edition) === undefined;
}

/** What is logged beyond the defaults of the edition and what they have and it has not. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function differenceFromDefault({ actions }: MailboxAuditing, edition: Edition, logon: LogonType): Difference {
  const standard = defaultActions(edition, logon);
  const here = actions[logon];
  return {
    added: here.filter((action) => !standard.includes(action)),
    removed: standard.filter((action) => !here.includes(action)),
  };
}

/** Today that is what `DefaultAuditSet` says, whatever the list; before there was one, the list itself tells. */
export function followsDefaults(mailbox: MailboxAuditing, edition: Edition, logon: LogonType): boolean {
  if (edition === 'today') return mailbox.defaultSet.includes(logon);
  const { added, removed } = differenceFromDefault(mailbox, edition, logon);
  return added.length + removed.length === 0;
}

/** By hand for at least one logon type: then it does not follow when Microsoft changes the defaults. */
export function isCustomised(mailbox: MailboxAuditing, edition: Edition): boolean {
  return !logonTypes.every((logon) => followsDefaults(mailbox, edition, logon));
}

/** `90 days`, `1 day`, `1.5 days`, or `0 days`, which empties the log. */
export function ageLimitWords({ ageLimitMs }: Pick<MailboxAuditing, 'ageLimitMs'>): string {
  const days = Math.round((ageLimitMs / dayMs) * 100) / 100;
  return counted(days, 'day');
}

/** `default`, or what an own list has beyond the defaults and lacks: `own list: with Move; without Update`. */
export function logonWords(mailbox: MailboxAuditing, edition: Edition, logon: LogonType): string {
  if (followsDefaults(mailbox, edition, logon)) return 'default';
  const { added, removed } = differenceFromDefault(mailbox, edition, logon);
  const parts = [
    ...(added.length > 0 ? [`with ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`without ${removed.join(', ')}`] : []),
  ];
  return `own list: ${parts.join('; ') || 'as the defaults'}`;
}
