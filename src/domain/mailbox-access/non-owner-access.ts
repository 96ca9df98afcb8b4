// The report of access to mailboxes by others than their owners, out of records in two shapes: those of the unified audit log
// (`LogonType` as a number, folders as objects) and entries of the mailbox audit log (words and names). A logon type nobody
// documents is not the owner's, so it is in the report and named. A record without a logon type tells of no access.
// https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#exchange-mailbox-schema
// https://learn.microsoft.com/exchange/security-and-compliance/exchange-auditing-reports/non-owner-mailbox-access-report

import { enumName } from '~/domain/catalogue/enum-names';
import type { FieldRef } from '~/domain/catalogue/fields';
import { mailboxField } from '~/domain/catalogue/joined-fields';
import { activityOfAction } from '~/domain/mailbox-log/mailbox-search';
import { anyAddressIs } from '~/domain/messages/meets-criteria';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import type { Group, Grouping, Measure, Tally } from '~/domain/view/grouping';
import { dayMs, type EpochMs } from '~/lib/time';
import type { AccessType } from './mailbox-access-params';

export const accessFields = {
  mailbox: mailboxField,
  /** Entries of the mailbox audit log know people by name only. */
  person: 'path:UserId|LogonUserDisplayName|LogonUserSid',
  logonType: 'path:LogonType',
  external: 'path:ExternalAccess',
  /** By its id where no path is told: folders that are not named are still not one and the same. */
  folder:
    'path:FolderPathName|Folder.Path|Item.ParentFolder.Path|Folders[0].Path|FolderId|Folder.Id|Item.ParentFolder.Id|Folders[0].Id',
} as const satisfies Record<string, FieldRef>;

const owners = ['0', 'Owner'];
const administrators = ['1', 'Admin', '6', 'DelegatedAdmin'];
const delegates = ['2', 'Delegate', 'Delegated'];

const { logonType } = accessFields;
const external = keepOnly(accessFields.external, 'true');
const internal = leaveOut(accessFields.external, 'true');
const byNonOwners = leaveOut(logonType, '', ...owners);
const byAdministrators = [keepOnly(logonType, ...administrators), internal];
const byDelegates = [keepOnly(logonType, ...delegates), internal];
const byOthers = [leaveOut(logonType, '', ...owners, ...administrators, ...delegates), internal];

const filtersOf: Readonly<Record<AccessType, readonly Filter[]>> = {
  all: [byNonOwners],
  external: [byNonOwners, external],
  adminsAndDelegates: [keepOnly(logonType, ...administrators, ...delegates), internal],
  admins: byAdministrators,
};

export interface AccessOf {
  /** Exactly these; absent for all. */
  readonly mailboxes?: readonly string[];
  readonly person?: string;
}

/** The records of the report, or those of some of it. */
export function accessFilters(type: AccessType, { mailboxes, person }: AccessOf = {}): Filter[] {
  return [
    ...filtersOf[type],
    ...(mailboxes ? [keepOnly(accessFields.mailbox, ...mailboxes)] : []),
    ...(person === undefined ? [] : [keepOnly(accessFields.person, person)]),
  ];
}

/** Opening a folder is logged for a delegate once in 24 hours; where it is logged more often, it counts once all the same. */
const folderOpenings: Measure = {
  field: 'operation',
  where: [...byDelegates, keepOnly('operation', 'FolderBind')],
  once: { of: [accessFields.person, accessFields.folder], withinMs: dayMs },
};

const ofMailbox = {
  people: { field: accessFields.person },
  actions: { field: 'operation' },
  administrators: { field: 'operation', where: byAdministrators },
  delegates: { field: 'operation', where: byDelegates },
  external: { field: 'operation', where: [external] },
  others: { field: accessFields.logonType, where: byOthers },
  folderOpenings,
} as const satisfies Grouping['measures'];

export function mailboxGrouping(type: AccessType): Grouping<keyof typeof ofMailbox> {
  return { by: [accessFields.mailbox], where: accessFilters(type), measures: ofMailbox };
}

export interface MailboxAccess {
  readonly mailbox: string;
  /** The first hundred of them to come. */
  readonly people: readonly string[];
  readonly personCount: number;
  /** Openings of a folder by a delegate within 24 hours are one. */
  readonly accesses: number;
  readonly records: number;
  readonly actions: readonly string[];
  readonly byAdministrators: number;
  readonly byDelegates: number;
  readonly byExternal: number;
  readonly byOthers: number;
  /** Logon types of neither administrators nor delegates. */
  readonly otherLogonTypes: readonly string[];
  readonly first: EpochMs;
  readonly last: EpochMs;
}

export function toMailboxAccess(group: Group<keyof typeof ofMailbox>): MailboxAccess {
  const { key, count, first, last, tallies } = group;
  const repeated = repeatedOpenings(tallies.folderOpenings);
  return {
    mailbox: key[0] ?? '',
    people: tallies.people.values,
    personCount: tallies.people.distinct,
    accesses: count - repeated,
    records: count,
    actions: tallies.actions.values,
    byAdministrators: tallies.administrators.count,
    byDelegates: tallies.delegates.count - repeated,
    byExternal: tallies.external.count,
    byOthers: tallies.others.count,
    otherLogonTypes: tallies.others.values,
    first,
    last,
  };
}

const ofPerson = {
  logonTypes: { field: accessFields.logonType },
  external: { field: 'operation', where: [external] },
  folders: { field: accessFields.folder },
  addresses: { field: 'ip' },
  folderOpenings,
} as const satisfies Grouping['measures'];

/** Who was in a mailbox. */
export function personGrouping(type: AccessType, mailbox: string): Grouping<keyof typeof ofPerson> {
  return { by: [accessFields.person], where: accessFilters(type, { mailboxes: [mailbox] }), measures: ofPerson };
}

/** The same, for how often each of them did what. */
export function actionGrouping(type: AccessType, mailbox: string): Grouping<'folderOpenings'> {
  const where = accessFilters(type, { mailboxes: [mailbox] });
  return { by: [accessFields.person, 'operation'], where, measures: { folderOpenings } };
}

export interface PersonAccess {
  readonly person: string;
  readonly logonTypes: readonly string[];
  readonly isExternal: boolean;
  readonly accesses: number;
  readonly records: number;
  /** The most frequent first. */
  readonly actions: readonly { readonly action: string; readonly accesses: number }[];
  /** The first hundred of them. */
  readonly folders: readonly string[];
  readonly folderCount: number;
  readonly addresses: readonly string[];
  readonly addressCount: number;
  readonly first: EpochMs;
  readonly last: EpochMs;
}

/** Who came most often first. */
export function toPeople(
  people: readonly Group<keyof typeof ofPerson>[],
  acts: readonly Group<'folderOpenings'>[],
): PersonAccess[] {
  const actionsOf = new Map<string, { readonly action: string; readonly accesses: number }[]>();
  for (const { key, count, tallies } of acts) {
    const person = foldedKey(key);
    const act = { action: key[1] ?? '', accesses: count - repeatedOpenings(tallies.folderOpenings) };
    actionsOf.set(person, [...(actionsOf.get(person) ?? []), act]);
  }
  return people
    .map(({ key, count, first, last, tallies }) => ({
      person: key[0] ?? '',
      logonTypes: tallies.logonTypes.values,
      isExternal: tallies.external.count > 0,
      accesses: count - repeatedOpenings(tallies.folderOpenings),
      records: count,
      actions: (actionsOf.get(foldedKey(key)) ?? []).sort((a, b) => b.accesses - a.accesses),
      folders: tallies.folders.values,
      folderCount: tallies.folders.distinct,
      addresses: tallies.addresses.values,
      addressCount: tallies.addresses.distinct,
      first,
      last,
    }))
    .sort((a, b) => b.accesses - a.accesses);
}

/** Each grouping spells it as the first of its own records does. */
function foldedKey(key: readonly string[]): string {
  return (key[0] ?? '').toLowerCase();
}

function repeatedOpenings({ count, occasions }: Tally): number {
  return count - occasions;
}

/** `Delegated (2)`, `Delegate`, `9 (undocumented)`. */
export function logonTypeText(written: string): string {
  const name = enumName('LogonType', written);
  if (name) return `${name} (${written})`;
  const known = [...owners, ...administrators, ...delegates, 'Transport', 'SystemService', 'BestAccess'];
  return known.some((each) => each.toLowerCase() === written.toLowerCase()) ? written : `${written} (undocumented)`;
}

/** The activity as the audit log calls it, and the action: `Updated message (Update)`. */
export function actionText(action: string): string {
  const activity = activityOfAction(action);
  return activity === '' ? action : `${activity} (${action})`;
}

/** Whether a mailbox is one of those typed or picked, each an address or a part of one. None stands for all. */
export function isAmong(mailbox: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((each) => anyAddressIs([mailbox], each));
}
