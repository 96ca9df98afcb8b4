import { type Catalogue, fieldOf, isListed } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';

/** As they are mostly asked for. */
const telling: readonly FieldRef[] = [
  'user',
  'operation',
  'ip',
  'recordType',
  'result',
  'workload',
  'path:MailboxOwnerUPN',
  'path:LogonType',
];

/** What records can be put together by: the most telling first, then what else there is and what was made a column. */
export function groupFields(catalogue: Catalogue, columns: readonly FieldRef[]): FieldRef[] {
  const listed = catalogue.fields.map(({ key }) => key);
  const all = new Set([...telling.filter((field) => isListed(catalogue, field)), ...listed, ...columns]);
  return [...all].filter((field) => field !== 'id' && !['time', 'json'].includes(fieldOf(catalogue, field).kind));
}

/** What is counted of each group unless somebody asks for something else: from how many addresses, else by how many people. */
export function usualDistinct(by: readonly FieldRef[]): FieldRef {
  const usual: readonly FieldRef[] = ['user', 'ip', 'operation'];
  return usual.find((field) => !by.includes(field)) ?? 'item';
}
