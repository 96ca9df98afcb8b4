import type { Edition } from '~/domain/mailbox-auditing/mailbox-actions';
import {
  isAudited,
  isCustomised,
  type MailboxAuditing,
  type NotAudited,
  standardAgeLimitMs,
  whyNotAudited,
} from '~/domain/mailbox-auditing/mailbox-auditing';
import { ownValue } from '~/lib/own-value';
import type { MailboxFilter } from './mailboxes-params';

export const filterNames: Readonly<Record<MailboxFilter, string>> = {
  notAudited: 'Not audited',
  customised: 'Customised',
  bypassed: 'Bypassed',
  shortAge: 'Age limit below 90 days',
};

/** What mailboxes are measured by. */
export interface AuditingContext {
  /** `undefined` where it is not known. */
  readonly isOnForAll: boolean | undefined;
  readonly edition: Edition;
}

export function passesFilter(mailbox: MailboxAuditing, filter: MailboxFilter, { isOnForAll, edition }: AuditingContext): boolean {
  switch (filter) {
    case 'notAudited':
      return !isAudited(mailbox, isOnForAll ?? true, edition);
    case 'customised':
      return isCustomised(mailbox, edition);
    case 'bypassed':
      return mailbox.isBypassed;
    case 'shortAge':
      return mailbox.ageLimitMs < standardAgeLimitMs;
  }
}

/** `text` in its name or its address, whatever the capitals. */
export function matchesText({ name, address }: MailboxAuditing, text: string): boolean {
  const wanted = text.toLowerCase();
  return name.toLowerCase().includes(wanted) || address.toLowerCase().includes(wanted);
}

const reasons: Readonly<Record<NotAudited, string>> = {
  type: 'No: this type never is',
  organization: 'No: off for the organisation',
  mailbox: 'No: AuditEnabled is off',
};

export function auditedWords(mailbox: MailboxAuditing, { isOnForAll, edition }: AuditingContext): string {
  const reason = whyNotAudited(mailbox, isOnForAll ?? true, edition);
  if (reason) return reasons[reason];
  return isOnForAll === undefined && edition === 'today' ? 'Not known' : 'Yes';
}

const typeNames: Readonly<Record<string, string>> = {
  UserMailbox: 'User',
  SharedMailbox: 'Shared',
  GroupMailbox: 'Group',
  RoomMailbox: 'Room',
  EquipmentMailbox: 'Equipment',
};

export function typeWords({ type }: MailboxAuditing): string {
  return ownValue(typeNames, type) ?? type;
}
