// What owners, delegates and administrators do inside mailboxes: one item (record type 2), several (3), and mail read or
// synchronised (50). Logon types: 0 owner, 1 administrator, 2 delegate.

import type { KindRow, Mailbox, MailboxAccess, MailboxAction, Scene } from '~mocks/tenant/model';
import { organizationName } from '~mocks/tenant/people';
import type { Dice } from '~mocks/tenant/random';
import { clientApps, mailFolders } from '~mocks/tenant/texts.data';
import { colleague, diceFor, messageId, nameValues, outsideAddress, serverName, subject } from '~mocks/tenant/words';
import { mailboxAccessOf } from './mailbox-access';

type Rest = (scene: Scene, dice: Dice, mailbox: Mailbox) => Record<string, unknown>;

const clients: readonly (readonly [info: string, process?: string, version?: string])[] = [
  ['Client=OWA;Action=ViaProxy'],
  ['Client=MSExchangeRPC', 'OUTLOOK.EXE', '16.0.19231.20138'],
  ['Client=Microsoft.Exchange.Mapi; Microsoft Outlook 16.0.19231.20138;', 'OUTLOOK.EXE', '16.0.19231.20138'],
  ['Client=REST;Client=RESTSystem;;'],
  ['Client=Outlook-iOS-Android/1.0;'],
  ['Client=POP3/IMAP4;Protocol=IMAP4'],
];

const actions: readonly (readonly [
  recordType: number,
  operation: string,
  weight: number,
  by: MailboxAction['by'],
  rest: Rest,
])[] = [
  [
    2,
    'Send',
    330,
    'owner',
    (scene, dice) => ({
      Item: item(dice, '\\Drafts', true),
      recipientCount: 1,
      recipientList: [{ Address: outsideAddress(dice), Name: colleague(scene, dice).name }],
    }),
  ],
  [
    2,
    'SendAs',
    45,
    'delegate',
    (_, dice, mailbox) => ({
      Item: item(dice, '\\Drafts', true),
      SendAsUserMailboxGuid: mailbox.guid,
      SendAsUserSmtp: mailbox.upn,
    }),
  ],
  [
    2,
    'SendOnBehalf',
    30,
    'delegate',
    (_, dice, mailbox) => ({
      Item: item(dice, '\\Drafts', true),
      SendOnBehalfOfUserMailboxGuid: mailbox.guid,
      SendOnBehalfOfUserSmtp: mailbox.upn,
    }),
  ],
  [2, 'Create', 60, 'anyone', (_, dice) => ({ Item: item(dice, '\\Calendar', false) })],
  [
    2,
    'Update',
    160,
    'anyone',
    (_, dice) => ({
      Item: item(dice, dice.pick(mailFolders), false),
      ModifiedProperties: dice.pick([['IsRead'], ['AllAttachmentsHidden', 'RecipientCollection'], ['Subject']]),
    }),
  ],
  // By delegates it is planned, so that none opens a folder twice a day.
  [2, 'FolderBind', 16, 'admin', (_, dice) => ({ Item: openedFolder(dice, dice.pick(mailFolders)) })],
  [2, 'MessageBind', 16, 'admin', (_, dice) => ({ Item: item(dice, dice.pick(mailFolders), true) })],
  [2, 'MailboxLogin', 40, 'owner', () => ({})],
  [
    2,
    'UpdateInboxRules',
    12,
    'anyone',
    (_, dice) => ({
      OperationProperties: nameValues({
        RuleOperation: dice.pick(['AddMailboxRule', 'ModifyMailboxRule', 'RemoveMailboxRule']),
        RuleState: 'Enabled',
        RuleName: subject(dice),
        RuleProvider: 'ExchangeMailboxRules14',
        RuleActions: '[{"ActionType":"MoveToFolder"}]',
      }),
    }),
  ],
  [2, 'AddFolderPermissions', 6, 'anyone', calendarPermission],
  [2, 'ModifyFolderPermissions', 9, 'anyone', calendarPermission],
  [2, 'RemoveFolderPermissions', 3, 'anyone', calendarPermission],
  [2, 'UpdateFolderPermissions', 1, 'anyone', calendarPermission],
  [2, 'UpdateCalendarDelegation', 8, 'owner', (_, dice) => ({ Item: openedFolder(dice, '\\Calendar') })],
  [2, 'ApplyRecord', 4, 'anyone', (_, dice) => ({ Item: item(dice, '\\Archive', true) })],
  [2, 'RecordDelete', 3, 'anyone', (_, dice) => ({ Item: item(dice, '\\Inbox', true) })],
  [3, 'MoveToDeletedItems', 190, 'anyone', (_, dice) => group(dice, '\\Deleted Items')],
  [3, 'SoftDelete', 140, 'anyone', (_, dice) => group(dice, '\\Recoverable Items\\Deletions')],
  [3, 'HardDelete', 90, 'anyone', (_, dice) => group(dice, undefined)],
  [3, 'Move', 60, 'anyone', (_, dice) => group(dice, '\\Archive')],
  [3, 'Copy', 8, 'admin', (_, dice) => group(dice, '\\Archive')],
  [50, 'MailItemsAccessed', 1250, 'anyone', accessed],
];

export const exchangeMailboxKinds: readonly KindRow[] = actions.map(([recordType, operation, weight, by, rest]) => ({
  recordType,
  operation,
  service: 'Exchange',
  weight,
  actors: 'people',
  address: 'usual',
  ownAddressKey: recordType === 50,
  inMailbox: { action: operation.endsWith('FolderPermissions') ? 'UpdateFolderPermissions' : operation, by },
  objectId: () => undefined,
  details: (scene) => {
    const dice = diceFor(scene, 3);
    const access = mailboxAccessOf(scene);
    if (!access) throw new Error(`${scene.actor.upn} has no mailbox for ${operation}.`);
    return { ...everyRecord(scene, dice, access, recordType === 50), ...rest(scene, dice, access.mailbox) };
  },
}));

/** What every record about a mailbox has. */
function everyRecord(scene: Scene, dice: Dice, access: MailboxAccess, accessing: boolean): Record<string, unknown> {
  const [info, process, version] = dice.pick(clients);
  const address = scene.tenant.shownAddress(scene);
  const { mailbox, logonType, isExternal } = access;
  return {
    ResultStatus: dice.chance(0.97) ? 'Succeeded' : 'PartiallySucceeded',
    UserKey: scene.actor.puid,
    ExternalAccess: isExternal,
    ...(accessing ? { AppId: dice.pick(clientApps)[1] } : {}),
    ...(address === undefined ? {} : { ClientIPAddress: address }),
    ClientInfoString: info,
    ...(process && !accessing ? { ClientProcessName: process, ClientVersion: version } : {}),
    InternalLogonType: isExternal ? logonType : 0,
    LogonType: logonType,
    LogonUserSid: scene.actor.sid,
    ...(logonType === 0 ? {} : { LogonUserDisplayName: scene.actor.name }),
    MailboxGuid: mailbox.guid,
    MailboxOwnerSid: mailbox.sid,
    MailboxOwnerUPN: mailbox.upn,
    OrganizationName: organizationName,
    OriginatingServer: `${serverName(dice)}\r\n`,
    SessionId: dice.guid(),
  };
}

/** The item of a mail that is known by more than the record of its sending. */
export function sentItem(
  dice: Dice,
  mail: { readonly messageId: string; readonly subject: string },
  attachments: readonly string[],
) {
  return {
    Id: `RgAAAA${dice.base64(48)}AAA`,
    InternetMessageId: mail.messageId,
    ...(attachments.length === 0
      ? {}
      : { Attachments: attachments.map((name) => `${name} (${dice.between(10_000, 4_000_000)}b)`).join('; ') }),
    ParentFolder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: '\\Drafts' },
    SizeInBytes: dice.between(8_000, 6_000_000),
    Subject: mail.subject,
  };
}

function item(dice: Dice, path: string, mail: boolean) {
  return {
    Id: `RgAAAA${dice.base64(48)}AAA`,
    ...(mail ? { InternetMessageId: messageId(dice) } : {}),
    ...(dice.chance(0.2) ? { Attachments: `${subject(dice)}.pdf (${dice.between(10_000, 4_000_000)}b)` } : {}),
    ParentFolder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: path },
    SizeInBytes: dice.between(4_000, 900_000),
    Subject: subject(dice),
  };
}

export function openedFolder(dice: Dice, path: string) {
  return { Id: `LgAAAA${dice.base64(40)}AAB`, ParentFolder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: path }, Subject: '' };
}

/** What someone may do in the calendar from now on. */
export function permissionTo(dice: Dice, path: string, user: string, rights: string) {
  const Name = path.slice(path.lastIndexOf('\\') + 1);
  const place = { Id: dice.base64(40), Path: path, Name, MemberUpn: user, MemberRights: rights };
  return { Id: `LgAAAA${dice.base64(40)}AAB`, ParentFolder: place, Subject: '' };
}

function calendarPermission(scene: Scene, dice: Dice) {
  return { Item: permissionTo(dice, '\\Calendar', colleague(scene, dice).upn, 'ReadAny, Visible, FreeBusySimple') };
}

function group(dice: Dice, destination: string | undefined) {
  const path = dice.pick(mailFolders);
  return {
    AffectedItems: affectedItems(dice, path, dice.chance(0.9) ? dice.between(1, 2) : dice.between(3, 10)),
    CrossMailboxOperation: false,
    Folder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: path },
    ...(destination ? { DestFolder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: destination } } : {}),
  };
}

export function affectedItems(dice: Dice, path: string, count: number) {
  return Array.from({ length: count }, () => ({
    Id: `RgAAAA${dice.base64(40)}AAA`,
    InternetMessageId: messageId(dice),
    ParentFolder: { Id: `LgAAAA${dice.base64(40)}AAB`, Path: path },
    Subject: subject(dice),
  }));
}

/** Bind lists the messages that were opened; Sync names folders only, and what they held has to be assumed read. */
function accessed(_: Scene, dice: Dice): Record<string, unknown> {
  const throttled = dice.chance(0.01);
  if (dice.chance(0.25)) {
    const folders = Array.from({ length: dice.between(1, 3) }, () => ({
      Id: `LgAAAA${dice.base64(40)}AAB`,
      Path: dice.pick(mailFolders),
    }));
    return { OperationProperties: accessProperties('Sync', throttled), Folders: folders, OperationCount: folders.length };
  }
  const opened = Array.from({ length: dice.chance(0.9) ? 1 : dice.between(2, 15) }, () => openedMessage(dice));
  return {
    OperationProperties: accessProperties('Bind', throttled),
    Folders: [{ FolderItems: opened, Id: `LgAAAA${dice.base64(40)}AAB`, Path: dice.pick(mailFolders) }],
    OperationCount: opened.length,
  };
}

export function openedMessage(dice: Dice) {
  return {
    ClientRequestId: dice.guid(),
    Id: `RgAAAA${dice.base64(40)}AAA`,
    InternetMessageId: messageId(dice),
    SizeInBytes: dice.between(4_000, 400_000),
  };
}

export function accessProperties(access: 'Bind' | 'Sync', throttled: boolean) {
  return nameValues({ MailAccessType: access, IsThrottled: throttled ? 'True' : 'False' });
}
