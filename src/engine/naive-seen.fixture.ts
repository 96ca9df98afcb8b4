// What is new and rare for a user, found out the obvious way: by looking at all records again for each.

import { type FieldRef, isSeenKey, type SeenKey } from '~/domain/catalogue/fields';
import { type SeenMark, seenOf, seenRules } from '~/domain/catalogue/seen-fields';
import type { NaiveRecord } from './naive-records.fixture';

/** All records of a set, which by that know what is new and rare among them. */
export function withSeen<R extends NaiveRecord>(all: readonly R[]): R[] {
  return all.map((record) => ({
    ...record,
    value: (field: FieldRef) => (isSeenKey(field) ? markOf(all, record, field) : record.value(field)),
  }));
}

function markOf(all: readonly NaiveRecord[], record: NaiveRecord, key: SeenKey): SeenMark | '' {
  const field = seenOf[key];
  const lower = (each: NaiveRecord, of: FieldRef) => each.value(of).toLowerCase();
  if (record.value('user') === '' || record.value(field) === '') return '';
  const ofUser = all.filter((each) => lower(each, 'user') === lower(record, 'user'));
  const alike = ofUser.filter((each) => lower(each, field) === lower(record, field));
  const first = Math.min(...alike.map(({ time }) => time));
  const since = Math.min(...ofUser.map(({ time }) => time));
  if (first - since >= seenRules.knownForMs && record.time - first < seenRules.newForMs) return 'New';
  const share = (alike.length / ofUser.filter((each) => each.value(field) !== '').length) * 100;
  return alike.length <= seenRules.rareRecords && share <= seenRules.rarePercent ? 'Rare' : '';
}
