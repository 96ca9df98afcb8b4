// Filters and orders in words.

import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import type { FieldFilter, Filter, FilterOf } from './filter';
import type { SortKey } from './result-view';

/** As a pill and a sentence say it. */
export function describeFilter(catalogue: Catalogue, filter: Filter, zone: TimeZone): string {
  const partly = (part: Filter) => {
    const words = describeFilter(catalogue, part, zone);
    return part.op === 'any' || part.op === 'all' ? `(${words})` : words;
  };
  switch (filter.op) {
    case 'text':
      return `Text “${filter.text}”`;
    case 'any':
      return filter.of.length === 0 ? 'Nothing' : filter.of.map(partly).join(' or ');
    case 'all':
      return filter.of.length === 0 ? 'Everything' : filter.of.map(partly).join(' and ');
    case 'not':
      return `Not ${partly(filter.filter)}`;
    case 'aside':
      return describeFilter(catalogue, filter.filter, zone);
    case 'sameAs':
      return `${labelOf(catalogue, filter.field)} is the same as ${labelOf(catalogue, filter.other)}`;
    default:
      return `${labelOf(catalogue, filter.field)} ${predicate(filter, zone)}`;
  }
}

function predicate(filter: Exclude<FieldFilter, FilterOf<'sameAs'>>, zone: TimeZone): string {
  switch (filter.op) {
    case 'is':
      return `is ${listed(filter)}`;
    case 'isNot':
      return `is not ${listed(filter)}`;
    case 'contains':
      return `contains “${filter.text}”`;
    case 'startsWith':
      return `begins with “${filter.text}”`;
    case 'endsWith':
      return `ends with “${filter.text}”`;
    case 'matches':
      return `matches /${filter.pattern}/${filter.flags}`;
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
