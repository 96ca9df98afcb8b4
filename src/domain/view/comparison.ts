// What sets some records apart from others: values that are more frequent among the one than chance would have it.

import type { FieldRef } from '~/domain/catalogue/fields';
import { type TimeRange, timeRangeOf, withTimeRange } from './change-filters';
import { type Filter, isAbout } from './filter';
import type { FieldCounts } from './overview';

/** With what records are compared: all others, the same time just before, or another range of time. */
export type ComparedWith = 'rest' | 'before' | TimeRange;

/** Keeps the records that are compared with those that pass `text` and `filters`; `undefined` where there is nothing to compare. */
export function otherSide(text: string, filters: readonly Filter[], other: ComparedWith): Filter[] | undefined {
  const all: Filter[] = text === '' ? [...filters] : [...filters, { op: 'text', text }];
  if (other === 'rest') return all.length === 0 ? undefined : [{ op: 'not', filter: { op: 'all', of: all } }];
  if (other !== 'before') return withTimeRange(all, other);
  const range = timeRangeOf(filters);
  return range && withTimeRange(all, { from: range.from - (range.to - range.from), to: range.from });
}

/** Fields worth a comparison: those that filters ask about differ for certain. */
export function comparedFields(fields: readonly FieldRef[], filters: readonly Filter[]): FieldRef[] {
  return fields.filter((field) => !filters.some((filter) => isAbout(filter, field)));
}

export interface Difference {
  readonly field: FieldRef;
  /** As the side spells it on which it is more frequent. */
  readonly value: string;
  /** Records with the value. */
  readonly here: number;
  readonly there: number;
  /** The same of all records of that side: 0 to 1. */
  readonly shareHere: number;
  readonly shareThere: number;
  /** How much the shares tell: the G of a likelihood-ratio test. */
  readonly weight: number;
}

/** Less happens by chance once in a thousand times: the 0.999 quantile of the chi-squared distribution with one degree of freedom. */
const leastWeight = 10.83;

/**
 * Values of which the shares differ by more than chance, those that tell the most first. Both sides must tell the number of every
 * value either of them tells.
 */
export function differencesIn(field: FieldRef, here: FieldCounts, there: FieldCounts): Difference[] {
  const countsThere = new Map(there.values.map((each) => [each.value.toLowerCase(), each]));
  const differences = here.values.map(({ value, count }): Difference => {
    const other = countsThere.get(value.toLowerCase());
    const [a, b] = [count, other?.count ?? 0];
    const [shareHere, shareThere] = [shareOf(a, here.outOf), shareOf(b, there.outOf)];
    const spelled = shareThere > shareHere ? (other?.value ?? value) : value;
    const weight = weightOf(a, here.outOf, b, there.outOf);
    return { field, value: spelled, here: a, there: b, shareHere, shareThere, weight };
  });
  return mostTelling(differences.filter(({ weight }) => weight >= leastWeight));
}

/** The first are those that tell the most. */
export function mostTelling(differences: readonly Difference[]): Difference[] {
  return [...differences].sort((a, b) => b.weight - a.weight);
}

function shareOf(count: number, outOf: number): number {
  return outOf > 0 ? count / outOf : 0;
}

/** Of `a` out of `all` beside `b` out of `others`. Nothing can be said beside nothing. */
function weightOf(a: number, all: number, b: number, others: number): number {
  if (all === 0 || others === 0) return 0;
  const share = (a + b) / (all + others);
  const part = (found: number, expected: number) => (found > 0 ? found * Math.log(found / expected) : 0);
  return (
    2 *
    (part(a, all * share) + part(all - a, all * (1 - share)) + part(b, others * share) + part(others - b, others * (1 - share)))
  );
}
