// A list of indicators, as a security team gets it from elsewhere, matched with the records of a search: the address of the mailbox
// that was taken over (`mocks/README.md`, Stories) is among them.

import { expect, expectAccessible, test } from './fixtures';
import { expectSettled, gridOf, numbersIn, readCounts, runSearch, valuesIn } from './steps';

const list = `# from the CERT, 14 November
203.0.113.66
198.18.50[.]77
hxxps://login[.]evil[.]example/owa
priya.raman.contoso@proton[.]me
198.18.50.777
d41d8cd98f00b204e9800998ecf8427e`;

test('finds a known address with a list that is pasted, and shows its records', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, {
    last: '30d',
    op: ['UserLoginFailed', 'UserLoggedIn', 'MailItemsAccessed', 'New-InboxRule', 'Set-Mailbox'],
  });
  const { shown } = await readCounts(page);
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What stands out' });
  await panel.getByRole('tab', { name: 'Indicators' }).click();
  await panel.getByRole('textbox', { name: 'Indicators' }).fill(list);
  await panel.getByRole('button', { name: 'Match', exact: true }).click();
  await expect(panel.getByText(/^2 of 5 indicators found, in [\d,]+ records\.$/)).toBeVisible();
  await expect(panel.getByText(/^Line 6: This is no IP address/)).toBeVisible();
  await expectAccessible(page);

  const found = panel.getByRole('list', { name: 'Found' });
  const address = found.getByRole('listitem').filter({ hasText: '198.18.50.77' });
  const [count] = numbersIn((await address.innerText()).replace(/^.*IP address, /s, ''));
  await address.getByRole('button', { name: /^Show records/ }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(count);
  await expectSettled(grid);
  expect(await valuesIn(grid, 'IP address')).toContain('198.18.50.77');
  await expect(page.getByText('Whole text “198.18.50.77”').first()).toBeVisible();

  // The mail address it sends mail to, and everything together.
  await panel.getByRole('button', { name: 'Show records of all 2' }).click();
  const [together] = numbersIn((await panel.getByText(/^2 of 5/).innerText()).replace(/^.*found, /, ''));
  await expect.poll(async () => (await readCounts(page)).shown).toBe(together);
  expect(together).toBeLessThan(shown);

  // What was typed is there when one comes back.
  await panel.getByRole('button', { name: 'Close what stands out' }).click();
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: 'Indicators' })).toHaveValue(list);
  await expect(found).toBeVisible();
  await expect(gridOf(page)).toBeVisible();
});
