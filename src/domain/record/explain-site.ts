// Sites of SharePoint: who may do what in them, and how they and the tenant are set up. What was changed stands in
// ModifiedProperties, or as XML in EventData.

import { changedProperties, changedValue } from './changed-properties';
import { explainFile } from './explain-file';
import type { Account, RecordReader } from './explanation';
import { filled, type Sentence, say, when } from './sentence';

/** Done to a person or group. */
const groupDeeds = new Map([
  ['addedtogroup', 'added … to the group'],
  ['useraddedtogroup', 'added … to the group'],
  ['removedfromgroup', 'removed … from the group'],
  ['userremovedfromgroup', 'removed … from the group'],
]);
const adminDeeds = new Map([
  ['sitecollectionadminadded', 'made … an administrator of the site'],
  ['sitecollectionadminremoved', 'made … no longer an administrator of the site'],
]);

const deeds = new Map([
  ['sitecollectioncreated', 'created the site'],
  ['sitedeleted', 'deleted the site'],
  ['sitepermanentlydeleted', 'deleted the site … for good'],
  ['siterestored', 'restored the site'],
  ['siterenamed', 'renamed the site'],
  ['sitecollectionquotamodified', 'changed the storage quota of the site'],
  ['sitepermissionsmodified', 'changed the permissions of the site'],
  ['siteadminchangerequest', 'asked to become an administrator of the site'],
  ['permissionleveladded', 'added a permission level to the site'],
  ['permissionlevelmodified', 'changed a permission level of the site'],
  ['permissionlevelremoved', 'removed a permission level from the site'],
  ['permissionlevelsinheritancebroken', 'stopped inheriting permission levels for the site'],
  ['groupadded', 'created a group in the site'],
  ['groupupdated', 'changed a group of the site'],
  ['groupremoved', 'deleted a group of the site'],
  ['webrequestaccessmodified', 'changed who may ask for access to the site'],
  ['webmemberscansharemodified', 'changed whether members can share the site'],
  ['hubsitejoined', 'joined the site … to a hub'],
  ['hubsiteunjoined', 'took the site … from its hub'],
  ['hubsiteregistered', 'made the site … a hub'],
  ['hubsiteunregistered', 'made the site … no longer a hub'],
  ['webthemeapplied', 'changed the theme of the site'],
  ['lookandfeelmodified', 'changed the look of the site'],
  ['featureactivated', 'activated a feature of the site'],
  ['featuredeactivated', 'deactivated a feature of the site'],
]);

/** These are about the whole tenant. */
const tenantDeeds = new Map([
  ['sharingpolicychanged', 'changed a sharing policy'],
  ['deviceaccesspolicychanged', 'changed the policy for access from unmanaged devices'],
  ['networkaccesspolicychanged', 'changed the policy for access by network location'],
  ['managedsyncclientallowed', 'was allowed to synchronise files to a managed computer'],
  ['unmanagedsyncclientblocked', 'was kept from synchronising files to an unmanaged computer'],
  ['searchqueryperformed', 'searched in SharePoint'],
]);

/** Of what SharePoint records, what was done to a site; all else is told as done to a file, folder or page. */
export function explainSharePoint(record: RecordReader): Account {
  const operation = record.operation.toLowerCase();
  const isOfSite = [groupDeeds, adminDeeds, deeds, tenantDeeds].some((each) => each.has(operation));
  const hasChanges = record.list('ModifiedProperties').length > 0 && record.text('SourceFileName') === '';
  return isOfSite || hasChanges ? explainSite(record) : explainFile(record);
}

function explainSite(record: RecordReader): Account {
  const group = groupName(record);
  return {
    deed: deed(record, group),
    facts: [
      ...record.facts([
        ['Site', ['SiteUrl', 'ObjectId']],
        ['Who', ['TargetUserOrGroupName', 'ModifiedProperties[SiteAdmin]']],
        ['Kind of account', 'TargetUserOrGroupType'],
      ]),
      ...(group ? [{ label: 'Group', value: group }] : []),
      ...changedProperties(record),
      ...record.facts([
        ['Custom event', 'CustomEvent'],
        ['Event data', 'EventData'],
        ['Application', ['ApplicationDisplayName', 'ApplicationId']],
        ['Browser or app', 'UserAgent', 'quiet'],
      ]),
    ],
  };
}

function deed(record: RecordReader, group: string): Sentence {
  const operation = record.operation.toLowerCase();
  const site = record.text('SiteUrl', 'ObjectId', 'Site');
  const name = record.text('TargetUserOrGroupName') || changedValue(record, 'SiteAdmin');
  const who = name ? say`${name}` : say`someone`;
  const toGroup = groupDeeds.get(operation);
  if (toGroup) {
    return say`${filled(toGroup, who)}${when(group, (text) => say` ‘${text}’`)}${when(site, (text) => say` of ${text}`)}`;
  }
  const toAdmin = adminDeeds.get(operation);
  if (toAdmin) return say`${filled(toAdmin, who)}${when(site, (text) => say` ${text}`)}`;
  const ofTenant = tenantDeeds.get(operation);
  return ofTenant
    ? [ofTenant]
    : record.did(
        deeds,
        when(site, (text) => say`${text}`),
      );
}

/** `<Group>Site Members</Group>`. */
function groupName(record: RecordReader): string {
  return /<Group>([^<]{1,200})<\/Group>/i.exec(record.text('EventData'))?.[1] ?? '';
}
