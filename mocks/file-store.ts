// Searches in a JSON file, for the local HTTP server.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createMemoryStore, type SearchStore, type StoredSearch } from './search-store';

/** The file is made with the first search and written anew with every change. */
export async function createFileStore(path: string): Promise<SearchStore> {
  const memory = createMemoryStore();
  // The file is this store's own; what it holds was written by `save`.
  const stored: StoredSearch[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  for (const search of stored) await memory.put(search);
  const save = async () => writeFileSync(path, JSON.stringify(await memory.list(), null, 1));
  return {
    ...memory,
    put: async (search) => {
      await memory.put(search);
      await save();
    },
    forget: async (id) => {
      await memory.forget(id);
      await save();
    },
  };
}
