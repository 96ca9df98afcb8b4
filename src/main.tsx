import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadConfig, tenantKey } from '~/api/config';
import { createGraphClient } from '~/api/graph-client';
import { signIn } from '~/api/sign-in';
import { Providers } from '~/features/frame/providers';
import { NotFound, RouteFailure } from '~/features/frame/route-failure';
import { isWorthRetrying, triesWhileWatched, waitBeforeRetry } from './domain/errors/retry';
import { createCasework } from './records/casework';
import { createKeptSets } from './records/kept-sets';
import { routeTree } from './route-tree.gen';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (earlierFailures, error) => earlierFailures + 1 < triesWhileWatched && isWorthRetrying(error),
      retryDelay: (earlierFailures, error) => waitBeforeRetry(error, earlierFailures + 1),
      refetchOnWindowFocus: false,
    },
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: Awaited<ReturnType<typeof start>>;
  }
}

async function start() {
  const config = await loadConfig();
  if (config.mock) {
    const { startMockedTenant } = await import('~mocks/browser');
    await startMockedTenant(config.mock);
  }
  const { account, getToken } = await signIn(config);
  return createRouter({
    routeTree,
    context: {
      config,
      account,
      queryClient,
      kept: createKeptSets(tenantKey(config), account.user),
      casework: createCasework(tenantKey(config)),
      graph: createGraphClient(config, getToken),
      exchange:
        config.exchangeAdmin &&
        (await import('~/api/exchange-admin')).createExchangeAdmin(config.exchangeAdmin, account.user, getToken),
    },
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root"');
const root = createRoot(container);

start().then(
  (router) =>
    root.render(
      <StrictMode>
        <Providers router={router} queryClient={queryClient} />
      </StrictMode>,
    ),
  (error: unknown) => {
    // Nothing is there yet to show an error with, so plain text has to do.
    container.setAttribute('role', 'alert');
    container.textContent = `Ledgerline could not start. ${error instanceof Error ? error.message : String(error)}`;
  },
);
