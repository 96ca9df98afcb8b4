// Filters as they are added and turned round.

import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import type { Filter, FilterOf } from '~/domain/view/filter';
import type { SortKey } from '~/domain/view/result-view';

/** Values that are shut out of one field stand in one filter; anything else stands on its own, once. */
export function withFilter(filters: readonly Filter[], added: Filter): Filter[] {
  const isSame = (filter: Filter): filter is FilterOf<'isNot'> =>
    filter.op === 'isNot' && added.op === 'isNot' && filter.field === added.field;
  const same = filters.find(isSame);
  if (same && added.op === 'isNot') {
    const values = [...new Set([...same.values, ...added.values])];
    return filters.map((filter) => (filter === same ? { ...same, values } : filter));
  }
  if (filters.some((filter) => JSON.stringify(filter) === JSON.stringify(added))) return [...filters];
  return [...filters, added];
}

/** The other records. */
export function negated(filter: Filter): Filter {
  switch (filter.op) {
    case 'is':
      return { ...filter, op: 'isNot' };
    case 'isNot':
      return { ...filter, op: 'is' };
    case 'exists':
      return { ...filter, op: 'missing' };
    case 'missing':
      return { ...filter, op: 'exists' };
    case 'not':
      return filter.filter;
    case 'aside':
      return { op: 'aside', filter: negated(filter.filter) };
    default:
      return { op: 'not', filter };
  }
}

export function describeSort(catalogue: Catalogue, sort: readonly SortKey[]): string {
  if (sort.length === 0) return 'Not sorted: records stand in the order in which they arrived';
  const keys = sort.map(({ field, descending }) => `${labelOf(catalogue, field)}, ${descending ? 'descending' : 'ascending'}`);
  return `Sorted by ${keys.join(', then by ')}`;
}
