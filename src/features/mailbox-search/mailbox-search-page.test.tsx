import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import type { Command } from '~/domain/exchange/command';
import { recordSets } from '~/records/held-record-sets';
import { MailboxSearchPage } from './mailbox-search-page';
import type { MailboxSearchParams } from './mailbox-search-params';

const mailboxOf = (address: string) => ({
  UserPrincipalName: address,
  DisplayName: address,
  RecipientTypeDetails: 'UserMailbox',
  AuditEnabled: true,
  AuditLogAgeLimit: '90.00:00:00',
});
const addresses = ['ada@contoso.com', 'bob@contoso.com', 'cleo@contoso.com'];

/** A tenant in memory: `status` is that of every search in the background, and gone when it is `undefined`. */
function tenant() {
  const commands: Command[] = [];
  const started: object[] = [];
  const state = { status: 'NotStarted' as string | undefined, refused: '', isStuck: false };
  const answer = ({ cmdlet, parameters }: Command): readonly object[] => {
    if (cmdlet === 'Get-Mailbox') return addresses.map(mailboxOf);
    if (cmdlet === 'Get-AuditLogSearch')
      return state.status ? started.map((search) => ({ ...search, Status: state.status })) : [];
    if (cmdlet === 'New-MailboxAuditLogSearch') {
      const search = { Identity: crypto.randomUUID(), CreatedBy: 'ada@contoso.com', ShowDetails: true, ...parameters };
      started.push({ ...search, StartDateUtc: '2026-11-14T00:00:00Z', EndDateUtc: '2026-11-21T00:00:00Z' });
      return started.slice(-1).map((each) => ({ ...each, Status: 'NotStarted' }));
    }
    return [];
  };
  const exchange: PagedExchangeAdmin = {
    async run(command, output) {
      commands.push(command);
      return answer(command).map((each) => output.parse(each));
    },
    async *pages(command, output, { action, signal }) {
      commands.push(command);
      const mailbox = String(command.parameters['Identity']);
      if (mailbox === state.refused) throw new ApiError('forbidden', { service: 'Exchange', action });
      if (state.isStuck && mailbox !== addresses[0]) {
        await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      }
      const entry = { Operation: 'FolderBind', LogonType: 'Delegate', MailboxOwnerUPN: mailbox, Identity: `entry of ${mailbox}` };
      yield [output.parse({ ...entry, LastAccessed: '2026-11-15T09:00:00Z' })];
    },
  };
  return { exchange, commands, state };
}

let params: MailboxSearchParams;

function Shown({
  exchange,
  first,
  onOpen,
}: {
  exchange: PagedExchangeAdmin | undefined;
  first: MailboxSearchParams;
  onOpen(): void;
}) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [current, setCurrent] = useState(first);
  params = current;
  return (
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={queryClient}>
        <MailboxSearchPage
          exchange={exchange}
          user="ada@contoso.com"
          params={current}
          onParams={setCurrent}
          onOpen={onOpen}
          links={null}
          unifiedLog="Search"
          openFile="Open a file"
        />
      </QueryClientProvider>
    </FluentProvider>
  );
}

async function show(exchange: PagedExchangeAdmin | undefined, first: MailboxSearchParams = {}) {
  const onOpen = vi.fn();
  await page.viewport(1280, 1000);
  await render(<Shown exchange={exchange} first={first} onOpen={onOpen} />);
  return onOpen;
}

beforeEach(() => localStorage.clear());

const search = page.getByRole('button', { name: 'Search', exact: true });
const start = page.getByRole('button', { name: 'Start search' });
const said = (text: string | RegExp) => expect.element(page.getByText(text)).toBeVisible();
const background: MailboxSearchParams = { way: 'background', name: 'Case 12', mail: ['audit@contoso.com'] };

test('a search now needs a mailbox, keeps what was typed in the address, and opens its results', async () => {
  const onOpen = await show(tenant().exchange);
  await userEvent.click(search);
  await said(/Enter the mailbox to search/);
  await said('Not sent: one thing needs correcting first.');
  await userEvent.fill(page.getByRole('combobox', { name: 'Mailboxes' }), 'ada@contoso.com');
  await userEvent.keyboard('{Enter}');
  await said(/Search-MailboxAuditLog -Identity 'ada@contoso.com'/);
  await userEvent.click(search);
  expect(onOpen).toHaveBeenCalledOnce();
  expect(params).toEqual({ mailbox: ['ada@contoso.com'] });
});

test('owners are searched only with details, which one click adds', async () => {
  await show(tenant().exchange, { mailbox: ['ada@contoso.com'] });
  await userEvent.click(page.getByRole('checkbox', { name: /^Show details/ }));
  await said(/only with details/);
  await userEvent.click(page.getByRole('button', { name: 'Show details' }));
  await expect.element(page.getByRole('checkbox', { name: /^Show details/ })).toBeChecked();
  await expect.element(page.getByText(/only with details/)).not.toBeInTheDocument();
});

test('several mailboxes with details, and External, are for the background', async () => {
  await show(tenant().exchange, { mailbox: addresses, by: ['Delegate', 'External'] });
  await said(/one mailbox is searched at once/);
  await said(/External is a type of searches in the background only/);
  await userEvent.click(page.getByRole('button', { name: 'Search in the background' }));
  await expect.element(page.getByRole('radio', { name: /^In the background/ })).toBeChecked();
  await expect.element(page.getByText(/in the background only/)).not.toBeInTheDocument();
  await userEvent.click(start);
  await said(/Enter whom the service mails the result to/);
});

test('a result size and a name have their limits', async () => {
  await show(tenant().exchange, { mailbox: ['ada@contoso.com'], most: 250_001, name: 'x'.repeat(65) });
  await said('Enter a whole number from 1 to 250,000.');
  await userEvent.click(page.getByRole('radio', { name: /^In the background/ }));
  await said(/takes 64 characters; these are 65/);
});

test('activity names and action names stand side by side', async () => {
  await show(tenant().exchange);
  await userEvent.click(page.getByRole('combobox', { name: 'Actions' }));
  await expect
    .element(page.getByRole('option', { name: /SendAs/ }))
    .toHaveTextContent('SendAsSent message using Send As permissions');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(page.getByRole('button', { name: 'Activity names and action names' }));
  await expect
    .element(page.getByRole('row', { name: /HardDelete/ }))
    .toHaveTextContent('Purged messages from the mailboxHardDelete');
});

test('without an endpoint there is the PowerShell alone', async () => {
  await show(undefined, background);
  await said(/New-MailboxAuditLogSearch -Name 'Case 12'/);
  await said(/read on Open a file/);
  await expect.element(start).not.toBeInTheDocument();
});

test('a search in the background is queued, running, and finished once it left the list', async () => {
  const { exchange, state, commands } = tenant();
  await show(exchange, background);
  await userEvent.click(start);
  const listed = page.getByRole('listitem', { name: 'Case 12' });
  await expect.element(listed).toHaveTextContent('Queued');
  await said(/Started “Case 12”/);
  expect(commands.filter(({ cmdlet }) => cmdlet === 'New-MailboxAuditLogSearch')).toHaveLength(1);
  state.status = 'InProgress';
  await userEvent.click(page.getByRole('button', { name: 'Refresh' }));
  await expect.element(listed).toHaveTextContent('Running');
  await expect.element(page.getByRole('button', { name: 'Download XML' })).not.toBeInTheDocument();
  state.status = undefined;
  await userEvent.click(page.getByRole('button', { name: 'Refresh' }));
  await expect.element(listed).toHaveTextContent(/Finished in 0:/);
  await expect.element(listed.getByRole('button', { name: 'Open results' })).toBeVisible();
});

async function finished(name: string) {
  const { exchange, state } = tenant();
  await show(exchange, { ...background, name });
  await userEvent.click(start);
  const listed = page.getByRole('listitem', { name });
  await expect.element(listed).toHaveTextContent('Queued');
  state.status = undefined;
  await userEvent.click(page.getByRole('button', { name: 'Refresh' }));
  await expect.element(listed).toHaveTextContent('Finished');
  return { listed, state };
}

test('a mailbox that fails is named; the others are saved', async () => {
  const { listed, state } = await finished('Failing');
  state.refused = 'bob@contoso.com';
  await userEvent.click(listed.getByRole('button', { name: 'Download XML' }));
  await expect.element(listed.getByRole('status')).toHaveTextContent(/Saved Failing .*\.xml/);
  await expect.element(listed.getByRole('alert')).toHaveTextContent('Could not read the audit log of bob@contoso.com');
});

test('collecting shows how far it is, and ends when it is cancelled', async () => {
  const { listed, state } = await finished('Cancelled');
  state.isStuck = true;
  await userEvent.click(listed.getByRole('button', { name: 'Download CSV' }));
  await expect.element(listed).toHaveTextContent('1 of 3 mailboxes, 1 entry');
  await userEvent.click(listed.getByRole('button', { name: 'Cancel' }));
  await expect.element(listed.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(listed.getByRole('button', { name: 'Download CSV' })).toBeEnabled();
});

test('collecting that gave way to other logs says so', async () => {
  const { listed, state } = await finished('Displaced');
  state.isStuck = true;
  await userEvent.click(listed.getByRole('button', { name: 'Download XML' }));
  await expect.element(listed).toHaveTextContent('1 of 3 mailboxes, 1 entry');
  for (const key of ['one log', 'another log', 'a third log']) recordSets.hold(key);
  await expect.element(listed.getByRole('status')).toHaveTextContent('Not saved: other logs were opened meanwhile');
  await expect.element(listed.getByRole('button', { name: 'Download XML' })).toBeEnabled();
});
