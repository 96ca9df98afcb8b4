// The README's walk through mailbox auditing, word for word.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accessPanel, director, expectReported, intruder, openAccess, storyOf, tab } from './access-steps';
import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { changePanel, mailboxesGrid, matrixCell } from './mailbox-steps';
import { saveCsv } from './message-steps';
import { follow, press, walk } from './readme-steps';
import { chooseFiles, countsOf, expectComplete, readCounts } from './steps';

/** The first two of the list, as anybody would. */
async function tickTwo(page: Page): Promise<void> {
  for (const row of [1, 2]) await mailboxesGrid(page).getByRole('row').nth(row).getByRole('checkbox').click();
  await press(page, 'Change the selected');
}

test('the walk through mailbox auditing', { tag: '@tenant' }, async ({ page }) => {
  const login = matrixCell(page, 'MailboxLogin, Owner');
  test.slow();
  await page.goto('/');
  await walk('Mailbox auditing', [
    [
      [
        "Mailbox auditing lists every mailbox with what is audited; Customised keeps those that differ from Microsoft's defaults.",
        async () => {
          await follow(page, 'Mailbox auditing');
          await page
            .getByRole('group', { name: 'Filters' })
            .getByRole('button', { name: /^Customised [1-9]/ })
            .click();
          await expect(mailboxesGrid(page).getByRole('row').nth(2)).toBeVisible();
        },
      ],
      [
        'Tick two, press Change the selected and switch on MailboxLogin for owners.',
        async () => {
          await tickTwo(page);
          await expect(login).not.toBeChecked();
          await login.click();
          await expect(login).toBeChecked();
        },
      ],
      [
        'Cells that can never be logged say why.',
        async () => {
          await matrixCell(page, 'MailboxLogin, Delegate').hover();
          await expect(
            page.getByRole('tooltip').filter({ hasText: 'MailboxLogin cannot be logged for delegates.' }),
          ).toBeVisible();
        },
      ],
    ],
    [
      [
        'Review the change shows each mailbox before and after, and the exact PowerShell.',
        async () => {
          await press(page, 'Review the change');
          await expect(changePanel(page).getByRole('listitem').first()).toContainText('→');
          await expect(changePanel(page).getByRole('region', { name: 'PowerShell for this change' })).toContainText(
            'Set-Mailbox',
          );
        },
      ],
      [
        'Apply runs it in the mocked tenant and reads every mailbox back; in a real tenant you take the script.',
        async () => {
          await expect(changePanel(page).getByRole('button', { name: 'Save the script' })).toBeVisible();
          await press(page, 'Apply to 2 mailboxes');
          await expect(changePanel(page).getByRole('status').filter({ hasText: '2 verified by reading back.' })).toBeVisible();
        },
      ],
      [
        'What is switched off leaves no more records there.',
        // That it does is told by `mocks/tenant/unaudited.test.ts`: the records would have to come first.
        () => press(page, 'Done'),
      ],
    ],
    [
      [
        'Non-owner mailbox access, keep the last 7 days, press Search: one row per mailbox that somebody else was in.',
        async () => {
          await tab(page, 'Non-owner mailbox access').click();
          await expect(page.getByRole('form', { name: 'Search for access to mailboxes' })).toBeVisible();
          await expect(page.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
          await press(page, 'Search');
          await expectReported(page);
          const mailboxes = (await readCsv(await saveCsv(page))).rows.map((row) => row['Mailbox']);
          expect(mailboxes.length).toBeGreaterThan(1);
          expect(new Set(mailboxes).size).toBe(mailboxes.length);
        },
      ],
      [
        'Open vivian.castell@contoso.com: one person, four folders, late in the evening.',
        async () => {
          const panel = await openAccess(page, director);
          await expect(panel.getByRole('region', { name: /@/ })).toHaveCount(1);
          const person = panel.getByRole('region', { name: intruder });
          await expect(person.getByRole('row', { name: /^FolderBind/ })).toContainText('4');
          await expect(person).toContainText(/ 22:\d\d:\d\d/);
        },
      ],
      [
        'Who can see this mailbox tells who let him in.',
        async () => {
          await accessPanel(page, director).getByRole('link', { name: 'Who can see this mailbox' }).click();
          await expect(storyOf(page).last()).toContainText(`${intruder} gave themselves FullAccess`);
        },
      ],
    ],
    [
      [
        'Mailbox audit search reads the log a mailbox keeps itself, now or in the background, and saves it as the XML that Exchange mails, which opens again on Open a file.',
        async () => {
          await tab(page, 'Mailbox audit search').click();
          const form = page.getByRole('form', { name: 'Mailbox audit search' });
          await expect(form.getByRole('radio', { name: /^In the background/ })).toBeVisible();
          // The mailbox one comes from.
          await expect(form.getByRole('list', { name: 'Mailboxes, chosen' }).getByRole('listitem')).toHaveText([director]);
          await form.getByRole('button', { name: 'Search', exact: true }).click();
          await expectComplete(page);
          const { shown } = await readCounts(page);
          await press(page, 'Export');
          const dialog = page.getByRole('dialog', { name: 'Export' });
          await dialog.getByRole('radio', { name: /^XML as Exchange delivers/ }).check();
          const downloading = page.waitForEvent('download');
          await dialog.getByRole('button', { name: 'Export', exact: true }).click();
          const buffer = await readFile(await (await downloading).path());
          await dialog.getByRole('button', { name: 'Close' }).click();
          await follow(page, 'Open a file');
          await chooseFiles(page, [{ name: 'SearchResult.xml', mimeType: 'application/xml', buffer }]);
          await expect(countsOf(page)).toHaveText(/ · complete$/);
          expect((await readCounts(page)).outOf).toBe(shown);
        },
      ],
    ],
  ]);
});
