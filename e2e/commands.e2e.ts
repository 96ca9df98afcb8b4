// The command palette: every page and action by name. And how close together rows stand, which it can choose.

import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { expectNoSidewaysScroll, gridOf, openForm, recordPane, rowsOf, runSearch } from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const options = (page: Page) => palette(page).getByRole('option');

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox', { name: 'Find a command' })).toBeFocused();
}

/** Types the words and runs what comes first, which has to be called `name`. */
async function runCommand(page: Page, words: string, name: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(words);
  await expect(options(page).first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('every page is found by a few letters, and shows the same records as the links do', async ({ page }) => {
  await openForm(page);
  const pages = [
    ['non-owner', 'Mailbox auditing: Non-owner mailbox access', /\/mailboxes\/non-owner/],
    ['who see', 'Mailbox auditing: Who can see a mailbox', /\/mailboxes\/access/],
    ['set-up', 'Encrypted messages: Tracking set-up', /\/messages\/set-up/],
    ['emtm', 'Encrypted messages: Tracked messages', /\/messages\/?(\?|$)/],
    ['open file', 'Open a file', /\/files/],
    ['go to settings', 'Settings', /\/settings/],
    ['go to search', 'Search', /\/search\/?(\?|$)/],
  ] as const;
  for (const [words, name, address] of pages) {
    await runCommand(page, words, name);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('what can be done with a search and its records is found, too', async ({ page }) => {
  await openForm(page, portal);
  await runCommand(page, 'search', 'Search');
  const grid = gridOf(page);
  await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(recordPane(page)).toBeVisible();
  await runCommand(page, 'close rec', 'Close the record');
  await expect(recordPane(page)).toBeHidden();

  await runCommand(page, 'export', 'Export');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  // It is about the dialog now, and about nothing behind it.
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await runCommand(page, 'edit search', 'Edit the search');
  await expect(page.getByRole('heading', { name: 'New search', level: 1 })).toBeVisible();
  await openPalette(page);
  const recent = palette(page).getByRole('group', { name: 'Recently used' }).getByRole('option');
  await expect(recent.first()).toContainText('Search');
});

test('saved views, cases and searches are opened by name', async ({ page }) => {
  const grid = await runSearch(page, { ...portal, name: 'Portal of November' });
  await rowsOf(grid);
  const address = page.url();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('My view');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Name of the case' }).fill('Mail of Ada');
  await page.keyboard.press('Enter');
  await runCommand(page, 'open my view', 'Open view: My view');
  await expect(page).toHaveURL(address);
  await runCommand(page, 'case ada', 'Open case: Mail of Ada');
  await expect(page.getByRole('heading', { name: 'Mail of Ada', level: 1 })).toBeVisible();
  await runCommand(page, 'november', 'Open search: Portal of November');
  await expect(page).toHaveURL(/\/search\/./);
});

test('it is listed among the shortcuts, and Escape leaves everything as it was', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(recordPane(page)).toBeFocused();
  await openPalette(page);
  await page.keyboard.type('jn/?');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(recordPane(page)).toBeFocused();
  await runCommand(page, 'keyboard', 'Keyboard shortcuts');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByRole('term').filter({ hasText: 'Ctrl+K' })).toBeVisible();
});

test('the palette is accessible, in its button and on a phone', async ({ page }) => {
  await openForm(page);
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(options(page).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('no such thing');
  await expect(palette(page).getByText('No command has these words.')).toBeVisible();
  await expectAccessible(page, 'dialog');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Commands' })).toBeFocused();

  await page.setViewportSize({ width: 375, height: 720 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(options(page).first()).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'dialog');
  await options(page).filter({ hasText: 'Open a file' }).click();
  await expect(page).toHaveURL(/\/files/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});

test('rows stand closer together when they are asked to, on every page and the next time', async ({ page }) => {
  const grid = await runSearch(page, portal);
  const heights = () =>
    page
      .getByRole('grid')
      .getByRole('row')
      .evaluateAll((rows) => [...new Set(rows.slice(1).map((row) => row.getBoundingClientRect().height))]);
  await rowsOf(grid);
  expect(await heights()).toEqual([32]);
  await grid.focus();
  for (let turn = 0; turn < 30; turn++) await page.keyboard.press('ArrowDown');
  const active = await grid.getAttribute('aria-activedescendant');
  await runCommand(page, 'compact', 'Density: Compact rows');
  await expect.poll(heights).toEqual([24]);
  await expect(grid).toBeFocused();
  await expect(grid).toHaveAttribute('aria-activedescendant', active ?? '');
  await expect(page.locator(`[id="${active}"]`)).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);

  await page.goto('/mailboxes');
  await expect(page.getByRole('grid', { name: 'Mailboxes' }).getByRole('row').nth(3)).toBeVisible();
  expect(await heights()).toEqual([24]);
  await page.getByRole('button', { name: /^Theme: / }).click();
  await page.getByRole('menuitemradio', { name: 'Comfortable rows' }).click();
  await expect.poll(heights).toEqual([32]);
});
