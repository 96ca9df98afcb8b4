// What rules call a field, and where it stands in a record. Rules for m365 name properties of AuditData, and most names are simply
// the path: `LogonType`, `Item.ParentFolder.Path`, `Parameters[ForwardTo]` (see json-path.ts). The others are in this table.
//
//   Operation …           the column of it, which has what Graph and CSV files say of a record without AuditData. An activity is
//                         also compared with the name Microsoft shows for it.
//   ip.country …          what follows from the address: ip.network, ip.block and ip.scope, too
//   eventSource           Workload
//   eventName             Operation; of alerts (threat_management, threat_detection) their Name, where there is one
//   status                success or failure: see compile-question.ts
//   RequestType …         what sign-ins have in ExtendedProperties, and others as a property
//   Parameters.ForwardTo  the entry of that name in a list of names and values: Parameters[ForwardTo]
//   Parameters            the whole list as a text of JSON, of which 1,000 characters are looked at, 300 of each entry
//
// A list elsewhere is a text, too: its values with `; ` between them. `Parameters{}.Name: ForwardTo` asks whether there is such an
// entry; other questions about each entry of a list cannot be asked.

import { derivedKeys, type FieldRef } from '~/domain/catalogue/fields';
import { parsePath } from '~/lib/json-path';
import { isAboutAlerts } from './log-source';
import type { LogSource } from './rule-schema';

const named = new Map<string, FieldRef>([
  ['Operation', 'operation'],
  ['UserId', 'user'],
  ['ClientIP', 'ip'],
  ['RecordType', 'recordType'],
  ['UserType', 'userType'],
  ['Workload', 'workload'],
  ['ResultStatus', 'result'],
  ['eventSource', 'workload'],
  ['eventName', 'operation'],
  ...derivedKeys.map((key): [string, FieldRef] => [key, key]),
  ...['RequestType', 'ResultStatusDetail', 'UserAgent', 'UserAuthenticationMethod'].map((name): [string, FieldRef] => [
    name,
    `path:${name}|ExtendedProperties[${name}]`,
  ]),
]);

const entryOf = /^(Parameters|ExtendedProperties|ModifiedProperties|OperationProperties|DeviceProperties)\.(.+)$/;

/** `undefined` for what names no field of a record. */
export function fieldOfRule(name: string, logsource: LogSource): FieldRef | undefined {
  if (name === 'eventName' && isAboutAlerts(logsource)) return 'path:Name|Operation';
  const field = named.get(name);
  if (field) return field;
  const path = name.replace(entryOf, '$1[$2]');
  return path.includes('{}') || path.includes('|') || !parsePath(path) ? undefined : `path:${path}`;
}

/** The list behind `Parameters{}.Name`. */
export function namesOfEntries(name: string): string | undefined {
  return /^(.+)\{\}\.(?:Name|Key)$/.exec(name)?.[1];
}

/** A field kept by the names of its numbers, as AuditData has it: by its number. */
export function asNumber(field: FieldRef): FieldRef {
  if (field === 'recordType') return 'path:RecordType';
  return field === 'userType' ? 'path:UserType' : field;
}
