// Two things that happened in the last days, each findable by a search; those of encrypted messages are in message-stories.ts.
// mocks/README.md tells how.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import type { FindKind } from './encrypted-messages';
import { accessProperties, openedMessage } from './exchange-mailbox';
import type { PlannedEvent } from './kind';
import { type Cast, castMember } from './people';
import { Dice } from './random';
import { fileUrl, type SiteFile, siteUrl } from './sharepoint';
import { topics } from './texts.data';
import { nameValues } from './words';

export interface Stage {
  readonly cast: Cast;
  readonly findKind: FindKind;
  /** The end of the tenant's time line. */
  readonly end: EpochMs;
}

export const intruderAddress = '198.18.50.77';
export const forwardingAddress = 'priya.raman.contoso@proton.me';
export const leaverSite = siteUrl('ProjectFalcon');

export function tellStories(stage: Stage): PlannedEvent[] {
  return [...mailboxCompromise(stage), ...massDeletion(stage)];
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
  const owner = {
    MailboxOwnerUPN: priya.upn,
    MailboxOwnerSid: priya.sid,
    MailboxGuid: priya.mailboxGuid,
    LogonType: 0,
    ClientInfoString: 'Client=OWA;Action=ViaProxy',
    ResultStatus: 'Succeeded',
  };
  for (let attempt = 0; attempt < 7; attempt++)
    then(47_000, 15, 'UserLoginFailed', {
      ResultStatus: 'Failed',
      ErrorNumber: '50126',
      LogonError: 'InvalidUserNameOrPassword',
    });
  then(2 * minuteMs, 15, 'UserLoggedIn', { ResultStatus: 'Success', ErrorNumber: '0' });
  for (let read = 0; read < 9; read++) {
    const opened = Array.from({ length: 3 }, () => openedMessage(dice));
    then(3 * minuteMs, 50, 'MailItemsAccessed', {
      ...owner,
      OperationProperties: accessProperties('Bind', false),
      Folders: [{ FolderItems: opened, Id: dice.base64(40), Path: read < 6 ? '\\Inbox' : '\\Sent Items' }],
      OperationCount: 3,
    });
  }
  then(minuteMs, 50, 'MailItemsAccessed', {
    ...owner,
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
  then(6 * minuteMs, 1, 'New-InboxRule', { ResultStatus: 'True', Parameters: nameValues(rule) }, `${priya.objectGuid}\\.`);
  then(
    4 * minuteMs,
    1,
    'Set-Mailbox',
    {
      ResultStatus: 'True',
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
  for (let mail = 0; mail < 4; mail++) then(90_000, 2, 'Send', { ...owner, Item: lure });
  then(minuteMs, 3, 'HardDelete', { ...owner, AffectedItems: [lure], Folder: { Id: dice.base64(40), Path: '\\Sent Items' } });
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
