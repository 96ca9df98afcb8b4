// The catalogue of criteria: what can be asked of the service, once, in the order of the form. The type of a query, its checks,
// its words, the Graph request and the way back from it, the PowerShell, the address and the fields of the form are derived
// from it; adding a criterion is adding an entry. Plain values, no JSX.
//
// Not an entry: the name of a search, which chooses no record and is given by the portal when nobody gives one.

import { friendlyNameOf } from '~/domain/catalogue/activities';
import { findRecordType, recordTypeName } from '~/domain/catalogue/record-types';
import { workloadName } from '~/domain/catalogue/workloads';
import {
  checkAdminUnits,
  checkIpAddresses,
  checkKeyword,
  checkObjects,
  checkOperations,
  checkRecordTypes,
  checkUsers,
} from './criterion-checks';
import { recordTypeOptions, workloadOptions } from './criterion-options';
import type { FilterCriterion, ListCriterion, SearchCriterion, TextCriterion, TimeCriterion } from './search-criterion';

export const searchCriteria = {
  /** Instants are ISO 8601 UTC to the minute or finer, or empty while incomplete. */
  start: {
    kind: 'time',
    graph: 'filterStartDateTime',
    powerShell: 'StartDate',
    url: 'from',
    missing: 'Enter the date and time to search from.',
  },
  /** Excluded by the service. */
  end: {
    kind: 'time',
    graph: 'filterEndDateTime',
    powerShell: 'EndDate',
    url: 'to',
    missing: 'Enter the date and time to search to.',
  },
  /** The form has a field of friendly names beside it, a second view of the same list. */
  operations: {
    kind: 'list',
    label: 'Activities – operation names',
    hint: 'Exact names, also ones that are not listed.',
    graph: 'operationFilters',
    powerShell: 'Operations',
    url: 'op',
    said: { as: 'activities', noun: 'activity', nouns: 'activities', nameOf: askedActivity },
    check: checkOperations,
  },
  /** Microsoft's names (`OMEPortal`), or whatever was typed when the portal does not know the type. */
  recordTypes: {
    kind: 'list',
    label: 'Record types',
    hint: 'By name or number. Narrows the activities above.',
    graph: 'recordTypeFilters',
    normal: recordTypeName,
    toGraph: (name: string) => findRecordType(name)?.graphName ?? name,
    powerShell: 'RecordType',
    url: 'type',
    said: { as: 'records', noun: 'record type', nameOf: recordTypeName },
    options: recordTypeOptions,
    check: checkRecordTypes,
  },
  users: {
    kind: 'list',
    label: 'Users',
    hint: 'User principal names. Paste a list. Empty: anyone.',
    graph: 'userPrincipalNameFilters',
    powerShell: 'UserIds',
    url: 'user',
    said: { as: 'by', noun: 'user', any: 'by anyone' },
    check: checkUsers,
  },
  /** Or any other object ids; a trailing or leading `*` is a wildcard. */
  objects: {
    kind: 'list',
    label: 'File, folder, or site',
    hint: 'A full address, a site with /*, or a part between *.',
    keepsCommas: true,
    graph: 'objectIdFilters',
    powerShell: 'ObjectIds',
    url: 'item',
    said: { as: 'on', noun: 'item' },
    check: checkObjects,
  },
  ipAddresses: {
    kind: 'list',
    label: 'IP addresses',
    hint: 'IPv4 or IPv6, single or as a range: 203.0.113.0/24.',
    graph: 'ipAddressFilters',
    powerShell: 'IPAddresses',
    url: 'ip',
    said: { as: 'from', noun: 'address', nouns: 'addresses' },
    check: checkIpAddresses,
  },
  keyword: {
    kind: 'text',
    label: 'Keyword search',
    hint: 'Words in the common properties of a record, not in AuditData. * stands for anything.',
    graph: 'keywordFilter',
    powerShell: 'FreeText',
    url: 'q',
    said: (words: string) => `containing “${words}”`,
    check: checkKeyword,
  },
  workloads: {
    kind: 'list',
    label: 'Workloads',
    hint: 'The services where it happened. Empty: all.',
    isFolded: true,
    // One is in the documents, the other in answers of some versions.
    graph: 'serviceFilters',
    graphAlias: 'serviceFilter',
    url: 'service',
    said: { as: 'in', noun: 'workload', nameOf: workloadName },
    options: workloadOptions,
    labelOf: workloadName,
  },
  adminUnits: {
    kind: 'list',
    label: 'Admin units',
    hint: 'Object IDs. Empty: all.',
    isFolded: true,
    graph: 'administrativeUnitIdFilters',
    url: 'unit',
    said: { as: 'within', noun: 'admin unit', isCounted: true },
    check: checkAdminUnits,
  },
} as const satisfies Record<string, SearchCriterion>;

export type SearchCriteria = typeof searchCriteria;
export type CriterionKey = keyof SearchCriteria;

type KeyOf<Kind extends SearchCriterion> = {
  [Key in CriterionKey]: SearchCriteria[Key] extends Kind ? Key : never;
}[CriterionKey];
export type ListKey = KeyOf<ListCriterion>;
export type TextKey = KeyOf<TextCriterion>;
export type TimeKey = KeyOf<TimeCriterion>;
/** Of what chooses among the records of the range. */
export type FilterKey = ListKey | TextKey;

// The catalogue is a constant: it has no keys but those of its type.
const criterionKeys = Object.keys(searchCriteria) as CriterionKey[];

export const isListKey = (key: CriterionKey): key is ListKey => searchCriteria[key].kind === 'list';
const isText = (key: CriterionKey): key is TextKey => searchCriteria[key].kind === 'text';
const isTime = (key: CriterionKey): key is TimeKey => searchCriteria[key].kind === 'time';

/** In the order of the form, as all of these. */
export const filterKeys = criterionKeys.filter((key) => isListKey(key) || isText(key));
export const listKeys = criterionKeys.filter(isListKey);
export const textKeys = criterionKeys.filter(isText);
export const timeKeys = criterionKeys.filter(isTime);

/** An entry by what all lists may have, rather than what this one has; so are the other two. */
export function listCriterion(key: ListKey): ListCriterion {
  return searchCriteria[key];
}

export function textCriterion(key: TextKey): TextCriterion {
  return searchCriteria[key];
}

export function filterCriterion(key: FilterKey): FilterCriterion {
  return searchCriteria[key];
}

/** The service takes exact names: one that has no friendly name is said as it was typed. */
function askedActivity(operation: string): string {
  return friendlyNameOf(operation) || operation;
}
