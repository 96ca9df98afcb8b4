import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { dayMs } from '~/lib/time';
import { MailboxSettings } from './mailbox-settings';
import { defaultMailboxesParams, type MailboxesParams } from './mailboxes-params';
import { sampleMailbox, sampleTenant } from './sample-tenant.fixture';

const ada = sampleMailbox({ name: 'Ada' });
const bob = sampleMailbox({
  name: 'Bob',
  actions: { ...ada.actions, Owner: [...ada.actions.Owner, 'MailboxLogin'] },
  defaultSet: ['Admin', 'Delegate'],
  ageLimitMs: 30 * dayMs,
});
const cy = sampleMailbox({ name: 'Cy', isBypassed: true });
const room = sampleMailbox({ name: 'Room', type: 'RoomMailbox' });
const everyone = [ada, bob, cy, room];

function Screen({ exchange, start }: { readonly exchange: ExchangeAdmin; readonly start: Partial<MailboxesParams> }) {
  const [params, setParams] = useState({ ...defaultMailboxesParams, ...start });
  return (
    <MailboxSettings exchange={exchange} params={params} onParams={(change) => setParams((last) => ({ ...last, ...change }))} />
  );
}

async function show(exchange: ExchangeAdmin, start: Partial<MailboxesParams> = {}) {
  await page.viewport(1400, 1000);
  await render(
    <FluentProvider theme={webLightTheme} style={{ height: '100vh', display: 'flex' }}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Screen exchange={exchange} start={start} />
      </QueryClientProvider>
    </FluentProvider>,
  );
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(`Select ${name}`) });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const status = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

async function choose(...names: readonly string[]) {
  for (const name of names) await userEvent.click(box(`Select ${name}`));
  await userEvent.click(button('Change the selected'));
}

test('tells of every mailbox what is audited, and what differs from the default', async () => {
  await show(sampleTenant(everyone).exchange);
  await expect.element(row('Ada')).toHaveTextContent(/User.*Yes.*default.*default.*default.*90 days/);
  await expect.element(row('Bob')).toHaveTextContent(/\+1 \+MailboxLogin30|\+1.*\+MailboxLogin.*30 days/);
  await expect.element(row('Cy')).toHaveTextContent('Bypassed');
  await expect.element(row('Room')).toHaveTextContent('No: this type never is');
  await expect.element(page.getByRole('switch', { name: 'Audit mailboxes by default' })).toBeChecked();
});

test('filters say how many pass them', async () => {
  await show(sampleTenant(everyone).exchange);
  for (const [filter, name] of [
    ['Not audited 1', 'Room'],
    ['Customised 1', 'Bob'],
    ['Bypassed 1', 'Cy'],
    ['Age limit below 90 days 1', 'Bob'],
  ] as const) {
    await userEvent.click(button(filter));
    await expect.element(status('1 of 4 mailboxes')).toBeVisible();
    await expect.element(row(name)).toBeVisible();
  }
});

test('rows are ticked one by one, as a range and all at once', async () => {
  await show(sampleTenant(everyone).exchange);
  await userEvent.click(box('Select Ada'));
  await expect.element(status('1 selected')).toBeVisible();
  await row('Cy')
    .getByRole('gridcell')
    .nth(1)
    .click({ modifiers: ['Shift'] });
  await expect.element(status('3 selected')).toBeVisible();
  await expect.element(row('Bob')).toHaveAttribute('aria-selected', 'true');
  await expect.element(box('Select all')).toHaveAttribute('aria-checked', 'mixed');
  await userEvent.keyboard('{ArrowDown} ');
  await expect.element(status('4 selected')).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(status('4 mailboxes')).toBeVisible();
  await userEvent.click(box('Select all'));
  await expect.element(status('4 selected')).toBeVisible();
  await userEvent.click(button('Bypassed 1'));
  await expect.element(status('4 selected, 3 not in this list')).toBeVisible();
});

test('an action that cannot be logged is refused, and says why', async () => {
  await show(sampleTenant(everyone).exchange, { mailbox: ada.address });
  const cell = box('MailboxLogin, Delegate');
  await expect.element(cell).toHaveAttribute('aria-disabled', 'true');
  cell.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('MailboxLogin cannot be logged for delegates. Only owners sign in to a mailbox');
  await expect.element(cell).toHaveAttribute('aria-checked', 'false');
  await expect.element(cell).toHaveFocus();
  await expect.element(button('Review the change')).toHaveAttribute('aria-disabled', 'true');
});

test('where mailboxes differ an action stays as each has it until it is touched', async () => {
  await show(sampleTenant(everyone).exchange);
  await choose('Ada', 'Bob');
  const cell = box('MailboxLogin, Owner');
  await expect.element(cell).toHaveAttribute('aria-checked', 'mixed');
  await expect.element(cell).toHaveTextContent('1 of 2');
  await userEvent.click(cell);
  await expect.element(cell).toHaveAttribute('aria-checked', 'true');
  await userEvent.click(cell);
  await expect.element(cell).toHaveAttribute('aria-checked', 'false');
  await userEvent.click(cell);
  await expect.element(cell).toHaveAttribute('aria-checked', 'mixed');
  await expect.element(button('Review the change')).toHaveAttribute('aria-disabled', 'true');
});

test('two mailboxes are changed after a look at the change and its script, and verified', async () => {
  const { exchange, calls } = sampleTenant(everyone);
  await show(exchange);
  await choose('Ada', 'Cy');
  await userEvent.click(box('MailboxLogin, Owner'));
  await userEvent.click(button('Review the change'));
  await expect.element(page.getByRole('heading', { name: '2 mailboxes', level: 3 })).toBeVisible();
  await expect.element(page.getByText('Owner no longer follows Microsoft’s defaults', { exact: false })).toBeVisible();
  const script = page.getByRole('region', { name: 'PowerShell for this change' });
  await expect.element(script).toHaveTextContent("'ada@contoso.com', 'cy@contoso.com' )");
  await expect.element(script).toHaveTextContent("Set-Mailbox -Identity $mailbox -AuditOwner @{Add='MailboxLogin'}");
  expect(calls.some(({ cmdlet }) => cmdlet.startsWith('Set'))).toBe(false);
  await userEvent.click(button('Apply to 2 mailboxes'));
  await expect.element(status('Done, 2 mailboxes: 2 verified by reading back.')).toBeVisible();
  await expect.element(row('Ada')).toHaveTextContent('+MailboxLogin');
  await userEvent.click(button('Done'));
  await expect.element(page.getByRole('complementary', { name: 'Change auditing' })).not.toBeInTheDocument();
});

test('what is applied is what was reviewed: other mailboxes are reviewed once more', async () => {
  const { exchange } = sampleTenant(everyone);
  await show(exchange);
  await choose('Ada');
  await userEvent.click(box('MailboxLogin, Owner'));
  await userEvent.click(button('Review the change'));
  await userEvent.click(box('Select Cy'));
  await expect.element(page.getByText('This is no longer what would change')).toBeVisible();
  await expect.element(button(/^Apply/)).not.toBeInTheDocument();
  await userEvent.click(button('Review once more'));
  await expect.element(page.getByText('This is no longer what would change')).not.toBeInTheDocument();
  await userEvent.click(button('Apply to 2 mailboxes'));
  await expect.element(status('Done, 2 mailboxes: 2 verified by reading back.')).toBeVisible();
});

test('reading the same again leaves a review as it is', async () => {
  const { exchange, calls } = sampleTenant(everyone);
  await show(exchange);
  await choose('Ada');
  await userEvent.click(box('MailboxLogin, Owner'));
  await userEvent.click(button('Review the change'));
  await userEvent.click(button('Read again'));
  await expect.poll(() => calls.filter(({ cmdlet }) => cmdlet === 'Get-Mailbox').length).toBe(2);
  await expect.element(button('Read again')).toBeVisible();
  await expect.element(button('Apply to 1 mailbox')).toBeVisible();
});

test('the lists of another edition are not applied to Exchange Online', async () => {
  const { exchange } = sampleTenant(everyone);
  await show(exchange, { edition: 'server', mailbox: ada.address });
  await userEvent.click(box('MailboxLogin, Owner'));
  await userEvent.click(button('Review the change'));
  await expect.element(page.getByText('Only as a script')).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'PowerShell for this change' })).toHaveTextContent('Set-Mailbox');
  await expect.element(button(/^Apply/)).not.toBeInTheDocument();
});

test('a mailbox that fails stops no other, and what was put in stays for another try', async () => {
  const { exchange, refuse, allowAll } = sampleTenant(everyone);
  refuse('Set-Mailbox', ada.address);
  await show(exchange);
  await choose('Ada', 'Cy');
  await userEvent.click(box('MailboxLogin, Owner'));
  await userEvent.click(button('Review the change'));
  await userEvent.click(button('Apply to 2 mailboxes'));
  await expect.element(status('Done, 2 mailboxes: 1 verified by reading back, 1 failed.')).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: ada.address })).toHaveTextContent('This account may not run');
  await expect.element(row('Ada')).not.toHaveTextContent('MailboxLogin');
  allowAll();
  await userEvent.click(button('Back to the change'));
  await expect.element(box('MailboxLogin, Owner')).toHaveAttribute('aria-checked', 'true');
  await userEvent.click(button('Review the change'));
  await expect.element(page.getByText('1 is this way already and not touched.')).toBeVisible();
  await userEvent.click(button('Apply to 1 mailbox'));
  await expect.element(status('Done: 1 verified by reading back.')).toBeVisible();
});

test('what reads otherwise than wanted is shown, not what was hoped for', async () => {
  const { exchange, ignore } = sampleTenant(everyone);
  ignore(ada.address);
  await show(exchange, { mailbox: ada.address });
  await page.getByLabelText('Age limit in days').fill('30');
  await expect.element(page.getByText('Less than the usual 90 days', { exact: false })).toBeVisible();
  await userEvent.click(button('Review the change'));
  await userEvent.click(button('Apply to 1 mailbox'));
  await expect.element(status('Done: 1 reads otherwise than wanted.')).toBeVisible();
  await expect.element(page.getByText('Age limit: 90 days → 30 days', { exact: false })).toBeVisible();
  await expect.element(row('Ada')).toHaveTextContent('90 days');
});

test('an age limit that is no number of days is refused, and what is dangerous is told', async () => {
  await show(sampleTenant(everyone).exchange, { mailbox: ada.address });
  const age = page.getByLabelText('Age limit in days');
  await age.fill('soon');
  await expect.element(page.getByText('Whole days, from 0 to 24,855.')).toBeVisible();
  await expect.element(button('Review the change')).toHaveAttribute('aria-disabled', 'true');
  await age.fill('0');
  await expect.element(page.getByText('0 empties the log', { exact: false })).toBeVisible();
  await userEvent.click(box('Bypass auditing'));
  await expect.element(page.getByText('This account leaves no trace', { exact: false })).toBeVisible();
});

test('Microsoft’s defaults are given back to a logon type', async () => {
  await show(sampleTenant(everyone).exchange, { mailbox: bob.address });
  await expect.element(box('MailboxLogin, Owner')).toHaveTextContent('added');
  await userEvent.click(button('Restore Microsoft’s defaults for Owner'));
  await expect.element(box('MailboxLogin, Owner')).toHaveAttribute('aria-checked', 'false');
  await userEvent.click(button('Review the change'));
  await expect.element(page.getByText("Set-Mailbox -Identity 'bob@contoso.com' -DefaultAuditSet 'Owner'")).toBeVisible();
  await expect.element(page.getByText('Owner follows Microsoft’s defaults again.')).toBeVisible();
});

test('what was put in for one mailbox is there when one comes back to it', async () => {
  await show(sampleTenant(everyone).exchange, { mailbox: ada.address });
  await userEvent.click(box('Move, Owner'));
  await userEvent.click(row('Cy').getByRole('gridcell').nth(1));
  await expect.element(box('Move, Owner')).toHaveAttribute('aria-checked', 'false');
  await userEvent.click(row('Ada').getByRole('gridcell').nth(1));
  await expect.element(box('Move, Owner')).toHaveAttribute('aria-checked', 'true');
});

test('asks before auditing stops for everyone, and shows what was read back', async () => {
  const { exchange } = sampleTenant(everyone);
  await show(exchange);
  const on = page.getByRole('switch', { name: 'Audit mailboxes by default' });
  await userEvent.click(on);
  await expect
    .element(page.getByRole('alertdialog', { name: 'Stop auditing every mailbox?' }))
    .toHaveTextContent('what is not logged cannot be recovered');
  await userEvent.click(button('Turn off'));
  await expect.element(on).not.toBeChecked();
  await expect.element(status('Turned off, and read back from Exchange.')).toBeVisible();
  await expect.element(row('Ada')).toHaveTextContent('No: off for the organisation');
});

test('in older editions AuditEnabled counts, and there is nothing for the whole organisation', async () => {
  await show(sampleTenant([sampleMailbox({ name: 'Ada', isEnabled: false })]).exchange, { edition: 'earlier' });
  await expect.element(row('Ada')).toHaveTextContent('No: AuditEnabled is off');
  await expect.element(page.getByText('has no setting for the whole organisation', { exact: false })).toBeVisible();
});

test('the table of actions can be read', async () => {
  await show(sampleTenant(everyone).exchange, { edition: 'server', actions: true });
  const table = page.getByRole('table', { name: 'Actions of Exchange Server' });
  await expect.element(table.getByRole('row', { name: /^FolderBind/ })).toHaveTextContent(/default.*can be.*never/);
  await expect.element(table.getByRole('row', { name: /^HardDelete/ })).toHaveTextContent('Purged messages from the mailbox');
});

test('says what could not be read, and reads again', async () => {
  const { exchange, refuse, allowAll } = sampleTenant(everyone);
  refuse('Get-Mailbox');
  await show(exchange);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read the mailboxes');
  allowAll();
  await userEvent.click(button('Try again'));
  await expect.element(row('Ada')).toBeVisible();
});
