// How one mailbox is audited, and how that differs from what the service would do by itself.

import { dayMs } from '~/lib/time';
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

/** Whether anything done to the mailbox is logged at all. */
export function isAudited(mailbox: MailboxAuditing, isOnForAll: boolean, edition: Edition): boolean {
  if (edition !== 'today') return mailbox.isEnabled;
  return isOnForAll && supportsAuditing(mailbox);
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

/** By hand for at least one logon type: then it does not follow when Microsoft changes the defaults. */
export function isCustomised(mailbox: MailboxAuditing, edition: Edition): boolean {
  if (edition === 'today') return mailbox.defaultSet.length < logonTypes.length;
  return logonTypes.some((logon) => {
    const { added, removed } = differenceFromDefault(mailbox, edition, logon);
    return added.length + removed.length > 0;
  });
}
