// The rows of the list of searches: what the service says of each and what this browser remembers, filtered and sorted.

import { isFinal, type Search, type SearchStatus } from '~/api/audit-searches';
import { describeQuery } from '~/domain/query/describe-query';
import { ownValue } from '~/lib/own-value';
import type { EpochMs } from '~/lib/time';
import type { SearchJournal } from './search-journal';

export interface SearchRow {
  readonly search: Search;
  readonly name: string;
  /** What it asked for, in words. */
  readonly about: string;
  readonly isFinal: boolean;
  readonly createdAt: EpochMs | undefined;
  readonly createdBy: string | undefined;
  readonly finishedAt: EpochMs | undefined;
  readonly recordCount: number | undefined;
  /** The service's estimate rather than a count. */
  readonly isCountApproximate: boolean;
}

export const statusWords: Record<SearchStatus, string> = {
  notStarted: 'Queued',
  running: 'In progress',
  succeeded: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknownFutureValue: 'Unknown',
};

export function toRows(searches: readonly Search[], journal: SearchJournal): readonly SearchRow[] {
  return searches.map((search) => {
    const known = ownValue(journal, search.id);
    // While it runs the service estimates nothing, and says so with a zero.
    const estimate = search.status === 'succeeded' ? search.approximateCount : undefined;
    return {
      search,
      name: search.name || 'Search without a name',
      about: describeQuery(search.query),
      isFinal: isFinal(search.status),
      createdAt: known?.createdAt,
      createdBy: known?.createdBy,
      finishedAt: known?.finishedAt,
      recordCount: known?.recordCount ?? estimate,
      isCountApproximate: known?.recordCount === undefined && estimate !== undefined,
    };
  });
}

export const sortColumns = ['name', 'status', 'time', 'results', 'created', 'by'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface RowSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Without case; in the name, the criteria, the status and who searched. */
export function filterRows(rows: readonly SearchRow[], text: string): readonly SearchRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ search, name, about, createdBy }) => {
    const all = [name, about, statusWords[search.status], createdBy ?? ''].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** What is not known comes last whichever way it is sorted; equal rows keep the service's order. */
export function sortRows(rows: readonly SearchRow[], { column, descending }: RowSort, now: EpochMs): readonly SearchRow[] {
  return rows.toSorted((a, b) => {
    const left = sortValue(a, column, now);
    const right = sortValue(b, column, now);
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    const order = typeof left === 'string' ? left.localeCompare(String(right), 'en', { numeric: true }) : left - Number(right);
    return descending ? -order : order;
  });
}

function sortValue(row: SearchRow, column: SortColumn, now: EpochMs): string | number | undefined {
  switch (column) {
    case 'name':
      return row.name;
    case 'status':
      return statusWords[row.search.status];
    case 'time':
      return searchTimeMs(row, now);
    case 'results':
      return row.recordCount;
    case 'created':
      return row.createdAt;
    case 'by':
      return row.createdBy;
  }
}

/** How long it has been searching; `undefined` where that was not seen. */
export function searchTimeMs({ createdAt, finishedAt, isFinal }: SearchRow, now: EpochMs): number | undefined {
  if (createdAt === undefined) return undefined;
  if (!isFinal) return now - createdAt;
  return finishedAt === undefined ? undefined : finishedAt - createdAt;
}
