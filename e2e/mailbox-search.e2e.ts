// The mailbox audit log: searched at once and in the background, delivered as the XML that opens again, and asked for wrongly.

import type { Download, Locator, Page } from '@playwright/test';
import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  addValues,
  applyChange,
  backgroundSearch,
  openMailboxes,
  openMailboxSearch,
  readText,
  searchMailboxNow,
  sharedMailbox,
} from './mailbox-steps';
import { chooseFiles, countsOf, expectComplete, exportRows, gridOf, readCounts, recordPane, rowsOf } from './steps';

const priya = 'priya.raman@contoso.com';
const recipient = 'ada.admin@contoso.com';
const background = {
  way: 'background',
  name: 'Case 12',
  mailbox: [sharedMailbox, priya],
  last: '30d',
  mail: [recipient],
} as const;

const button = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true });
const chosen = (form: Locator, name: string) => form.getByRole('list', { name: `${name}, chosen` }).getByRole('listitem');

/** Every entry, as the file that is named after it has it. */
async function entriesOf(page: Page): Promise<readonly Readonly<Record<string, string>>[]> {
  return (await readCsv((await exportRows(page, { format: 'columns' })).download)).rows;
}

/** The entries of a file that Exchange mails, as the browser's own parser reads it. */
async function entriesIn(page: Page, xml: string): Promise<Readonly<Record<string, string>>[]> {
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'application/xml');
    if (file.documentElement.nodeName !== 'SearchResults') throw new Error(file.documentElement.textContent ?? '');
    return [...file.documentElement.children].map((event) =>
      Object.fromEntries([...event.attributes].map(({ name, value }) => [name, value])),
    );
  }, xml);
}

async function deliver(listed: Locator, kind: 'XML' | 'CSV'): Promise<Download> {
  const downloading = listed.page().waitForEvent('download');
  await button(listed, `Download ${kind}`).click();
  return downloading;
}

test('finds what was done in one mailbox at once, activity and action side by side', { tag: '@tenant' }, async ({ page }) => {
  const form = await openMailboxSearch(page);
  await addValues(form.getByRole('combobox', { name: 'Mailboxes', exact: true }), sharedMailbox);
  await button(form, '90 days').click();
  await expect(form.getByText(`Everything done in ${sharedMailbox} by administrators, delegates and owners, `)).toBeVisible();
  await expect(form.getByRole('region', { name: 'This search in PowerShell' })).toContainText(
    `Search-MailboxAuditLog -Identity '${sharedMailbox}' -StartDate `,
  );
  await button(form, 'Search').click();
  await expectComplete(page);
  await expect(page.getByRole('heading', { name: `Mailbox audit log of ${sharedMailbox}`, level: 1 })).toBeVisible();

  const entries = await entriesOf(page);
  expect(entries).toHaveLength((await readCounts(page)).shown);
  expect(new Set(entries.map((entry) => entry['Mailbox']))).toEqual(new Set([sharedMailbox]));
  expect(new Set(entries.map((entry) => entry['Logon type']))).toContain('Delegate');
  const activities = Object.fromEntries(entries.map((entry) => [entry['Action'], entry['Activity']]));
  expect(activities).toMatchObject({
    Create: 'Created mailbox item',
    HardDelete: 'Purged messages from the mailbox',
    Move: 'Moved messages to another folder',
    SendAs: 'Sent message using Send As permissions',
    SendOnBehalf: 'Sent message using Send On Behalf permissions',
    Update: 'Updated message',
  });
  const times = entries.map((entry) => entry['Date (UTC)']);
  expect(times).toEqual(times.toSorted().toReversed());
});

test('shows of an entry every field the document names', { tag: '@tenant' }, async ({ page }) => {
  const grid = await searchMailboxNow(page, { mailbox: [sharedMailbox], action: ['HardDelete'], last: '90d' });
  // Only programs on a computer have a name and a version.
  await page.getByRole('combobox', { name: 'Search in these records' }).fill('OUTLOOK.EXE');
  await expect(countsOf(page)).toHaveText(/^[\d,]+ of [\d,]+ records? · complete$/);
  const [first] = await rowsOf(grid);
  await grid.press('Enter');
  const pane = recordPane(page);
  await expect(pane.getByRole('tabpanel', { name: 'Summary' })).toContainText(`${first?.cells['User']} purged`);
  await expect(pane.getByRole('tabpanel', { name: 'Summary' })).toContainText(
    `in the mailbox of ${sharedMailbox}, as a delegate`,
  );
  await pane.getByRole('tab', { name: 'All properties' }).click();
  const panel = pane.getByRole('tabpanel', { name: 'All properties' });
  const fields = [
    'Operation',
    'OperationResult',
    'LogonType',
    'FolderId',
    'FolderPathName',
    'ClientInfoString',
    'ClientIPAddress',
    'ClientProcessName',
    'ClientVersion',
    'InternalLogonType',
    'MailboxOwnerUPN',
    'MailboxOwnerSid',
    'CrossMailboxOperation',
    'LogonUserDisplayName',
    'DelegateUserDisplayName',
    'LogonUserSid',
    'MailboxGuid',
    'MailboxResolvedOwnerName',
    'LastAccessed',
    'Identity',
  ];
  // Long records are drawn bit by bit.
  const missing = async () => {
    const names = await panel.getByRole('term').allTextContents();
    return fields.filter((field) => !names.includes(field));
  };
  await expect.poll(missing).toEqual([]);
  const items = panel.getByRole('table', { name: 'SourceItems' });
  await expect(items.getByRole('columnheader', { name: 'Subject' })).toBeVisible();
});

test('searches two mailboxes in the background and delivers XML that opens again', async ({ page }) => {
  const form = await openMailboxSearch(page);
  await form.getByRole('radio', { name: /^In the background/ }).check();
  await addValues(form.getByRole('combobox', { name: 'Mailboxes', exact: true }), ...background.mailbox);
  await button(form, '30 days').click();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(background.name);
  await addValues(form.getByRole('textbox', { name: 'Recipients', exact: true }), recipient);
  await button(form, 'Start search').click();
  await expect(page.getByText('Started “Case 12”. It goes on when this page is closed.')).toBeVisible();
  const listed = backgroundSearch(page, background.name);
  await expect(listed).toContainText('Queued');
  await expect(button(listed, 'Download XML')).toHaveCount(0);
  await expect(listed).toContainText('Running');
  await expect(listed).toContainText(/Finished in \d+:\d\d/);
  await expect(listed).toContainText(`by ${recipient}`);

  const delivered = await deliver(listed, 'XML');
  expect(delivered.suggestedFilename()).toMatch(/^Case 12 .+\.xml$/);
  await expect(listed.getByRole('status')).toHaveText(/^Saved Case 12 .+\.xml$/);
  const xml = await readText(delivered);
  const entries = await entriesIn(page, xml);
  expect(new Set(entries.map((entry) => entry['MailboxOwnerUPN']))).toEqual(new Set(background.mailbox));
  const { rows } = await readCsv(await deliver(listed, 'CSV'));
  expect(rows.map((row) => row['Identity'])).toEqual(entries.map((entry) => entry['Identity']));

  await button(listed, 'Open results').click();
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(entries.length);
  const [first] = await rowsOf(gridOf(page));
  expect(first?.cells['Action']).toBe(entries[0]?.['Operation']);

  await page.getByRole('link', { name: 'Open a file' }).click();
  await chooseFiles(page, [{ name: 'SearchResult.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) }]);
  await expectComplete(page);
  expect(await readCounts(page)).toEqual({ shown: entries.length, outOf: entries.length });
  const [again] = await rowsOf(gridOf(page));
  for (const column of ['Date (UTC)', 'User', 'Activity', 'IP address']) expect(again?.cells[column]).toBe(first?.cells[column]);
  // The viewer draws the lines in sight.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await gridOf(page).press('Enter');
  await recordPane(page).getByRole('tab', { name: 'JSON' }).click();
  await expect(recordPane(page).getByRole('textbox', { name: 'record as JSON' })).toContainText(
    `"Identity": "${entries[0]?.['Identity']}"`,
  );
});

test('says in place what the cmdlets would refuse, puts it right, and loses nothing', async ({ page }) => {
  const form = await openMailboxSearch(page, { mailbox: [sharedMailbox], last: '30d' });
  const details = form.getByRole('checkbox', { name: /^Show details/ });
  const logonTypes = form.getByRole('group', { name: 'Logon types' });
  await details.uncheck();
  await expect(logonTypes).toHaveAccessibleDescription(/What owners do is searched only with details\./);
  await button(form, 'Search').click();
  const refusal = form.getByText('Not sent: one thing needs correcting first.');
  await expect(refusal).toBeVisible();
  await expect(logonTypes.getByRole('checkbox', { name: 'Admin', exact: true })).toBeFocused();
  await logonTypes.getByRole('checkbox', { name: 'Owner', exact: true }).uncheck();
  await expect(refusal).toBeHidden();
  await logonTypes.getByRole('checkbox', { name: 'Owner', exact: true }).check();
  await button(form, 'Show details').click();
  await expect(details).toBeChecked();

  const mailboxes = form.getByRole('combobox', { name: 'Mailboxes', exact: true });
  await addValues(mailboxes, priya);
  await expect(mailboxes).toHaveAccessibleDescription(/With details, one mailbox is searched at once\./);
  await button(form, 'Search').click();
  await expect(mailboxes).toBeFocused();
  await page.keyboard.press('Escape');
  await button(form, 'Search in the background').click();
  await expect(form.getByRole('radio', { name: /^In the background/ })).toBeChecked();

  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Two of them');
  const recipients = form.getByRole('textbox', { name: 'Recipients', exact: true });
  await button(form, 'Start search').click();
  await expect(recipients).toHaveAccessibleDescription(
    /Enter whom the service mails the result to: it takes no search without\./,
  );
  await expect(recipients).toBeFocused();
  await expect(page.getByRole('heading', { name: 'No search in the background' })).toBeVisible();

  await expect(chosen(form, 'Mailboxes')).toHaveText([sharedMailbox, priya]);
  await expect(button(form, '30 days')).toHaveAttribute('aria-pressed', 'true');
  await form.getByRole('radio', { name: /^Now/ }).check();
  await form.getByRole('radio', { name: /^In the background/ }).check();
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Two of them');
  await addValues(recipients, recipient);
  await button(form, 'Start search').click();
  await expect(backgroundSearch(page, 'Two of them')).toBeVisible();
});

test('tells in the words of Exchange that there is no such mailbox, and keeps the form', async ({ page }) => {
  const nobody = 'nobody@contoso.com';
  const words = `The service said: The operation couldn't be performed because object '${nobody}' couldn't be found.`;
  const form = await openMailboxSearch(page, { ...background, mailbox: [nobody] });
  await button(form, 'Start search').click();
  const failure = form.getByRole('alert', { name: 'Could not start the search in the background' });
  await expect(failure).toContainText(words);
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(background.name);
  await expect(chosen(form, 'Mailboxes')).toHaveText([nobody]);
  await expect(page.getByRole('heading', { name: 'No search in the background' })).toBeVisible();

  await form.getByRole('radio', { name: /^Now/ }).check();
  await button(form, 'Search').click();
  await expect(page.getByRole('alert', { name: `Could not read the audit log of ${nobody}` })).toContainText(words);
  await expect(page.getByRole('heading', { name: 'No entry was read' })).toBeVisible();
  await page.getByRole('link', { name: 'Edit search' }).click();
  await expect(chosen(form, 'Mailboxes')).toHaveText([nobody]);
  await form.getByRole('radio', { name: /^In the background/ }).check();
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(background.name);
  await expect(chosen(form, 'Recipients')).toHaveText([recipient]);
});

test('lists the searches in the background when one comes back', async ({ page }) => {
  const form = await openMailboxSearch(page, background);
  await button(form, 'Start search').click();
  const listed = backgroundSearch(page, background.name);
  await expect(listed).toBeVisible();
  await page.getByRole('navigation', { name: 'Mailbox auditing' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Mailbox auditing', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(listed).toBeVisible();
  await expect(chosen(form, 'Mailboxes')).toHaveText([...background.mailbox]);
  await page.goto('/search');
  await page.goto('/mailboxes/search');
  await expect(listed).toContainText(`Everything done in ${sharedMailbox} and ${priya} by`);
  await expect(listed).toContainText('Finished');
  await page.reload();
  await expect(listed).toContainText('Finished');

  await button(listed, 'Open results').click();
  await expectComplete(page);
  const { shown } = await readCounts(page);
  await page.reload();
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(shown);
  await page.getByRole('link', { name: 'Mailbox audit search' }).first().click();
  await expect(chosen(form, 'Mailboxes')).toHaveText([...background.mailbox]);
  await expect(listed).toBeVisible();
});

test('finds nothing older than a shorter age limit any more', { tag: '@tenant' }, async ({ page }) => {
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  const daysBefore = (days: number) => new Date(midnight - days * 86_400_000).toISOString();
  const criteria = { mailbox: [sharedMailbox], from: daysBefore(85), to: daysBefore(0) };
  const timesFound = async () => {
    await searchMailboxNow(page, criteria);
    return (await entriesOf(page)).map((entry) => Date.parse(entry['Date (UTC)'] ?? ''));
  };
  const before = await timesFound();
  await openMailboxes(page, `mailbox=${sharedMailbox}`);
  await page.getByRole('textbox', { name: 'Age limit in days' }).fill('30');
  await expect(page.getByRole('textbox', { name: 'Age limit in days' })).toHaveAccessibleDescription(
    /Less than the usual 90 days/,
  );
  await button(page, 'Review the change').click();
  await expect(page.getByText('Entries older than 30 days are deleted.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'PowerShell for this change' })).toContainText(
    `Set-Mailbox -Identity '${sharedMailbox}' -AuditLogAgeLimit '30.00:00:00'`,
  );
  await applyChange(page, 1);
  const limit = Date.now() - 30 * 86_400_000;

  const after = await timesFound();
  expect(after).toEqual(before.filter((time) => time >= limit));
  expect(after.length).toBeGreaterThan(0);
  expect(after.length).toBeLessThan(before.length);
});
