// Filters as they are added, negated and put into words.

import { displayText } from '~/domain/display';
import { fieldLabel } from '~/domain/fields';
import type { Filter, SortKey } from '~/domain/result-view';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';

/** Values that are shut out of one field stand in one filter; anything else stands on its own, once. */
export function withFilter(filters: readonly Filter[], added: Filter): Filter[] {
  const same = filters.find(({ field, op }) => field === added.field && op === added.op);
  if (same && added.op === 'isNot') {
    const values = [...new Set([...same.values, ...added.values])];
    return filters.map((filter) => (filter === same ? { ...filter, values } : filter));
  }
  if (filters.some((filter) => JSON.stringify(filter) === JSON.stringify(added))) return [...filters];
  return [...filters, added];
}

/** What is said of times has no opposite that could be asked for. */
export function negated(filter: Filter): Filter | undefined {
  switch (filter.op) {
    case 'is':
      return { ...filter, op: 'isNot' };
    case 'isNot':
      return { ...filter, op: 'is' };
    default:
      return undefined;
  }
}

export function describeFilter({ field, op, values }: Filter, zone: TimeZone): string {
  if (op === 'between') {
    const [from, to] = values.map((value) => formatTime(Date.parse(value), zone));
    return `${fieldLabel(field)} from ${from} to ${to} (${zoneIdentifier(zone)})`;
  }
  if (op === 'outsideHours') {
    const [from, to, clock] = values;
    return `${fieldLabel(field)} outside ${from} to ${to} on weekdays (${clock})`;
  }
  const words = values.map((value) => (value === '' ? 'empty' : displayText(field, value)));
  const listed = words.length > 3 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(' or ');
  return `${fieldLabel(field)} is ${op === 'isNot' ? 'not ' : ''}${listed}`;
}

export function describeSort(sort: readonly SortKey[]): string {
  if (sort.length === 0) return 'Not sorted: records stand in the order in which they arrived';
  const keys = sort.map(({ field, descending }) => `${fieldLabel(field)}, ${descending ? 'descending' : 'ascending'}`);
  return `Sorted by ${keys.join(', then by ')}`;
}
