// What is done inside a mailbox by its owner, a delegate or an administrator.
// Bind names the messages that were opened. Sync names folders only: all they held has to be assumed read.
// https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts

import { listAt, textAt } from './audit-data';
import { enumName, withEnumName } from './enum-names';
import type { Account, Fact, RecordReader } from './explanation';
import { counted, listed, nothing, type Sentence, say, when } from './sentence';

export function explainMailbox(record: RecordReader): Account {
  const owner = record.text('MailboxOwnerUPN');
  return {
    deed: say`${deed(record)}${whoseMailbox(record, owner)}`,
    facts: [
      ...record.fact('Mailbox', 'MailboxOwnerUPN'),
      ...record.fact('Logon type', ['LogonType', 'Logon_Type'], logonWords),
      ...accessFacts(record),
      ...record.fact('Subject', ['Item.Subject', 'AffectedItems[0].Subject']),
      ...record.fact('Folder', ['Folder.Path', 'Item.ParentFolder.Path', 'Folders[0].Path']),
      ...record.fact('Moved to', 'DestFolder.Path'),
      ...record.fact('Sent as', 'SendAsUserSmtp'),
      ...record.fact('Sent on behalf of', 'SendOnBehalfOfUserSmtp'),
      ...record.fact('Rights given to', 'Item.ParentFolder.MemberUpn'),
      ...record.fact('Rights', 'Item.ParentFolder.MemberRights'),
      ...record.fact('Rule', 'OperationProperties[RuleName]'),
      ...record.fact('Client', 'ClientInfoString', undefined, 'quiet'),
      ...record.fact('Session', 'SessionId', undefined, 'quiet'),
    ],
  };
}

function deed(record: RecordReader): Sentence {
  const subject = record.text('Item.Subject');
  const one = subject ? say` ‘${subject}’` : nothing;
  const items = affected(record);
  const from = when(record.text('Folder.Path', 'Item.ParentFolder.Path'), (path) => say` in ‘${path}’`);
  const to = when(record.text('DestFolder.Path'), (path) => say` to ‘${path}’`);
  switch (record.operation.toLowerCase()) {
    case 'mailitemsaccessed':
      return accessed(record);
    case 'messagebind':
      return say`opened the message${one}${from}`;
    case 'folderbind':
      return say`opened a folder${from}`;
    case 'send':
      return say`sent the message${one}`;
    case 'sendas':
      return say`sent the message${one}${when(record.text('SendAsUserSmtp'), (as) => say` as ${as}`)}`;
    case 'sendonbehalf':
      return say`sent the message${one}${when(record.text('SendOnBehalfOfUserSmtp'), (of) => say` on behalf of ${of}`)}`;
    case 'create':
      return say`created the item${one}${from}`;
    case 'update':
      return say`changed the item${one}${from}`;
    case 'move':
      return say`moved ${items}${from}${to}`;
    case 'copy':
      return say`copied ${items}${from}${to}`;
    case 'movetodeleteditems':
      return say`deleted ${items}${from} (moved to Deleted Items)`;
    case 'softdelete':
      return say`deleted ${items}${from} (recoverable)`;
    case 'harddelete':
      return say`purged ${items}${from} for good`;
    case 'mailboxlogin':
      return say`signed in`;
    case 'updateinboxrules':
      return say`changed inbox rules${when(record.text('OperationProperties[RuleName]'), (rule) => say` (‘${rule}’)`)}`;
    case 'addfolderpermissions':
    case 'modifyfolderpermissions':
    case 'updatefolderpermissions':
    case 'removefolderpermissions': {
      const who = record.text('Item.ParentFolder.MemberUpn');
      return say`changed folder permissions${when(who, (name) => say` of ${name}`)}${from}`;
    }
    default:
      return say`did ‘${record.activity}’${one}${from}${to}`;
  }
}

function accessed(record: RecordReader): Sentence {
  const folders = record
    .list('Folders')
    .map((each) => textAt(each, 'Path'))
    .filter((path) => path !== '');
  if (record.text('OperationProperties[MailAccessType]').toLowerCase() === 'sync') {
    return say`synchronised ${folders.length > 0 ? say`the folders ${listed(folders)}` : say`a folder`} to a client (sync: assume all they held was read)`;
  }
  const place =
    folders.length > 0 ? say` in ${listed(folders)}` : when(record.text('Item.ParentFolder.Path'), (path) => say` in ‘${path}’`);
  return say`opened ${counted(Math.max(1, openedMessages(record)), 'message')}${place}`;
}

function openedMessages(record: RecordReader): number {
  return record.list('Folders').reduce<number>((sum, folder) => sum + listAt(folder, 'FolderItems').length, 0);
}

function affected(record: RecordReader): Sentence {
  const count = record.list('AffectedItems').length;
  if (count === 0)
    return when(record.text('Item.Subject'), (subject) => say`the item ‘${subject}’`).concat(
      record.text('Item.Subject') ? [] : ['an item'],
    );
  return count === 1
    ? when(record.text('AffectedItems[0].Subject'), (subject) => say`‘${subject}’`).concat(
        record.text('AffectedItems[0].Subject') ? [] : ['1 item'],
      )
    : counted(count, 'item');
}

function accessFacts(record: RecordReader): readonly Fact[] {
  const opened = openedMessages(record);
  const items = record.list('AffectedItems').length;
  const throttled = record.text('OperationProperties[IsThrottled]').toLowerCase() === 'true';
  return [
    ...record.fact('Access', 'OperationProperties[MailAccessType]', (text) =>
      text.toLowerCase() === 'sync'
        ? 'Sync: a client downloaded whole folders'
        : text.toLowerCase() === 'bind'
          ? 'Bind: single messages were opened'
          : text,
    ),
    ...(opened > 0 ? [{ label: 'Messages opened', value: opened.toLocaleString('en') }] : []),
    ...(items > 0 ? [{ label: 'Items', value: items.toLocaleString('en') }] : []),
    ...(throttled
      ? record.fact(
          'Throttled',
          'OperationProperties[IsThrottled]',
          () => 'Yes: further access to this mailbox went unrecorded',
          'failure',
        )
      : []),
  ];
}

const logons = new Map([
  ['owner', 'as its owner'],
  ['admin', 'as an administrator'],
  ['delegated', 'as a delegate'],
  ['delegate', 'as a delegate'],
  ['transport', 'as the transport service'],
  ['systemservice', 'as a system service'],
  ['bestaccess', 'with best access'],
  ['delegatedadmin', 'as a delegated administrator'],
]);

function whoseMailbox(record: RecordReader, owner: string): Sentence {
  const logon = record.text('LogonType', 'Logon_Type');
  const how = logons.get((enumName('LogonType', logon) ?? logon).toLowerCase());
  const own = owner !== '' && owner.toLowerCase() === record.text('UserId').toLowerCase();
  if (own && (how === undefined || how === 'as its owner')) return say`, in their own mailbox`;
  const place = owner ? say`, in the mailbox of ${owner}` : how ? say`, in a mailbox` : nothing;
  return how ? say`${place}, ${[how]}` : place;
}

/** `Delegated (2)`; the oldest records call a delegate so already. */
function logonWords(text: string): string {
  return withEnumName('LogonType', text);
}
