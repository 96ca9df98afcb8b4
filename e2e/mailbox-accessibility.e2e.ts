// Every page about mailbox auditing, with its panels, in both themes, checked by axe.

import { changesGrid, director, openAccess, openChanges, openReport, storyOf } from './access-steps';
import { expect, expectAccessible, test } from './fixtures';
import {
  applyChange,
  backgroundSearch,
  changeMailboxes,
  matrixCell,
  openMailboxes,
  openMailboxSearch,
  searchMailboxNow,
  sharedMailbox,
} from './mailbox-steps';
import { recordPane, unfoldCriteria } from './steps';

test('the settings of mailboxes are accessible, refused, reviewed and applied', async ({ page }) => {
  await openMailboxes(page);
  await expectAccessible(page);
  const panel = await changeMailboxes(page, [director, sharedMailbox]);
  await matrixCell(page, 'MailboxLogin, Delegate').press('Enter');
  await expect(panel.getByRole('alert')).toContainText('cannot be logged');
  await matrixCell(page, 'RecordDelete, Delegate').click();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Review the change' }).click();
  await expect(panel.getByRole('region', { name: 'PowerShell for this change' })).toBeVisible();
  await expectAccessible(page, 'main');
  await applyChange(page, 2);
  await expectAccessible(page, 'main');
  await panel.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Action table' }).click();
  await expect(page.getByRole('table', { name: 'Actions of Exchange Online today' })).toBeVisible();
  await expectAccessible(page, 'main');
});

test('the mailbox audit search is accessible, wrong, listed and with an entry open', async ({ page }) => {
  const form = await openMailboxSearch(page);
  await page.getByRole('button', { name: 'Activity names and action names' }).click();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(form.getByRole('alert').filter({ hasText: 'Not sent' })).toBeVisible();
  await expectAccessible(page, 'main');

  await openMailboxSearch(page, { way: 'background', name: 'Case 12', mail: ['ada.admin@contoso.com'] });
  await form.getByRole('button', { name: 'Start search' }).click();
  await expect(backgroundSearch(page, 'Case 12')).toBeVisible();
  await expectAccessible(page, 'main');

  const grid = await searchMailboxNow(page, { mailbox: [sharedMailbox], last: '30d' });
  await grid.press('Enter');
  await expect(recordPane(page).getByRole('tabpanel', { name: 'Summary' })).toContainText(sharedMailbox);
  await expectAccessible(page);
});

test('access to mailboxes by others is accessible, also before a search and of one mailbox', async ({ page }) => {
  await page.goto('/mailboxes/non-owner');
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();
  await expectAccessible(page);
  await openReport(page, '7 days');
  await expectAccessible(page);
  const panel = await openAccess(page, director);
  await expect(panel.getByRole('link', { name: 'Who can see this mailbox' })).toBeVisible();
  await expectAccessible(page, 'main');
});

test('who can see a mailbox is accessible, with a record and as the story of one', async ({ page }) => {
  await openChanges(page, '7 days');
  await page.getByRole('switch').click();
  await expectAccessible(page);
  await changesGrid(page).getByRole('gridcell', { name: director }).first().click();
  await expect(recordPane(page).getByRole('tabpanel', { name: 'Summary' })).toContainText(director);
  await expectAccessible(page, 'main');
  await recordPane(page)
    .getByRole('button', { name: `Who can see ${director}` })
    .click();
  await expect(storyOf(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(recordPane(page)).toBeHidden();
  await expectAccessible(page, 'main');
  await unfoldCriteria(page);
  const mailbox = page.getByRole('combobox', { name: 'Mailbox' });
  await mailbox.fill(sharedMailbox);
  await mailbox.press('Enter');
  await expect(page.getByRole('list', { name: 'Who can see the mailbox' })).toBeVisible();
  await expectAccessible(page, 'main');
});
