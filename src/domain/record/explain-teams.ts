// Teams: meetings, chats, channels and members.

import { enumName } from '~/domain/catalogue/enum-names';
import { textAt } from './audit-data';
import type { Account, RecordReader } from './explanation';
import { listed, nothing, type Sentence, say, when } from './sentence';

const deeds = new Map([
  ['teamcreated', 'created'],
  ['teamdeleted', 'deleted'],
  ['teamsettingchanged', 'changed a setting'],
  ['memberadded', 'added'],
  ['memberremoved', 'removed'],
  ['memberrolechanged', 'changed the role of'],
  ['chatcreated', 'started a chat'],
  ['channeladded', 'added a channel'],
  ['channeldeleted', 'deleted a channel'],
  ['messagesent', 'sent a message'],
  ['messagecreatedhaslink', 'sent a message with a link'],
  ['messagedeleted', 'deleted a message'],
  ['teamssessionstarted', 'signed in to Teams'],
  ['appinstalled', 'installed the app'],
  ['tabadded', 'added a tab'],
]);

export function explainTeams(record: RecordReader): Account {
  const operation = record.operation.toLowerCase();
  const members = record
    .list('Members')
    .map((each) => textAt(each, 'UPN') || textAt(each, 'DisplayName'))
    .filter((name) => name !== '');
  const verb = deeds.get(operation);
  const aboutMembers = operation.startsWith('member');
  const who = aboutMembers ? (members.length > 0 ? say` ${listed(members)}` : say` someone`) : nothing;
  const chat = operation === 'chatcreated' && members.length > 0 ? say` with ${listed(members)}` : nothing;
  const app =
    operation === 'appinstalled' || operation === 'tabadded'
      ? when(record.text('AddOnName'), (name) => say` ‘${name}’`)
      : nothing;
  const deed = verb ? say`${[verb]}${who}${chat}${app}` : say`did ‘${record.activity}’`;
  return {
    deed: say`${deed}${place(record, operation)}`,
    facts: [
      ...record.fact('Team', 'TeamName'),
      ...record.fact('Channel', 'ChannelName'),
      ...record.fact('Kind of chat', 'CommunicationType'),
      ...(members.length > 0 ? [{ label: 'Members', value: memberList(record) }] : []),
      ...record.fact('App', 'AddOnName'),
      ...record.fact('Setting', 'Name'),
      ...record.fact('Before', 'OldValue'),
      ...record.fact('After', 'NewValue'),
      ...record.fact('Chat thread', 'ChatThreadId', undefined, 'quiet'),
    ],
  };
}

function place(record: RecordReader, operation: string): Sentence {
  const team = record.text('TeamName');
  const channel = record.text('ChannelName');
  if (operation === 'teamcreated' || operation === 'teamdeleted') return team ? say` the team ‘${team}’` : say` a team`;
  if (channel) return say` in the channel ‘${channel}’${team ? say` of the team ‘${team}’` : nothing}`;
  return when(team, (name) => say` in the team ‘${name}’`);
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
