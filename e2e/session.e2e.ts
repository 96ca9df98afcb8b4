// What else was done in the session of a record: of the mailbox that is taken over (`mocks/README.md`, Stories).

import { expect, expectAccessible, test } from './fixtures';
import { expectSettled, gridOf, readCounts, recordPane, runSearch, searchRecords } from './steps';

test('follows the session of an intruder from one record', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '7d', user: ['priya.raman@contoso.com'] });
  await searchRecords(page, 'priya.raman.contoso@proton.me');
  await expectSettled(grid);
  await grid.press('Control+Home');
  await grid.press('Enter');
  const pane = recordPane(page);
  await pane.getByRole('tab', { name: 'Session' }).click();
  const records = pane.getByRole('list', { name: 'Records of this session' });
  await expect(records.getByRole('listitem')).toHaveCount(18);
  await expect(pane.getByText(/^18 records, /)).toBeVisible();
  await expect(records.getByRole('listitem').first()).toContainText('User logged in');
  await expect(records.getByRole('listitem').nth(1)).toContainText('3 min later');
  await expect(records.getByRole('button', { name: /\(open\)/ })).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);

  // The filters leave it out, and yet it opens.
  await records.getByRole('button', { name: /Purged messages/ }).click();
  await expect(pane.getByText('This record is not in what is shown')).toBeVisible();
  await expect(records.getByRole('button', { name: /\(open\)/ })).toContainText('Purged messages');
  await page.goBack();
  await expect(records.getByRole('button', { name: /\(open\)/ })).toContainText('Set-Mailbox');

  await pane.getByRole('button', { name: 'Show all in the grid' }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(18);
  await expect(gridOf(page)).toBeVisible();
});
