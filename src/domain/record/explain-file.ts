// Files, folders, pages and sharing in SharePoint and OneDrive.

import type { Account, RecordReader } from './explanation';
import { nothing, type Sentence, say, when } from './sentence';

const verbs = new Map([
  ['fileaccessed', 'opened'],
  ['fileaccessedextended', 'kept open'],
  ['filepreviewed', 'previewed'],
  ['filedownloaded', 'downloaded'],
  ['fileuploaded', 'uploaded'],
  ['filemodified', 'changed'],
  ['filemodifiedextended', 'went on changing'],
  ['filedeleted', 'deleted'],
  ['filerecycled', 'moved to the recycle bin'],
  ['filerestored', 'restored'],
  ['filerenamed', 'renamed'],
  ['filemoved', 'moved'],
  ['filecopied', 'copied'],
  ['filecheckedin', 'checked in'],
  ['filecheckedout', 'checked out'],
  ['filesyncdownloadedfull', 'synchronised to a computer'],
  ['filesyncuploadedfull', 'synchronised from a computer'],
  ['filedeletedfirststagerecyclebin', 'deleted from the recycle bin'],
  ['fileversionsalldeleted', 'deleted all versions of'],
  ['foldercreated', 'created'],
  ['foldermodified', 'changed'],
  ['folderrenamed', 'renamed'],
  ['foldermoved', 'moved'],
  ['folderdeleted', 'deleted'],
  ['folderrecycled', 'moved to the recycle bin'],
  ['pageviewed', 'viewed'],
  ['anonymouslinkcreated', 'created a link for anyone to'],
  ['anonymouslinkused', 'used a link for anyone to open'],
  ['anonymouslinkremoved', 'removed the link for anyone to'],
  ['companylinkcreated', 'created a link for the whole organisation to'],
  ['companylinkused', 'used a link for the whole organisation to open'],
  ['securelinkcreated', 'created a link for certain people to'],
  ['securelinkused', 'used a link for certain people to open'],
  ['addedtosecurelink', 'gave a link to'],
  ['sharingset', 'shared'],
  ['sharinginvitationcreated', 'invited someone to'],
  ['sharingrevoked', 'stopped sharing'],
  ['sharinginheritancebroken', 'stopped inheriting permissions for'],
  ['accessrequestcreated', 'asked for access to'],
]);

export function explainFile(record: RecordReader): Account {
  const name = record.text('SourceFileName') || lastStep(record.text('ObjectId'));
  const verb = verbs.get(record.operation.toLowerCase());
  const kind = thing(record);
  const place = when(record.text('SiteUrl'), (site) => say` in ${site}${record.text('SourceRelativeUrl')}`);
  const item = name ? say`${[kind]} ‘${name}’` : say`${[kind]}`;
  const malware = record.operation.toLowerCase() === 'filemalwaredetected';
  const deed = malware
    ? say`had malware found in ${item}`
    : verb
      ? say`${[verb]} ${item}${destination(record)}`
      : say`did ‘${record.activity}’ to ${item}${destination(record)}`;
  return {
    deed: say`${deed}${sharedWith(record)}${place}`,
    facts: [
      ...record.fact('Item', 'ObjectId'),
      ...record.fact('Kind of item', 'ItemType'),
      ...record.fact('Site', 'SiteUrl'),
      ...record.fact('New name', 'DestinationFileName'),
      ...record.fact('New folder', 'DestinationRelativeUrl'),
      ...record.fact('Shared with', ['TargetUserOrGroupName', 'UserSharedWith']),
      ...record.fact('Kind of account', 'TargetUserOrGroupType'),
      ...record.fact('Permission', ['SharingType', 'EventData']),
      ...record.fact('Malware', 'VirusInfo', undefined, 'failure'),
      ...record.fact('Application', ['ApplicationDisplayName', 'ApplicationId']),
      ...record.fact('Browser or app', 'UserAgent', undefined, 'quiet'),
    ],
  };
}

function thing(record: RecordReader): string {
  if (record.operation.startsWith('Folder')) return 'the folder';
  if (record.operation.startsWith('Page')) return 'the page';
  const type = record.text('ItemType').toLowerCase();
  if (['folder', '5'].includes(type)) return 'the folder';
  if (['page', '11'].includes(type)) return 'the page';
  if (['site', 'web', '6', '7'].includes(type)) return 'the site';
  if (['list', 'documentlibrary', '9'].includes(type)) return 'the list';
  return ['file', '1'].includes(type) || record.operation.startsWith('File') ? 'the file' : 'the item';
}

function destination(record: RecordReader): Sentence {
  const name = record.text('DestinationFileName');
  const folder = record.text('DestinationRelativeUrl');
  if (/renamed/i.test(record.operation)) return when(name, (text) => say` to ‘${text}’`);
  return name !== '' || folder !== '' ? say` to ‘${[folder, name].filter((each) => each !== '').join('/')}’` : nothing;
}

function sharedWith(record: RecordReader): Sentence {
  const who = record.text('TargetUserOrGroupName', 'UserSharedWith');
  const type = record.text('TargetUserOrGroupType').toLowerCase();
  const note = ['guest', 'partner'].includes(type) ? [' (outside the organisation)'] : nothing;
  return who ? say` with ${who}${note}` : nothing;
}

function lastStep(url: string): string {
  return (
    url
      .split('/')
      .filter((step) => step !== '')
      .at(-1) ?? ''
  );
}
