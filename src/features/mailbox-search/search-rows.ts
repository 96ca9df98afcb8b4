// The searches in the background as they are listed: what this browser remembers, with the status Exchange gives. A search that
// left Exchange's list is finished.

import type { PendingSearch } from '~/api/mailbox-audit-log';
import { ownValue } from '~/lib/own-value';
import type { EpochMs } from '~/lib/time';
import type { RememberedSearch, RememberedSearches } from './remembered-searches';

export type SearchStatus = 'unknown' | 'queued' | 'running' | 'finished';

export const statusWords: Readonly<Record<SearchStatus, string>> = {
  unknown: 'Not known yet',
  queued: 'Queued',
  running: 'Running',
  finished: 'Finished',
};

export interface SearchRow extends RememberedSearch {
  readonly id: string;
  readonly status: SearchStatus;
}

/** Newest first. `pending` is `undefined` as long as Exchange has not answered. */
export function toRows(searches: RememberedSearches, pending: readonly PendingSearch[] | undefined): readonly SearchRow[] {
  return Object.entries(searches)
    .filter(([, { search }]) => search.way === 'background')
    .map(([id, entry]): SearchRow => ({ id, ...entry, status: statusOf(entry, pending, id) }))
    .sort((a, b) => b.startedAt - a.startedAt);
}

function statusOf({ finishedAt }: RememberedSearch, pending: readonly PendingSearch[] | undefined, id: string): SearchStatus {
  if (finishedAt !== undefined) return 'finished';
  return pending ? (pending.find((each) => each.id === id)?.status ?? 'finished') : 'unknown';
}

/** What the list of Exchange tells beyond what is remembered: searches started elsewhere, and those seen to finish. */
export function newsOf(
  searches: RememberedSearches,
  pending: readonly PendingSearch[],
  before: readonly PendingSearch[],
  now: EpochMs,
): RememberedSearches {
  const news = new Map<string, RememberedSearch>();
  for (const { id, search, startedAt = now, startedBy } of pending)
    if (!ownValue(searches, id)) news.set(id, { search, startedAt, startedBy });
  const isPending = new Set(pending.map(({ id }) => id));
  for (const { id } of before) {
    const entry = ownValue(searches, id);
    if (entry && entry.finishedAt === undefined && !isPending.has(id)) news.set(id, { ...entry, finishedAt: now });
  }
  return Object.fromEntries(news);
}
