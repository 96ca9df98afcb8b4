// Numbers the service writes where it means words. Source: the Office 365 Management Activity API schema.
// https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema

import { findRecordType } from './record-types';
import { userTypes } from './user-types';

const logonTypes = ['Owner', 'Admin', 'Delegated', 'Transport', 'SystemService', 'BestAccess', 'DelegatedAdmin'];
const outcomes = ['Success', 'Failure'];
const identityTypes = ['Claim', 'Name', 'Other', 'PUID', 'SPN', 'UPN'];

/** By path with the list positions taken out. Gaps in a numbering are empty texts. */
const enums = new Map<string, readonly string[]>([
  ['UserType', userTypes],
  ['LogonType', logonTypes],
  ['InternalLogonType', logonTypes],
  ['Scope', ['Online', 'Onprem']],
  ['AuthenticationStatus', outcomes],
  ['OperationStatus', outcomes],
  ['ItemType', ['Invalid', 'File', '', '', '', 'Folder', 'Web', 'Site', 'Tenant', 'DocumentLibrary', '', 'Page']],
  ['AzureActiveDirectoryEventType', ['AccountLogon', 'AzureApplicationAuditEvent']],
  ['AddOnType', ['', 'Bot', 'Connector', 'Tab']],
  ['Members[].Role', ['Member', 'Owner', 'Guest']],
  ['Actor[].Type', identityTypes],
  ['Target[].Type', identityTypes],
]);

/** The word behind a number at a path of AuditData; `undefined` where there is none or the value is a word already. */
export function enumName(path: string, value: string): string | undefined {
  if (!/^\d{1,9}$/.test(value)) return undefined;
  if (path === 'RecordType') return findRecordType(value)?.name;
  return enums.get(path.replace(/\[\d+\]/g, '[]'))?.[Number(value)] || undefined;
}

/** `Delegated (2)`; the value itself where it means nothing else. */
export function withEnumName(path: string, value: string): string {
  const name = enumName(path, value);
  return name ? `${name} (${value})` : value;
}
