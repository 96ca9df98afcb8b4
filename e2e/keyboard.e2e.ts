// Without a mouse, and on small screens.

import { expect, test } from './fixtures';
import { chooseFiles, expectNoSidewaysScroll, expectSettled, gridOf, openForm, recordPane, rowsOf, runSearch } from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

test('the skip link leads past the frame', async ({ page }) => {
  await openForm(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '24 hours' })).toBeFocused();
});

test('? lists what can be pressed here, each key once', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await grid.press('Enter');
  await expect(recordPane(page).getByRole('tab', { name: 'Summary' })).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('term').filter({ hasText: '?' })).toBeVisible();
  const keys = await dialog.getByRole('term').allTextContents();
  expect(keys).toEqual(expect.arrayContaining(['?', '/', 'j', 'k', 'n', 'p', 'Escape']));
  expect(keys).toEqual([...new Set(keys)]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(recordPane(page)).toBeVisible();
});

test('rows are walked, opened and left by keyboard', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search in these records' })).toBeFocused();
  await page.keyboard.type('jk/?');
  await expect(page.getByRole('searchbox', { name: 'Search in these records' })).toHaveValue('jk/?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Search in these records' })).toHaveValue('');
  await expect(grid).toBeVisible();

  await page.getByRole('button', { name: 'Columns' }).focus();
  const rowOfFocus = async () => {
    const active = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
    return grid.getByRole('row').filter({ has: active }).getAttribute('aria-rowindex');
  };
  await page.keyboard.press('j');
  await expect(grid).toBeFocused();
  await expect.poll(rowOfFocus).toBe('3');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowDown');
  await expect.poll(rowOfFocus).toBe('4');
  await page.keyboard.press('Enter');
  await expect(recordPane(page)).toBeFocused();
  await expect(page).toHaveURL(/record=/);
  await page.keyboard.press('n');
  await expect(
    recordPane(page)
      .getByRole('status')
      .filter({ hasText: /^4 of / }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(recordPane(page)).toBeHidden();
  await expect(grid).toBeFocused();
  await expect.poll(rowOfFocus).toBe('5');
  await page.goBack();
  await expect(recordPane(page)).toBeVisible();
});

test('the grid is one stop of the Tab key, and its header is sorted with Enter', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await page.getByRole('searchbox', { name: 'Search in these records' }).focus();
  await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await grid.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'User' })).toHaveAttribute('aria-sort', /ascending|descending/);
  await expectSettled(grid);
  await expect(grid).toBeFocused();
});

for (const [what, viewport] of [
  ['on a phone', { width: 375, height: 720 }],
  ['at a zoom of 200 %', { width: 700, height: 450 }],
] as const) {
  test(`nothing has to be scrolled sideways ${what}, and everything is in reach`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openForm(page, portal);
    await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeInViewport();
    await expectNoSidewaysScroll(page);
    await page.getByRole('textbox', { name: 'IP addresses' }).fill('2001:db8::1');
    await page.getByRole('textbox', { name: 'IP addresses' }).fill('');

    const grid = await runSearch(page, portal);
    await expectNoSidewaysScroll(page);
    for (const name of ['Columns', 'Export']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('button', { name: name === 'Export' ? 'Close' : 'Reset' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.keyboard.press('Escape');
    }
    await grid.getByRole('row').nth(2).click();
    const pane = recordPane(page);
    await expect(pane).toBeFocused();
    await pane.getByRole('tab', { name: 'JSON' }).click();
    await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await pane.getByRole('button', { name: 'Close' }).click();
    await expect(grid).toBeFocused();

    if (viewport.width <= 640) await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Open a file' }).click();
    await expect(page.getByRole('heading', { name: 'Open a file' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await chooseFiles(page, [{ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }]);
    await expect(page.getByRole('alert').filter({ hasText: 'not an audit log' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expect(gridOf(page)).toBeHidden();
  });
}
