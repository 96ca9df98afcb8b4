// What fields are called in a search text: short names for what every record has, and the path of any property of AuditData.
// A name in quotes is always a path, so no short name hides a property.

import { type Catalogue, isListed } from '~/domain/catalogue/catalogue';
import { auditDataPath, type FieldRef, isFieldKey } from '~/domain/catalogue/fields';
import { seenOf } from '~/domain/catalogue/seen-fields';
import { parsePath, splitAlternatives } from '~/lib/json-path';
import { inQuotes, tokensOf } from './tokens-of';

/** The first name of a field is the one that is written. */
export const shortNames: readonly (readonly [field: FieldRef, ...names: string[]])[] = [
  ['user', 'user'],
  ['operation', 'op', 'activity', 'operation'],
  ['ip', 'ip'],
  ['ip.block', 'block', 'ip.block'],
  ['ip.scope', 'scope', 'ip.scope'],
  ['ip.country', 'country', 'ip.country'],
  ['ip.network', 'network', 'ip.network'],
  ['item', 'item'],
  ['detail', 'detail'],
  ['recordType', 'type', 'recordtype'],
  ['workload', 'workload'],
  ['result', 'result'],
  ['userType', 'usertype'],
  ['adminUnits', 'unit', 'adminunits'],
  ['id', 'id'],
  ['time', 'time'],
  ['path:FileSizeBytes|Item.SizeInBytes', 'size'],
  [seenOf['seen.client'], 'client'],
  ['seen.ip', 'seen.ip'],
  ['seen.country', 'seen.country'],
  ['seen.network', 'seen.network'],
  ['seen.client', 'seen.client'],
  ['seen.operation', 'seen.op', 'seen.activity'],
];

/** Names that are no field, but a question: with what they ask, as a list of suggestions says it. */
export const questionNames = new Map([
  ['after', 'Date, from then on'],
  ['before', 'Date, until then'],
  ['on', 'Date, of a day or an hour'],
  ['outside', 'Date, outside office hours'],
  ['same', 'Two fields with the same value'],
  ['whole', 'A text that is no piece of a longer one'],
  ['aside', 'Put aside for a moment'],
  ['is', 'Everything, or nothing'],
]);

/** Letters are the same large and small, but where the source lists a property that is spelled just so. `undefined` for no path. */
export function fieldNamed(name: string, quoted: boolean, catalogue: Catalogue): FieldRef | undefined {
  const path: FieldRef = `path:${name}`;
  if (!quoted && !isListed(catalogue, path)) {
    const lower = name.toLowerCase();
    const [short] = shortNames.find(([field, ...names]) => names.includes(lower) && isAsked(catalogue, field)) ?? [];
    const listed = short ?? catalogue.fields.find(({ key }) => key.toLowerCase() === path.toLowerCase())?.key;
    if (listed) return listed;
  }
  return splitAlternatives(name).some(parsePath) ? path : undefined;
}

/** The name of a field, without the colon, as `fieldNamed` reads it. */
export function nameOfField(field: FieldRef, catalogue: Catalogue): string {
  const [, short] = shortNames.find(([each]) => each === field && isAsked(catalogue, each)) ?? [];
  if (short !== undefined) return short;
  const path = auditDataPath(field) ?? field;
  const [first] = tokensOf(`${path}:x`);
  const isName =
    first?.kind === 'field' && first.to === path.length + 1 && !first.quoted && !questionNames.has(path.toLowerCase());
  // What could be part of an address is taken for one together with some values; the others are something else among values.
  const isSafe = !/^[\da-f]{1,4}$|[\s()]|^or$/i.test(path) && fieldNamed(path, false, catalogue) === field;
  return isName && isSafe ? path : inQuotes(path);
}

/** Every source has the fields of every record; a property has a short name where the source lists it. */
function isAsked(catalogue: Catalogue, field: FieldRef): boolean {
  return isFieldKey(field) || isListed(catalogue, field);
}
