// Groups of records: opened in place, and what is marked on the way.

import { expect, expectAccessible, test } from './fixtures';
import { expectNoSidewaysScroll, gridOf, recordPane, rowsOf, runSearch } from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

test('the records of a group are looked at one by one without leaving the groups, and marked', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await page.getByRole('button', { name: 'Group by', exact: true }).click();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Activity' });
  await page.getByRole('button', { name: 'Done' }).click();
  const groups = page.getByRole('treegrid', { name: 'Groups' });
  const first = groups.getByRole('row', { level: 1 }).first();
  const records = groups.getByRole('row', { level: 2 });
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await groups.focus();
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(records.first()).toContainText(/\d{4}-\d\d-\d\d/);
  await expectAccessible(page);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect(records.first().getByRole('img', { name: 'Starred' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(recordPane(page)).toContainText(/1 of \d+/);
  await page.keyboard.press('n');
  await expect(recordPane(page)).toContainText(/2 of \d+/);
  await expect(records.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(groups).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+End');
  await page.setViewportSize({ width: 375, height: 720 });
  await expectNoSidewaysScroll(page);
});

test('a star set at a row is there after a reload, and is listed in Cases with its record', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  const row = grid.getByRole('row').nth(2);
  await expect(row.getByRole('img', { name: 'Starred' })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(gridOf(page).getByRole('row').nth(2).getByRole('img', { name: 'Starred' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('grid', { name: 'Marked records' }).getByRole('row').nth(1).click();
  await page.getByRole('link', { name: 'Show it where it was marked' }).click();
  await expect(recordPane(page)).toContainText(/2 of \d+/);
});
