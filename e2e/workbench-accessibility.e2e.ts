// What an investigator works with, in both themes, checked by axe.

import { expect, expectAccessible, test } from './fixtures';
import { gridOf, recordPane, rowsOf, runSearch } from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

test('timeline, facets and what is typed are accessible', async ({ page }) => {
  await runSearch(page, portal);
  await rowsOf(gridOf(page));
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: /Records over time/ })).toBeVisible();
  await page.getByRole('slider', { name: /^Records over time/ }).focus();
  await page.keyboard.press('Home');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hide table' }).click();
  const box = page.getByRole('combobox', { name: 'Search in these records' });
  await box.fill('user:');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page);
  await box.fill('ip:10.0');
  await box.press('Enter');
  await expect(page.getByText(/is no address or range/)).toBeVisible();
  await expectAccessible(page);
});

test('groups, and cases with a note and a view, are accessible', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await grid.press('Enter');
  await recordPane(page).getByRole('tab', { name: 'Notes' }).click();
  await recordPane(page).getByRole('button', { name: 'Star' }).click();
  await recordPane(page).getByRole('textbox', { name: 'Note' }).fill('Ask the sender');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Group by', exact: true }).click();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'User' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('treegrid', { name: 'Groups' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await expect(page.getByText('Ask the sender').first()).toBeVisible();
  await expectAccessible(page);
});
