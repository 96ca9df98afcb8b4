// Files, pages, lists and sharing in SharePoint and OneDrive (record types 4, 6, 14, 36, 54, 56).

import type { ActorPool, KindRow, Scene } from '~mocks/tenant/model';
import { addressName } from '~mocks/tenant/people';
import { type Dice, guidOfText } from '~mocks/tenant/random';
import { clientApps, fileEndings, fileTails, folders, oddTexts, siteTitles, topics } from '~mocks/tenant/texts.data';
import { colleague, diceFor, outsideAddress, userAgent } from '~mocks/tenant/words';

const host = 'https://contoso.sharepoint.com';
const personalHost = 'https://contoso-my.sharepoint.com';

export interface SiteFile {
  /** With a slash at the end. */
  readonly siteUrl: string;
  /** Below the site: `Shared Documents/General`. */
  readonly folder: string;
  /** Without the ending. */
  readonly name: string;
  readonly ending: string;
}

export function siteUrl(title: string): string {
  return `${host}/sites/${title.replaceAll(' ', '')}/`;
}

export function fileUrl(file: SiteFile): string {
  return `${file.siteUrl}${file.folder}/${file.name}.${file.ending}`;
}

function fileOf(scene: Scene): SiteFile {
  const dice = diceFor(scene, 4);
  const inOneDrive = scene.kind.service === 'OneDrive';
  return {
    siteUrl: inOneDrive
      ? `${personalHost}/personal/${addressName(scene.actor.name || 'app').replace(/[.-]/g, '_')}_contoso_com/`
      : siteUrl(dice.pick(siteTitles)),
    folder: `${inOneDrive ? 'Documents' : 'Shared Documents'}/${dice.pick(folders)}`,
    // Slashes cannot be part of a file's name.
    name: dice.chance(0.004) ? dice.pick(oddTexts).replaceAll('/', '_') : `${dice.pick(topics)}${dice.pick(fileTails)}`,
    ending: dice.pick(fileEndings),
  };
}

/** What every record about a file has. */
export function fileDetails(scene: Scene, file: SiteFile): Record<string, unknown> {
  const dice = diceFor(scene, 5);
  return {
    ...siteDetails(scene, dice, file.siteUrl),
    ItemType: 'File',
    ListId: guidOfText(`${file.siteUrl} list`),
    ListItemUniqueId: guidOfText(fileUrl(file)),
    SiteUrl: file.siteUrl,
    SourceRelativeUrl: file.folder,
    SourceFileName: `${file.name}.${file.ending}`,
    SourceFileExtension: file.ending,
    FileSizeBytes: dice.between(2_000, 9_000_000),
  };
}

function siteDetails(scene: Scene, dice: Dice, url: string): Record<string, unknown> {
  const [application, applicationId] = dice.pick(clientApps);
  const person = scene.actor.upn.includes('@') && scene.actor.userType !== 5;
  return {
    UserKey: person ? `i:0h.f|membership|${scene.actor.puid.toLowerCase()}@live.com` : scene.actor.upn,
    CorrelationId: dice.guid(),
    EventSource: 'SharePoint',
    Site: guidOfText(url),
    WebId: guidOfText(`${url} web`),
    ItemType: 'Page',
    UserAgent: userAgent(scene, dice),
    ...(dice.chance(0.3) ? { ApplicationId: applicationId, ApplicationDisplayName: application } : {}),
    ...(dice.chance(0.1)
      ? {
          AuthenticationType: 'OAuth',
          BrowserName: 'Edge',
          BrowserVersion: '141.0.0.0',
          DeviceDisplayName: scene.tenant.shownAddress(scene) ?? '',
          IsManagedDevice: dice.chance(0.5),
          Platform: dice.pick(['WinDesktop', 'MacOS', 'iOS']),
        }
      : {}),
    ...(dice.chance(0.06)
      ? { AppAccessContext: { AADSessionId: dice.guid(), CorrelationId: dice.guid(), UniqueTokenId: dice.base64(22) } }
      : {}),
  };
}

const fileOperations: readonly (readonly [operation: string, weight: number, by?: ActorPool])[] = [
  ['FileAccessed', 1150],
  ['FileAccessed', 60, 'sharepoint'],
  ['FileAccessed', 60, 'guests'],
  ['FileModified', 520],
  ['FilePreviewed', 380],
  ['FileDownloaded', 360],
  ['FileDownloaded', 30, 'guests'],
  ['FileUploaded', 300],
  ['FileModifiedExtended', 150],
  ['FileAccessedExtended', 200],
  ['FileSyncDownloadedFull', 170],
  ['FileSyncUploadedFull', 110],
  ['FileDeleted', 45],
  ['FileRecycled', 60],
  ['FileRestored', 6],
  ['FileRenamed', 50],
  ['FileMoved', 35],
  ['FileCopied', 35],
  ['FileCheckedOut', 8],
  ['FileCheckedIn', 8],
  ['FileVersionsAllDeleted', 3],
  ['FileDeletedFirstStageRecycleBin', 6],
  ['FileMalwareDetected', 2, 'sharepoint'],
  ['FolderCreated', 60],
  ['FolderModified', 70],
  ['FolderRenamed', 6],
  ['FolderDeleted', 6],
];

const fileKinds: readonly KindRow[] = fileOperations.flatMap(([operation, weight, by = 'people']) =>
  (['SharePoint', 'OneDrive'] as const).map((service) => ({
    recordType: 6,
    operation,
    service,
    weight: service === 'SharePoint' ? weight * 0.65 : weight * 0.35,
    actors: by,
    address: 'usual',
    objectId: (scene) => (operation.startsWith('Folder') ? folderUrl(fileOf(scene)) : fileUrl(fileOf(scene))),
    details: (scene) => ({
      ...fileDetails(scene, fileOf(scene)),
      ...(operation.startsWith('Folder') ? { ItemType: 'Folder' } : {}),
      ...destination(operation, scene),
    }),
  })),
);

function folderUrl(file: SiteFile): string {
  return `${file.siteUrl}${file.folder}`;
}

function destination(operation: string, scene: Scene): Record<string, unknown> {
  const file = fileOf(scene);
  const dice = diceFor(scene, 6);
  if (operation === 'FileMalwareDetected') return { VirusInfo: 'Trojan:Win32/Contoso.Sample', VirusVendor: 'Default' };
  if (!/Renamed|Moved|Copied/.test(operation)) return {};
  return {
    DestinationRelativeUrl: operation === 'FileRenamed' ? file.folder : `Shared Documents/${dice.pick(folders)}`,
    DestinationFileName: `${operation === 'FileRenamed' ? dice.pick(topics) : file.name}.${file.ending}`,
    DestinationFileExtension: file.ending,
  };
}

const sharing: readonly (readonly [operation: string, weight: number, by: ActorPool, target: 'Guest' | 'Member' | undefined])[] =
  [
    ['SharingSet', 90, 'people', 'Member'],
    ['SharingInheritanceBroken', 50, 'people', undefined],
    ['SharingInvitationCreated', 20, 'people', 'Guest'],
    ['AddedToSecureLink', 70, 'people', 'Guest'],
    ['SecureLinkCreated', 60, 'people', undefined],
    ['SecureLinkUsed', 45, 'guests', undefined],
    ['CompanyLinkCreated', 40, 'people', undefined],
    ['AnonymousLinkCreated', 15, 'people', undefined],
    ['AnonymousLinkUsed', 25, 'anonymous', undefined],
    ['AddedToGroup', 20, 'people', 'Member'],
    ['AccessRequestCreated', 8, 'guests', undefined],
    ['SharingRevoked', 8, 'people', 'Member'],
  ];

const sharingKinds: readonly KindRow[] = sharing.map(([operation, weight, by, target]) => ({
  recordType: 14,
  operation,
  service: weight % 20 === 0 ? 'OneDrive' : 'SharePoint',
  weight,
  actors: by,
  address: 'usual',
  objectId: (scene) => fileUrl(fileOf(scene)),
  details: (scene) => {
    const dice = diceFor(scene, 7);
    const who = target === 'Guest' ? outsideAddress(dice) : colleague(scene, dice).upn;
    return {
      ...fileDetails(scene, fileOf(scene)),
      UniqueSharingId: dice.guid(),
      EventData: `<Permissions granted>${dice.pick(['Contribute', 'Read', 'Edit'])}</Permissions granted>`,
      ...(target ? { TargetUserOrGroupName: who, TargetUserOrGroupType: target } : {}),
    };
  },
}));

const pages: readonly (readonly [recordType: number, operation: string, weight: number])[] = [
  [4, 'PageViewed', 420],
  [4, 'PageViewedExtended', 80],
  [4, 'ClientViewSignaled', 120],
  [4, 'SearchQueryPerformed', 60],
  [4, 'SiteCollectionCreated', 2],
  [4, 'SharingPolicyChanged', 1],
  [4, 'ManagedSyncClientAllowed', 20],
  [36, 'ListViewed', 160],
  [36, 'ListUpdated', 25],
  [36, 'ListCreated', 6],
  [54, 'ListItemCreated', 60],
  [54, 'ListItemUpdated', 80],
  [56, 'ListColumnCreated', 6],
];

const pageKinds: readonly KindRow[] = pages.map(([recordType, operation, weight]) => ({
  recordType,
  operation,
  service: 'SharePoint',
  weight,
  actors: 'people',
  address: 'usual',
  objectId: (scene) =>
    `${fileOf(scene).siteUrl}${recordType === 4 ? `SitePages/${fileOf(scene).name}.aspx` : `Lists/${fileOf(scene).name}`}`,
  details: (scene) => {
    const file = fileOf(scene);
    const dice = diceFor(scene, 8);
    const list = {
      ItemType: 'List',
      ListId: guidOfText(`${file.siteUrl} list`),
      ListTitle: file.name,
      ListBaseType: 'GenericList',
      ListBaseTemplateType: '100',
      ItemCount: dice.between(0, 900),
      IsDocLib: false,
      FromApp: false,
    };
    return { ...siteDetails(scene, dice, file.siteUrl), CustomUniqueId: true, ...(recordType === 4 ? {} : list) };
  },
}));

export const sharePointKinds: readonly KindRow[] = [...fileKinds, ...sharingKinds, ...pageKinds];
