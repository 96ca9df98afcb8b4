// The words behind the numbers that the service writes where it means words.

import { enumRows } from './enum-names.data';
import { findRecordType, recordTypeWords } from './record-types';
import { userTypes } from './user-types';

/** By path with the list positions taken out, then by the number as it is written. */
const enums = new Map<string, ReadonlyMap<string, string>>([
  ['UserType', new Map(userTypes.map((name, number) => [String(number), name]))],
]);
for (const [paths, names] of enumRows) {
  const byNumber = new Map(names.map(([number, name]) => [String(number), name]));
  for (const path of paths) enums.set(path, byNumber);
}

/** The word behind a number at a path of AuditData; `undefined` where there is none or the value is a word already. */
export function enumName(path: string, value: string): string | undefined {
  if (!/^-?\d{1,9}$/.test(value)) return undefined;
  if (path === 'RecordType') return findRecordType(value) && recordTypeWords(value);
  return enums.get(path.replace(/\[\d+\]/g, '[]'))?.get(value);
}

/** `Delegated (2)`; the value itself where it means nothing else. */
export function withEnumName(path: string, value: string): string {
  const name = enumName(path, value);
  return name ? `${name} (${value})` : value;
}
