import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { heldWith } from '~/records/held-set.fixture';
import { grid, header, recordAt, Screen, show, shownParams } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const list = (name: string) => page.getByRole('list', { name });
const tick = (of: string, name: string) => list(of).getByRole('checkbox', { name, exact: true });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
// Also while the list of columns hides them from assistive technology.
const names = () => [...document.querySelectorAll('[role=columnheader]')].map((each) => each.textContent);
const standard = ['Date (UTC)', 'User', 'Activity', 'Item', 'Detail', 'IP address', 'Record type'];
const properties = 'Properties of these records';

async function openChooser() {
  await button('Columns').click();
  await expect.element(page.getByRole('searchbox', { name: 'Search columns' })).toHaveFocus();
}

/** A message somebody opened, and something with properties inside. */
const message = (index: number) => ({
  id: `mail-${index}`,
  createdDateTime: '2026-11-15T01:00:00Z',
  auditLogRecordType: 'OMEPortal',
  operation: 'MessageAccess',
  auditData: {
    Recipient: 'jo@fabrikam.com',
    MessageId: `<${index}@contoso.com>`,
    OperationProperties: [{ Name: 'MailSubject', Value: `Offer ${index}` }],
    'Turned\u202e': 'round',
  },
});

async function showMessages() {
  await render(<Screen held={await heldWith([...[0, 1, 2, 3, 4].map(recordAt), message(1), message(2)])} />);
  await openChooser();
}

test('every property of the records is listed with how often it is there, and becomes a column at the end', async () => {
  await showMessages();
  await expect.element(list(properties).getByText('5 records · text · needle0')).toBeVisible();
  await expect.element(tick(properties, 'Turned‹RLO›')).toBeVisible();
  await tick(properties, 'Secret').click();
  await expect.poll(names).toEqual([...standard, 'Secret']);
  await expect.element(tick('Shown columns', 'Secret')).toBeChecked();
  await expect.element(tick(properties, 'Secret')).toHaveFocus();
  await tick(properties, 'Secret').click();
  await expect.poll(names).toEqual(standard);
});

test('what the catalogue lists is listed once', async () => {
  await showMessages();
  await expect.element(list('Other fields').getByRole('checkbox', { name: 'Size in bytes' })).toBeVisible();
  await expect.element(tick(properties, 'FileSizeBytes')).not.toBeInTheDocument();
  await expect.element(tick(properties, 'UserId')).not.toBeInTheDocument();
});

test('a property is unfolded by its chevron, and by a search that finds something inside', async () => {
  await showMessages();
  const inside = tick(properties, 'OperationProperties[MailSubject]');
  await expect.element(inside).not.toBeInTheDocument();
  await button('What is in OperationProperties').click();
  await expect.element(inside).toBeVisible();
  await button('What is in OperationProperties').click();
  await page.getByRole('searchbox', { name: 'Search columns' }).fill('offer 1');
  await inside.click();
  await expect.poll(() => names().at(-1)).toBe('OperationProperties[MailSubject]');
  await expect.element(tick(properties, 'Secret')).not.toBeInTheDocument();
  await page.getByRole('searchbox', { name: 'Search columns' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(tick(properties, 'Secret')).toBeVisible();
});

test('a path that no record has yet can be added by typing it', async () => {
  await showMessages();
  await userEvent.keyboard('Item.Subject|ItemSubject');
  await button('Add “Item.Subject|ItemSubject”').click();
  await expect.poll(() => names().at(-1)).toBe('Item.Subject|ItemSubject');
});

test('a column that leaves the list gives the focus to its neighbour, and Alt with an arrow moves one', async () => {
  await showMessages();
  await tick('Shown columns', 'Item').click();
  await expect.element(tick('Shown columns', 'Detail')).toHaveFocus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(names).toEqual(['Date (UTC)', 'User', 'Detail', 'Activity', 'IP address', 'Record type']);
  await expect.element(tick('Shown columns', 'Detail')).toHaveFocus();
});

test('a thousand properties are found by searching', async () => {
  const auditData = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`Property${index}x`, `value ${index}`]));
  await render(<Screen held={await heldWith([{ id: 'wide', createdDateTime: '2026-11-15T01:00:00Z', auditData }])} />);
  await openChooser();
  await expect.element(page.getByText(/^\d+ more, search to see them$/)).toBeVisible();
  expect(list(properties).getByRole('checkbox').elements()).toHaveLength(200);
  await userEvent.keyboard('value 987');
  await expect.poll(() => list(properties).getByRole('checkbox').elements()).toHaveLength(1);
  await expect.element(tick(properties, 'Property987x')).toBeVisible();
});

test('presets of the records that are there are offered first, and set exactly their columns', async () => {
  await showMessages();
  const presets = page.getByRole('group', { name: 'Presets' });
  await expect.element(presets.getByRole('button', { name: 'Sign-ins' })).not.toBeInTheDocument();
  await presets.getByRole('button', { name: 'Encrypted messages' }).click();
  await expect.element(presets.getByRole('button', { name: 'Encrypted messages' })).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() => names().slice(0, 5))
    .toEqual(['Date (UTC)', 'Recipient', 'Activity', 'Result', 'OperationProperties[MailSubject]']);
  await button('More presets').click();
  await presets.getByRole('button', { name: 'Sign-ins' }).click();
  await expect.poll(() => shownParams().columns).toContain('path:LogonError');
  await button('Reset').click();
  await expect.poll(names).toEqual(standard);
});

test('columns are saved under a name, chosen again, and deleted with a way back', async () => {
  await showMessages();
  await tick(properties, 'Secret').click();
  await button('Save these columns as…').click();
  await expect.element(page.getByRole('textbox', { name: 'Name of these columns' })).toHaveFocus();
  await userEvent.keyboard('Secrets{Enter}');
  await expect.element(button('Secrets')).toHaveAttribute('aria-pressed', 'true');
  await button('Reset').click();
  await expect.element(button('Secrets')).toHaveAttribute('aria-pressed', 'false');
  await button('Secrets').click();
  await expect.poll(names).toEqual([...standard, 'Secret']);
  await button('Delete Secrets').click();
  await expect.element(button('Secrets')).not.toBeInTheDocument();
  await expect.element(button('Undo')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Secrets')).toBeVisible();
});

test('a property that is pinned in the list is a facet of the panel at once', async () => {
  await show({ records: 5 });
  const panel = page.getByRole('complementary', { name: 'Filters' });
  await expect.element(panel).toBeVisible();
  await openChooser();
  const pin = list(properties).getByRole('button', { name: 'Facet: Secret' });
  await pin.click();
  await expect.element(pin).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.element(panel.getByRole('button', { name: 'Secret', exact: true })).toHaveAttribute('aria-expanded', 'true');
  await expect.element(panel.getByText('needle0')).toBeVisible();
});

test('a header has a menu: by right click, and by its chevron', async () => {
  await show({ records: 30 });
  await header('User').click({ button: 'right' });
  await item('Sort descending').click();
  expect(shownParams().sort).toEqual([{ field: 'user', descending: true }]);
  await header('Item').click({ button: 'right' });
  await item('Hide column').click();
  await expect.poll(names).toEqual(standard.filter((each) => each !== 'Item'));
  await header('User').hover();
  const chevron = header('User').element().querySelector('[data-menu]');
  if (!chevron) throw new Error('There is no chevron.');
  await userEvent.click(chevron);
  await item('Filter by User…').click();
  await expect.element(page.getByRole('combobox', { name: 'Question' })).toBeVisible();
});

test('a header has its menu by keyboard, and the same column stays the active one where it is moved', async () => {
  await show({ records: 30 });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '31');
  grid().element().focus();
  await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
  const active = () => document.getElementById(grid().element().getAttribute('aria-activedescendant') ?? '');
  await expect.poll(() => active()?.textContent).toBe('Activity');
  const openMenu = () =>
    grid()
      .element()
      .dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  openMenu();
  await item('Move left').click();
  await expect.poll(names).toEqual(['Date (UTC)', 'Activity', ...standard.filter((each) => !/^(Date|Act)/.test(each))]);
  await expect.poll(() => active()?.textContent).toBe('Activity');
  await expect.element(grid()).toHaveFocus();
  openMenu();
  await item('Pin as facet').click();
  const panel = page.getByRole('complementary', { name: 'Filters' });
  await expect.element(panel.getByRole('button', { name: 'Unpin Activity' })).toBeVisible();
});

test('the link to what is shown says the columns, also the standard ones', async () => {
  await show({ records: 3, record: 'id-1' });
  await button('Copy link').click();
  await expect.element(page.getByRole('status').filter({ hasText: 'Copied' })).toBeInTheDocument();
});
