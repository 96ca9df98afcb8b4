// What the service does on bad days, each named in `mocks/README.md`: typed into Search name, as anyone can.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { countsOf, expectComplete, gridOf, numbersIn, readCounts, rowsOf, runSearch, searchRecords, startSearch } from './steps';

/** Some 3,000 records: three pages and more. */
const several = { last: '180d', op: ['FilePreviewed'] } as const;
const few = { last: '30d', type: ['OMEPortal'] } as const;

async function countOf(name: string, page: Parameters<typeof runSearch>[0]): Promise<number> {
  await runSearch(page, { ...several, name });
  return (await readCounts(page)).shown;
}

test('says that the service asks to wait, waits, and ends with every record', async ({ page }) => {
  await startSearch(page, { ...several, name: '#throttled' });
  await expect(page.getByText(/^The service asks to wait \d+ s: page 2, try 2$/)).toBeVisible({ timeout: 60_000 });
  await expect(gridOf(page)).toBeVisible();
  await expectComplete(page);
  const { shown } = await readCounts(page);
  expect(shown).toBe(await countOf('the same in peace', page));
});

test('names the roles that are missing and loses nothing that was typed', async ({ page }) => {
  await startSearch(page, { ...few, user: ['adele@contoso.com'], name: 'Case 42 #forbidden' });
  const failure = page.getByRole('alert').filter({ hasText: 'Could not' });
  await expect(failure).toContainText('Audit Logs or View-Only Audit Logs');
  await expect(failure).toContainText('AuditLogsQuery.Read.All');
  await expect(page).toHaveURL(/\/search\?/);
  await expect(page.getByRole('list', { name: 'Users, chosen' })).toHaveText('adele@contoso.com');
  await expect(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('Case 42 #forbidden');

  await page.getByRole('textbox', { name: 'Search name' }).fill('Case 42');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Case 42' })).toBeVisible();
});

test('asks to sign in again when the service no longer knows who is asking', async ({ page }) => {
  await startSearch(page, { ...few, name: '#unauthorized' });
  const failure = page.getByRole('alert').filter({ hasText: 'Could not' });
  await expect(failure).toContainText('Sign in again.');
  await expect(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('#unauthorized');
});

test('says that a search failed and offers its criteria again, with a range that still ends now', async ({ page }) => {
  await startSearch(page, { ...few, name: '#failed' });
  await expect(page.getByText('The service could not finish this search')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Edit search' }).click();
  await expect(page.getByRole('heading', { name: 'New search' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Record types, chosen' })).toHaveText('OMEPortal');
  await expect(page.getByRole('textbox', { name: 'Search name' })).toHaveValue('#failed');
  await expect(page).toHaveURL(/[?&]last=30d/);
});

test('runs a search again under another address, with the same criteria', async ({ page }) => {
  const grid = await runSearch(page, { ...few, user: ['elena.marchetti@contoso.com'], name: 'Once more' });
  const { shown } = await readCounts(page);
  const first = page.url();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.getByRole('heading', { name: 'Once more' })).toBeVisible();
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(shown);
  await expect(grid).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(first);
});

test('counts up while a slow search runs, and cancels it', async ({ page }) => {
  await startSearch(page, { ...few, name: 'Take your time #slow' });
  const status = page.getByRole('region', { name: 'Status of the search' });
  await expect(status.getByRole('status').first()).toHaveText('In progress');
  const elapsed = () => status.getByText(/Running for \d+:\d\d/).innerText();
  const before = await elapsed();
  await expect.poll(elapsed).not.toBe(before);
  await status.getByRole('button', { name: 'Cancel search' }).click();
  await expect(page.getByRole('heading', { name: 'New search' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Take your time/ })).toHaveCount(0);
});

test('says that a search is queued, and lets people leave and come back', async ({ page }) => {
  await startSearch(page, { ...few, name: 'In line #queued' });
  await expect(page.getByRole('region', { name: 'Status of the search' }).getByRole('status').first()).toHaveText('Queued');
  await page.getByRole('link', { name: 'Searches' }).click();
  const row = page.getByRole('row', { name: /In line #queued/ });
  await expect(row).toContainText('Queued');
  await row.getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Status of the search' }).getByRole('status').first()).toHaveText('Queued');
});

test('reads a page again that was cut off, and ends with every record', async ({ page }) => {
  expect(await countOf('#cut-page', page)).toBe(await countOf('whole', page));
});

test('tries a page again that the service failed on, and ends with every record', async ({ page }) => {
  await startSearch(page, { ...several, name: '#server-error' });
  await expect(page.getByText(/Trying again in \d+ s: page \d, try \d$/)).toBeVisible({ timeout: 60_000 });
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(await countOf('no error', page));
});

test('goes on by itself after the connection broke', async ({ page }) => {
  await startSearch(page, { ...several, name: '#offline' });
  await expect(page.getByText(/Trying again in \d+ s: page 2, try 2$/)).toBeVisible({ timeout: 60_000 });
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(await countOf('connected', page));
});

test('says plainly that results were cut short', async ({ page }) => {
  await startSearch(page, { ...several, name: '#limit' });
  await expect(countsOf(page)).toHaveText(/^[\d,]+ records · incomplete$/, { timeout: 60_000 });
  await expect(page.getByText('These results are cut short')).toBeVisible();
  await expect(page.getByText(/The service found more records than it keeps for one search \(1,000\)/)).toBeVisible();
  expect((await readCounts(page)).shown).toBeLessThanOrEqual(1_000);
});

test('says why nothing was found and what to try next', async ({ page }) => {
  await startSearch(page, { ...few, name: '#empty' });
  await expect(page.getByRole('heading', { name: 'The service found no record' })).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByText(
      /^Nothing matched: OMEPortal records, by anyone, .* UTC\. Records of other record types are left out\. .*180 days.*misspelled/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit search' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await expect(gridOf(page)).toBeHidden();
});

test('counts records that cannot be read, shows them as they came, and keeps the rest', async ({ page }) => {
  const grid = await runSearch(page, { ...several, name: '#bad-records' });
  const link = page.getByRole('button', { name: /^[\d,]+ could not be read$/ });
  const [unreadable = 0] = numbersIn(await link.innerText());
  const { shown } = await readCounts(page);
  expect(unreadable).toBeGreaterThan(10);
  expect(shown).toBeGreaterThan(unreadable * 20);
  expect((await rowsOf(grid)).length).toBeGreaterThan(10);

  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Records that could not be read' });
  await expect(dialog.getByText('They are not among the rows and not in exports of them.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(unreadable);
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ hasText: /^It is not a JSON object\..*null$/ })
      .first(),
  ).toBeVisible();
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ hasText: /^It has no id\..*"FilePreviewed"/ })
      .first(),
  ).toBeVisible();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export as they came' }).click();
  const saved: unknown = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  expect(saved).toHaveLength(unreadable);
  expect(saved).toContainEqual(expect.objectContaining({ reason: 'It has no id.' }));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await searchRecords(page, 'FilePreviewed');
});

test('goes through several troubles at once', async ({ page }) => {
  await startSearch(page, { ...several, name: '#throttled #cut-page #offline #bad-records' });
  await expectComplete(page);
  await expect(page.getByRole('button', { name: /could not be read$/ })).toBeVisible();
});
