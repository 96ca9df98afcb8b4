// Filters as they are added, negated and put into words.

import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { Filter, FilterOf, SortKey } from '~/domain/view/result-view';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';

/** Values that are shut out of one field stand in one filter; anything else stands on its own, once. */
export function withFilter(filters: readonly Filter[], added: Filter): Filter[] {
  const isSame = (filter: Filter): filter is FilterOf<'isNot'> => filter.op === 'isNot' && filter.field === added.field;
  const same = filters.find(isSame);
  if (same && added.op === 'isNot') {
    const values = [...new Set([...same.values, ...added.values])];
    return filters.map((filter) => (filter === same ? { ...same, values } : filter));
  }
  if (filters.some((filter) => JSON.stringify(filter) === JSON.stringify(added))) return [...filters];
  return [...filters, added];
}

/** `undefined` where no filter says the opposite. */
export function negated(filter: Filter): Filter | undefined {
  switch (filter.op) {
    case 'is':
      return { ...filter, op: 'isNot' };
    case 'isNot':
      return { ...filter, op: 'is' };
    case 'exists':
      return { ...filter, op: 'missing' };
    case 'missing':
      return { ...filter, op: 'exists' };
    default:
      return undefined;
  }
}

export function describeFilter(catalogue: Catalogue, filter: Filter, zone: TimeZone): string {
  return `${labelOf(catalogue, filter.field)} ${predicate(filter, zone)}`;
}

function predicate(filter: Filter, zone: TimeZone): string {
  switch (filter.op) {
    case 'is':
      return `is ${listed(filter)}`;
    case 'isNot':
      return `is not ${listed(filter)}`;
    case 'contains':
      return `contains “${filter.text}”`;
    case 'exists':
      return 'has a value';
    case 'missing':
      return 'has no value';
    case 'inRange':
      return `is in ${filter.range}`;
    case 'number':
      return between(filter.atLeast?.toLocaleString('en-US', precise), filter.atMost?.toLocaleString('en-US', precise));
    case 'between':
      return `${fromTo(timeWords(filter.from, zone), timeWords(filter.to, zone))} (${zoneIdentifier(zone)})`;
    case 'outsideHours':
      return `outside ${filter.from} to ${filter.to} on weekdays (${filter.zone})`;
  }
}

function listed({ field, values }: FilterOf<'is' | 'isNot'>): string {
  const words = values.map((value) => (value === '' ? 'empty' : displayText(field, value)));
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(' or ');
}

const precise = { maximumFractionDigits: 20 };

function between(least: string | undefined, most: string | undefined): string {
  if (least !== undefined && most !== undefined) return `is between ${least} and ${most}`;
  if (least !== undefined) return `is at least ${least}`;
  return most === undefined ? 'is a number' : `is at most ${most}`;
}

function timeWords(instant: string | undefined, zone: TimeZone): string | undefined {
  return instant === undefined ? undefined : formatTime(Date.parse(instant), zone);
}

function fromTo(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `from ${from} to ${to}`;
  if (from !== undefined) return `from ${from} on`;
  return to === undefined ? 'at any time' : `before ${to}`;
}

export function describeSort(catalogue: Catalogue, sort: readonly SortKey[]): string {
  if (sort.length === 0) return 'Not sorted: records stand in the order in which they arrived';
  const keys = sort.map(({ field, descending }) => `${labelOf(catalogue, field)}, ${descending ? 'descending' : 'ascending'}`);
  return `Sorted by ${keys.join(', then by ')}`;
}
