// What happens around mailboxes at times of its own: permissions are given when the history begins, and a few are taken away again;
// delegates open folders, each at most once within 24 hours, as the service logs it, and tidy shared mailboxes every week; and now
// and then a datacenter administrator of Microsoft's looks into a mailbox.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { intoWorkingHours } from '~mocks/tenant/messages/portal-journey';
import type { Actor, Cast, FindKind, MailboxAccess, MailboxWorld, PlannedEvent } from '~mocks/tenant/model';
import { addressOf, castPerson, executiveUpn } from '~mocks/tenant/people';
import { Dice, hashText, mix } from '~mocks/tenant/random';
import { nameValues } from '~mocks/tenant/words';
import { type Delegation, delegations } from './delegations';
import { affectedItems, openedFolder, permissionTo } from './exchange-mailbox';
import { bypassedAtFirst } from './mailbox-defaults';
import { defaultMailboxSettings, isActionAudited } from './mailbox-settings';
import { sharedMailboxes } from './mailboxes';

export interface MailboxStage {
  readonly seed: number;
  readonly cast: Cast;
  readonly world: MailboxWorld;
  readonly findKind: FindKind;
  /** Of the whole history. */
  readonly records: number;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** Of all records. */
const folderShare = 0.005;
const grantShare = 0.004;
const folders = ['\\Inbox', '\\Inbox\\Customers', '\\Sent Items', '\\Calendar', '\\Contacts', '\\Deleted Items'];
const datacenterVisitMs = 19 * dayMs;
const weekMs = 7 * dayMs;

export function planMailboxes(stage: MailboxStage): PlannedEvent[] {
  // In a small history only some are seen, so that they do not crowd out everything else.
  const seen = Math.min(0.8, (stage.records * grantShare) / delegations.length);
  const granted = delegations.filter(({ mailbox, user }) => hashText(`grant ${mailbox} ${user}`) < seen * 0x1_0000_0000);
  return [
    ...granted.flatMap((delegation) => grant(stage, delegation)),
    ...granted.filter(({ isFormer }) => isFormer).flatMap((delegation) => formerDelegate(stage, delegation)),
    ...bypassedAtFirst.map((address) =>
      cmdlet(stage, stage.start + 9 * hourMs, 'Set-MailboxAuditBypassAssociation', address, { AuditBypassEnabled: 'True' }),
    ),
    ...folderVisits(stage),
    ...datacenterVisits(stage),
    ...weeklyPurges(stage),
  ].filter(({ time }) => time >= stage.start && time < stage.end);
}

/** Within the first two days; every right in the way it is given. */
function grant(stage: MailboxStage, { mailbox, user, rights }: Delegation): PlannedEvent[] {
  const dice = new Dice(hashText(`grant ${mailbox} ${user}`));
  let time = intoWorkingHours(dice, stage.start + dice.between(0, 2 * 24 * 60) * minuteMs);
  return rights.flatMap((right) => {
    time += dice.between(10, 90) * 1000;
    if (right === 'Calendar') return calendarGrant(stage, time, dice, castPerson(stage.cast, mailbox), user);
    if (right === 'SendAs')
      return [cmdlet(stage, time, 'Add-RecipientPermission', mailbox, { Trustee: user, AccessRights: 'SendAs' })];
    if (right === 'SendOnBehalf') return [cmdlet(stage, time, 'Set-Mailbox', mailbox, { GrantSendOnBehalfTo: `Add=${user}` })];
    const parameters = { User: user, AccessRights: 'FullAccess', InheritanceType: 'All', AutoMapping: 'True' };
    return [cmdlet(stage, time, 'Add-MailboxPermission', mailbox, parameters)];
  });
}

/** By the owner: with the cmdlet, or in Outlook, which writes what it does in the mailbox. */
function calendarGrant({ findKind }: MailboxStage, time: EpochMs, dice: Dice, owner: Actor, user: string): PlannedEvent[] {
  const by = { actor: owner, address: owner.addresses[0] ?? 0 };
  if (dice.chance(0.4)) {
    const parameters = { Identity: `${owner.upn}:\\Calendar`, User: user, AccessRights: 'Editor' };
    const details = { ResultStatus: 'True', Parameters: nameValues(parameters) };
    return [{ ...by, time, kind: findKind(1, 'Add-MailboxFolderPermission'), objectId: parameters.Identity, details }];
  }
  const details = {
    ResultStatus: 'Succeeded',
    Item: permissionTo(dice, '\\Calendar', user, 'ReadAny, Create, EditAny, DeleteAny, Visible, FreeBusyDetailed'),
  };
  const operations = ['AddFolderPermissions', ...(dice.chance(0.5) ? ['UpdateCalendarDelegation'] : [])];
  return operations.map((operation, at) => ({ ...by, time: time + at * 1000, kind: findKind(2, operation), details }));
}

/** Reads a few times, and is shut out in the last weeks. */
function formerDelegate(stage: MailboxStage, { mailbox, user }: Delegation): PlannedEvent[] {
  const { cast, world, findKind, start, end } = stage;
  const dice = new Dice(hashText(`former ${mailbox} ${user}`));
  const actor = castPerson(cast, user);
  const access: MailboxAccess = { mailbox: world.mailbox(mailbox), logonType: 2, isExternal: false };
  const removed = intoWorkingHours(dice, end - dice.between(3 * 24, 28 * 24) * hourMs);
  const reads = Array.from({ length: 6 }, (): PlannedEvent => {
    const time = start + 4 * dayMs + Math.floor((dice.next() / 0x1_0000_0000) * (removed - start - 5 * dayMs));
    return { time, kind: findKind(50, 'MailItemsAccessed'), actor, address: actor.addresses[0] ?? 0, access };
  });
  return [...reads, cmdlet(stage, removed, 'Remove-MailboxPermission', mailbox, { User: user, AccessRights: 'FullAccess' })];
}

/** Who does it is an administrator, the same for one mailbox. */
function cmdlet(
  { cast, findKind }: MailboxStage,
  time: EpochMs,
  name: string,
  mailbox: string,
  parameters: Readonly<Record<string, string>>,
): PlannedEvent {
  const { admins } = cast.pools;
  const by = admins[hashText(mailbox) % admins.length] ?? cast.administrator;
  return {
    time,
    kind: findKind(1, name),
    actor: by,
    address: by.addresses[0] ?? 0,
    objectId: mailbox,
    details: { ResultStatus: 'True', Parameters: nameValues({ Identity: mailbox, ...parameters }) },
  };
}

function folderVisits(stage: MailboxStage): PlannedEvent[] {
  const { cast, world, findKind, records, start, end } = stage;
  const watched = delegations.filter(
    ({ mailbox, rights, isFormer }) =>
      !isFormer && rights.includes('FullAccess') && isActionAudited(defaultMailboxSettings, mailbox, 'Delegate', 'FolderBind'),
  );
  const kind = findKind(2, 'FolderBind');
  const firstDay = Math.floor(start / dayMs);
  const lastDay = Math.floor((end - 1) / dayMs);
  const share = Math.min(0.6, (records * folderShare) / (watched.length * folders.length * (lastDay - firstDay)));
  return watched.flatMap(({ mailbox, user }) => {
    const actor = castPerson(cast, user);
    const access: MailboxAccess = { mailbox: world.mailbox(mailbox), logonType: 2, isExternal: false };
    return folders.flatMap((folder) => {
      const series = mix(stage.seed, hashText(`${mailbox} ${user} ${folder}`));
      const events: PlannedEvent[] = [];
      for (let day = firstDay, before = visitOn(series, day - 1, share); day <= lastDay; day++) {
        const time = visitOn(series, day, share);
        if (time !== undefined && (before === undefined || time - before >= dayMs)) {
          const dice = new Dice(mix(series ^ 0xf01d, day));
          const details = { ResultStatus: 'Succeeded', Item: openedFolder(dice, folder) };
          events.push({ time, kind, actor, address: dice.pick(actor.addresses), access, details });
        }
        before = time;
      }
      return events;
    });
  });
}

/** Days are numbered since 1970, so that a visit stays where it is while the time line moves on. */
function visitOn(series: number, day: number, share: number): EpochMs | undefined {
  const bits = mix(series, day);
  // The first of them was a Thursday.
  const isWeekend = ((day + 4) % 7) % 6 === 0;
  if (bits >= (isWeekend ? share / 6 : share * 1.3) * 0x1_0000_0000) return undefined;
  const dice = new Dice(bits);
  return day * dayMs + dice.between(6 * 60, 18 * 60) * minuteMs + dice.below(60) * 1000;
}

/** One shared mailbox after the other is tidied on Thursdays, by one of its delegates on a computer. */
function weeklyPurges({ seed, cast, world, findKind, start, end }: MailboxStage): PlannedEvent[] {
  const events: PlannedEvent[] = [];
  // 1970 began on a Thursday.
  for (let week = Math.floor(start / weekMs); week * weekMs < end; week++) {
    const mailbox = world.mailbox(addressOf(sharedMailboxes[week % sharedMailboxes.length] ?? ''));
    const delegate = delegations.find((each) => each.mailbox === mailbox.upn && !each.isFormer);
    if (!delegate) continue;
    const actor = castPerson(cast, delegate.user);
    events.push({
      time: week * weekMs + 14 * hourMs + (week % 50) * minuteMs,
      kind: findKind(3, 'HardDelete'),
      actor,
      address: actor.addresses[0] ?? 0,
      access: { mailbox, logonType: 2, isExternal: false },
      details: {
        ClientInfoString: 'Client=MSExchangeRPC',
        ClientProcessName: 'OUTLOOK.EXE',
        ClientVersion: '16.0.19231.20138',
        AffectedItems: affectedItems(new Dice(mix(seed, week)), '\\Junk Email', 3),
      },
    });
  }
  return events;
}

function datacenterVisits({ seed, cast, world, findKind, start, end }: MailboxStage): PlannedEvent[] {
  const operations = ['MailItemsAccessed', 'Update', 'MoveToDeletedItems'];
  const visited = cast.pools.people.filter(({ upn }) => upn !== executiveUpn);
  const events: PlannedEvent[] = [];
  for (let number = Math.floor(start / datacenterVisitMs); number * datacenterVisitMs < end; number++) {
    const dice = new Dice(mix(seed, number + 0xdc));
    const actor = dice.pick(cast.pools.exchange.slice(0, 3));
    const mailbox = world.mailbox(dice.pick(visited).upn);
    const access: MailboxAccess = { mailbox, logonType: number % 2 === 0 ? 1 : 6, isExternal: true };
    const time = number * datacenterVisitMs + dice.below(dayMs - hourMs);
    for (const [at, operation] of operations.slice(0, dice.between(1, 3)).entries()) {
      const kind = findKind(operation === 'MailItemsAccessed' ? 50 : operation === 'Update' ? 2 : 3, operation);
      const details = { ClientInfoString: 'Client=Management;Action=DatacenterSupport' };
      events.push({ time: time + at * 4 * minuteMs, kind, actor, address: 0, access, details });
    }
  }
  return events;
}
