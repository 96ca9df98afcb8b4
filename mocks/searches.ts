// The life of a search: submitted, waiting, running, finished, deleted, forgotten after 30 days. Status is not stored but
// follows from the clock and from whether the log has been read, so a reload in the middle changes nothing.

import { dayMs, type EpochMs } from '~/lib/time';
import { filtersOf, type QueryBody } from './handlers/query-body';
import { type MockedTenantOptions, seenUntil, tenantOptions } from './options';
import { hasScenario, limitedTo, queuedMs, slowMs } from './scenarios';
import type { SearchScope, TenantReader } from './tenant/tenant-reader';
import type { StoredSearch, TenantStore } from './tenant-store';

export type SearchStatus = 'notStarted' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Limits of the service; the counts are Microsoft's "at least". */
export const unfinishedSearches = 10;
export const submissionsPerDay = 200;
export const recordCountLimit = 1_000_000;
const keptMs = 30 * dayMs;

const queueMs = 300;
const leastRunMs = 1_000;
/** A full scan of a million records is believed to take this long. */
const runMsPerMillion = 4_000;

export interface SearchState {
  readonly search: StoredSearch;
  readonly status: SearchStatus;
  /** Records that can be read. */
  readonly available: number;
  /** Records found before any limit cut them. */
  readonly found: number;
  readonly limit: number;
}

export interface Searches {
  submit(body: QueryBody): Promise<SearchState | 'too-many-unfinished' | 'too-many-submissions'>;
  /** Newest first. */
  list(): Promise<readonly SearchState[]>;
  get(id: string): Promise<SearchState | undefined>;
  /** False when there is no such search. */
  remove(id: string): Promise<boolean>;
  scope(search: StoredSearch): SearchScope;
}

export function createSearches(
  reader: TenantReader,
  { searches: store, changes }: TenantStore,
  options: MockedTenantOptions,
): Searches {
  const clock = options.clock ?? Date.now;
  const latency = options.latency ?? 1;
  const reading = new Map<string, Promise<number>>();

  const scope = (search: StoredSearch): SearchScope => {
    const filters = filtersOf(search.body);
    return {
      tenant: search.tenant,
      filters: { ...filters, end: seenUntil(options, search.tenant, search.createdAt, filters.end) },
    };
  };

  /** Reads the log once per search; the promise is kept so that polls do not start it again. */
  const read = (search: StoredSearch): Promise<number> => {
    const known = reading.get(search.id);
    if (known) return known;
    const counting = hasScenario(search.body.displayName, 'empty') ? Promise.resolve(0) : reader.count(scope(search));
    const started = counting.then(async (found) => {
      const latest = await store.get(search.id);
      if (latest) await store.put({ ...latest, found });
      return found;
    });
    reading.set(search.id, started);
    return started;
  };

  const state = async (stored: StoredSearch): Promise<SearchState> => {
    let search = stored;
    if (search.found === undefined) {
      const counting = read(search);
      // Without latency the first poll already has the answer.
      if (latency === 0) await counting;
      else void counting.catch(() => reading.delete(stored.id));
      search = (await store.get(stored.id)) ?? search;
    }
    const found = search.found ?? 0;
    const limit = hasScenario(search.body.displayName, 'limit')
      ? Math.min(limitedTo, Math.max(1, Math.floor(found / 2)))
      : recordCountLimit;
    return {
      search,
      status: statusOf(search, clock() - search.createdAt, latency),
      found,
      limit,
      available: Math.min(found, limit),
    };
  };

  const visible = async (): Promise<StoredSearch[]> => {
    const all = await store.list();
    const tooOld = all.filter((search) => search.createdAt < clock() - keptMs);
    await Promise.all(tooOld.map((search) => store.forget(search.id)));
    return all.filter((search) => !tooOld.includes(search) && search.deletedAt === undefined);
  };

  return {
    scope,
    async submit(body) {
      const now = clock();
      const states = await Promise.all((await visible()).map(peek));
      if (states.filter((each) => each === 'notStarted' || each === 'running').length >= unfinishedSearches)
        return 'too-many-unfinished';
      if ((await store.list()).filter((search) => search.createdAt > now - dayMs).length >= submissionsPerDay)
        return 'too-many-submissions';
      const tenant = tenantOptions(options, now, await changes.list());
      const search: StoredSearch = { id: crypto.randomUUID(), createdAt: now, body, tenant };
      await store.put(search);
      void read(search).catch(() => reading.delete(search.id));
      return { search, status: 'notStarted', found: 0, available: 0, limit: recordCountLimit };
    },
    async list() {
      const states = await Promise.all((await visible()).map(state));
      return states.sort((a, b) => b.search.createdAt - a.search.createdAt);
    },
    async get(id) {
      const search = (await visible()).find((each) => each.id === id.toLowerCase());
      return search && state(search);
    },
    async remove(id) {
      const search = (await visible()).find((each) => each.id === id.toLowerCase());
      if (!search) return false;
      await store.put({ ...search, deletedAt: clock() });
      return true;
    },
  };

  async function peek(search: StoredSearch): Promise<SearchStatus> {
    return statusOf(search, clock() - search.createdAt, latency);
  }
}

/** `elapsedMs` since it was submitted. */
function statusOf(search: StoredSearch, elapsedMs: EpochMs, latency: number): SearchStatus {
  const name = search.body.displayName;
  const waitMs = hasScenario(name, 'queued') ? queuedMs : queueMs * latency;
  const scanMs = (leastRunMs + (search.tenant.records / 1_000_000) * runMsPerMillion) * latency;
  const runMs = hasScenario(name, 'slow') ? slowMs : scanMs;
  if (elapsedMs < waitMs) return 'notStarted';
  if (elapsedMs < waitMs + runMs || search.found === undefined) return 'running';
  return hasScenario(name, 'failed') ? 'failed' : 'succeeded';
}
