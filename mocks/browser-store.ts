// Searches and changes in IndexedDB, shared by all tabs of the portal.

import { type DBSchema, openDB } from 'idb';
import type { Change } from './tenant/change';
import type { StoredSearch, TenantStore } from './tenant-store';

const databaseName = 'ledgerline-mocked-tenant';
/** 2 added the changes. */
const version = 2;

interface Stores extends DBSchema {
  searches: { key: string; value: StoredSearch };
  changes: { key: number; value: Change };
}

export function createBrowserStore(): TenantStore {
  const opened = openDB<Stores>(databaseName, version, {
    upgrade,
    // A tab with a newer version must not wait for this one to be closed.
    blocking: () => void opened.then((database) => database.close()),
  });
  return {
    searches: {
      list: async () => (await opened).getAll('searches'),
      get: async (id) => (await opened).get('searches', id),
      put: async (search) => {
        await (await opened).put('searches', search);
      },
      forget: async (id) => (await opened).delete('searches', id),
    },
    changes: {
      // Keys count up, so they come in the order they were added.
      list: async () => (await opened).getAll('changes'),
      add: async (change) => {
        await (await opened).add('changes', change);
      },
    },
  };
}

/** What an upgrade asks of a database. */
interface Upgraded {
  readonly objectStoreNames: { contains(name: 'searches' | 'changes'): boolean };
  createObjectStore(name: 'searches' | 'changes', options: IDBObjectStoreParameters): unknown;
}

/** Adds what an older version does not have and leaves what it holds. */
export function upgrade(database: Upgraded): void {
  if (!database.objectStoreNames.contains('searches')) database.createObjectStore('searches', { keyPath: 'id' });
  if (!database.objectStoreNames.contains('changes')) database.createObjectStore('changes', { autoIncrement: true });
}
