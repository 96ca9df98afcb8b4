// What is asked of the engine and of engines that others wrote for the browser, each in a worker of its own. A question begins
// where nothing is known but the records, so that finding those of a filter is a part of it.

import type { FieldRef } from '~/domain/catalogue/fields';
import type { Question } from './measure';
import { halfOfTheTypes, overviewFields } from './measure-overview';

export const facetValues = 200;
export const groupWindow = 1000;
export const groupFields = ['user', 'operation'] as const satisfies readonly FieldRef[];

export interface Rival {
  append(page: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All pages have come. */
  ready(): Promise<void>;
  /** All records, or those of some record types. A facet of record types is about all, as on the screen. */
  overview(recordTypes: readonly string[] | undefined): Promise<RivalOverview>;
  groups(recordTypes: readonly string[] | undefined): Promise<RivalGroups>;
  /** Whatever the last answer left standing; not timed. */
  forget(): Promise<void>;
}

export interface RivalOverview {
  /** By field, the counts of the most frequent values, the highest first. */
  readonly facets: readonly (readonly number[])[];
  /** Weeks from Monday in UTC. */
  readonly weeks: readonly { readonly from: number; readonly count: number }[];
}

export interface RivalGroups {
  readonly groupCount: number;
  /** The first by count. */
  readonly groups: readonly { readonly count: number; readonly first: number; readonly last: number }[];
}

export function rivalQuestions(rival: Rival): Question[] {
  const kinds = [
    ['half of the record types', halfOfTheTypes],
    ['all records', () => undefined],
  ] as const;
  const prepare = () => rival.forget();
  return kinds.flatMap(([which, types]) => [
    {
      name: `8 facets and a timeline of ${which}`,
      prepare,
      ask: (round) => rival.overview(types(round)).then((overview) => ({ answer: overviewText(overview) })),
    },
    {
      name: `the 1,000 largest groups by user and operation, of ${which}`,
      prepare,
      ask: (round) => rival.groups(types(round)).then((groups) => ({ answer: groupsText(groups) })),
    },
  ]);
}

/** Depends on every count and on its place. */
function overviewText({ facets, weeks }: RivalOverview): string {
  const each = facets.map((counts, at) => `${overviewFields[at]} ${counts.length}: ${weighted(counts)}`);
  const inWeeks = weeks.reduce((sum, { from, count }) => sum + (from / 3_600_000) * count, 0);
  return `${each.join(', ')}, weeks: ${inWeeks}`;
}

/** Which of the groups as large as the smallest are among these is up to the contender. */
function groupsText({ groupCount, groups }: RivalGroups): string {
  const least = groups.at(-1)?.count ?? 0;
  const larger = groups.filter(({ count }) => count > least);
  const times = larger.reduce((sum, { count, first, last }) => sum + count * (last / 1000 - (2 * first) / 1000), 0);
  return `${groupCount} groups, counts ${weighted(groups.map(({ count }) => count))}, times ${times}`;
}

function weighted(counts: readonly number[]): number {
  return counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
}
