// Records of a company as people leave them, 0.7 to 1.3 KB each, that depend on nothing but their number: what rules and groups
// are asked about. 3,000 people, some of whom do a hundred times as much as others, each from an office, a home and a telephone, with
// some twenty activities; sign-ins, mail and files make up nine tenths. In a few of a thousand somebody does what a shipped rule
// looks for. Roughly newest first.

import { at, days180Ms, end, guid, hash, hex, pageOf } from './generate-records';

const people = 3000;
const offices = 12;
const tailActivities = 240;

type Rest = (index: number) => string;

interface Activity {
  readonly operation: string;
  readonly type: readonly [name: string, value: number];
  readonly workload: string;
  /** Of 10,000 records. */
  readonly share: number;
  /** What AuditData says beside what all records say; begins with a comma. */
  readonly rest: Rest;
}

const signIn = (error: number): Rest => {
  return (index) =>
    `,"ApplicationId":"${guid(index % 40, 90)}","ErrorNumber":"${error}","ExtendedProperties":[{"Name":"ResultStatusDetail","Value":"Success"},` +
    `{"Name":"UserAgent","Value":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/141.0.${index % 30}"},{"Name":"RequestType","Value":"OAuth2:Authorize"}],` +
    `"ModifiedProperties":[],"InterSystemsId":"${guid(index, 92)}","Target":[{"ID":"00000003-0000-0000-c000-000000000000","Type":0}]`;
};
const mail: Rest = (index) => {
  const isOwn = hash(index, 61) % 100 >= 4;
  const owner = isOwn ? personOf(index) : hash(index, 62) % people;
  return (
    `,"LogonType":${isOwn ? 0 : 2},"ExternalAccess":false,"MailboxOwnerUPN":"${address(owner)}","MailboxGuid":"${guid(owner, 60)}",` +
    `"ClientInfoString":"Client=MSExchangeRPC","SessionId":"${guid(index, 64)}","Item":{"InternetMessageId":"<${guid(index, 66)}@contoso.com>","ParentFolder":{"Path":"\\\\Inbox"}}`
  );
};
const file: Rest = (index) =>
  `,"ObjectId":"https://contoso.example/sites/${hash(index, 67) % 200}/${hash(index, 68) % 200_000}.docx","CorrelationId":"${guid(index, 70)}",` +
  `"EventSource":"SharePoint","ItemType":"File","Site":"${guid(hash(index, 67) % 200, 72)}","SourceFileName":"${hash(index, 68) % 200_000}.docx"`;
const portal: Rest = (index) =>
  `,"AuthenticationMethod":"${at(['OTP', 'Google', 'Microsoft'], hash(index, 74))}","AuthenticationStatus":0,"MessageId":"<${guid(index >> 3, 76)}>",` +
  `"Recipient":"reader${hash(index, 75) % 900}@${at(['gmail.com', 'fabrikam.com'], hash(index, 73))}","OperationStatus":0`;
const parameters =
  (...values: readonly (readonly [name: string, value: (index: number) => string])[]): Rest =>
  (index) =>
    `,"Parameters":[{"Name":"Identity","Value":"${address(hash(index, 77) % people)}"}${values
      .map(([name, value]) => `,{"Name":"${name}","Value":"${value(index)}"}`)
      .join('')}]`;
const changed =
  (name: string, value: string): Rest =>
  (index) =>
    `,"ObjectId":"${address(hash(index, 77) % people)}","ModifiedProperties":[{"Name":"${name}","NewValue":"${value}","OldValue":""}]`;
const some = (value: string) => () => value;
const somebody = (index: number) => address(hash(index, 78) % people);

const signedIn = ['azureActiveDirectoryStsLogon', 15] as const;
const directory = ['azureActiveDirectory', 8] as const;
const mailbox = ['exchangeItem', 2] as const;
const items = ['exchangeItemAggregated', 50] as const;
const fileOperation = ['sharePointFileOperation', 6] as const;
const exchangeAdmin = ['exchangeAdmin', 1] as const;
const teams = ['microsoftTeams', 25] as const;

const activities: readonly Activity[] = [
  { operation: 'UserLoggedIn', type: signedIn, workload: 'AzureActiveDirectory', share: 2200, rest: signIn(0) },
  { operation: 'MailItemsAccessed', type: items, workload: 'Exchange', share: 2000, rest: mail },
  { operation: 'FileAccessed', type: fileOperation, workload: 'SharePoint', share: 1900, rest: file },
  { operation: 'FileModified', type: fileOperation, workload: 'OneDrive', share: 800, rest: file },
  { operation: 'FileDownloaded', type: fileOperation, workload: 'SharePoint', share: 500, rest: file },
  { operation: 'Send', type: mailbox, workload: 'Exchange', share: 400, rest: mail },
  { operation: 'SoftDelete', type: mailbox, workload: 'Exchange', share: 300, rest: mail },
  { operation: 'MoveToDeletedItems', type: mailbox, workload: 'Exchange', share: 250, rest: mail },
  { operation: 'MessageSent', type: teams, workload: 'MicrosoftTeams', share: 350, rest: some('') },
  { operation: 'UserLoginFailed', type: signedIn, workload: 'AzureActiveDirectory', share: 150, rest: signIn(50126) },
  { operation: 'UserLoginFailed', type: signedIn, workload: 'AzureActiveDirectory', share: 100, rest: signIn(50074) },
  { operation: 'FileRecycled', type: fileOperation, workload: 'SharePoint', share: 120, rest: file },
  { operation: 'FileDeleted', type: fileOperation, workload: 'OneDrive', share: 30, rest: file },
  { operation: 'SendAs', type: mailbox, workload: 'Exchange', share: 20, rest: mail },
  { operation: 'MessageAccess', type: ['omePortal', 154], workload: 'Exchange', share: 50, rest: portal },
  {
    operation: 'Set-Mailbox',
    type: exchangeAdmin,
    workload: 'Exchange',
    share: 10,
    rest: parameters(['ForwardingSmtpAddress', some('smtp:x@fabrikam.com')]),
  },
  {
    operation: 'Set-Mailbox',
    type: exchangeAdmin,
    workload: 'Exchange',
    share: 10,
    rest: parameters(['AuditEnabled', (index) => (index % 3 === 0 ? 'False' : 'True')]),
  },
  {
    operation: 'Add-MailboxPermission',
    type: exchangeAdmin,
    workload: 'Exchange',
    share: 8,
    rest: parameters(['User', somebody], ['AccessRights', some('FullAccess')]),
  },
  {
    operation: 'New-InboxRule',
    type: exchangeAdmin,
    workload: 'Exchange',
    share: 8,
    rest: parameters([`ForwardTo`, some('x@fabrikam.com')], ['MarkAsRead', some('True')]),
  },
  {
    operation: 'Set-InboxRule',
    type: exchangeAdmin,
    workload: 'Exchange',
    share: 6,
    rest: parameters(['MoveToFolder', some('RSS Feeds')], ['MarkAsRead', some('True')]),
  },
  {
    operation: 'Add member to role.',
    type: directory,
    workload: 'AzureActiveDirectory',
    share: 3,
    rest: changed('Role.DisplayName', 'Global Administrator'),
  },
  {
    operation: 'Consent to application.',
    type: directory,
    workload: 'AzureActiveDirectory',
    share: 3,
    rest: changed('ConsentContext.IsAdminConsent', 'False'),
  },
];
/** By a number below 10,000. */
const byShare = activities.flatMap((activity) => new Array<Activity>(activity.share).fill(activity));

/** A page as Graph sends it. */
export function companyPage(from: number, count: number, of: number): string {
  const records = Array.from({ length: Math.min(count, of - from) }, (_, i) => companyRecord(from + i, of));
  return pageOf(records, from + count < of ? from + count : undefined);
}

function address(person: number): string {
  return `user${String(person).padStart(4, '0')}.${at(['sales', 'legal', 'it'], person)}@contoso.com`;
}

/** Whoever comes first in the list does far more than whoever comes last. */
function personOf(index: number): number {
  const share = hash(index, 51) / 2 ** 32;
  return Math.floor(people * share ** 3);
}

/** A seventh each, or so: the office they share, another office, home; the telephone has one of many addresses. */
function ipOf(person: number, index: number): string {
  const place = hash(index, 52) % 7;
  if (place < 4) return `203.0.113.${1 + (hash(person, 53) % offices)}`;
  if (place === 4) return `203.0.113.${1 + (hash(index, 54) % offices)}`;
  if (place === 5) return `88.${person % 250}.${(person >> 3) % 250}.${1 + (person % 200)}`;
  return `2001:db8:${(person + 1).toString(16)}:${(hash(index, 55) % 4) + 1}::1`;
}

function activityOf(person: number, index: number): Activity {
  const found = byShare[hash(index, 56) % 10_000];
  if (found) return found;
  // The long tail: each has some twenty of it.
  const number = (hash(person, 57) + (hash(index, 58) % 20)) % tailActivities;
  return { operation: `Activity${number}`, type: directory, workload: 'MicrosoftTeams', share: 0, rest: some('') };
}

function companyRecord(index: number, of: number): string {
  const person = personOf(index);
  const { operation, type, workload, rest } = activityOf(person, index);
  const time = end - Math.floor((index * days180Ms) / of) - (hash(index, 50) % 3_600_000);
  const iso = `${new Date(time).toISOString().slice(0, 19)}Z`;
  const id = guid(index, 30);
  const user = address(person);
  const ip = ipOf(person, index);
  const [typeName, typeNumber] = type;
  const auditData =
    `{"CreationTime":"${iso.slice(0, 19)}","Id":"${id}","Operation":"${operation}","OrganizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10","RecordType":${typeNumber},` +
    `"ResultStatus":"Success","UserKey":"1003${hex(hash(person, 8))}","UserType":0,"Version":1,"Workload":"${workload}","ClientIP":"${ip}","UserId":"${user}"${rest(index)}}`;
  return (
    `{"id":"${id}","createdDateTime":"${iso}","auditLogRecordType":"${typeName}","operation":"${operation}","userType":"Regular",` +
    `"userPrincipalName":"${user}","service":"${workload}","objectId":null,"clientIp":"${ip}","administrativeUnits":[],"auditData":${auditData}}`
  );
}
