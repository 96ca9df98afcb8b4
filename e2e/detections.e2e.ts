// Rules run over the records of a search: the taking over of a mailbox (`mocks/README.md`, Stories) is found by whoever knows neither
// the user nor the address.

import type { Locator, Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, expectAccessible, test } from './fixtures';
import { expectSettled, gridOf, numbersIn, readCounts, recordPane, rowsOf, runSearch, valuesIn } from './steps';

const victim = 'priya.raman@contoso.com';
const intruder = '198.18.50.77';
const forwardedTo = 'priya.raman.contoso@proton.me';

const month = {
  last: '30d',
  op: ['UserLoginFailed', 'UserLoggedIn', 'MailItemsAccessed', 'New-InboxRule', 'Set-InboxRule', 'Set-Mailbox'],
} as const;

function detectionsPanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'What stands out' });
}

function findingOf(page: Page, title: string): Locator {
  return detectionsPanel(page).getByRole('article', { name: title });
}

/** Opens the panel, and waits until every rule has run. */
async function runDetections(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'What stands out', exact: true }).click();
  const panel = detectionsPanel(page);
  await expect(panel.getByText(/^\d+ of \d+ rules found something$/)).toBeVisible({ timeout: 60_000 });
  return panel;
}

/** Looks at the records of a rule, as many as it says. */
async function showRecords(page: Page, title: string): Promise<void> {
  const finding = findingOf(page, title);
  const [count] = numbersIn(await finding.getByText(/^[\d,]+ records?$/).innerText());
  await finding.getByRole('button', { name: /^Show records/ }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(count);
  await expectSettled(gridOf(page));
}

async function detailsOf(grid: Locator, user: string): Promise<readonly (string | undefined)[]> {
  return (await rowsOf(grid)).filter(({ cells }) => cells['User'] === user).map(({ cells }) => cells['Detail']);
}

test('finds the mailbox that was taken over in a search of 30 days', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, month);
  const { shown } = await readCounts(page);
  const panel = await runDetections(page);
  await expect(page).toHaveURL(/panel=detections/);
  await expect(panel.getByText(/^In all [\d,]+ records, whatever the filters/)).toBeVisible();

  // Who guessed passwords, whose, and from where.
  const guessed = findingOf(page, 'Many wrong passwords for one account');
  const stretch = guessed.getByRole('listitem').filter({ hasText: intruder });
  await expect(stretch).toContainText(victim);
  await expect(stretch).toContainText('7 records');
  await stretch.getByRole('button', { name: /^Show records/ }).click();
  await expect.poll(async () => (await readCounts(page)).shown).toBe(7);
  await expectSettled(grid);
  expect(new Set(await valuesIn(grid, 'User'))).toEqual(new Set([victim]));
  expect(new Set(await valuesIn(grid, 'IP address'))).toEqual(new Set([intruder]));

  // The same password worked then.
  const guessedThen = findingOf(page, 'Sign-in that worked after many wrong passwords');
  await expect(guessedThen.getByRole('listitem').filter({ hasText: victim })).toContainText('8 records');

  // What was done to the mailbox; the filters that were there make room.
  await showRecords(page, 'Mail of a mailbox forwarded elsewhere');
  expect(await detailsOf(grid, victim)).toContainEqual(expect.stringContaining(forwardedTo));
  await showRecords(page, 'Inbox rule that deletes or hides mail');
  expect(await detailsOf(grid, victim)).not.toEqual([]);

  // A record takes the place of the findings, and gives it back.
  await grid.press('Control+Home');
  await grid.press('Enter');
  await expect(recordPane(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(recordPane(page)).toBeHidden();
  await expect(guessed).toBeVisible();

  await panel.getByRole('button', { name: 'Close what stands out' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'What stands out', exact: true })).toBeFocused();
  await page.goBack();
  await expect(guessed).toBeVisible();
  expect((await readCounts(page)).outOf).toBe(shown);
});

test('own rules are run with those that are there, and are kept while one looks elsewhere', { tag: '@tenant' }, async ({
  page,
}) => {
  await runSearch(page, { ...month, last: '7d' });
  const panel = await runDetections(page);
  const rule = `title: Mail sent to Proton
level: critical
description: A mailbox was told to send its mail to an address of Proton. Somebody has taken it over.
references: ['https://proton.me/mail']
logsource: { product: m365, service: exchange }
detection:
  selection: { Operation: Set-Mailbox, 'Parameters[ForwardingSmtpAddress]|endswith': '${forwardedTo}' }
  condition: selection
`;
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Open rules' }).click();
  await (await chooser).setFiles([
    { name: 'proton.yml', mimeType: 'application/yaml', buffer: Buffer.from(rule) },
    { name: 'broken.yaml', mimeType: 'application/yaml', buffer: Buffer.from('title: [') },
  ]);
  const own = findingOf(page, 'Mail sent to Proton');
  await expect(own).toContainText('Critical');
  await expect(own).toContainText('1 record');
  await expect(panel.getByText(/^It is not YAML: /)).toBeVisible();
  await own.getByRole('button', { name: /^About this rule/ }).click();
  await expect(own.getByText('https://proton.me/mail')).toBeVisible();
  await expect(own.getByRole('link')).toHaveCount(0);
  await expectAccessible(page);

  const results = page.url();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(results);
  await expect(gridOf(page)).toBeVisible();
  await expect(own).toBeVisible();

  await panel.getByRole('button', { name: 'Remove own rules' }).click();
  await expect(own).toBeHidden();
  await expect(findingOf(page, 'Mail of a mailbox forwarded elsewhere')).toBeVisible();
});

test('rules for the audit log are taken out of a zip, and the others are counted', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { ...month, last: '7d' });
  const panel = await runDetections(page);
  const ruleFor = (title: string, logsource: string) => `title: ${title}
level: high
logsource: { ${logsource} }
detection: { selection: { Operation: Set-Mailbox }, condition: selection }
`;
  const windows = Array.from({ length: 300 }, (_, i): [string, Uint8Array] => [
    `sigma-master/rules/windows/rule-${i}.yml`,
    strToU8(ruleFor(`Windows ${i}`, 'product: windows, service: security')),
  ]);
  const zip = zipSync({
    ...Object.fromEntries(windows),
    'sigma-master/rules/cloud/m365/audit/changed.yml': strToU8(ruleFor('Mailbox changed', 'product: m365, service: audit')),
    'sigma-master/rules/cloud/m365/audit/broken.yml': strToU8(`${ruleFor('Broken', 'product: m365')}level: [`),
    'sigma-master/README.md': strToU8('# Sigma'),
  });
  // Beside the box nothing happens; the page stays.
  const drop = async (target: Locator) => {
    const data = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], 'sigma-master.zip'));
      return transfer;
    }, Array.from(zip));
    for (const type of ['dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: data });
  };
  await drop(gridOf(page));
  await drop(panel.getByRole('group', { name: 'Rules to open' }));
  await expect(findingOf(page, 'Mailbox changed')).toContainText('High');
  await expect(panel.getByText('1 own rule from 1 file. 300 files about other logs were left out.')).toBeVisible();
  await expect(panel.getByText('sigma-master.zip: sigma-master/rules/cloud/m365/audit/broken.yml')).toBeVisible();
  await expect(panel.getByText(/^It is not YAML: /)).toBeVisible();
  await expectAccessible(page);
});
