// Where submitted searches are kept, so that they outlive a reload or a restart. Small things only: a search's records are
// computed again when they are asked for.

import type { EpochMs } from '~/lib/time';
import type { QueryBody } from './handlers/query-body';
import type { TenantOptions } from './tenant/tenant';

export interface StoredSearch {
  readonly id: string;
  readonly createdAt: EpochMs;
  readonly body: QueryBody;
  /** The tenant it searches: with another seed or size the same search finds other records. */
  readonly tenant: TenantOptions;
  /** Known once the log has been read. */
  readonly found?: number;
  /** Deleted searches still count as submitted. */
  readonly deletedAt?: EpochMs;
}

export interface SearchStore {
  list(): Promise<readonly StoredSearch[]>;
  get(id: string): Promise<StoredSearch | undefined>;
  put(search: StoredSearch): Promise<void>;
  /** Forgets it altogether. */
  forget(id: string): Promise<void>;
}

export function createMemoryStore(): SearchStore {
  const searches = new Map<string, StoredSearch>();
  return {
    list: async () => [...searches.values()],
    get: async (id) => searches.get(id),
    put: async (search) => {
      searches.set(search.id, search);
    },
    forget: async (id) => {
      searches.delete(id);
    },
  };
}
