// The README's walk for whoever knows nothing yet: a mailbox that was taken over, found by detections, timeline and facets alone.

import { expect, test } from './fixtures';
import { press, walk } from './readme-steps';
import { expectComplete, expectCountedRows, gridOf, readCounts, recordPane, rowsOf, valuesIn } from './steps';

const victim = 'priya.raman@contoso.com';
const intruder = '198.18.50.77';

test('a walk from nothing to a mailbox that was taken over', { tag: '@tenant' }, async ({ page }) => {
  test.slow();
  const grid = gridOf(page);
  const detections = page.getByRole('complementary', { name: 'What stands out' });
  await page.goto('/');
  await walk('What happened, when nobody told you', [
    [
      [
        'New search. Keep the last 7 days and everything else open, press Search, then What stands out: rules in the Sigma format run over every record.',
        async () => {
          await expect(page.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
          await press(page, 'Search');
          await expectComplete(page);
          await press(page, 'What stands out');
          await expect(detections.getByText(/^\d+ of \d+ rules found something$/)).toBeVisible({ timeout: 60_000 });
        },
      ],
      [
        'Under Many wrong passwords for one account stands one user, one address and the minutes; press Show records beside it.',
        async () => {
          const stretch = detections
            .getByRole('article', { name: 'Many wrong passwords for one account' })
            .getByRole('listitem')
            .filter({ hasText: intruder });
          await expect(stretch).toContainText(victim);
          await stretch.getByRole('button', { name: /^Show records/ }).click();
          await expect.poll(async () => (await readCounts(page)).shown).toBe(7);
        },
      ],
    ],
    [
      [
        'Around a record. Press Enter on a row, then 1 hour: whatever the filters were, you see what this user did before and after.',
        async () => {
          await rowsOf(grid);
          await grid.press('Enter');
          await recordPane(page).getByRole('button', { name: 'Same user within 1 hour' }).click();
          await expect.poll(async () => (await readCounts(page)).shown).toBeGreaterThan(7);
          await page.keyboard.press('Escape');
        },
      ],
      [
        'The timeline shows when, the facets show from where: under IP address, hold on to the address of the wrong passwords with only.',
        async () => {
          await expect(page.getByRole('slider', { name: /^Records over time/ })).toBeVisible();
          const addresses = page.getByRole('list', { name: 'Values of IP address' });
          await addresses.getByRole('listitem').filter({ hasText: intruder }).hover();
          await addresses.getByRole('button', { name: `Only ${intruder}` }).click();
          await expectCountedRows(page);
          await expect.poll(async () => new Set(await valuesIn(grid, 'IP address'))).toEqual(new Set([intruder]));
        },
      ],
    ],
    [
      [
        'What they did. Of Activity, the facet lists what was done from that address: after the wrong passwords a sign-in, mail read, and a mailbox changed.',
        async () => {
          const activities = page.getByRole('list', { name: 'Values of Activity' });
          for (const activity of ['User login failed', 'User logged in', 'Accessed mailbox items'])
            await expect(activities.getByRole('checkbox', { name: activity })).toBeVisible();
        },
      ],
      [
        'Open Group by, choose Activity and User: how often, first and last.',
        async () => {
          await press(page, 'Group by');
          await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Activity' });
          await page.getByRole('combobox', { name: 'And by' }).selectOption({ label: 'User' });
          await press(page, 'Done');
          await expect(page.getByRole('treegrid', { name: 'Groups' })).toBeVisible();
        },
      ],
    ],
    [
      [
        'What was read. Open Group by again and press Messages read: message by message, with folder, session and client, and the folders that were taken as a whole.',
        async () => {
          // It says by now what records are grouped by.
          await page.getByRole('button', { name: /^Grouped by / }).click();
          await page.getByRole('button', { name: /^Messages read/ }).click();
          await expect(page.getByText(/^\d+ messages · 1 folder synchronised/)).toBeVisible();
          await expect(page.getByRole('grid', { name: 'Messages read' })).toBeVisible();
        },
      ],
    ],
    [
      [
        'Keep it. A record has Notes: a star, tags, words of yours, and the case it belongs to.',
        async () => {
          await press(page, 'Show records');
          await rowsOf(grid);
          await grid.press('Enter');
          await recordPane(page).getByRole('tab', { name: 'Notes' }).click();
          await recordPane(page).getByRole('button', { name: 'Star' }).click();
          await recordPane(page).getByRole('textbox', { name: 'Note' }).fill('Where it began');
          await page.keyboard.press('Escape');
        },
      ],
      [
        'Save view keeps what you look at; Cases has both again, in this browser alone, as a file for somebody else if you like.',
        async () => {
          await press(page, 'Save view');
          await page.getByRole('textbox', { name: 'Name of the view' }).fill('Taken over');
          await press(page, 'Save');
          await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
          await expect(page.getByText('Taken over').first()).toBeVisible();
          await expect(page.getByText('Where it began').first()).toBeVisible();
        },
      ],
    ],
  ]);
});
