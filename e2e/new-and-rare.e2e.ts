// What users do for the first time: the address from which a mailbox was taken over (`mocks/README.md`, Stories) is found by whoever
// knows neither the user nor the address.

import { expect, expectAccessible, test } from './fixtures';
import { expectSettled, gridOf, numbersIn, readCounts, rowsOf, runSearch, valuesIn } from './steps';

const victim = 'priya.raman@contoso.com';
const intruder = '198.18.50.77';

test('an address that is new for its user leads to the mailbox that was taken over', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '30d', op: ['UserLoginFailed', 'UserLoggedIn', 'New-InboxRule', 'Set-Mailbox'] });
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What stands out' });
  await panel.getByRole('tab', { name: 'New and rare' }).click();
  await expect(page).toHaveURL(/panel=newAndRare/);
  await expect(panel.getByText(/^[\d,]+ new IP addresses among [\d,]+ records\./)).toBeVisible();
  await expectAccessible(page);

  const pair = panel.getByRole('listitem').filter({ hasText: intruder }).filter({ hasText: victim });
  await panel.getByRole('combobox', { name: 'First' }).selectOption('Most records');
  await expect(pair).toBeVisible();
  const [count] = numbersIn(await pair.getByText(/^[\d,]+ records?, /).innerText());
  await panel.getByRole('button', { name: 'Mark in the grid' }).click();
  await pair.getByRole('button', { name: /^Show records/ }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(count);
  await expectSettled(grid);
  expect(new Set(await valuesIn(grid, 'User'))).toEqual(new Set([victim]));
  const marks = (await rowsOf(grid)).map(({ cells }) => cells['IP address for the user']);
  expect(marks.at(-1)).toBe('New');

  // All of them, and typed.
  await panel.getByRole('button', { name: 'Show all in a view' }).click();
  await expect(page.getByRole('button', { name: /IP address for the user is New/ }).first()).toBeVisible();
  await expectSettled(gridOf(page));
  expect(new Set(await valuesIn(grid, 'IP address for the user'))).toEqual(new Set(['New']));
});
