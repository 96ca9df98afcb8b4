// Filters as they are added, turned round, put aside, and chosen from the values of a field.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { EpochMs } from '~/lib/time';
import { type Filter, type FilterOf, keepOnly, leaveOut } from './filter';

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

/** Out of use, and back. */
export function turnedAside(filter: Filter): Filter {
  return filter.op === 'aside' ? filter.filter : { op: 'aside', filter };
}

/** Of one field: the values that filters ask for, and those they shut out. */
export interface ChosenValues {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
}

export function chosenValues(filters: readonly Filter[], field: FieldRef): ChosenValues {
  const valuesOf = (op: 'is' | 'isNot') =>
    filters.flatMap((filter) => (filter.op === op && filter.field === field ? filter.values : []));
  return { included: valuesOf('is'), excluded: valuesOf('isNot') };
}

export type ValueChoice = 'include' | 'exclude' | 'only' | 'drop';

/** One value of a field chosen: among others, shut out, alone, or no longer. Other questions about the field stay. */
export function withChoice(filters: readonly Filter[], field: FieldRef, value: string, choice: ValueChoice): Filter[] {
  const { included, excluded } = chosenValues(filters, field);
  const others = (values: readonly string[]) => values.filter((each) => each.toLowerCase() !== value.toLowerCase());
  const next: ChosenValues = {
    included: choice === 'only' ? [value] : choice === 'include' ? [...others(included), value] : others(included),
    excluded: choice === 'only' ? [] : choice === 'exclude' ? [...others(excluded), value] : others(excluded),
  };
  const inPlace = (made: FilterOf<'is' | 'isNot'>, at: readonly Filter[]): Filter[] => {
    const old = at.find((filter) => filter.op === made.op && filter.field === field);
    const isEmpty = made.values.length === 0;
    if (!old) return isEmpty ? [...at] : [...at, made];
    // What stood in several filters stands in the first of them.
    return at.flatMap((filter) => {
      if (filter === old) return isEmpty ? [] : [made];
      return filter.op === made.op && filter.field === field ? [] : [filter];
    });
  };
  return inPlace(leaveOut(field, ...next.excluded), inPlace(keepOnly(field, ...next.included), filters));
}

export interface TimeRange {
  readonly from: EpochMs;
  /** Excluded. */
  readonly to: EpochMs;
}

/** One range of time in place of those there were; `undefined` for all of it. */
export function withTimeRange(filters: readonly Filter[], range: TimeRange | undefined): Filter[] {
  const others = filters.filter(({ op }) => op !== 'between');
  if (!range) return others;
  const [from, to] = [range.from, range.to].map((time) => new Date(time).toISOString());
  return [...others, { field: 'time', op: 'between', from, to }];
}

/** What filters leave of time, where both ends are said. */
export function timeRangeOf(filters: readonly Filter[]): TimeRange | undefined {
  const between = filters.find((filter) => filter.op === 'between');
  if (between?.from === undefined || between.to === undefined) return undefined;
  return { from: Date.parse(between.from), to: Date.parse(between.to) };
}

/** One step out: three times as long, around the same middle. */
export function widened({ from, to }: TimeRange): TimeRange {
  return { from: from - (to - from), to: to + (to - from) };
}
