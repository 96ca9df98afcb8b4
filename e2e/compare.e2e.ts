// What sets some records apart from others, and what stands in a column: of the user whose mailbox is taken over (`mocks/README.md`,
// Stories), the night in which it happened beside the others.

import { expect, expectAccessible, test } from './fixtures';
import { countsOf, expectSettled, gridOf, numbersIn, readCounts, runSearch, valuesIn } from './steps';

const victim = 'priya.raman@contoso.com';
const intruder = '198.18.50.77';

test('the records of a user differ from all others by the address that took the mailbox over', { tag: '@tenant' }, async ({
  page,
}) => {
  const grid = await runSearch(page, { last: '7d' });
  await page.getByRole('list', { name: 'Values of User' }).getByRole('checkbox', { name: victim }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBeLessThan(100);
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What stands out' });
  await panel.getByRole('tab', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/panel=compare/);
  const differences = panel.getByRole('list', { name: 'Differences' });
  const address = differences.getByRole('listitem').filter({ hasText: intruder });
  await expect(address.getByText('IP address', { exact: true })).toBeVisible();
  await expect(address).toContainText('Othersnone');
  await expectAccessible(page);

  const [, count] = numbersIn(await address.getByText(/^\d+ % · [\d,]+$/).innerText());
  await address.getByRole('button', { name: `Show records: IP address ${intruder}` }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(count);
  await expectSettled(grid);
  expect(new Set(await valuesIn(grid, 'IP address'))).toEqual(new Set([intruder]));
});

test('a range of time is compared with the same time before it', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { last: '7d' });
  const timeline = page.getByRole('slider', { name: /^Records over time/ });
  await timeline.focus();
  for (const key of ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Step out' })).toBeVisible();
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What stands out' });
  await panel.getByRole('tab', { name: 'Compare' }).click();
  await expect(panel.getByRole('radio', { name: 'The same time before' })).toBeChecked();
  await expect(panel.getByText(/^[\d,]+ records? shown, [\d,]+ records? beside them: /)).toBeVisible();
});

test('statistics say what stands in a column, and narrow it down', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '7d' });
  await grid.getByRole('columnheader', { name: 'User' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Statistics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Statistics of User' });
  await expect(dialog.getByText(/^[\d,]+ of [\d,]+ records \((over )?\d+ %\)$/)).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(20);
  await expectAccessible(page);
  const first = dialog.getByRole('listitem').first();
  const name = await first.getByRole('checkbox').evaluate((box) => box.closest('li')?.innerText.split('\n')[0] ?? '');
  await first.getByRole('checkbox').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(countsOf(page)).toContainText(' of ');
  await expectSettled(gridOf(page));
  expect(new Set((await valuesIn(grid, 'User')).map((user) => user.toLowerCase()))).toEqual(new Set([name.toLowerCase()]));
});
