// The mocked tenant inside the page: a service worker answers the requests, a worker of its own does the reading.

import { setupWorker } from 'msw/browser';
import { createBrowserStore } from './browser-store';
import { createHandlers } from './handlers/create-handlers';
import type { MockedTenantOptions } from './options';
import { createWorkerReader } from './tenant/worker-reader';

/** Resolves when requests to the service are answered here. Needs `mockServiceWorker.js` beside the page. */
export async function startMockedTenant(options: MockedTenantOptions = {}): Promise<void> {
  const worker = setupWorker(...createHandlers(createWorkerReader(), createBrowserStore(), options));
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true });
}
