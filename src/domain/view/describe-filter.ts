// Filters and orders in words.

import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import { excludedAbove, excludedBelow } from '~/lib/next-number';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import type { FieldFilter, Filter, FilterOf } from './filter';
import type { SortKey } from './result-view';

/** Of more of them, the first three are named: lists of indicators have hundreds. */
const mostAlternatives = 10;

/** As a pill and a sentence say it. */
export function describeFilter(catalogue: Catalogue, filter: Filter, zone: TimeZone): string {
  const partly = (part: Filter) => {
    const words = describeFilter(catalogue, part, zone);
    return part.op === 'any' || part.op === 'all' ? `(${words})` : words;
  };
  switch (filter.op) {
    case 'text':
      return `${filter.whole ? 'Whole text' : 'Text'} “${filter.text}”`;
    case 'any': {
      if (filter.of.length === 0) return 'Nothing';
      if (filter.of.length <= mostAlternatives) return filter.of.map(partly).join(' or ');
      const named = filter.of.slice(0, 3).map(partly);
      return `${named.join(' or ')} or ${filter.of.length - named.length} more`;
    }
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
      return numberWords(filter);
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

function numberWords({ atLeast, atMost }: FilterOf<'number'>): string {
  const written = (bound: number) => bound.toLocaleString('en-US', precise);
  if (atLeast !== undefined && atMost !== undefined) return `is between ${written(atLeast)} and ${written(atMost)}`;
  if (atLeast !== undefined) {
    const below = excludedBelow(atLeast);
    return below === undefined ? `is at least ${written(atLeast)}` : `is more than ${written(below)}`;
  }
  if (atMost === undefined) return 'is a number';
  const above = excludedAbove(atMost);
  return above === undefined ? `is at most ${written(atMost)}` : `is less than ${written(above)}`;
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
