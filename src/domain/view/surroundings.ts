// What happened around a record: the same user, address, session or item, some time before and after it.

import type { FieldRef } from '~/domain/catalogue/fields';
import { correlationField, sessionField } from '~/domain/catalogue/joined-fields';
import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { type Filter, keepOnly } from './filter';
import { type Envelope, type FilterTarget, valueInRecord } from './filter-target';

/** What records around one may share with it, the most telling first. */
const pivots: readonly (readonly [field: FieldRef, name: string])[] = [
  ['user', 'user'],
  ['ip', 'IP address'],
  [sessionField, 'session'],
  [correlationField, 'correlation'],
  ['item', 'item'],
];

/** Something that other records can have in common with one. */
export interface Pivot extends FilterTarget {
  /** As in "same user". */
  readonly name: string;
}

/** Of one record: those it has a value for. */
export function pivotsOf(auditData: unknown, envelope: Envelope): Pivot[] {
  return pivots.flatMap(([field, name]) => {
    const value = valueInRecord(field, auditData, envelope);
    return value === '' ? [] : [{ field, name, value }];
  });
}

/** What ties records together over a longer time: the session of a sign-in, or one act. */
export function tiesOf(auditData: unknown, envelope: Envelope): Pivot[] {
  return pivotsOf(auditData, envelope).filter(({ field }) => field === sessionField || field === correlationField);
}

/** How far around. */
export const surroundings = [
  { name: '5 minutes', kind: 'within', ms: 5 * minuteMs },
  { name: '1 hour', kind: 'within', ms: hourMs },
  { name: 'Same day (UTC)', kind: 'day', ms: dayMs },
] as const;

export type Surrounding = (typeof surroundings)[number];

/** Records so far around a moment; the end is a millisecond later, so that the moment's own distance is within. */
export function timeAround(time: EpochMs, { kind, ms }: Surrounding): Filter {
  const start = Math.floor(time / ms) * ms;
  const [from, to] = kind === 'day' ? [start, start + ms] : [time - ms, time + ms + 1];
  return { field: 'time', op: 'between', from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** Of the same value of a field, or of any where there is none. */
export function filtersAround(time: EpochMs, around: Surrounding, same?: FilterTarget): Filter[] {
  return [...(same ? [keepOnly(same.field, same.value)] : []), timeAround(time, around)];
}
