// The mocked tenant inside a test.

import { setupServer } from 'msw/node';
import { createHandlers } from './handlers/create-handlers';
import type { MockedTenantOptions } from './options';
import { createMemoryStore, type SearchStore } from './search-store';
import { createTenantReader } from './tenant/tenant-reader';

/** Answers `fetch` once `listen()` has been called. Give the same store again to see what a restart leaves. */
export function createMockedServer(
  options: MockedTenantOptions = {},
  store: SearchStore = createMemoryStore(),
): ReturnType<typeof setupServer> {
  return setupServer(...createHandlers(createTenantReader(), store, options));
}
