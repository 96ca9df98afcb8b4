// What outlives a reload or a restart: submitted searches, and what administrators did through the Exchange endpoint. Small
// things only: records and settings are computed again when they are asked for.

import type { EpochMs } from '~/lib/time';
import type { QueryBody } from './handlers/query-body';
import type { Change } from './tenant/change';
import type { TenantOptions } from './tenant/model';

export interface StoredSearch {
  readonly id: string;
  readonly createdAt: EpochMs;
  readonly body: QueryBody;
  /** The tenant it searches, with what had been changed by then: another tenant has other records. */
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

export interface ChangeStore {
  /** In the order they were added. */
  list(): Promise<readonly Change[]>;
  add(change: Change): Promise<void>;
}

export interface TenantStore {
  readonly searches: SearchStore;
  readonly changes: ChangeStore;
}

export function createMemoryStore(): TenantStore {
  const searches = new Map<string, StoredSearch>();
  const changes: Change[] = [];
  return {
    searches: {
      list: async () => [...searches.values()],
      get: async (id) => searches.get(id),
      put: async (search) => {
        searches.set(search.id, search);
      },
      forget: async (id) => {
        searches.delete(id);
      },
    },
    changes: {
      list: async () => [...changes],
      add: async (change) => {
        changes.push(change);
      },
    },
  };
}
