// Kept work of a tenant of its own, and the page around what shows it, for component tests.

import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { render } from 'vitest-browser-react';
import type { MarkedRecord } from '~/domain/casework/kept-work';
import { type Casework, createCasework } from '~/records/casework';

export async function openCasework(tenant: string = crypto.randomUUID()): Promise<Casework> {
  const casework = createCasework(tenant);
  onTestFinished(casework.close);
  await casework.flush();
  return casework;
}

/** As it is after a reload. */
export async function reloaded(casework: Casework): Promise<Casework> {
  await casework.flush();
  return openCasework(casework.tenant);
}

export function recordNamed(recordId: string): MarkedRecord {
  return {
    recordId,
    time: Date.UTC(2026, 10, 14, 9, 31, 7),
    summary: `Ada read message ${recordId}`,
    address: `/search/s1?record=${recordId}`,
  };
}

/** In a portal whose every address is this one page. */
export async function show(children: ReactNode) {
  const root = createRootRoute({ component: () => children, notFoundComponent: () => children });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const router = createRouter({ routeTree: root, history });
  await render(
    <FluentProvider theme={webLightTheme} style={{ height: 800 }}>
      {/* Types follow the portal's own router. */}
      <RouterProvider router={router as never} />
    </FluentProvider>,
  );
  return { history };
}
