import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { EngineError } from '~/domain/errors/errors';
import { wholeSet } from '~/domain/view/result-view';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { addTo, heldWith } from '~/records/held-set.fixture';
import { useOpenView } from '~/records/use-open-view';
import { AccessReport } from './access-report';
import { type NonOwnerParamsInput, parseNonOwnerParams } from './non-owner-params';
import type { ExportSlot } from './use-report-export';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1400, 900);
});

let made = 0;

/** A record of a mailbox so many minutes after nine on the 16th of November 2026. */
function record(minute: number, owner: string, operation: string, more: Record<string, unknown> = {}) {
  const createdDateTime = new Date(Date.UTC(2026, 10, 16, 9, minute)).toISOString();
  made++;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const auditData = {
    Id: id,
    Operation: operation,
    RecordType: 2,
    UserId: 'ben@contoso.com',
    MailboxOwnerUPN: `${owner}@contoso.com`,
    LogonType: 2,
    ExternalAccess: false,
    ClientIPAddress: '203.0.113.7',
    Item: { ParentFolder: { Path: '\\Inbox' } },
    ...more,
  };
  return { id, createdDateTime, operation, userPrincipalName: String(auditData.UserId), auditData };
}

const records = [
  record(0, 'ada', 'FolderBind'),
  record(1, 'ada', 'FolderBind'),
  record(2, 'ada', 'SendAs'),
  record(3, 'ada', 'HardDelete', { UserId: 'root@contoso.com', LogonType: 1 }),
  record(4, 'ada', 'Update', { LogonType: 0, UserId: 'ada@contoso.com' }),
  record(5, 'dan', 'MoveToDeletedItems', { LogonType: 9 }),
  record(6, 'eve', 'Copy', { LogonType: 1, ExternalAccess: true, UserId: 'Microsoft operator' }),
];

interface ScreenProps {
  readonly held: HeldRecordSet;
  readonly start?: NonOwnerParamsInput;
}

function ToExport({ set, asked }: Pick<ExportSlot, 'set' | 'asked'>) {
  const { state } = useOpenView(set, asked);
  return state.status === 'open' && <p>{state.rowCount} to export</p>;
}

function Screen({ held, start = {} }: ScreenProps) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [params, setParams] = useState(() => parseNonOwnerParams(start));
  return (
    <FluentProvider theme={webLightTheme} style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <QueryClientProvider client={queryClient}>
        <AccessReport
          held={held}
          source="Microsoft Graph"
          description="16 Nov 2026"
          params={params}
          onParams={(change) => setParams((last) => ({ ...last, ...change }))}
          renderRecordsLink={(filters, label) => (
            <a href="#records" title={JSON.stringify(filters)}>
              {label}
            </a>
          )}
          renderExplanation={(mailbox) => <p>Why {mailbox}</p>}
          renderExport={({ set, asked }) => <ToExport set={set} asked={asked} />}
          settings={<a href="#settings">Settings</a>}
        />
        <output aria-label="Address">{JSON.stringify(params)}</output>
      </QueryClientProvider>
    </FluentProvider>
  );
}

const table = () => page.getByRole('grid', { name: 'Mailboxes others were in' });
const rowsOf = () =>
  table()
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role=gridcell]')].slice(0, 4).map((cell) => cell.textContent));

test('lists the mailboxes others were in, most accesses first, and says what is not counted again', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await expect.element(page.getByText('3 mailboxes')).toBeVisible();
  expect(rowsOf()).toEqual([
    ['ada@contoso.com', '3', '2', 'ben@contoso.com, root@contoso.com'],
    ['eve@contoso.com', '1', '1', 'Microsoft operator'],
    ['dan@contoso.com', '1', '1', 'ben@contoso.com'],
  ]);
  await expect
    .element(page.getByText('1 opening of a folder by the same delegate within 24 hours is not counted again.'))
    .toBeVisible();
  await expect.element(page.getByText('6 to export')).toBeVisible();
});

test('prints every mailbox, without columns that say nothing', async () => {
  await render(<Screen held={await heldWith(records)} start={{ access: 'admins' }} />);
  await expect.element(page.getByText('1 mailbox', { exact: true })).toBeVisible();
  const printed = page.getByRole('region', { name: 'Printed rows' });
  window.dispatchEvent(new Event('beforeprint'));
  await expect.element(printed.getByRole('columnheader', { name: 'By administrators' })).toBeVisible();
  await expect.element(printed.getByRole('columnheader', { name: 'By delegates' })).not.toBeInTheDocument();
  expect(printed.getByRole('row').elements()).toHaveLength(2);
  window.dispatchEvent(new Event('afterprint'));
  await expect.element(printed).not.toBeInTheDocument();
});

test('narrows down to a type of access, and says who its people are', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await expect.element(page.getByText('3 mailboxes')).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Type of access' }), 'Administrators');
  await expect.element(page.getByText('1 mailbox', { exact: true })).toBeVisible();
  expect(rowsOf()).toEqual([['ada@contoso.com', '1', '1', 'root@contoso.com']]);
  await expect.element(page.getByText(/Only by eDiscovery or the MAPI editor/)).toBeVisible();
  await expect.element(page.getByText('1 to export')).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Type of access' }), 'External users');
  await expect.element(page.getByRole('gridcell', { name: 'Microsoft operator' })).toBeVisible();
});

test('narrows down to mailboxes that are typed', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await expect.element(page.getByText('3 mailboxes')).toBeVisible();
  await userEvent.click(page.getByRole('combobox', { name: 'Mailboxes' }));
  await userEvent.keyboard('dan{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('1 of 3 mailboxes')).toBeVisible();
  await expect.element(page.getByText('1 to export')).toBeVisible();
  await userEvent.keyboard('{Backspace}nobody{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('heading', { name: 'No mailbox matches' })).toBeVisible();
});

test('opens a mailbox: who was in it and what they did; Escape goes back to the table', async () => {
  await render(<Screen held={await heldWith(records)} />);
  await userEvent.click(table().getByRole('gridcell', { name: 'ada@contoso.com' }));
  const panel = page.getByRole('complementary', { name: 'Access to ada@contoso.com' });
  await expect.element(panel.getByText('3 accesses by 2 people')).toBeVisible();
  await expect.element(panel.getByText('Why ada@contoso.com')).toBeVisible();
  const ben = panel.getByRole('region', { name: 'ben@contoso.com' });
  await expect.element(ben.getByText('Delegated (2)')).toBeVisible();
  await expect.element(ben.getByText('203.0.113.7')).toBeVisible();
  const acts = ben
    .getByRole('row')
    .elements()
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(acts).toEqual([
    ['Action', 'Activity', 'Accesses'],
    ['SendAs', 'Sent message using Send As permissions', '1'],
    ['FolderBind', '', '1'],
  ]);
  const link = ben.getByRole('link', { name: 'Show the 3 records' });
  await expect.element(link).toHaveAttribute('title', expect.stringContaining('"values":["ben@contoso.com"]'));
  await userEvent.keyboard('{Escape}');
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(table()).toHaveFocus();
});

test('says of a mailbox from a link that nobody else was in it', async () => {
  await render(<Screen held={await heldWith(records)} start={{ mailbox: 'kim@contoso.com' }} />);
  await expect.element(page.getByText(/^Nobody but the owner was in it/)).toBeVisible();
});

test('says why there is nothing, and where to look', async () => {
  const own = record(0, 'ada', 'Update', { LogonType: 0 });
  await render(<Screen held={await heldWith([own])} />);
  await expect.element(page.getByRole('heading', { name: 'Nobody but owners was in a mailbox' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
});

test('does not say that there is nothing while records are coming, and shows them as they come', async () => {
  const held = await heldWith([record(0, 'ada', 'Update', { LogonType: 0 })], 'filling');
  await render(<Screen held={held} />);
  await expect.element(page.getByText('0 mailboxes')).toBeVisible();
  await expect.element(page.getByText(/more are coming/)).toBeVisible();
  await addTo(held, records);
  held.intake.cover('complete');
  await expect.element(page.getByText('3 mailboxes')).toBeVisible();
});

test('says that the report could not be made, and makes it when asked again', async () => {
  const held = await heldWith(records);
  const view = held.set.open(wholeSet);
  vi.spyOn(view, 'group').mockRejectedValue(new EngineError('crashed', 'The worker ended.'));
  const open = vi.spyOn(held.set, 'open').mockReturnValue(view);
  await render(<Screen held={held} />);
  await expect.element(page.getByRole('alert')).toBeVisible();
  open.mockRestore();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByText('3 mailboxes')).toBeVisible();
});

test.for(['constructor', '__proto__'])('an operation named %s is listed under that name', async (operation) => {
  await render(<Screen held={await heldWith([record(0, 'ada', operation)])} start={{ mailbox: 'ada@contoso.com' }} />);
  await expect.element(page.getByRole('complementary', { name: 'Access to ada@contoso.com' })).toHaveTextContent(operation);
});
