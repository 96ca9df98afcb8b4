// Files, folders, pages and sharing in SharePoint and OneDrive. Verbs are words for `filled`.

import type { Account, RecordReader } from './explanation';
import { filled, nothing, type Sentence, say, when } from './sentence';

const verbs = new Map([
  ['fileaccessed', 'opened'],
  ['fileaccessedextended', 'kept … open'],
  ['filepreviewed', 'previewed'],
  ['filedownloaded', 'downloaded'],
  ['fileuploaded', 'uploaded'],
  ['filemodified', 'changed'],
  ['filemodifiedextended', 'went on changing'],
  ['filedeleted', 'deleted'],
  ['filerecycled', 'moved … to the recycle bin'],
  ['filerestored', 'restored'],
  ['filerenamed', 'renamed'],
  ['filemoved', 'moved'],
  ['filecopied', 'copied'],
  ['filecheckedin', 'checked … in'],
  ['filecheckedout', 'checked … out'],
  ['filesyncdownloadedfull', 'synchronised … to a computer'],
  ['filesyncuploadedfull', 'synchronised … from a computer'],
  ['filedeletedfirststagerecyclebin', 'deleted … from the recycle bin'],
  ['fileversionsalldeleted', 'deleted all versions of'],
  ['fileversionsallrecycled', 'moved all versions of … to the recycle bin'],
  ['fileversionsallminorsrecycled', 'moved all minor versions of … to the recycle bin'],
  ['fileversionrecycled', 'moved a version of … to the recycle bin'],
  ['filedeletedsecondstagerecyclebin', 'deleted … from the second-stage recycle bin'],
  ['filecheckoutdiscarded', 'gave up checking … out'],
  ['filefetched', 'fetched'],
  ['fileviewed', 'viewed'],
  ['filesyncdownloadedpartial', 'synchronised parts of … to a computer'],
  ['filesyncuploadedpartial', 'synchronised parts of … from a computer'],
  ['compliancesettingchanged', 'changed the retention label of'],
  ['documentsensitivitymismatchdetected', 'put … where its sensitivity label does not fit'],
  ['lockrecord', 'locked the record'],
  ['unlockrecord', 'unlocked the record'],
  ['recorddelete', 'deleted the record'],
  ['wactokenshared', 'gave Office on the web a token for'],
  ['foldercreated', 'created'],
  ['foldermodified', 'changed'],
  ['folderrenamed', 'renamed'],
  ['foldermoved', 'moved'],
  ['folderdeleted', 'deleted'],
  ['folderrecycled', 'moved … to the recycle bin'],
  ['foldercopied', 'copied'],
  ['folderrestored', 'restored'],
  ['folderdeletedfirststagerecyclebin', 'deleted … from the recycle bin'],
  ['folderdeletedsecondstagerecyclebin', 'deleted … from the second-stage recycle bin'],
  ['pageviewed', 'viewed'],
  ['pageviewedextended', 'kept … in view'],
  ['pageprefetched', 'got … before viewing it'],
  ['clientviewsignaled', 'viewed'],
  ['anonymouslinkupdated', 'changed the link for anyone to'],
  ['companylinkremoved', 'removed the link for the whole organisation to'],
  ['securelinkdeleted', 'removed the link for certain people to'],
  ['removedfromsecurelink', 'took away a link to'],
  ['sharedlinkcreated', 'created a link to'],
  ['sharedlinkdisabled', 'disabled the link to'],
  ['sharinginvitationaccepted', 'accepted an invitation to'],
  ['sharinginvitationblocked', 'was kept from inviting someone to'],
  ['sharinginvitationrevoked', 'withdrew an invitation to'],
  ['sharinginvitationupdated', 'changed an invitation to'],
  ['sharinginheritancereset', 'went back to inheriting permissions for'],
  ['accessrequestaccepted', 'granted a request for access to'],
  ['accessrequestapproved', 'granted a request for access to'],
  ['accessrequestdenied', 'refused a request for access to'],
  ['accessrequestrejected', 'refused a request for access to'],
  ['accessrequestupdated', 'changed a request for access to'],
  ['anonymouslinkcreated', 'created a link for anyone to'],
  ['anonymouslinkused', 'opened … by a link for anyone'],
  ['anonymouslinkremoved', 'removed the link for anyone to'],
  ['companylinkcreated', 'created a link for the whole organisation to'],
  ['companylinkused', 'opened … by a link for the whole organisation'],
  ['securelinkcreated', 'created a link for certain people to'],
  ['securelinkused', 'opened … by a link for certain people'],
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
      ? say`${filled(verb, item)}${destination(record)}`
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

/** Between the item and whom it is shared with. */
const joints = new Map([
  ['addedtosecurelink', ' for '],
  ['removedfromsecurelink', ' from '],
  ['sharinginvitationcreated', ', namely '],
]);

function sharedWith(record: RecordReader): Sentence {
  const who = record.text('TargetUserOrGroupName', 'UserSharedWith');
  const type = record.text('TargetUserOrGroupType').toLowerCase();
  const note = ['guest', 'partner'].includes(type) ? [' (outside the organisation)'] : nothing;
  const joint = joints.get(record.operation.toLowerCase()) ?? ' with ';
  return who ? say`${[joint]}${who}${note}` : nothing;
}

function lastStep(url: string): string {
  return (
    url
      .split('/')
      .filter((step) => step !== '')
      .at(-1) ?? ''
  );
}
