// Teams: meetings, chats, channels and members.

import { enumName } from '~/domain/catalogue/enum-names';
import { textAt } from './audit-data';
import type { Account, RecordReader } from './explanation';
import { filled, listed, nothing, type Sentence, say, when } from './sentence';

type Thing = 'team' | 'channel' | 'members' | 'app' | 'bot' | 'connector' | 'tab';

/** Words for `filled`, what they are about, and how the place follows. */
const deeds = new Map<string, readonly [words: string, thing?: Thing, joint?: 'in' | 'to' | 'from']>([
  ['teamcreated', ['created', 'team']],
  ['teamdeleted', ['deleted', 'team']],
  ['teamsettingchanged', ['changed a setting']],
  ['teamstenantsettingchanged', ['changed a setting of the organisation']],
  ['memberadded', ['added', 'members', 'to']],
  ['memberremoved', ['removed', 'members', 'from']],
  ['memberrolechanged', ['changed the role of', 'members']],
  ['chatcreated', ['started a chat with', 'members']],
  ['chatupdated', ['changed a chat']],
  ['chatretrieved', ['looked at a chat']],
  ['channeladded', ['added', 'channel', 'to']],
  ['channeldeleted', ['deleted', 'channel', 'from']],
  ['channelsettingchanged', ['changed a setting']],
  ['messagesent', ['sent a message']],
  ['messagecreatedhaslink', ['sent a message with a link']],
  ['messageeditedhaslink', ['changed a message with a link']],
  ['messageupdated', ['changed a message']],
  ['messageread', ['read a message']],
  ['messagesread', ['read messages']],
  ['messagedeleted', ['deleted a message']],
  ['messagehostedcontentread', ['opened what a message holds']],
  ['meetingparticipantdetail', ['took part in a meeting']],
  ['meetingdetail', ['held a meeting']],
  ['teamssessionstarted', ['signed in to Teams']],
  ['appinstalled', ['installed', 'app']],
  ['appuninstalled', ['uninstalled', 'app', 'from']],
  ['appupgraded', ['upgraded', 'app']],
  ['botaddedtoteam', ['added', 'bot', 'to']],
  ['botremovedfromteam', ['removed', 'bot', 'from']],
  ['connectoradded', ['added', 'connector', 'to']],
  ['connectorremoved', ['removed', 'connector', 'from']],
  ['connectorupdated', ['changed', 'connector']],
  ['tabadded', ['added', 'tab']],
  ['tabremoved', ['removed', 'tab', 'from']],
  ['tabupdated', ['changed', 'tab']],
]);

export function explainTeams(record: RecordReader): Account {
  const members = record
    .list('Members')
    .map((each) => textAt(each, 'UPN') || textAt(each, 'DisplayName'))
    .filter((name) => name !== '');
  const [words, thing, joint] = deeds.get(record.operation.toLowerCase()) ?? [];
  const deed = words ? filled(words, thingWords(record, thing, members)) : record.did(new Map(), nothing);
  return {
    deed: say`${deed}${place(record, thing, joint ?? 'in')}`,
    facts: [
      ...record.fact('Team', 'TeamName'),
      ...record.fact('Channel', 'ChannelName'),
      ...record.fact('Kind of chat', 'CommunicationType'),
      ...(members.length > 0 ? [{ label: 'Members', value: memberList(record) }] : []),
      ...record.fact('App', 'AddOnName'),
      ...record.facts([
        ['Kind of app', 'AddOnType'],
        ['Kind of tab', 'TabType'],
        ['Kind of channel', 'ChannelType'],
        ['Chat', 'ChatName'],
        ['Link', 'MessageURLs[0]'],
        ['Invitee', 'Invitee'],
        ['Invitation', 'Action'],
      ]),
      ...record.fact('Setting', 'Name'),
      ...record.fact('Before', 'OldValue'),
      ...record.fact('After', 'NewValue'),
      ...record.fact('Chat thread', 'ChatThreadId', undefined, 'quiet'),
    ],
  };
}

function thingWords(record: RecordReader, thing: Thing | undefined, members: readonly string[]): Sentence {
  if (thing === undefined) return nothing;
  if (thing === 'members') return members.length > 0 ? listed(members) : say`someone`;
  const name = record.text(thing === 'team' ? 'TeamName' : thing === 'channel' ? 'ChannelName' : 'AddOnName');
  return name ? say`the ${[thing]} ‘${name}’` : say`a ${[thing]}`;
}

function place(record: RecordReader, thing: Thing | undefined, joint: string): Sentence {
  if (thing === 'team') return nothing;
  const team = when(record.text('TeamName'), (name) => say`the team ‘${name}’`);
  const channel = thing === 'channel' ? '' : record.text('ChannelName');
  if (channel) return say` ${[joint]} the channel ‘${channel}’${team.length > 0 ? say` of ${team}` : nothing}`;
  return team.length > 0 ? say` ${[joint]} ${team}` : nothing;
}

function memberList(record: RecordReader): string {
  const members = record.list('Members');
  const shown = members.slice(0, 10).map((each) => {
    const role = textAt(each, 'Role');
    const name = textAt(each, 'UPN') || textAt(each, 'DisplayName') || 'unknown';
    return role ? `${name} (${enumName('Members[].Role', role) ?? role})` : name;
  });
  return `${shown.join(', ')}${members.length > shown.length ? ` and ${members.length - shown.length} more` : ''}`;
}
