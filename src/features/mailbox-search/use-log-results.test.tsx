import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import { useSetState } from '~/records/use-set-state';
import { fromParams, toMailboxSearch } from './mailbox-search-form';
import type { RememberedSearch } from './remembered-searches';
import { useLogResults } from './use-log-results';

const at = Date.UTC(2026, 10, 21);
const ada = 'ada@contoso.com';

/** Two entries, once `isOpen` resolves. */
function exchangeOf(isOpen: () => Promise<unknown>): PagedExchangeAdmin {
  return {
    run: () => Promise.reject(new Error('Nothing is read at once.')),
    async *pages(_, output) {
      await isOpen();
      const entry = { Operation: 'SendAs', LogonType: 'Delegate', MailboxOwnerUPN: ada, LastAccessed: '2026-11-20T09:00:00Z' };
      yield [1, 2].map((number) => output.parse({ ...entry, Identity: `entry ${number}` }));
    },
  };
}

interface Options {
  readonly most?: number;
  readonly readAt?: number;
}

function Shown({ exchange, remembered, onRead }: { exchange: PagedExchangeAdmin; remembered: RememberedSearch; onRead(): void }) {
  const [id] = useState(() => crypto.randomUUID());
  const results = useLogResults({ exchange, id, remembered, onRead, zone: 'utc', tenant: 'Contoso', change: null });
  const { records, coverage } = useSetState(results.held.set);
  return (
    <>
      <h1>{results.title}</h1>
      <p>{results.description}</p>
      <p>{`${records} records, ${coverage}. ${results.source}`}</p>
      {results.notices}
      {records === 0 && coverage !== 'filling' && results.empty}
    </>
  );
}

async function show(exchange: PagedExchangeAdmin, { most = 1000, readAt }: Options = {}) {
  const search = toMailboxSearch(fromParams({ mailbox: [ada], most }, at), at);
  const remembered = { search, startedAt: at, startedBy: ada, ...(readAt !== undefined && { readAt }) };
  const onRead = vi.fn();
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <Shown exchange={exchange} remembered={remembered} onRead={onRead} />
      </QueryClientProvider>
    </FluentProvider>,
  );
  return onRead;
}

test('tells what was read, from where and when', async () => {
  const onRead = await show(exchangeOf(() => Promise.resolve()));
  await expect.element(page.getByRole('heading', { name: 'Mailbox audit log of ada@contoso.com' })).toBeVisible();
  await expect.element(page.getByText(/^2 records, complete. Search-MailboxAuditLog, Contoso, read \d{4}-/)).toBeVisible();
  expect(onRead).toHaveBeenCalledOnce();
});

test('as many entries as were asked for may not be all', async () => {
  await show(
    exchangeOf(() => Promise.resolve()),
    { most: 2 },
  );
  await expect.element(page.getByText(/as many entries as were asked for \(2\). Raise the result size/)).toBeVisible();
  await expect.element(page.getByText(/^2 records, incomplete/)).toBeVisible();
});

test('after a reload the entries are read again, and that is said', async () => {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  await show(
    exchangeOf(() => promise),
    { readAt: Date.UTC(2026, 10, 20, 9, 31) },
  );
  await expect.element(page.getByText(/Last read 2026-11-20 09:31:00 UTC; read again now/)).toBeVisible();
  open();
  await expect.element(page.getByText(/^2 records, complete/)).toBeVisible();
});

test('a failure says what was refused, and reading can be tried again', async () => {
  let isBroken = true;
  await show(
    exchangeOf(async () => {
      if (isBroken) throw new ApiError('forbidden', { service: 'Exchange', action: `read the audit log of ${ada}` });
    }),
  );
  await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read the audit log of ada@contoso.com');
  isBroken = false;
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByText(/^2 records, complete/)).toBeVisible();
});
