// Audit records of 1.2 to 1.4 KB that depend on nothing but their number. Own to the benchmarks and not the mocked tenant's, so
// that figures stay comparable when the tenant changes, and so that sizes and distinct counts are what they are said to be:
// 3,000 users, 40,000 IP addresses, 300,000 items, 60 record types, 300 operations. Half the users, IP addresses and items
// come up far more often than the others, as in a real tenant. Arrival is roughly newest first, a day's worth out of order.

import { activities, activityName } from '~/domain/catalogue/activities';
import { recordTypes } from '~/domain/catalogue/record-types';

/** In two of five records, and in a column. */
export const columnWord = 'SharePoint';
/** In one of three records, and only in AuditData. */
export const commonWord = 'Macintosh';
/** In one of 50,021 records, and only in AuditData. */
export const rareWord = 'quagga-7731';

export const days180Ms = 180 * 86_400_000;
export const end = Date.UTC(2026, 10, 20);
// One operation for each friendly name, so that counting by operation and by name is the same.
const operations = [...new Map(activities.map(({ operation }) => [activityName(operation).toLowerCase(), operation])).values()];
const usedOperations = operations.filter((operation) => /^[\w-]+$/.test(operation)).slice(0, 300);
export const usedTypes = recordTypes.slice(0, 60);
const departments = ['finance', 'legal', 'sales', 'research', 'people', 'support', 'field', 'it'];
const words = [
  'budget',
  'offer',
  'contract',
  'minutes',
  'forecast',
  'invoice',
  'review',
  'plan',
  'draft',
  'notes',
  'Übersicht',
  'summary',
];
const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.19231; Pro) Client=OWA;Action=ViaProxy;Version=16.0.19231.20194',
];

export function hash(index: number, salt: number): number {
  let h = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number below `count`; half of the time one of the first tenth. */
function skewed(index: number, salt: number, count: number): number {
  const h = hash(index, salt);
  return (h & 1) === 0 ? (h >>> 1) % count : (h >>> 1) % Math.ceil(count / 10);
}

export function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

export function guid(index: number, salt: number): string {
  const a = hex(hash(index, salt));
  const b = hex(hash(index, salt + 1));
  // The number itself stands in it: hashes alone could collide.
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-9${hex(hash(index, salt + 2)).slice(0, 3)}-${hex(index).slice(-8)}${a.slice(0, 4)}`;
}

export function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T; // every list here has entries
}

export interface Parts {
  readonly id: string;
  readonly iso: string;
  readonly typeName: string;
  readonly typeNumber: number;
  readonly operation: string;
  readonly user: string;
  readonly ip: string;
  readonly item: string;
  readonly workload: string;
  /** AuditData as JSON text. */
  readonly auditData: string;
}

export function recordParts(index: number, of: number): Parts {
  const time = end - Math.floor((index * days180Ms) / of) - (hash(index, 1) % 86_400_000);
  const iso = `${new Date(time).toISOString().slice(0, 19)}Z`;
  const id = guid(index, 10);
  const type = at(usedTypes, skewed(index, 2, usedTypes.length));
  const operation = at(usedOperations, skewed(index, 3, usedOperations.length));
  const userNumber = skewed(index, 4, 3000);
  const department = at(departments, userNumber);
  const user = `user${String(userNumber).padStart(4, '0')}.${department}@contoso.com`;
  const ipNumber = skewed(index, 5, 40_000);
  const ip =
    ipNumber % 8 === 0
      ? `2001:db8:${(ipNumber >>> 4).toString(16)}::${((ipNumber % 4096) + 1).toString(16)}`
      : `${20 + (ipNumber % 180)}.${(ipNumber >>> 8) % 250}.${ipNumber % 241}.${((ipNumber * 7) % 250) + 1}`;
  const itemNumber = skewed(index, 6, 380_000);
  const file = `${at(words, itemNumber)}-${at(words, itemNumber >>> 5)}-${itemNumber}.docx`;
  const isShared = index % 5 < 2;
  const workload = isShared ? columnWord : index % 5 === 2 ? 'AzureActiveDirectory' : 'Exchange';
  const item = `https://contoso.example/sites/${at(departments, itemNumber)}/Shared Documents/${file}`;
  const agent = at(agents, hash(index, 7));
  const note = index % 50_021 === 7 ? `${rareWord} ${file}` : `${at(words, index)} ${file}`;
  const auditData =
    `{"CreationTime":"${iso.slice(0, 19)}","Id":"${id}","Operation":"${operation}","OrganizationId":"7b3f9c1e-5b44-4d6c-9a58-0a1c5d2e8f10",` +
    `"RecordType":${type.value},"ResultStatus":"${index % 17 === 0 ? 'Failed' : 'Succeeded'}","UserKey":"i:0h.f|membership|1003${hex(hash(userNumber, 8))}@live.com",` +
    `"UserType":0,"Version":1,"Workload":"${workload}","ClientIP":"${ip}","UserId":"${user}","ObjectId":"${item}",` +
    `"CorrelationId":"${guid(index, 20)}","EventSource":"${workload}","ItemType":"File","UserAgent":"${agent}",` +
    `"ExtendedProperties":[{"Name":"additionalDetails","Value":"{\\"User-Agent\\":\\"${at(words, index >>> 3)}\\",\\"AppId\\":\\"${hex(hash(index, 9))}\\"}"},` +
    `{"Name":"ResultStatusDetail","Value":"${at(words, index >>> 2)}"}],"SourceFileName":"${file}","Note":"${note}"}`;
  return { id, iso, typeName: type.name, typeNumber: type.value, operation, user, ip, item, workload, auditData };
}

/** A page as Graph sends it. */
export function graphPage(from: number, count: number, of: number): string {
  const records: string[] = [];
  for (let index = from; index < Math.min(from + count, of); index++) {
    const { id, iso, typeName, operation, user, ip, item, workload, auditData } = recordParts(index, of);
    records.push(
      `{"id":"${id}","createdDateTime":"${iso}","auditLogRecordType":"${typeName}","operation":"${operation}",` +
        `"userType":"Regular","userPrincipalName":"${user}","service":"${workload}","objectId":"${item}","clientIp":"${ip}",` +
        `"administrativeUnits":[],"auditData":${auditData}}`,
    );
  }
  return pageOf(records, from + count < of ? from + count : undefined);
}

export function pageOf(records: readonly string[], next: number | undefined): string {
  const link = next === undefined ? '' : `,"@odata.nextLink":"https://graph.microsoft.com/v1.0/records?$skiptoken=${next}"`;
  return `{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#records","value":[${records.join(',')}]${link}}`;
}

export const csvHeader =
  'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n';

/** Lines of an export of the Purview portal. */
export function csvLines(from: number, count: number, of: number): string {
  const lines: string[] = [];
  for (let index = from; index < Math.min(from + count, of); index++) {
    const { id, iso, typeNumber, operation, user, auditData } = recordParts(index, of);
    lines.push(`${id},${iso},${typeNumber},${operation},${user},"${auditData.replaceAll('"', '""')}",,\r\n`);
  }
  return lines.join('');
}
