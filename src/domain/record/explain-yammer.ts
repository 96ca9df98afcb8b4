// Viva Engage, which was called Yammer.

import { changedProperties } from './changed-properties';
import type { Account, RecordReader } from './explanation';
import { type Sentence, say, when } from './sentence';

type Kind = 'file' | 'group' | 'message' | 'user' | 'network';

const deeds = new Map<string, readonly [kind: Kind, words: string]>([
  ['filecreated', ['file', 'uploaded']],
  ['filedownloaded', ['file', 'downloaded']],
  ['filevisited', ['file', 'viewed']],
  ['fileshared', ['file', 'shared']],
  ['fileupdatedescription', ['file', 'changed the description of']],
  ['fileupdatename', ['file', 'renamed']],
  ['fileaccessfailure', ['file', 'could not open']],
  ['groupcreation', ['group', 'created']],
  ['groupdeletion', ['group', 'deleted']],
  ['communityaccessfailure', ['group', 'could not open']],
  ['messagecreated', ['message', 'posted']],
  ['messageupdated', ['message', 'changed']],
  ['messagedeleted', ['message', 'deleted']],
  ['messageviewed', ['message', 'read']],
  ['messageaccessfailure', ['message', 'could not open']],
  ['markedmessagechanged', ['message', 'reacted to']],
  ['usersuspension', ['user', 'suspended']],
  ['networkusersuspended', ['user', 'suspended']],
  ['dataexport', ['network', 'exported data of']],
  ['softdeletesettingsupdated', ['network', 'changed how long data is kept in']],
  ['networkconfigurationupdated', ['network', 'changed the configuration of']],
  ['networksecurityconfigurationupdated', ['network', 'changed the security configuration of']],
  ['processprofilefields', ['network', 'changed the profile settings of']],
  ['supervisoradmintoggled', ['network', 'changed the private content mode of']],
]);

const verbs = new Map(Array.from(deeds, ([operation, [, words]]) => [operation, words]));

export function explainYammer(record: RecordReader): Account {
  const operation = record.operation.toLowerCase();
  const [kind] = deeds.get(operation) ?? [];
  const group = record.text('GroupName');
  const isElsewhere = group !== '' && kind !== 'group' && kind !== 'network';
  return {
    ...(operation.endsWith('accessfailure') ? { failed: true } : {}),
    deed: say`${record.did(verbs, thing(record, kind))}${isElsewhere ? say` in the community ‘${group}’` : []}`,
    facts: [
      ...record.facts([
        ['File', 'FileName'],
        ['Community', 'GroupName'],
        ['User it was done to', ['TargetUserId', 'TargetYammerUserId']],
        ['What was exported', 'DataExportType'],
        ['Deleted data is kept', 'IsSoftDelete'],
        ['Event or meeting', 'MeetingId'],
      ]),
      ...changedProperties(record),
      ...record.facts([
        ['File version', 'VersionId', 'quiet'],
        ['Message ID', 'MessageId', 'quiet'],
        ['Thread', 'ThreadId', 'quiet'],
        ['Network', 'YammerNetworkId', 'quiet'],
      ]),
    ],
  };
}

function thing(record: RecordReader, kind: Kind | undefined): Sentence {
  const named = (words: string, ...paths: string[]) => say`${[words]}${when(record.text(...paths), (text) => say` ‘${text}’`)}`;
  switch (kind) {
    case 'file':
      return named('the file', 'FileName', 'ObjectId');
    case 'group':
      return named('the community', 'GroupName', 'ObjectId');
    case 'message':
      return record.text('MessageId') ? say`the message ${record.text('MessageId')}` : say`a message`;
    case 'user': {
      const user = record.text('TargetUserId', 'TargetYammerUserId', 'ObjectId');
      return user ? say`${user}` : say`a user`;
    }
    case 'network':
      return say`the network`;
    case undefined:
      return when(record.text('FileName', 'GroupName', 'TargetUserId', 'ObjectId'), (text) => say`‘${text}’`);
  }
}
