import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type Difference, differencesIn, mostTelling } from '~/domain/view/comparison';
import type { Filter } from '~/domain/view/filter';
import type { FacetAsked, FieldCounts } from '~/domain/view/overview';
import { wholeSet } from '~/domain/view/result-view';
import type { RecordView } from '~/engine/record-set';
import type { HeldRecordSet } from './held-record-sets';
import { inThisBrowser } from './in-this-browser';
import type { ShownView } from './view-follower';

export interface Comparison {
  /** Records on either side. */
  readonly here: number;
  readonly there: number;
  /** In all fields together, those that tell the most first. */
  readonly differences: readonly Difference[];
}

/** Of each side; what is rarer on both can hardly tell them apart. */
const mostValues = 300;

/** The records of a view beside those that pass `there`. Not asked for without either. */
export function comparisonQuery(
  { id, set }: HeldRecordSet,
  shown: ShownView | undefined,
  there: readonly Filter[] | undefined,
  fields: readonly FieldRef[],
) {
  return queryOptions({
    ...inThisBrowser,
    queryKey: ['comparison', id, shown?.version, there, fields] as const,
    enabled: shown !== undefined && there !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      if (!shown || !there) throw new Error('A query that is not enabled was asked.');
      const other = set.open({ ...wholeSet, filters: [...there] }, signal);
      try {
        return await compareViews(shown.view, other, fields, signal);
      } finally {
        other.close();
      }
    },
  });
}

/** None of the fields may be one that the views' filters ask about: a facet is counted without them. */
export async function compareViews(
  here: RecordView,
  there: RecordView,
  fields: readonly FieldRef[],
  signal?: AbortSignal,
): Promise<Comparison> {
  const ask = async (asked: readonly FacetAsked[]): Promise<readonly [FieldCounts[], FieldCounts[]]> => {
    const overviews = await Promise.all([here, there].map((view) => view.overview({ facets: asked }, signal)));
    const [one = [], other = []] = overviews.map(({ facets }) => [...facets]);
    return [one, other];
  };
  const [firstHere, firstThere] = await ask(fields.map((field) => ({ field, limit: mostValues })));
  // What is frequent on one side may be rare on the other, and is counted there as well.
  const always = fields.map((_, at) => valuesOf(firstHere[at], firstThere[at]));
  const [allHere, allThere] = await ask(fields.map((field, at) => ({ field, limit: 0, always: always[at] ?? [] })));
  return {
    here: allHere[0]?.outOf ?? 0,
    there: allThere[0]?.outOf ?? 0,
    differences: mostTelling(
      fields.flatMap((field, at) => {
        const [one, other] = [allHere[at], allThere[at]];
        return one && other ? differencesIn(field, one, other) : [];
      }),
    ),
  };
}

/** Each once, whatever its case. */
function valuesOf(...sides: readonly (FieldCounts | undefined)[]): string[] {
  const values = new Map<string, string>();
  for (const side of sides)
    for (const { value } of side?.values ?? []) if (!values.has(value.toLowerCase())) values.set(value.toLowerCase(), value);
  return [...values.values()];
}
