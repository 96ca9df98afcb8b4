// Searches in IndexedDB, shared by all tabs of the portal.

import type { SearchStore, StoredSearch } from './search-store';

const databaseName = 'ledgerline-mocked-tenant';
const storeName = 'searches';

export function createBrowserStore(): SearchStore {
  const opened = open();
  const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    settled(act((await opened).transaction(storeName, mode).objectStore(storeName)));
  return {
    list: () => run<StoredSearch[]>('readonly', (store) => store.getAll()),
    get: (id) => run<StoredSearch | undefined>('readonly', (store) => store.get(id)),
    put: async (search) => {
      await run('readwrite', (store) => store.put(search));
    },
    forget: async (id) => {
      await run('readwrite', (store) => store.delete(id));
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName, { keyPath: 'id' }));
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused.')));
  });
}
