// The README's walk through encrypted messages, word for word.

import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  eventsOf,
  exchangeIn,
  expectMessageRead,
  expectMessagesRead,
  listed,
  matrixOf,
  messagesGrid,
  narrowBy,
  offerId,
  offerSubject,
  saveCsv,
  searchAgain,
} from './message-steps';
import { follow, press, walk } from './readme-steps';
import { recordPane } from './steps';

test('the walk through encrypted messages', { tag: '@tenant' }, async ({ page }) => {
  const journey = matrixOf(page);
  test.slow();
  await page.goto('/');
  await walk('Encrypted messages', [
    [
      [
        'Encrypted messages, choose the last 30 days, press Search: one row per message, put together from what its recipients did in the encrypted message portal.',
        async () => {
          await follow(page, 'Encrypted messages');
          await expect(page.getByRole('heading', { name: 'Encrypted messages', level: 1 })).toBeVisible();
          await press(page, '30 days');
          await press(page, 'Search');
          await expectMessagesRead(page);
          const ids = (await listed(page)).map((row) => row['Message ID']);
          expect(ids.length).toBeGreaterThan(10);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ],
      [
        'Press Edit criteria and type a Message ID (with or without angle brackets), a recipient or an attachment; or press one of the questions, such as Opened outside business hours.',
        async () => {
          const count = async () => (await listed(page)).length;
          await press(page, 'Edit criteria');
          for (const [criterion, text] of [
            ['Message ID', offerId],
            ['Message ID', `<${offerId}>`],
            ['Recipient', 'sam.okoye@woodgrovebank.com'],
            ['Attachment', 'Offer 2026.pdf'],
          ] as const) {
            await narrowBy(page, criterion, text);
            await expect.poll(count).toBe(1);
            await narrowBy(page, criterion, '');
          }
          const question = page
            .getByRole('group', { name: 'Questions' })
            .getByRole('button', { name: /^Opened outside business hours/ });
          await question.click();
          await expect(question).toHaveAttribute('aria-pressed', 'true');
          await expect(messagesGrid(page).getByRole('row').nth(1)).toBeVisible();
          await page.getByRole('button', { name: /^All messages/ }).click();
        },
      ],
    ],
    [
      [
        'Open Confidential: offer for Woodgrove Bank.',
        async () => {
          await narrowBy(page, 'Message ID', offerId);
          await expect(page.getByText(/^1 of [\d,]+ messages$/)).toBeVisible();
          await messagesGrid(page).getByRole('gridcell', { name: offerSubject }).click();
          await expectMessageRead(page);
          await expect(page.getByRole('heading', { name: offerSubject, level: 1 })).toBeVisible();
        },
      ],
      [
        'Jordan needed two passcodes, Lucia forwarded it, Sam never opened it.',
        async () => {
          await expect(journey.getByRole('row', { name: /^jordan/ })).toContainText('at least 2 codes sent');
          await expect(journey.getByRole('row', { name: /^lucia/ })).toContainText('Replied or forwarded');
          await expect(journey.getByRole('rowheader', { name: /^sam/ })).toContainText('Never opened');
        },
      ],
      [
        'Every event leads to its record; the whole journey prints, and exports as CSV.',
        async () => {
          const events = await eventsOf(page).count();
          await eventsOf(page).first().getByRole('button').click();
          await expect(recordPane(page)).toBeVisible();
          await page.keyboard.press('Escape');
          await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
          expect((await readCsv(await saveCsv(page))).rows.length).toBeGreaterThanOrEqual(events);
        },
      ],
    ],
    [
      [
        'Revoke message says whether it can be revoked and what that means.',
        async () => {
          await press(page, 'Revoke message');
          const dialog = page.getByRole('dialog', { name: 'Revoke message' });
          await expect(exchangeIn(dialog)).toContainText('It can be revoked');
        },
      ],
      [
        'In the mocked tenant the recipients come back a few seconds later: Search again shows them refused.',
        async () => {
          const dialog = page.getByRole('dialog', { name: 'Revoke message' });
          await dialog.getByRole('button', { name: 'Revoke message' }).click();
          await expect(exchangeIn(dialog)).toContainText(/^Revoked/);
          await dialog.getByRole('button', { name: 'Close' }).click();
          await expect(async () => {
            await searchAgain(page);
            await expect(journey.getByText('1 refused after it was revoked').first()).toBeVisible({ timeout: 100 });
          }).toPass();
        },
      ],
      [
        'In a real tenant the same dialog hands over the PowerShell.',
        async () => {
          await press(page, 'Revoke message');
          const dialog = page.getByRole('dialog', { name: 'Revoke message' });
          await expect(dialog.getByRole('region', { name: 'PowerShell that revokes it' })).toContainText('-Revoke $true');
          await dialog.getByRole('button', { name: 'Close' }).click();
        },
      ],
    ],
    [
      [
        'Tracking set-up shows whether visits can be recorded at all, what is missing, and the cmdlet for each.',
        async () => {
          await follow(page, 'Tracked messages');
          await page.getByRole('link', { name: 'Tracking set-up' }).first().click();
          await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
          await expect(page.getByRole('region', { name: 'Licence' })).toContainText('Not known');
          await press(page, 'PowerShell: Tracking');
          await expect(page.getByRole('region', { name: 'Turn tracking off' })).toContainText('Set-IRMConfiguration');
        },
      ],
    ],
  ]);
});
