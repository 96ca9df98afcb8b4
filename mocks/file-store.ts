// Searches and changes in a JSON file, for the local HTTP server.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Change } from './tenant/change';
import { createMemoryStore, type StoredSearch, type TenantStore } from './tenant-store';

interface Stored {
  readonly searches: readonly StoredSearch[];
  readonly changes: readonly Change[];
}

/** The file is made with the first search or change and written anew with every other. */
export async function createFileStore(path: string): Promise<TenantStore> {
  const { searches, changes } = createMemoryStore();
  const stored = existsSync(path) ? readStored(path) : undefined;
  for (const search of stored?.searches ?? []) await searches.put(search);
  for (const change of stored?.changes ?? []) await changes.add(change);
  const save = async () =>
    writeFileSync(path, JSON.stringify({ searches: await searches.list(), changes: await changes.list() }, null, 1));
  return {
    searches: {
      ...searches,
      put: async (search) => {
        await searches.put(search);
        await save();
      },
      forget: async (id) => {
        await searches.forget(id);
        await save();
      },
    },
    changes: {
      ...changes,
      add: async (change) => {
        await changes.add(change);
        await save();
      },
    },
  };
}

/** The file is this store's own. Before there were changes it held nothing but the searches. */
function readStored(path: string): Stored {
  const stored: Stored | readonly StoredSearch[] = JSON.parse(readFileSync(path, 'utf8'));
  return 'searches' in stored ? stored : { searches: stored, changes: [] };
}
