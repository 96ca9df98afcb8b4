// What a user does for the first time, or hardly ever: fields that no record says by itself, since they follow from all records of a
// set together. A value is known for a user by pairs of the two, which differ in case or not.
//
//   New    from the user's first record with the value, for a day; unless the user was not recorded for a day before that
//   Rare   not new, in at most 10 of the user's records, and in at most 1 % of those that have any value there
//
// For a day, because the one record in which an attacker's address comes up first tells little without what was done from there;
// and only after a day, because of a user who has just turned up everything is new.

import { dayMs } from '~/lib/time';
import { propertyField } from './catalogue';
import type { FieldRef, SeenKey } from './fields';

export const seenMarks = ['New', 'Rare'] as const;

export type SeenMark = (typeof seenMarks)[number];

export const seenRules = { newForMs: dayMs, knownForMs: dayMs, rareRecords: 10, rarePercent: 1 } as const;

/** What is new or rare for the user. */
export const seenOf = {
  'seen.ip': 'ip',
  'seen.country': 'ip.country',
  'seen.network': 'ip.network',
  'seen.client': 'path:UserAgent|ExtendedProperties[UserAgent]|ClientInfoString',
  'seen.operation': 'operation',
} as const satisfies Readonly<Record<SeenKey, FieldRef>>;

const help = 'New for a day from the user’s first record with it; Rare in at most 10 of the user’s records and 1 % of them.';

export const seenFields = [
  propertyField('seen.ip', { label: 'IP address for the user', width: 150, help }),
  propertyField('seen.country', { label: 'Country for the user', width: 150, help, needs: 'country' }),
  propertyField('seen.network', { label: 'Network for the user', width: 150, help, needs: 'network' }),
  propertyField('seen.client', { label: 'Client for the user', width: 150, help }),
  propertyField('seen.operation', { label: 'Activity for the user', width: 150, help }),
].map((field) => ({ ...field, paths: [] }));
