// Three things that happened in the last days, each findable by a search; those of encrypted messages are in message-stories.ts.
// mocks/README.md tells how.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { accessProperties, openedFolder, openedMessage } from './exchange/exchange-mailbox';
import type { MailboxAccess, PlannedEvent, Stage } from './model';
import { castMember } from './people';
import { Dice } from './random';
import { fileUrl, type SiteFile, siteUrl } from './services/sharepoint';
import { topics } from './texts.data';
import { nameValues } from './words';

export const intruderAddress = '198.18.50.77';
export const forwardingAddress = 'priya.raman.contoso@proton.me';
export const leaverSite = siteUrl('ProjectFalcon');

export function tellStories(stage: Stage): PlannedEvent[] {
  return [...mailboxCompromise(stage), ...massDeletion(stage), ...curiousAdministrator(stage)];
}

/** Priya Raman's password is guessed from abroad, her mail read, a rule hides the answers and new mail is forwarded. */
function mailboxCompromise({ cast, findKind, end }: Stage): PlannedEvent[] {
  const priya = castMember(cast, 'Priya Raman');
  const address = cast.addressCode(intruderAddress);
  const dice = new Dice(0x51077);
  const events: PlannedEvent[] = [];
  let time = end - 2 * dayMs - 22 * hourMs;
  const then = (
    waitMs: number,
    recordType: number,
    operation: string,
    details: Record<string, unknown> = {},
    objectId?: string | null,
  ) => {
    time += waitMs;
    events.push({
      time,
      kind: findKind(recordType, operation),
      actor: priya,
      address,
      details,
      ...(objectId === undefined ? {} : { objectId }),
    });
  };
  // One sign-in, whose session the mailbox and its cmdlets go on with.
  const SessionId = new Dice(0x5e55).guid();
  const inOutlook = { ClientInfoString: 'Client=OWA;Action=ViaProxy', ResultStatus: 'Succeeded', SessionId };
  for (let attempt = 0; attempt < 7; attempt++)
    then(47_000, 15, 'UserLoginFailed', {
      ResultStatus: 'Failed',
      ErrorNumber: '50126',
      LogonError: 'InvalidUserNameOrPassword',
    });
  then(2 * minuteMs, 15, 'UserLoggedIn', {
    ResultStatus: 'Success',
    ErrorNumber: '0',
    DeviceProperties: nameValues({ OS: 'Windows10', BrowserType: 'Other', IsCompliantAndManaged: 'False', SessionId }),
  });
  for (let read = 0; read < 9; read++) {
    const opened = Array.from({ length: 3 }, () => openedMessage(dice));
    then(3 * minuteMs, 50, 'MailItemsAccessed', {
      ...inOutlook,
      OperationProperties: accessProperties('Bind', false),
      Folders: [{ FolderItems: opened, Id: dice.base64(40), Path: read < 6 ? '\\Inbox' : '\\Sent Items' }],
      OperationCount: 3,
    });
  }
  then(minuteMs, 50, 'MailItemsAccessed', {
    ...inOutlook,
    OperationProperties: accessProperties('Sync', false),
    Folders: [{ Id: dice.base64(40), Path: '\\Inbox' }],
    OperationCount: 1,
  });
  const rule = {
    AlwaysDeleteOutlookRulesBlob: 'False',
    Force: 'False',
    Name: '.',
    SubjectOrBodyContainsWords: 'invoice;payment;bank;phish',
    MoveToFolder: 'RSS Feeds',
    MarkAsRead: 'True',
    StopProcessingRules: 'True',
  };
  then(
    6 * minuteMs,
    1,
    'New-InboxRule',
    { ResultStatus: 'True', SessionId, Parameters: nameValues(rule) },
    `${priya.objectGuid}\\.`,
  );
  then(
    4 * minuteMs,
    1,
    'Set-Mailbox',
    {
      ResultStatus: 'True',
      SessionId,
      Parameters: nameValues({
        Identity: priya.upn,
        ForwardingSmtpAddress: `smtp:${forwardingAddress}`,
        DeliverToMailboxAndForward: 'True',
      }),
    },
    priya.upn,
  );
  const lure = {
    Id: dice.base64(80),
    Subject: 'Invoice 20817: new bank details',
    ParentFolder: { Id: dice.base64(40), Path: '\\Drafts' },
    SizeInBytes: 48_220,
  };
  for (let mail = 0; mail < 4; mail++) then(90_000, 2, 'Send', { ...inOutlook, Item: lure });
  then(minuteMs, 3, 'HardDelete', { ...inOutlook, AffectedItems: [lure], Folder: { Id: dice.base64(40), Path: '\\Sent Items' } });
  const admin = castMember(cast, 'Adele Vance');
  events.push({
    time: time + 9 * hourMs,
    kind: findKind(8, 'Reset user password.'),
    actor: admin,
    address: admin.addresses[0] ?? 0,
    objectId: priya.upn,
    details: { ResultStatus: 'Success' },
  });
  return events;
}

/** Tomasz Wrona copies a project's files on his last evening and then deletes them. */
function massDeletion({ cast, findKind, end }: Stage): PlannedEvent[] {
  const tomasz = castMember(cast, 'Tomasz Wrona');
  const dice = new Dice(0x7035);
  const from = end - 2 * dayMs + 30 * minuteMs;
  const files: SiteFile[] = Array.from({ length: 160 }, (_, at) => ({
    siteUrl: leaverSite,
    folder: `Shared Documents/${at < 90 ? 'Design' : 'Contracts'}`,
    name: `${topics[at % 40]} ${1 + Math.floor(at / 40)}`,
    ending: dice.pick(['docx', 'xlsx', 'pptx', 'pdf']),
  }));
  const act = (operation: string, file: SiteFile, time: EpochMs): PlannedEvent => ({
    time,
    kind: findKind(6, operation),
    actor: tomasz,
    address: tomasz.addresses[4] ?? 0,
    objectId: fileUrl(file),
    details: {
      SiteUrl: file.siteUrl,
      SourceRelativeUrl: file.folder,
      SourceFileName: `${file.name}.${file.ending}`,
      SourceFileExtension: file.ending,
    },
  });
  return [
    ...files.slice(0, 40).map((file, at) => act('FileDownloaded', file, from + at * 9_000)),
    ...files.map((file, at) => act('FileDeleted', file, from + 12 * minuteMs + at * 5_000)),
    ...files.slice(0, 25).map((file, at) => act('FileDeletedFirstStageRecycleBin', file, from + 31 * minuteMs + at * 2_000)),
  ];
}

/** Late in the evening Alejandro Bianchi lets himself into Vivian Castell's mailbox, reads, purges one message and leaves again. */
function curiousAdministrator({ cast, world, findKind, end }: Stage): PlannedEvent[] {
  const alejandro = castMember(cast, 'Alejandro Bianchi');
  const mailbox = world.mailbox(castMember(cast, 'Vivian Castell').upn);
  const access: MailboxAccess = { mailbox, logonType: 2, isExternal: false };
  const dice = new Dice(0xb1a2);
  const from = end - dayMs - 107 * minuteMs;
  const by = { actor: alejandro, address: alejandro.addresses[4] ?? 0 };
  const place = (path: string) => ({ Id: dice.base64(40), Path: path });
  const inOutlook = { ClientInfoString: 'Client=OWA;Action=ViaProxy', ResultStatus: 'Succeeded' };
  const permission = (minute: number, operation: string): PlannedEvent => ({
    ...by,
    time: from + minute * minuteMs,
    kind: findKind(1, operation),
    objectId: mailbox.upn,
    details: {
      ResultStatus: 'True',
      Parameters: nameValues({ Identity: mailbox.upn, User: alejandro.upn, AccessRights: 'FullAccess', InheritanceType: 'All' }),
    },
  });
  const act = (minute: number, recordType: number, operation: string, details: Record<string, unknown>): PlannedEvent => ({
    ...by,
    time: from + minute * minuteMs,
    kind: findKind(recordType, operation),
    access,
    details: { ...inOutlook, ...details },
  });
  const open = (minute: number, path: string) => act(minute, 2, 'FolderBind', { Item: openedFolder(dice, path) });
  const read = (minute: number, path: string, count: number) => {
    const opened = Array.from({ length: count }, () => openedMessage(dice));
    return act(minute, 50, 'MailItemsAccessed', {
      OperationProperties: accessProperties('Bind', false),
      Folders: [{ ...place(path), FolderItems: opened }],
      OperationCount: count,
    });
  };
  const purged = {
    Id: dice.base64(80),
    Subject: 'Confidential: reorganisation of IT',
    ParentFolder: place('\\Inbox\\Board'),
    SizeInBytes: 61_902,
  };
  return [
    permission(0, 'Add-MailboxPermission'),
    open(4, '\\Inbox'),
    read(6, '\\Inbox', 3),
    open(11, '\\Inbox\\Board'),
    read(13, '\\Inbox\\Board', 2),
    read(19, '\\Inbox\\Board', 4),
    open(24, '\\Sent Items'),
    read(26, '\\Sent Items', 2),
    act(31, 3, 'HardDelete', { AffectedItems: [purged], Folder: place('\\Inbox\\Board') }),
    open(34, '\\Drafts'),
    permission(40, 'Remove-MailboxPermission'),
  ];
}
