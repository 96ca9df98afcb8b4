// Searches and changes in IndexedDB, shared by all tabs of the portal.

import type { Change } from './tenant/change';
import type { StoredSearch, TenantStore } from './tenant-store';

const databaseName = 'ledgerline-mocked-tenant';
/** 2 added the changes. */
const version = 2;

export function createBrowserStore(): TenantStore {
  const opened = open();
  const run = async <T>(
    name: 'searches' | 'changes',
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => settled(act((await opened).transaction(name, mode).objectStore(name)));
  return {
    searches: {
      list: () => run<StoredSearch[]>('searches', 'readonly', (store) => store.getAll()),
      get: (id) => run<StoredSearch | undefined>('searches', 'readonly', (store) => store.get(id)),
      put: async (search) => {
        await run('searches', 'readwrite', (store) => store.put(search));
      },
      forget: async (id) => {
        await run('searches', 'readwrite', (store) => store.delete(id));
      },
    },
    changes: {
      // Keys count up, so they come in the order they were added.
      list: () => run<Change[]>('changes', 'readonly', (store) => store.getAll()),
      add: async (change) => {
        await run('changes', 'readwrite', (store) => store.add(change));
      },
    },
  };
}

/** Adds what an older version does not have and leaves what it holds. */
export function upgrade(database: Pick<IDBDatabase, 'createObjectStore' | 'objectStoreNames'>): void {
  const has = (name: string) => database.objectStoreNames.contains(name);
  if (!has('searches')) database.createObjectStore('searches', { keyPath: 'id' });
  if (!has('changes')) database.createObjectStore('changes', { autoIncrement: true });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, version);
  request.addEventListener('upgradeneeded', () => upgrade(request.result));
  const database = await settled(request);
  // A tab with a newer version must not wait for this one to be closed.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused.')));
  });
}
