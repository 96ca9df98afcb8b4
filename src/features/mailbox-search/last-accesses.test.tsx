import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { LastAccesses } from './last-accesses';
import { fromParams, toMailboxSearch } from './mailbox-search-form';

const search = toMailboxSearch(
  fromParams({ mailbox: ['ada@contoso.com', 'bob@contoso.com'], by: ['Delegate'], details: false }, Date.UTC(2026, 10, 21)),
  Date.UTC(2026, 10, 21),
);

async function show(answer: readonly object[]) {
  const onDetails = vi.fn();
  const exchange: PagedExchangeAdmin = {
    run: async (_, output) => answer.map((each) => output.parse(each)),
    pages: () => {
      throw new Error('Nothing comes in pages here.');
    },
  };
  await render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <LastAccesses
          exchange={exchange}
          id="a"
          search={search}
          before={null}
          tenant="Contoso"
          change={null}
          onDetails={onDetails}
        />
      </QueryClientProvider>
    </FluentProvider>,
  );
  return onDetails;
}

test('lists the last access to each mailbox, each with the way to its details', async () => {
  const ada = { MailboxOwnerUPN: 'ada@contoso.com', MailboxResolvedOwnerName: 'Ada', LastAccessed: '2026-11-20T09:00:00' };
  const onDetails = await show([ada, { MailboxOwnerUPN: 'bob@contoso.com' }]);
  await expect.element(page.getByRole('row', { name: /ada@contoso.com/ })).toHaveTextContent('Ada2026-11-20 09:00:00');
  await expect.element(page.getByRole('row', { name: /bob@contoso.com/ })).toHaveTextContent('–');
  await expect.element(page.getByText(/2 mailboxes · Source: Search-MailboxAuditLog, Contoso, read /)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show details of bob@contoso.com' }));
  expect(onDetails).toHaveBeenCalledWith({ ...search, mailboxes: ['bob@contoso.com'], showDetails: true });
});

test('says so when nobody was there', async () => {
  await show([]);
  await expect.element(page.getByRole('heading', { name: 'Nobody was in these mailboxes' })).toBeVisible();
});
