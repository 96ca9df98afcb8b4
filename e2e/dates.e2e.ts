// The two dates of the form, typed, pasted, and chosen in a calendar.

import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { expectComplete, openForm } from './steps';

const startOf = (page: Page) => page.getByRole('textbox', { name: 'Start (UTC)' });
const endOf = (page: Page) => page.getByRole('textbox', { name: 'End (UTC)' });

test('takes dates as they are typed and pasted, and keeps what it cannot read', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForm(page, { from: '2026-11-10T00:00Z', to: '2026-11-12T08:30Z' });
  const start = startOf(page);
  await expect(start).toHaveValue('2026-11-10 00:00');
  await page.evaluate(() => navigator.clipboard.writeText('2026-11-11T09:28:11+01:00'));
  await start.selectText();
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Tab');
  await expect(start).toHaveValue('2026-11-11 08:28:11');
  await expect(page).toHaveURL(/from=2026-11-11T08%3A28%3A11Z/);

  await start.fill('yesterday-ish');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(start).toBeFocused();
  await expect(start).toHaveValue('yesterday-ish');
  await expect(start).toHaveAccessibleDescription(/“yesterday-ish” cannot be read\. Write 2026-11-21 09:28/);
  await start.fill('-2h');
  await endOf(page).fill('now');
  await page.keyboard.press('Enter');
  await expectComplete(page);
});

test('a day is chosen in a calendar, which is accessible', async ({ page }) => {
  await openForm(page, { from: '2026-11-10T07:15Z', to: '2026-11-12T08:30Z' });
  await page.getByRole('button', { name: 'Start: choose in a calendar' }).click();
  const calendar = page.getByRole('dialog', { name: 'Start: calendar' });
  await expect(calendar.getByRole('gridcell', { name: '10, November, 2026' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(startOf(page)).toHaveValue('2026-11-09 07:15');
  await expect(calendar).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(endOf(page)).toBeFocused();
});
