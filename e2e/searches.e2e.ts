// The list of searches beside the form.

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectComplete, openForm, readCounts, runSearch, startSearch } from './steps';

const list = (page: Page) => page.getByRole('table', { name: /^Searches/ });
const rowOf = (page: Page, name: string) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
const namesIn = (page: Page) => list(page).getByRole('link').allTextContents();

async function searchTwice(page: Page): Promise<void> {
  await runSearch(page, { last: '30d', type: ['OMEPortal'], name: 'Alpha' });
  await runSearch(page, { last: '24h', op: ['FileDeleted'], user: ['nobody@contoso.com'], name: 'Beta' });
  await page.getByRole('link', { name: 'Searches' }).click();
  await expect(rowOf(page, 'Alpha')).toBeVisible();
}

test('lists searches with status, total, time and author, and keeps them over a reload', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { last: '30d', type: ['OMEPortal'], name: 'Alpha' });
  const { shown } = await readCounts(page);
  await page.getByRole('link', { name: 'Searches' }).click();
  await expect(page.getByRole('heading', { name: /^Searches 1$/ })).toBeVisible();
  await expect(list(page).getByRole('columnheader')).toHaveText([
    'Search name',
    'Status',
    'Progress',
    'Search time',
    'Total results',
    'Created (UTC)',
    'Searched by',
    'Actions',
  ]);
  const expectRow = async () => {
    const cells = rowOf(page, 'Alpha').getByRole('cell');
    await expect(cells.nth(1)).toContainText('Completed');
    await expect(cells.nth(2)).toContainText('100 %');
    await expect(cells.nth(3)).toContainText(/0:\d\d/);
    await expect(cells.nth(4)).toContainText(shown.toLocaleString('en'));
    await expect(cells.nth(5)).toContainText(new Date().toISOString().slice(0, 10));
    await expect(cells.nth(6)).toContainText('@');
  };
  await expectRow();
  await page.reload();
  await expectRow();
  await rowOf(page, 'Alpha').getByRole('link').click();
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(shown);
});

test('sorts and filters the list', async ({ page }) => {
  await searchTwice(page);
  expect(await namesIn(page)).toEqual(['Beta', 'Alpha']);
  await page.getByRole('button', { name: 'Search name' }).click();
  await expect(page.getByRole('columnheader', { name: 'Search name' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await namesIn(page)).toEqual(['Alpha', 'Beta']);
  await page.getByRole('button', { name: 'Total results' }).click();
  await expect(page.getByRole('columnheader', { name: 'Total results' })).toHaveAttribute('aria-sort', 'descending');
  expect(await namesIn(page)).toEqual(['Alpha', 'Beta']);

  const filter = page.getByRole('searchbox', { name: 'Filter searches' });
  await filter.fill('nobody@contoso.com');
  await expect(list(page).getByRole('link')).toHaveText(['Beta']);
  await expect(page.getByRole('heading', { name: 'Searches 1 of 2' })).toBeVisible();
  await filter.fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No search matches' })).toBeVisible();
});

test('copies a search into the form', async ({ page }) => {
  await runSearch(page, { last: '30d', type: ['OMEPortal'], user: ["o'brien@contoso.com"], q: 'offer', name: 'Alpha' });
  await page.getByRole('link', { name: 'Searches' }).click();
  await page.getByRole('button', { name: 'Copy this search: Alpha' }).click();
  await expect(page.getByRole('list', { name: 'Record types, chosen' })).toHaveText('OMEPortal');
  await expect(page.getByRole('list', { name: 'Users, chosen' })).toHaveText("o'brien@contoso.com");
  await expect(page.getByRole('textbox', { name: 'Keyword search' })).toHaveValue('offer');
  await expect(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('Alpha');
});

test('deletes a search after asking by its name, for good', async ({ page }) => {
  await searchTwice(page);
  await page.getByRole('button', { name: 'Delete Alpha' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete this search?' });
  await expect(question).toContainText('“Alpha” and its results are removed for everyone');
  await question.getByRole('button', { name: 'Keep' }).click();
  await expect(rowOf(page, 'Alpha')).toBeVisible();

  await rowOf(page, 'Alpha').getByRole('link').focus();
  await page.keyboard.press('Delete');
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rowOf(page, 'Alpha')).toHaveCount(0);
  await expect(rowOf(page, 'Beta')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'Beta')).toBeVisible();
  await expect(rowOf(page, 'Alpha')).toHaveCount(0);
});

test('follows a running search to its end without being asked', async ({ page }) => {
  test.slow();
  // Long enough to be met on its way, however slow the machine is.
  const name = 'On its way #queued';
  await startSearch(page, { last: '30d', type: ['OMEPortal'], name });
  await page.getByRole('link', { name: 'Searches' }).click();
  await expect(rowOf(page, name)).toContainText(/Queued|In progress/);
  await expect(page.getByRole('heading', { name: 'Searches 1, 1 unfinished' })).toBeVisible();
  await expect(rowOf(page, name)).toContainText('Completed', { timeout: 120_000 });
  await expect(page.getByRole('heading', { name: 'Searches 1', exact: true })).toBeVisible();
});

test('says what to do when there is no search yet', async ({ page }) => {
  await openForm(page);
  await expect(page.getByRole('heading', { name: 'No searches yet' })).toBeVisible();
  await expect(page.getByText(/Searches are kept here for 30 days/)).toBeVisible();
});
