import type { FieldRef } from '~/domain/catalogue/fields';
import { negated, withFilter } from '~/domain/view/change-filters';
import { type Filter, keepOnly } from '~/domain/view/filter';

/** Its records alone. `key` has a value for each field in `by`. */
export function onlyGroup(filters: readonly Filter[], by: readonly FieldRef[], key: readonly string[]): Filter[] {
  return keyFilters(by, key).reduce<Filter[]>(withFilter, [...filters]);
}

/** All but its records. */
export function withoutGroup(filters: readonly Filter[], by: readonly FieldRef[], key: readonly string[]): Filter[] {
  const [first, ...others] = keyFilters(by, key);
  if (!first) return [...filters];
  return withFilter(filters, negated(others.length === 0 ? first : { op: 'all', of: [first, ...others] }));
}

function keyFilters(by: readonly FieldRef[], key: readonly string[]): Filter[] {
  return by.map((field, index) => keepOnly(field, key[index] ?? ''));
}
