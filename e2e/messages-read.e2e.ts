// Was a mailbox taken over last week, and what was read: of the mailbox that is taken over (`mocks/README.md`, Stories), by whoever
// knows neither the user nor the address, from the start page to the list in five clicks.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { expectComplete, expectNoSidewaysScroll, gridOf, recordPane, rowsOf } from './steps';

const victim = 'priya.raman@contoso.com';
const intruder = '198.18.50.77';

function listOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Messages read' });
}

function counts(page: Page): Locator {
  return page.getByText('27 messages · 1 folder synchronised · from 10 records');
}

/** Clicks, and nothing else, from the start page to the list; answers how many. */
async function clickToList(page: Page): Promise<number> {
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks++;
  };
  await page.goto('/');
  await click(page.getByRole('button', { name: 'Search', exact: true }));
  await expectComplete(page);
  await click(page.getByRole('button', { name: 'What stands out', exact: true }));
  const forwarded = page.getByRole('article', { name: 'Mail of a mailbox forwarded elsewhere' });
  await expect(forwarded).toBeVisible({ timeout: 60_000 });
  await click(forwarded.getByRole('button', { name: /^Show records/ }));
  await click(gridOf(page).getByRole('row').filter({ hasText: 'priya.raman.contoso@proton.me' }));
  await click(recordPane(page).getByRole('button', { name: 'All messages this session read' }));
  await expect(counts(page)).toBeVisible();
  return clicks;
}

test('five clicks lead from the start page to the messages an intruder read', { tag: '@tenant' }, async ({ page }) => {
  expect(await clickToList(page)).toBeLessThanOrEqual(5);
  await expect(page.getByText('everything that was in it has to be taken as read')).toBeVisible();
  const rows = await rowsOf(listOf(page));
  expect(new Set(rows.map(({ cells }) => cells['Mailbox']))).toEqual(new Set([victim]));
  expect(rows[0]?.cells).toMatchObject({ 'Internet message ID': 'Everything in the folder', Access: 'Sync', Folder: '\\Inbox' });
  expect(rows[1]?.cells['Internet message ID']).toMatch(/^<.+@.+>$/);
  await expectAccessible(page);

  await listOf(page)
    .getByText(rows[1]?.cells['Internet message ID'] ?? '')
    .click();
  await expect(recordPane(page).getByText(intruder).first()).toBeVisible();
  await expect(listOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(recordPane(page)).toBeHidden();
  await expect(listOf(page)).toBeFocused();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(29);
  expect(lines[0]).toContain('Internet message ID');

  await page.reload();
  await expect(counts(page)).toBeVisible();
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
});

test('the messages are listed from the palette, and the records come back', { tag: '@tenant' }, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expectComplete(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('messages that were read');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^[\d,]+ messages · [\d,]+ folders synchronised · from [\d,]+ records$/)).toBeVisible();
  await expect(page).toHaveURL(/show=messagesRead/);
  await page.goBack();
  await expect(gridOf(page)).toBeVisible();
});
