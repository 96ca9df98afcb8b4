// Records of mailboxes, 1.1 KB each, that depend on nothing but their number: owners read and tidy up, delegates open folders,
// move and send, administrators search. One in eight is an entry of the mailbox audit log, with words for logon types and other
// names for folders. 3,000 mailboxes with six delegates each, 40 administrators, 24 folders; roughly newest first.

import { at, days180Ms, end, guid, hash, pageOf } from './generate-records';

const mailboxes = 3000;
const delegatesPerMailbox = 6;
const administrators = 40;
const ownActions = ['MailItemsAccessed', 'MailItemsAccessed', 'Send', 'Update', 'MoveToDeletedItems', 'SoftDelete', 'Create'];
const otherActions = ['FolderBind', 'FolderBind', 'FolderBind', 'MailItemsAccessed', 'SendAs', 'Move', 'Update', 'HardDelete'];
const folders = Array.from({ length: 24 }, (_, i) =>
  i < 4 ? at(['\\\\Inbox', '\\\\Calendar', '\\\\Sent Items', '\\\\Deleted Items'], i) : `\\\\Inbox\\\\Project ${i}`,
);
const entryLogons = ['Owner', 'Admin', 'Delegate'];

/** `othersPerThousand`: how many of a thousand records are of somebody else than the owner. */
export function mailboxPage(from: number, count: number, of: number, othersPerThousand: number): string {
  const records = Array.from({ length: Math.min(count, of - from) }, (_, i) => mailboxRecord(from + i, of, othersPerThousand));
  return pageOf(records, from + count < of ? from + count : undefined);
}

const address = (person: number) => `user${String(person).padStart(4, '0')}.sales@contoso.com`;

function mailboxRecord(index: number, of: number, othersPerThousand: number): string {
  const mailbox = hash(index, 1) % mailboxes;
  const owner = address(mailbox);
  const isOwn = hash(index, 2) % 1000 >= othersPerThousand;
  // Of what others do, an eighth is done by administrators, a part of them Microsoft's.
  const logon = isOwn ? 0 : hash(index, 3) % 8 === 0 ? 1 : 2;
  const isExternal = logon === 1 && hash(index, 4) % 16 === 0;
  const delegate = (mailbox * 7 + 1 + (hash(index, 5) % delegatesPerMailbox)) % mailboxes;
  const actor = isOwn ? owner : logon === 2 ? address(delegate) : `admin${hash(index, 6) % administrators}@contoso.com`;
  const operation = at(isOwn ? ownActions : otherActions, hash(index, 7));
  const folder = at(folders, hash(index, 8) % (hash(index, 9) % 4 === 0 ? folders.length : 4));
  const time = end - Math.floor((index * days180Ms) / of) - (hash(index, 10) % 3_600_000);
  const iso = `${new Date(time).toISOString().slice(0, 19)}Z`;
  const id = guid(index, 30);
  const ip = `203.0.${hash(index, 11) % 40}.${hash(index, 12) % 250}`;
  const client = '"ClientInfoString":"Client=MSExchangeRPC;Microsoft Outlook 16.0.19231.20138","ClientProcessName":"OUTLOOK.EXE"';
  const item = `"Id":"RgAAAA${guid(index, 40)}${guid(index, 50)}AAA","Subject":"Budget and offer ${index % 9973}"`;
  const whose = `"MailboxGuid":"${guid(mailbox, 60)}","MailboxOwnerSid":"S-1-5-21-${mailbox}","MailboxOwnerUPN":"${owner}"`;
  const isEntry = hash(index, 13) % 8 === 0;
  const auditData = isEntry
    ? `{"Operation":"${operation}","OperationResult":"Succeeded","LogonType":"${entryLogons[logon]}","ExternalAccess":"${isExternal}","FolderId":"LgAAAA${guid(index, 70)}",` +
      `"FolderPathName":"${folder}",${client},"ClientIPAddress":"${ip}","InternalLogonType":"Owner",${whose},"LogonUserDisplayName":"${actor}",` +
      `"LogonUserSid":"S-1-5-21-${hash(index, 5) % 6}","SourceItems":[{${item},"FolderPathName":"${folder}"}],"LastAccessed":"${iso}","Identity":"${id}"}`
    : `{"CreationTime":"${iso.slice(0, 19)}","Id":"${id}","Operation":"${operation}","OrganizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10","RecordType":2,` +
      `"ResultStatus":"Succeeded","UserKey":"10032001A${mailbox}","UserType":0,"Version":1,"Workload":"Exchange","UserId":"${actor}","ClientIPAddress":"${ip}",${client},` +
      `"ExternalAccess":${isExternal},"InternalLogonType":0,"LogonType":${logon},"LogonUserSid":"S-1-5-21-${hash(index, 5) % 6}",${whose},"OrganizationName":"contoso.onmicrosoft.com",` +
      `"OriginatingServer":"AM0PR0${mailbox % 10}MB (15.20.4200.000)","SessionId":"${guid(index, 80)}","Item":{${item},"ParentFolder":{"Id":"LgAAAA${guid(index, 70)}","Path":"${folder}"},"SizeInBytes":4096}}`;
  return (
    `{"id":"${id}","createdDateTime":"${iso}","auditLogRecordType":"exchangeItem","operation":"${operation}","organizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10",` +
    `"userType":"Regular","userId":"${actor}","userPrincipalName":"${actor}","service":"Exchange","objectId":null,"clientIp":"${ip}","administrativeUnits":[],"auditData":${auditData}}`
  );
}
