// What is done inside a mailbox by its owner, a delegate or an administrator: as the unified audit log has it, and as an entry of
// the mailbox's own audit log, which says the same under other names.
// Bind names the messages that were opened. Sync names folders only: all they held has to be assumed read.
// https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts

import { enumName, withEnumName } from '~/domain/catalogue/enum-names';
import { formatNumber } from '~/lib/words';
import { listAt, textAt } from './audit-data';
import type { Account, Fact, RecordReader } from './explanation';
import { ruleActions, ruleActionWords } from './inbox-rule';
import { counted, listed, nothing, type Sentence, say, sentenceText, when } from './sentence';

/** Where the same thing stands in both. */
const owners = ['MailboxOwnerUPN', 'MailboxResolvedOwnerName', 'Owner'];
const subjects = ['Item.Subject', 'ItemSubject'];
const folders = ['Folder.Path', 'Item.ParentFolder.Path', 'FolderPathName'];
const destinations = ['DestFolder.Path', 'DestFolderPathName'];
const accessTypes = ['OperationProperties[MailAccessType]', 'MailAccessType'];
const throttlings = ['OperationProperties[IsThrottled]', 'IsThrottled'];

export function explainMailbox(record: RecordReader): Account {
  const owner = record.text(...owners);
  return {
    deed: say`${deed(record)}${whoseMailbox(record, owner)}`,
    facts: [
      ...record.fact('Mailbox', owners),
      ...record.fact('Logon type', ['LogonType', 'Logon_Type'], logonWords),
      ...accessFacts(record),
      ...record.fact('Subject', [...subjects, 'AffectedItems[0].Subject', 'SourceItems[0].Subject']),
      ...record.fact('Folder', [...folders, 'Folders[0].Path', 'SourceFolders[0].FolderPathName']),
      ...record.fact('Moved to', destinations),
      ...record.fact('Moved to mailbox', 'DestMailboxOwnerUPN'),
      ...record.fact('Sent as', 'SendAsUserSmtp'),
      ...record.fact('Sent on behalf of', 'SendOnBehalfOfUserSmtp'),
      ...record.fact('Recipients', 'recipientCount'),
      ...record.fact('First recipient', 'recipientList[0].Address'),
      ...record.fact('Label', 'Item.ComplianceLabel'),
      ...record.fact('Operations told as one', 'OperationCount'),
      ...record.fact('Rights given to', 'Item.ParentFolder.MemberUpn'),
      ...record.fact('Rights', 'Item.ParentFolder.MemberRights'),
      ...record.fact('Rule', 'OperationProperties[RuleName]'),
      ...ruleActions(record.data).map((action) => ({ label: 'Rule does', value: sentenceText(ruleActionWords(action)) })),
      ...record.fact('Client', 'ClientInfoString', undefined, 'quiet'),
      ...record.fact('Client process', 'ClientProcessName', undefined, 'quiet'),
      ...record.fact('Client version', 'ClientVersion', undefined, 'quiet'),
      ...record.fact('Client computer', 'ClientMachineName', undefined, 'quiet'),
      ...record.fact('Session', 'SessionId', undefined, 'quiet'),
    ],
  };
}

function deed(record: RecordReader): Sentence {
  const subject = record.text(...subjects);
  const one = subject ? say` ‘${subject}’` : nothing;
  const items = affected(record);
  const from = when(record.text(...folders), (path) => say` in ‘${path}’`);
  const to = when(record.text(...destinations), (path) => say` to ‘${path}’`);
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
      return inboxRules(record);
    case 'addfolderpermissions':
    case 'modifyfolderpermissions':
    case 'updatefolderpermissions':
    case 'removefolderpermissions': {
      const who = record.text('Item.ParentFolder.MemberUpn');
      return say`changed folder permissions${when(who, (name) => say` of ${name}`)}${from}`;
    }
    case 'searchqueryinitiated':
    case 'searchqueryinitiatedexchange':
      return say`searched the mailbox${when(record.text('QueryText', 'OperationProperties[QueryText]'), (text) => say` for ‘${text}’`)}`;
    case 'updatecalendardelegation':
      return say`changed who has delegate access to the calendar${from}`;
    case 'applyrecord':
    case 'applyrecordlabel':
      return say`marked the item${one}${from} as a record`;
    case 'recorddelete':
      return say`deleted the record${one}${from}`;
    case 'prioritycleanupdelete':
      return say`deleted ${items}${from} by priority cleanup`;
    default:
      return say`did ‘${record.activity}’${when(subject, (text) => say` to ‘${text}’`)}${from}${to}`;
  }
}

function inboxRules(record: RecordReader): Sentence {
  const name = when(record.text('OperationProperties[RuleName]'), (rule) => say` (‘${rule}’)`);
  const operation = record.text('OperationProperties[RuleOperation]').toLowerCase();
  if (operation === 'removemailboxrule') return say`removed an inbox rule${name}`;
  const acts = ruleActions(record.data).map(ruleActionWords);
  const does = acts.flatMap((each, i) => [i === 0 ? ': ' : ', ', ...each]);
  return say`${[operation === 'addmailboxrule' ? 'added an inbox rule' : 'changed inbox rules']}${name}${does}`;
}

function accessed(record: RecordReader): Sentence {
  const named = [...record.list('Folders'), ...record.list('SourceFolders')]
    .map((each) => textAt(each, 'Path') || textAt(each, 'FolderPathName'))
    .filter((path) => path !== '');
  if (record.text(...accessTypes).toLowerCase() === 'sync') {
    return say`synchronised ${named.length > 0 ? say`the folders ${listed(named)}` : say`a folder`} to a client (sync: assume all they held was read)`;
  }
  const place = named.length > 0 ? say` in ${listed(named)}` : when(record.text(...folders), (path) => say` in ‘${path}’`);
  const opened = openedMessages(record);
  return say`opened ${opened > 0 ? counted(opened, 'message') : ['messages']}${place}`;
}

function openedMessages(record: RecordReader): number {
  const opened = record.list('Folders').reduce<number>((sum, folder) => sum + listAt(folder, 'FolderItems').length, 0);
  return opened > 0 || record.operation.toLowerCase() !== 'mailitemsaccessed' ? opened : record.list('SourceItems').length;
}

function affectedItems(record: RecordReader): readonly unknown[] {
  if (record.operation.toLowerCase() === 'mailitemsaccessed') return [];
  const items = record.list('AffectedItems');
  return items.length > 0 ? items : record.list('SourceItems');
}

function affected(record: RecordReader): Sentence {
  const items = affectedItems(record);
  if (items.length > 1) return counted(items.length, 'item');
  const [item] = items;
  const subject = item === undefined ? record.text(...subjects) : textAt(item, 'Subject');
  if (item === undefined) return subject ? say`the item ‘${subject}’` : say`an item`;
  return subject ? say`‘${subject}’` : say`1 item`;
}

function accessFacts(record: RecordReader): readonly Fact[] {
  const opened = openedMessages(record);
  const items = affectedItems(record).length;
  const throttled = record.text(...throttlings).toLowerCase() === 'true';
  return [
    ...record.fact('Access', accessTypes, (text) =>
      text.toLowerCase() === 'sync'
        ? 'Sync: a client downloaded whole folders'
        : text.toLowerCase() === 'bind'
          ? 'Bind: single messages were opened'
          : text,
    ),
    ...(opened > 0 ? [{ label: 'Messages opened', value: formatNumber(opened) }] : []),
    ...(items > 0 ? [{ label: 'Items', value: formatNumber(items) }] : []),
    ...(throttled
      ? record.fact('Throttled', throttlings, () => 'Yes: further access to this mailbox went unrecorded', 'failure')
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
  const user = record.text('UserId');
  // An entry of the mailbox's own log names no user account: there the logon type alone tells.
  const own = user === '' ? how === 'as its owner' : owner !== '' && owner.toLowerCase() === user.toLowerCase();
  if (own && (how === undefined || how === 'as its owner')) return say`, in their own mailbox`;
  const place = owner ? say`, in the mailbox of ${owner}` : how ? say`, in a mailbox` : nothing;
  return how ? say`${place}, ${[how]}` : place;
}

/** `Delegated (2)`; the oldest records call a delegate so already. */
function logonWords(text: string): string {
  return withEnumName('LogonType', text);
}
