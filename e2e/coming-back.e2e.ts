// Reports that are left and come back to, dialogs that give the focus back, and the frame around it all on a narrow screen.

import type { Page } from '@playwright/test';
import { expectReported, openChanges, openReport, reportGrid, savedRows, tab } from './access-steps';
import { expect, expectAccessible, test } from './fixtures';
import {
  askToRevoke,
  eventsOf,
  exchangeIn,
  expectMessageRead,
  expectMessagesRead,
  openOffer,
  searchMessages,
} from './message-steps';
import { expectNoSidewaysScroll, unfoldCriteria } from './steps';

function place(page: Page, name: 'Search' | 'Encrypted messages' | 'Mailbox auditing') {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
}

test('the list of messages is found again where it was left, until a new search is asked for', async ({ page }) => {
  await searchMessages(page, { range: '7 days' });
  await unfoldCriteria(page);
  await page.getByRole('searchbox', { name: 'Subject' }).fill('offer');
  await expect(page).toHaveURL(/subject=offer/);
  const left = page.url();
  await place(page, 'Search').click();
  await expect(page.getByRole('heading', { name: 'New search', level: 1 })).toBeVisible();
  await place(page, 'Encrypted messages').click();
  await expectMessagesRead(page);
  expect(page.url()).toBe(left);
  await expect(page.getByText('Last 7 days · with the send records · subject “offer”')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'New search', level: 1 })).toBeVisible();
  await page.goForward();
  await expectMessagesRead(page);

  await page.getByRole('link', { name: 'New search' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await place(page, 'Search').click();
  await place(page, 'Encrypted messages').click();
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();
});

test('the report of access to mailboxes is found again, on the page it was left from', async ({ page }) => {
  await openReport(page, '7 days');
  const before = await savedRows(page);
  const left = page.url();
  await place(page, 'Search').click();
  await place(page, 'Mailbox auditing').click();
  await expectReported(page);
  await expect(reportGrid(page)).toBeVisible();
  expect(page.url()).toBe(left);
  expect(await savedRows(page)).toEqual(before);
});

test('criteria fold once they were searched for, so that the rows have the page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const open of [() => searchMessages(page), () => openReport(page, '30 days'), () => openChanges(page, '30 days')]) {
    const grid = await open();
    const edit = page.getByRole('button', { name: 'Edit criteria' });
    await expect(edit).toBeFocused();
    const whole = () =>
      grid.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const rows = [...element.querySelectorAll('[role=row]')].map((row) => row.getBoundingClientRect());
        return rows.filter((row) => row.top >= top && row.bottom <= bottom).length - 1;
      });
    await expect.poll(whole).toBeGreaterThanOrEqual(18);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '30 days' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('form')).toBeHidden();
    await expect(edit).toBeFocused();
  }
});

test('searching again leaves the message on the page until the new records are here', async ({ page }) => {
  await openOffer(page);
  await expectMessageRead(page);
  const before = page.url();
  const events = await eventsOf(page).count();
  const again = page.getByRole('button', { name: 'Search again' });
  await again.click();
  const waiting = page.getByRole('region', { name: 'Searching again' });
  await expect(waiting.getByRole('status')).toHaveText(
    'Searching again. What is shown stays until all the new records are here.',
  );
  await expect(eventsOf(page)).toHaveCount(events);
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await expect(page).not.toHaveURL(before);
  await expect(waiting).toBeHidden();
  await expect(eventsOf(page)).toHaveCount(events);
  await expect(again).toBeFocused();

  const shown = page.url();
  await again.click();
  await waiting.getByRole('button', { name: 'Keep what is shown' }).click();
  await expect(waiting).toBeHidden();
  await expect(page).toHaveURL(shown);
});

test('after a message is revoked the dialog still hears Escape, and gives the focus back', async ({ page }) => {
  await openOffer(page);
  const dialog = await askToRevoke(page);
  await dialog.getByRole('button', { name: 'Revoke message' }).click();
  await expect(exchangeIn(dialog)).toContainText(/^Revoked/);
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Revoke message' })).toBeFocused();
});

test('no label of the navigation takes a second line or moves another when it is the current one', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/search');
  const tops = () =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
  await expect(place(page, 'Search')).toHaveAttribute('aria-current', 'page');
  const before = await tops();
  await place(page, 'Encrypted messages').click();
  await expect(place(page, 'Encrypted messages')).toHaveAttribute('aria-current', 'page');
  expect(await tops()).toEqual(before);
  await place(page, 'Mailbox auditing').click();
  await expect(tab(page, 'Settings')).toHaveAttribute('aria-current', 'page');
  const left = async () => (await tab(page, 'Who can see a mailbox').boundingBox())?.x;
  const at = await left();
  await tab(page, 'Non-owner mailbox access').click();
  await expect(tab(page, 'Non-owner mailbox access')).toHaveAttribute('aria-current', 'page');
  expect(await left()).toBe(at);
});

test('on a narrow screen the content begins near the top, whose records they are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  for (const address of ['/mailboxes', '/mailboxes/search', '/mailboxes/non-owner', '/mailboxes/access']) {
    await page.goto(address);
    const current = page.getByRole('navigation', { name: 'Mailbox auditing' }).locator('[aria-current=page]');
    await expect(current).toBeInViewport({ ratio: 0.99 });
    const tabs = await page.getByRole('navigation', { name: 'Mailbox auditing' }).boundingBox();
    expect(tabs?.height).toBeLessThan(48);
    expect((tabs?.y ?? 0) + (tabs?.height ?? 0)).toBeLessThan(160);
    await expect(page.getByRole('banner').getByText('Contoso (mocked tenant)')).toBeInViewport();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
