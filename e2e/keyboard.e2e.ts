// Without a mouse, and on small screens.

import { expect, test } from './fixtures';
import {
  chooseFiles,
  expectComplete,
  expectNoSidewaysScroll,
  expectSettled,
  gridOf,
  openForm,
  recordPane,
  rowsOf,
  runSearch,
  startSearch,
} from './steps';

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
  expect(keys).toEqual(expect.arrayContaining(['?', '/', 'c', 'j', 'k', 'n', 'p', 'Escape']));
  expect(keys).toEqual([...new Set(keys)]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(recordPane(page)).toBeVisible();
});

test('rows are walked, opened and left by keyboard', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search in these records' })).toBeFocused();
  await page.keyboard.type('jk/?');
  await expect(page.getByRole('combobox', { name: 'Search in these records' })).toHaveValue('jk/?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search in these records' })).toHaveValue('');
  await expect(grid).toBeVisible();

  await page.getByRole('button', { name: 'Columns' }).focus();
  const rowOfFocus = async () => {
    const active = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
    return grid.getByRole('row').filter({ has: active }).getAttribute('aria-rowindex');
  };
  // Row 1 is the header.
  await page.keyboard.press('j');
  await expect(grid).toBeFocused();
  await expect.poll(rowOfFocus).toBe('2');
  await page.keyboard.press('j');
  await expect.poll(rowOfFocus).toBe('3');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowDown');
  await expect.poll(rowOfFocus).toBe('4');
  await page.keyboard.press('Enter');
  await expect(recordPane(page)).toBeFocused();
  await expect(page).toHaveURL(/record=/);
  const isAt = async (position: number) =>
    expect(
      recordPane(page)
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${position} of `) }),
    ).toBeVisible();
  await isAt(3);
  await page.keyboard.press('j');
  await isAt(4);
  await page.keyboard.press('k');
  await isAt(3);
  await page.keyboard.press('n');
  await isAt(4);
  await page.keyboard.press('Escape');
  await expect(recordPane(page)).toBeHidden();
  await expect(grid).toBeFocused();
  await expect.poll(rowOfFocus).toBe('5');
  await page.goBack();
  await expect(recordPane(page)).toBeVisible();
});

test('four keys lead from the start page to the JSON of the second record', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/search');
  await expect(page.getByRole('heading', { name: 'New search', level: 1 })).toBeVisible();
  let pressed = 0;
  const press = async (key: string) => {
    pressed++;
    await page.keyboard.press(key);
  };
  await press('Control+Enter');
  await expect(gridOf(page)).toBeFocused({ timeout: 60_000 });
  const [, second] = await rowsOf(gridOf(page));
  await press('Enter');
  const pane = recordPane(page);
  await expect(pane.getByRole('status').filter({ hasText: /^1 of / })).toBeVisible();
  await press('j');
  await expect(pane.getByRole('status').filter({ hasText: /^2 of / })).toBeVisible();
  await press('c');
  await expect(pane.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(pressed).toBe(4);
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(String(copied.CreationTime).slice(0, 19).replace('T', ' ')).toBe(second?.cells['Date (UTC)']);
  expect(copied.UserId).toBe(second?.cells['User']);
});

test('the rows take the focus from nobody who is elsewhere by then', async ({ page }) => {
  await startSearch(page, portal);
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Open a file' });
  await link.focus();
  await expectComplete(page);
  await rowsOf(gridOf(page));
  await expect(link).toBeFocused();
});

test('the grid is one stop of the Tab key, and its header is sorted with Enter', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('Tab');
  expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowUp');
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
    const isPhone = viewport.width < 640;
    await expect(page.getByRole('button', { name: isPhone ? 'Sort: Date' : 'Columns' })).toBeVisible();
    for (const name of isPhone ? ['Export'] : ['Columns', 'Export']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('button', { name: name === 'Export' ? 'Close' : 'Reset', exact: true })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.keyboard.press('Escape');
    }
    await grid.getByRole('row').nth(2).click();
    const pane = recordPane(page);
    await expect(pane).toBeFocused();
    if (isPhone) expect(await pane.boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    await page.goBack();
    await expect(pane).toBeHidden();
    await grid.getByRole('row').nth(2).click();
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
