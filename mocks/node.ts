// The mocked tenant inside a test.

import { setupServer } from 'msw/node';
import { createHandlers } from './handlers/create-handlers';
import type { MockedTenantOptions } from './options';
import { createTenantReader } from './tenant/tenant-reader';
import { createMemoryStore, type TenantStore } from './tenant-store';

/** Answers `fetch` once `listen()` has been called. Give the same store again to see what a restart leaves. */
export function createMockedServer(
  options: MockedTenantOptions = {},
  store: TenantStore = createMemoryStore(),
): ReturnType<typeof setupServer> {
  return setupServer(...createHandlers(createTenantReader(), store, options));
}
