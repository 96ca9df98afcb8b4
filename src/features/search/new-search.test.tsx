import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Search } from '~/api/audit-searches';
import type { GraphClient, GraphRequest } from '~/api/graph-client';
import { ApiError } from '~/domain/errors/errors';
import { NewSearch } from './new-search';
import type { SearchParams } from './search-params';

const config = { graphUrl: 'https://graph.microsoft.com', graphVersion: 'v1.0', retentionDays: 180 } as const;

/** A service that keeps what it was asked and answers as told. */
function serviceThat(answer: (request: GraphRequest) => Promise<Response>) {
  const requests: GraphRequest[] = [];
  const graph: GraphClient = {
    request(request) {
      requests.push(request);
      return answer(request);
    },
  };
  return { graph, requests };
}

const created = async () => Response.json({ id: 'made', displayName: 'made', status: 'notStarted' }, { status: 201 });

interface ExampleProps {
  readonly graph?: GraphClient;
  readonly start?: SearchParams;
  readonly onStarted?: (search: Search) => void;
}

function Example({ graph = serviceThat(created).graph, start = {}, onStarted = () => {} }: ExampleProps) {
  const [queryClient] = useState(() => new QueryClient());
  const [params, setParams] = useState(start);
  return (
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={queryClient}>
        <NewSearch params={params} onParams={setParams} graph={graph} config={config} onStarted={onStarted} />
        <output aria-label="Address">{JSON.stringify(params)}</output>
        <button type="button" onClick={() => setParams({ type: ['ExchangeItem'], name: 'Copied', last: '30d' })}>
          Copy another
        </button>
      </QueryClientProvider>
    </FluentProvider>
  );
}

const address = page.getByRole('status', { name: 'Address' });
const searchButton = page.getByRole('button', { name: 'Search', exact: true });
const more = page.getByRole('button', { name: /^More criteria/ });
const week: SearchParams = { from: '2026-11-14T09:31Z', to: '2026-11-20T10:00Z', type: ['OMEPortal'] };

test('has every field of the form administrators know, the most used first', async () => {
  await render(<Example />);
  await userEvent.click(more);
  const labels = [...document.querySelectorAll('label')].map((label) => label.textContent);
  expect(labels).toEqual([
    'Start (UTC)',
    'End (UTC)',
    'Activities – friendly names',
    'Activities – operation names',
    'Record types',
    'Users',
    'File, folder, or site',
    'IP addresses',
    'Keyword search',
    'Workloads',
    'Admin units',
    'Search name',
  ]);
  await expect.element(page.getByText('All activities, by anyone')).toBeVisible();
});

test('sends what the form says and names the search after it', async () => {
  const { graph, requests } = serviceThat(created);
  const onStarted = vi.fn();
  await render(<Example graph={graph} start={week} onStarted={onStarted} />);
  await userEvent.click(searchButton);
  await vi.waitFor(() => expect(onStarted).toHaveBeenCalledWith(expect.objectContaining({ id: 'made' })));
  expect(requests).toMatchObject([
    {
      method: 'POST',
      body: {
        displayName: 'OMEPortal records, 14 Nov 09:31 to 20 Nov 2026 10:00 UTC',
        filterStartDateTime: '2026-11-14T09:31:00.000Z',
        recordTypeFilters: ['omePortal'],
      },
    },
  ]);
});

test('does not send an end before the start, says so and goes there', async () => {
  const { graph, requests } = serviceThat(created);
  await render(<Example graph={graph} start={{ ...week, to: '2026-11-01T00:00Z' }} />);
  const end = page.getByLabelText('End (UTC)', { exact: true });
  await expect.element(page.getByText('The end must be after the start.')).toBeVisible();
  await userEvent.click(searchButton);
  await expect.element(end).toHaveFocus();
  await expect.element(end).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('Not sent: one thing needs correcting first.')).toBeVisible();
  expect(requests).toEqual([]);
});

test('goes to a picker in error and removes what is wrong when asked', async () => {
  await render(<Example start={week} />);
  const addresses = page.getByRole('textbox', { name: 'IP addresses' });
  await userEvent.click(addresses);
  await userEvent.keyboard('203.0.113.7, 203.0.113.999{Control>}{Enter}{/Control}');
  await expect.element(addresses).toHaveFocus();
  await expect
    .element(addresses)
    .toHaveAccessibleDescription(expect.stringContaining('Not an IP address or range: 203.0.113.999'));
  await userEvent.click(page.getByRole('button', { name: 'Remove', exact: true }));
  await expect.element(address).toHaveTextContent('"ip":["203.0.113.7"]');
});

test('adds the operations of a friendly name and takes them away with it', async () => {
  await render(<Example start={week} />);
  await userEvent.click(page.getByRole('combobox', { name: 'Activities – friendly names' }));
  await userEvent.keyboard('opened encrypted{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove MessageAccess' })).toBeInTheDocument();
  await expect
    .element(page.getByText('Opened encrypted message in OMEPortal records, by anyone', { exact: false }))
    .toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Remove Opened encrypted message' }));
  await expect.element(page.getByRole('button', { name: 'Remove MessageAccess' })).not.toBeInTheDocument();
});

test('offers only the activities of the chosen record type', async () => {
  await render(<Example start={week} />);
  await userEvent.click(page.getByRole('combobox', { name: 'Activities – operation names' }));
  expect(page.getByRole('option').elements()).toHaveLength(5);
});

test('folds what is seldom asked for, and opens it when something in it is filled', async () => {
  await render(<Example />);
  await expect.element(more).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByRole('textbox', { name: 'Search name' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Copy another' }));
  await expect.element(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('Copied');
  await expect.element(more).toHaveTextContent('More criteria (1 filled)');
  await userEvent.click(more);
  await expect.element(page.getByRole('textbox', { name: 'Search name' })).not.toBeInTheDocument();
  await expect.element(more).toHaveTextContent('More criteria (1 filled)');
});

test('does not search without what is typed and was not chosen', async () => {
  const { graph, requests } = serviceThat(created);
  await render(<Example graph={graph} />);
  const types = page.getByRole('combobox', { name: 'Record types' });
  await userEvent.click(types);
  await userEvent.keyboard('ome');
  await userEvent.click(searchButton);
  await expect.element(page.getByText('Not sent: “ome” is typed in Record types, not chosen.')).toBeVisible();
  await expect.element(types).toHaveFocus();
  expect(requests).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(requests).toMatchObject([{ body: { recordTypeFilters: ['omePortal'] } }]));
});

test('asks for the dates that were typed, when Enter sends them too', async () => {
  const { graph, requests } = serviceThat(created);
  await render(<Example graph={graph} start={week} />);
  await userEvent.fill(page.getByLabelText('Start (UTC)', { exact: true }), '2026-11-13');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(requests).toMatchObject([{ body: { filterStartDateTime: '2026-11-13T00:00:00.000Z' } }]));
});

test('does not send a date that cannot be read, and goes there', async () => {
  const { graph, requests } = serviceThat(created);
  await render(<Example graph={graph} start={week} />);
  const end = page.getByLabelText('End (UTC)', { exact: true });
  await userEvent.fill(end, 'soon');
  await userEvent.click(searchButton);
  await expect.element(end).toHaveFocus();
  await expect.element(end).toHaveValue('soon');
  await expect.element(page.getByText(/^“soon” cannot be read\./)).toBeVisible();
  await expect.element(page.getByText('Not sent: one thing needs correcting first.')).toBeVisible();
  expect(requests).toEqual([]);
});

test('writes the address while one types and fills itself from an address that changes', async () => {
  await render(<Example />);
  await userEvent.fill(page.getByRole('textbox', { name: 'Keyword search' }), 'invoice');
  await expect.element(address).toHaveTextContent('{"q":"invoice"}');
  await userEvent.click(page.getByRole('button', { name: 'Copy another' }));
  await expect.element(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('Copied');
  await expect.element(page.getByRole('textbox', { name: 'Keyword search' })).toHaveValue('');
  await expect.element(page.getByRole('button', { name: '30 days' })).toHaveAttribute('aria-pressed', 'true');
});

test('freezes a range only once a date is typed', async () => {
  await render(<Example />);
  await userEvent.click(page.getByRole('button', { name: '90 days' }));
  await expect.element(address).toHaveTextContent('{"last":"90d"}');
  await userEvent.fill(page.getByLabelText('Start (UTC)', { exact: true }), '2026-11-14T09:31');
  await expect.element(address).toHaveTextContent('"from":"2026-11-14T09:31Z"');
  await expect.element(page.getByRole('button', { name: '90 days' })).toHaveAttribute('aria-pressed', 'false');
});

test('keeps everything when the service refuses and says why', async () => {
  const refusal = new ApiError('throttled', { action: 'start the search', status: 429, serviceMessage: 'Too many searches.' });
  const { graph, requests } = serviceThat(() => Promise.reject(refusal));
  await render(<Example graph={graph} start={week} />);
  await userEvent.click(searchButton);
  await expect.element(page.getByRole('alert').filter({ hasText: 'Could not start the search' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Remove OMEPortal' })).toBeInTheDocument();
  expect(requests).toHaveLength(1);
});

test('sends once however often the button is pressed', async () => {
  const { graph, requests } = serviceThat(() => new Promise(() => {}));
  await render(<Example graph={graph} start={week} />);
  await userEvent.dblClick(searchButton);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('button', { name: 'Starting…' })).toBeVisible();
  expect(requests).toHaveLength(1);
});

test('takes clearing back', async () => {
  await render(<Example start={week} />);
  await userEvent.click(page.getByRole('button', { name: 'Clear all' }));
  await expect.element(page.getByRole('button', { name: 'Remove OMEPortal' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByRole('button', { name: 'Remove OMEPortal' })).toBeInTheDocument();
});

test('shows the search as PowerShell and as a Graph request', async () => {
  await render(<Example start={week} />);
  await userEvent.click(page.getByRole('button', { name: 'Copy as' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Preview both' }));
  await expect.element(page.getByRole('region', { name: 'PowerShell' })).toHaveTextContent("RecordType = 'OMEPortal'");
  await expect
    .element(page.getByRole('region', { name: 'Graph request' }))
    .toHaveTextContent('POST https://graph.microsoft.com/v1.0/security/auditLog/queries');
});
