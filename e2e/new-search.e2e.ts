// Filling in the form: by hand, by keyboard, from a link, and wrongly.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectComplete, gridOf, openForm, valuesIn } from './steps';

const search = (page: Page) => page.getByRole('button', { name: 'Search', exact: true });
const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name, exact: true }).or(page.getByRole('combobox', { name, exact: true }));
const more = (page: Page) => page.getByRole('button', { name: /^More criteria/ });
const chosen = (page: Page, name: string) => page.getByRole('list', { name: `${name}, chosen` }).getByRole('listitem');

async function add(input: Locator, ...values: string[]): Promise<void> {
  for (const value of values) {
    await input.fill(value);
    await input.press('Enter');
  }
}

test('asks for the most used first, with the words of Purview', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openForm(page);
  const keyword = await field(page, 'Keyword search').boundingBox();
  expect((keyword?.y ?? 900) + (keyword?.height ?? 0)).toBeLessThan(700);
  await expect(more(page)).toHaveAttribute('aria-expanded', 'false');
  await more(page).click();
  const form = page.getByRole('form', { name: 'New search' });
  const labels = await form.locator('label').allTextContents();
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
  for (const label of labels) await expect(field(page, label)).toBeEditable();
  await expect(search(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeVisible();
});

test('sets the dates with one click and tells in words what will be asked', async ({ page }) => {
  await openForm(page, { op: ['FileDeleted'] });
  const day = (value: string) => Date.parse(`${value}Z`) / 86_400_000;
  for (const [name, days] of [
    ['24 hours', 1],
    ['30 days', 30],
    ['90 days', 90],
    ['180 days', 180],
    ['7 days', 7],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
    expect(day(await field(page, 'End (UTC)').inputValue()) - day(await field(page, 'Start (UTC)').inputValue())).toBeCloseTo(
      days,
      6,
    );
  }
  await expect(page.getByText(/^Deleted file, by anyone, \d.* UTC$/)).toBeVisible();
  await add(field(page, 'Users'), 'adele@contoso.com');
  await expect(page.getByText(/^Deleted file, by adele@contoso\.com, \d.* UTC$/)).toBeVisible();
});

test('says in words what is wrong, goes to the first of it, and sends nothing', async ({ page }) => {
  await openForm(page, { from: '2026-05-02T09:00Z', to: '2026-05-01T09:00Z' });
  await add(field(page, 'IP addresses'), '300.1.2.3');
  await search(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent: 2 things need correcting first.' })).toBeVisible();
  await expect(field(page, 'End (UTC)')).toBeFocused();
  await expect(field(page, 'End (UTC)')).toHaveAccessibleDescription(/The end must be after the start\./);
  await expect(field(page, 'IP addresses')).toHaveAccessibleDescription(/Not an IP address or range: 300\.1\.2\.3\./);
  await expect(field(page, 'IP addresses')).toHaveAttribute('aria-invalid', 'true');

  await field(page, 'End (UTC)').fill('2026-05-03T09:00');
  await search(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent: one thing needs correcting first.' })).toBeVisible();
  await expect(field(page, 'IP addresses')).toBeFocused();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await search(page).click();
  await expectComplete(page);
});

test('warns of what would find nothing, offers the remedy, and searches all the same', async ({ page }) => {
  await openForm(page);
  await field(page, 'Activities – operation names').fill('Add member to role');
  await page.getByRole('option', { name: 'Add “Add member to role” as typed' }).click();
  await expect(page.getByText('Entra ID operations end with a period: Add member to role.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add the period' }).click();
  await expect(chosen(page, 'Activities – operation names')).toHaveText(['Add member to role.']);
  await expect(page.getByText('Entra ID operations end with a period')).toBeHidden();

  await add(field(page, 'File, folder, or site'), 'https://contoso.sharepoint.com/sites/ProjectFalcon');
  await expect(page.getByText(/A site is matched with everything in it only when it ends with \/\*\./)).toBeVisible();
  await page.getByRole('button', { name: 'Add /*' }).click();
  await expect(chosen(page, 'File, folder, or site')).toHaveText(['https://contoso.sharepoint.com/sites/ProjectFalcon/*']);

  await add(field(page, 'File, folder, or site'), 'falcon');
  await page.getByRole('button', { name: 'Use *falcon*' }).click();
  await expect(chosen(page, 'File, folder, or site')).toHaveText([
    'https://contoso.sharepoint.com/sites/ProjectFalcon/*',
    '*falcon*',
  ]);

  await field(page, 'Keyword search').fill('test_search-document');
  await expect(page.getByText('Special characters in a keyword find nothing. Put * in their place.')).toBeVisible();
  await search(page).click();
  await expect(page).toHaveURL(/\/search\/[\da-f-]{36}/);
});

test('takes a pasted list of users apart and drops repeats', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForm(page);
  await page.evaluate(() =>
    navigator.clipboard.writeText('adele@contoso.com; "Priya.Raman@contoso.com"\r\nO\'Brien@contoso.com,ADELE@contoso.com\r\n'),
  );
  await field(page, 'Users').focus();
  await page.keyboard.press('Control+V');
  await expect(chosen(page, 'Users')).toHaveText(['adele@contoso.com', 'Priya.Raman@contoso.com', "O'Brien@contoso.com"]);
  await page.keyboard.press('Backspace');
  await expect(chosen(page, 'Users')).toHaveText(['adele@contoso.com', 'Priya.Raman@contoso.com']);
});

test('accepts an operation it has never heard of, and says so of a record type', async ({ page }) => {
  await openForm(page, { last: '180d' });
  await field(page, 'Activities – operation names').fill('QuantumWidgetRebalanced');
  await expect(page.getByRole('option')).toHaveText(['Add “QuantumWidgetRebalanced” as typed']);
  await field(page, 'Activities – operation names').press('Enter');
  await expect(chosen(page, 'Activities – operation names')).toHaveText(['QuantumWidgetRebalanced']);

  await add(field(page, 'Record types'), '99999');
  await expect(page.getByText('Not a record type Ledgerline knows: 99999. The service may refuse it.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove 99999' }).click();

  await search(page).click();
  await expectComplete(page);
  expect(new Set(await valuesIn(gridOf(page), 'Activity'))).toEqual(new Set(['Quantum widget rebalanced']));
});

test('keeps the form in its address: after a reload, in another window, and on the way back', async ({ page, context }) => {
  await openForm(page);
  await page.getByRole('button', { name: '30 days' }).click();
  await field(page, 'Keyword search').fill('falcon');
  await add(field(page, 'Record types'), '154');
  await page.keyboard.press('Escape');
  await add(field(page, 'Users'), "o'brien@contoso.com", 'adele@contoso.com');
  await add(field(page, 'IP addresses'), '2001:db8::1');
  await more(page).click();
  await field(page, 'Search name').fill('Case 42 & more');

  const expectForm = async (where: Page) => {
    await expect(where.getByRole('button', { name: '30 days' })).toHaveAttribute('aria-pressed', 'true');
    await expect(field(where, 'Keyword search')).toHaveValue('falcon');
    await expect(chosen(where, 'Record types')).toHaveText(['OMEPortal']);
    await expect(chosen(where, 'Users')).toHaveText(["o'brien@contoso.com", 'adele@contoso.com']);
    await expect(chosen(where, 'IP addresses')).toHaveText(['2001:db8::1']);
    await expect(field(where, 'Search name')).toHaveValue('Case 42 & more');
  };
  await expect(page).toHaveURL(/name=Case\+42\+%26\+more/);
  await page.reload();
  await expectForm(page);

  const other = await context.newPage();
  await other.goto(page.url());
  await expectForm(other);
  await other.close();

  await search(page).click();
  await expect(page.getByRole('heading', { name: 'Case 42 & more' })).toBeVisible();
  await page.goBack();
  await expectForm(page);

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(chosen(page, 'Users')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectForm(page);
});

test('copies the search for PowerShell and for Graph, with quotes that hold', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForm(page, {
    from: '2026-11-01T00:00Z',
    to: '2026-11-08T00:00Z',
    type: ['OMEPortal'],
    op: ['MessageAccess'],
    user: ["O'Brien@contoso.com"],
    ip: ['203.0.113.7'],
    q: 'offer',
    name: 'Case 42',
  });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copyAs = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await copyAs(/^PowerShell/);
  await expect.poll(copied).toContain('Search-UnifiedAuditLog @parameters');
  const script = await copied();
  expect(script).toContain("UserIds = 'O''Brien@contoso.com'");
  expect(script).toContain("RecordType = 'OMEPortal'");
  expect(script).toContain("Operations = 'MessageAccess'");
  expect(script).toContain("IPAddresses = '203.0.113.7'");
  expect(script).toContain("FreeText = 'offer'");
  expect(script).toContain("StartDate = '2026-11-01 00:00:00Z'");
  expect(script).toContain("EndDate = '2026-11-08 00:00:00Z'");

  await copyAs(/^Graph request/);
  const start = 'POST https://graph.microsoft.com/v1.0/security/auditLog/queries\nAuthorization: Bearer {token}\n';
  await expect.poll(copied).toContain(start);
  const request = await copied();
  expect(JSON.parse(request.slice(request.indexOf('\n\n')))).toMatchObject({
    displayName: 'Case 42',
    filterStartDateTime: '2026-11-01T00:00:00.000Z',
    filterEndDateTime: '2026-11-08T00:00:00.000Z',
    keywordFilter: 'offer',
    operationFilters: ['MessageAccess'],
    userPrincipalNameFilters: ["O'Brien@contoso.com"],
    ipAddressFilters: ['203.0.113.7'],
  });

  await copyAs(/^Preview both/);
  await expect(page.getByRole('dialog', { name: 'Copy as' }).getByRole('region', { name: 'PowerShell' })).toContainText(
    "O''Brien",
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Copy as' })).toBeHidden();
});

test('can be filled in and sent without a mouse', async ({ page }) => {
  await openForm(page);
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 30; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(page.getByRole('button', { name: '30 days' }));
  await page.keyboard.press('Space');
  await tabTo(field(page, 'Activities – friendly names'));
  await page.keyboard.type('viewed attachment of enc');
  await page.keyboard.press('Enter');
  await expect(chosen(page, 'Activities – friendly names')).toHaveText(['Viewed attachment of encrypted message']);
  await expect(chosen(page, 'Activities – operation names')).toHaveText(['AttachmentReview']);
  await tabTo(field(page, 'Record types'));
  await page.keyboard.type('ome');
  await page.keyboard.press('Enter');
  await expect(chosen(page, 'Record types')).toHaveText(['OMEPortal']);
  await tabTo(more(page));
  await page.keyboard.press('Enter');
  await tabTo(field(page, 'Search name'));
  await page.keyboard.type('By keyboard');
  await field(page, 'IP addresses').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(field(page, 'Users')).toBeFocused();
  await page.keyboard.type('elena.marchetti@contoso.com');
  // What is typed but not yet taken belongs to the search too.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeVisible();
  await expectComplete(page);
  expect(new Set(await valuesIn(gridOf(page), 'User'))).toEqual(new Set(['elena.marchetti@contoso.com']));
  expect(new Set((await valuesIn(gridOf(page), 'Activity')).map((text) => text.replace(/^\s*Failed\s+/, '')))).toEqual(
    new Set(['Viewed attachment of encrypted message']),
  );
});

test('nothing has to be typed: Ctrl+Enter searches from the start page', async ({ page }) => {
  await page.goto('/search');
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/search\/[\da-f-]{36}/);
  await page.goBack();
  await expect(page.getByRole('button', { name: '7 days', exact: true })).toHaveAttribute('aria-pressed', 'true');
});
