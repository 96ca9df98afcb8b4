// How mailboxes are audited before anyone changes anything. Most are left to Microsoft's defaults; about one in eight was set by
// hand, which takes its logon types out of DefaultAuditSet. Follows from the address alone.

import { defaultActions, type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import { writeDays } from '~/lib/time-span';
import type { Properties } from '~mocks/tenant/change';
import { addressOf, adminNames, staffNames } from '~mocks/tenant/people';
import { hashText } from '~mocks/tenant/random';
import { serviceAccount } from './mailboxes';

const handSet: Readonly<Record<LogonType, readonly string[]>> = {
  Admin: ['Copy', 'FolderBind', 'MessageBind', 'Move'],
  Delegate: ['FolderBind', 'Move', 'RecordDelete'],
  Owner: ['Create', 'Move', 'RecordDelete', 'SearchQueryInitiated'],
};

const ofMicrosoft = actionLists(() => []);
const byHand = actionLists((logon) => handSet[logon]);

/** Set by hand for sure: what the stories and the report of shared mailboxes show could not be seen otherwise. */
const watched = ['Vivian Castell', 'Accounts Payable', 'Legal Intake'].map(addressOf);
const staff = new Set(staffNames.map(addressOf));
/** Left alone, so that there is always the same mailbox to try things with. */
const plain = new Set(['Priya Raman', 'Tomasz Wrona', 'Elena Marchetti', ...adminNames].map(addressOf));

export const bypassedAtFirst: readonly string[] = [addressOf(serviceAccount)];

const known = new Map<string, Properties>();

/** As `Get-Mailbox` prints it. Kept: it is asked for with every kind and person. */
export function firstAuditing(address: string): Properties {
  const auditing = known.get(address) ?? decideAuditing(address);
  known.set(address, auditing);
  return auditing;
}

function decideAuditing(address: string): Properties {
  const ofPerson = staff.has(address) && !plain.has(address);
  const oneIn = (count: number, what: string) => ofPerson && hashText(`${what} ${address}`) % count === 0;
  const isCustomised = watched.includes(address) || oneIn(8, 'by hand');
  const isForAdmins = hashText(`admin ${address}`) % 2 === 0;
  const customised = logonTypes.filter((logon) => isCustomised && (logon !== 'Admin' || isForAdmins));
  const actions = (logon: LogonType) => (customised.includes(logon) ? byHand : ofMicrosoft)[logon];
  return {
    AuditEnabled: !oneIn(40, 'off'),
    AuditLogAgeLimit: writeDays(oneIn(40, 'short') ? 30 : oneIn(25, 'long') ? 180 : oneIn(40, 'longest') ? 365 : 90),
    AuditAdmin: actions('Admin'),
    AuditDelegate: actions('Delegate'),
    AuditOwner: isCustomised && oneIn(3, 'imap4') ? [...actions('Owner'), 'MailboxLogin'].sort() : actions('Owner'),
    DefaultAuditSet: logonTypes.filter((logon) => !customised.includes(logon)),
  };
}

function actionLists(more: (logon: LogonType) => readonly string[]): Readonly<Record<LogonType, readonly string[]>> {
  const list = (logon: LogonType) => [...defaultActions('today', logon), ...more(logon)].sort();
  return { Admin: list('Admin'), Delegate: list('Delegate'), Owner: list('Owner') };
}
