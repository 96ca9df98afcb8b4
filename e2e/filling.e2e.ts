// A search of everything, some 100,000 records: of use from the first page on, and in the hands of whoever waits.

import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { countsOf, expectComplete, gridOf, readCounts, rowsOf, searchRecords, sortBy, startSearch, valuesIn } from './steps';

const everything = { last: '180d' } as const;
/** On a slow machine. */
const longestMs = 150_000;

// Every page is made, sent and read in the one browser.
test.describe.configure({ timeout: 2 * longestMs });

test('can be read, paused, resumed, cancelled and continued while it fills', async ({ page }) => {
  await startSearch(page, { last: '90d' });
  const grid = gridOf(page);
  await expect(page.getByRole('progressbar', { name: 'Records loaded' })).toBeVisible({ timeout: 60_000 });
  await expect(countsOf(page)).toHaveText(/^[1-9][\d,]* records · more are coming$/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Loading is paused')).toBeVisible();
  const paused = (await readCounts(page)).shown;
  expect((await rowsOf(grid)).length).toBeGreaterThan(10);

  // Nothing comes while it is paused, so what is there can be worked with.
  await sortBy(grid, 'User', 'descending');
  const users = await valuesIn(grid, 'User');
  expect(users[0]?.toLowerCase().localeCompare(users.at(-1)?.toLowerCase() ?? '', 'en')).toBeGreaterThanOrEqual(0);

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBeGreaterThan(paused);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Loading was cancelled: not all records are here')).toBeVisible();
  await expect(countsOf(page)).toHaveText(/ records · incomplete$/);
  const cancelled = (await readCounts(page)).shown;

  await page.getByRole('button', { name: 'Load the rest' }).click();
  await expectComplete(page, longestMs);
  expect((await readCounts(page)).shown).toBeGreaterThan(Math.max(cancelled, 40_000));
  await expect(page.getByRole('progressbar', { name: 'Records loaded' })).toBeHidden();
  await expect(grid.getByRole('columnheader', { name: 'User' })).toHaveAttribute('aria-sort', 'descending');
});

test('goes to the last of all rows and back, and keeps them when left', async ({ page }) => {
  await startSearch(page, everything);
  const grid = gridOf(page);
  await expectComplete(page, longestMs);
  const { shown } = await readCounts(page);
  expect(shown).toBeGreaterThan(90_000);
  await expect(grid).toHaveAttribute('aria-rowcount', String(shown + 1));
  const top = await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row').and(page.locator(`[aria-rowindex="${shown + 1}"]`))).toBeInViewport();
  const end = await rowsOf(grid);
  expect(end.at(-1)?.index).toBe(shown + 1);
  expect((end.at(-1)?.cells['Date (UTC)'] ?? '') < (top[0]?.cells['Date (UTC)'] ?? '')).toBe(true);

  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await expect(grid.getByRole('row').and(page.locator(`[aria-rowindex="${shown + 1}"]`))).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(grid.getByRole('row').and(page.locator('[aria-rowindex="2"]'))).toBeInViewport();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Home');
  const active = grid.getByRole('gridcell').and(page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`));
  await expect(active).toBeInViewport();
  await expect(active).toHaveAttribute('aria-colindex', '1');

  await sortBy(grid, 'Date (UTC)', 'ascending');
  await page.keyboard.press('Control+Home');
  expect((await rowsOf(grid))[0]?.cells['Date (UTC)']).toBe(end.at(-1)?.cells['Date (UTC)']);

  // Without a reload the records are still there, all of them, at once.
  await page.getByRole('link', { name: 'Open a file' }).click();
  await expect(page.getByRole('heading', { name: 'Open a file' })).toBeVisible();
  await page.goBack();
  await expect(countsOf(page)).toHaveText(`${shown.toLocaleString('en-US')} records · complete`);
  await expect(page.getByRole('progressbar', { name: 'Records loaded' })).toBeHidden();
});

test('goes on sorting and filtering while an export is written, which has what was on the screen', async ({ page }) => {
  await startSearch(page, { last: '90d' });
  await expectComplete(page, longestMs);
  const grid = gridOf(page);
  const { shown } = await readCounts(page);
  const [newest] = await rowsOf(grid);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText(/^Exports [\d,]+ of [\d,]+ records/)).toBeVisible();
  const downloading = page.waitForEvent('download', { timeout: longestMs });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();

  await sortBy(grid, 'User', 'descending');
  const users = await valuesIn(grid, 'User');
  expect(users[0]?.toLowerCase().localeCompare(users.at(-1)?.toLowerCase() ?? '', 'en')).toBeGreaterThanOrEqual(0);
  await searchRecords(page, 'OMEPortal');
  expect((await readCounts(page)).shown).toBeLessThan(shown);

  const { rows } = await readCsv(await downloading);
  expect(rows.length).toBe(shown);
  expect(rows[0]?.['CreationDate']?.slice(0, 19).replace('T', ' ')).toBe(newest?.cells['Date (UTC)']);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
});
