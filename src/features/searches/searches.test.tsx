import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { GraphClient, GraphRequest } from '~/api/graph-client';
import { ApiError } from '~/domain/errors/errors';
import { Searches } from './searches';

const filters = { filterStartDateTime: '2026-11-14T00:00:00Z', filterEndDateTime: '2026-11-21T00:00:00Z' };
const two = [
  { id: 'a', displayName: 'Mail of case 12', status: 'succeeded', approximateReturnedRecordCount: 48213, ...filters },
  { id: 'b', displayName: 'Files', status: 'running', recordTypeFilters: ['omePortal'], ...filters },
];

function serviceWith(searches: readonly { readonly id: string }[]) {
  const requests: GraphRequest[] = [];
  let left = searches;
  const graph: GraphClient = {
    async request(request) {
      requests.push(request);
      if (request.method !== 'DELETE') return Response.json({ value: left });
      left = left.filter(({ id }) => !request.path.endsWith(`/${id}`));
      return new Response(null, { status: 204 });
    },
  };
  return { graph, requests };
}

async function show(graph: GraphClient) {
  const handlers = { onOpen: vi.fn(), onCopy: vi.fn(), onDeleted: vi.fn() };
  await page.viewport(1280, 800);
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Searches graph={graph} {...handlers} />
      </QueryClientProvider>
    </FluentProvider>,
  );
  return handlers;
}

beforeEach(() => localStorage.clear());

test('lists searches with what is known of them', async () => {
  localStorage.setItem(
    'ledgerline.search-journal',
    JSON.stringify({ a: { createdAt: Date.UTC(2026, 10, 21, 9, 0), createdBy: 'ada@contoso.com' } }),
  );
  await show(serviceWith(two).graph);
  const finished = page.getByRole('row', { name: 'Mail of case 12' });
  await expect.element(finished).toHaveTextContent(/Completed.*about 48,213.*2026-11-21 09:00:00.*ada@contoso.com/);
  const running = page.getByRole('row', { name: 'Files' });
  await expect.element(running).toHaveTextContent('In progress');
  await expect.element(running.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow');
});

test('opens a search from its name and from its row', async () => {
  const { onOpen } = await show(serviceWith(two).graph);
  await userEvent.click(page.getByRole('link', { name: 'Files' }));
  await userEvent.click(page.getByText('Completed'));
  expect(onOpen.mock.calls).toEqual([['b'], ['a']]);
});

test('copies the criteria of a search', async () => {
  const { onCopy, onOpen } = await show(serviceWith(two).graph);
  await userEvent.click(page.getByRole('button', { name: 'Copy this search: Files' }));
  expect(onCopy).toHaveBeenCalledWith(expect.objectContaining({ name: 'Files', recordTypes: ['OMEPortal'] }));
  expect(onOpen).not.toHaveBeenCalled();
});

test('sorts by a header and says so', async () => {
  await show(serviceWith(two).graph);
  await userEvent.click(page.getByRole('button', { name: 'Search name' }));
  await expect.element(page.getByRole('columnheader', { name: 'Search name' })).toHaveAttribute('aria-sort', 'ascending');
  expect(
    page
      .getByRole('link')
      .elements()
      .map((link) => link.textContent),
  ).toEqual(['Files', 'Mail of case 12']);
});

test('filters by text and counts', async () => {
  await show(serviceWith(two).graph);
  await userEvent.fill(page.getByRole('searchbox', { name: 'Filter searches' }), 'omeportal');
  await expect.element(page.getByRole('link', { name: 'Mail of case 12' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Searches' })).toHaveTextContent('1 of 2');
});

test('deletes a search from the keyboard after naming it', async () => {
  const { graph, requests } = serviceWith(two);
  await show(graph);
  await expect.element(page.getByRole('link', { name: 'Files' })).toBeVisible();
  page.getByRole('link', { name: 'Files' }).element().focus();
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByRole('alertdialog')).toHaveTextContent('“Files” and its results are removed for everyone');
  await userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }));
  await expect.element(page.getByRole('link', { name: 'Files' })).not.toBeInTheDocument();
  expect(requests.filter(({ method }) => method === 'DELETE')).toMatchObject([{ path: '/security/auditLog/queries/b' }]);
});

test('says what to do when there is none', async () => {
  await show(serviceWith([]).graph);
  await expect.element(page.getByRole('heading', { name: 'No searches yet' })).toBeVisible();
});

test('says what failed and tries again when asked', async () => {
  let isBroken = true;
  const { graph } = serviceWith(two);
  await show({
    request: (request) =>
      isBroken ? Promise.reject(new ApiError('server', { action: request.action })) : graph.request(request),
  });
  await expect.element(page.getByRole('alert')).toHaveTextContent('Could not list the searches');
  isBroken = false;
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByRole('link', { name: 'Files' })).toBeVisible();
});
