// What administrators come for, and what it may take at most, in clicks and keys. That an intruder's reading is five clicks from the
// start page is followed in `messages-read.e2e.ts`.

import type { Locator, Page } from '@playwright/test';
import { type CountedActs, countedActs } from './counted-acts';
import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { expectMessageRead, expectMessagesRead, matrixOf, messagesGrid, offerSubject } from './message-steps';
import { expectComplete, expectSettled, gridOf, headersOf, openForm, readCounts, recordPane, rowsOf, valuesIn } from './steps';

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });

const valuesOf = (page: Page, field: string) => page.getByRole('list', { name: `Values of ${field}`, exact: true });

function checkboxOf(page: Page, field: string, value: string): Locator {
  return valuesOf(page, field).getByRole('checkbox', { name: value, exact: true });
}

/** The records of the last week. */
async function openWeek(page: Page): Promise<CountedActs> {
  await openForm(page);
  const acts = countedActs(page);
  await acts.press('Control+Enter');
  await expectComplete(page);
  return acts;
}

test('who deleted files of a project, when and from where: no dead end, and the counts of all beside the rows', {
  tag: '@tenant',
}, async ({ page }) => {
  await openForm(page);
  const acts = countedActs(page);
  await acts.click(page.getByRole('textbox', { name: 'File, folder, or site' }));
  await acts.type('falcon');
  await acts.press('Enter');
  // As it is typed it would find nothing, which is said before anybody searches.
  await acts.click(page.getByRole('button', { name: 'Use *falcon*' }));
  await acts.press('Control+Enter');
  await expectComplete(page);
  await acts.click(checkboxOf(page, 'Activity', 'Deleted file'));
  await acts.click(checkboxOf(page, 'Activity', 'Deleted file from recycle bin'));
  await expectSettled(gridOf(page));
  expect(acts.clicks).toBeLessThanOrEqual(4);

  const deleted = await readCounts(page);
  const people = valuesOf(page, 'User').getByRole('listitem');
  await expect(people.first()).toContainText(/^tomasz\.wrona@contoso\.com185/);
  // Nobody who deleted one is overlooked.
  const counts = await people.evaluateAll((items) => items.map((item) => Number(item.textContent?.match(/(\d+)only$/)?.[1])));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(deleted.shown);
  expect(await headersOf(gridOf(page))).toEqual(expect.arrayContaining(['Date (UTC)', 'User', 'IP address']));
});

test('who opened a message: three clicks', { tag: '@tenant' }, async ({ page }) => {
  await page.goto('/');
  const acts = countedActs(page);
  await acts.click(page.getByRole('link', { name: 'Encrypted messages', exact: true }));
  // Both pages have a button that says Search.
  await expect(page.getByRole('heading', { name: 'Encrypted messages', level: 1 })).toBeVisible();
  await acts.click(page.getByRole('button', { name: 'Search', exact: true }));
  await expectMessagesRead(page);
  await acts.click(messagesGrid(page).getByRole('gridcell', { name: offerSubject }));
  await expectMessageRead(page);
  await expect(matrixOf(page).getByRole('row', { name: /^jordan/ })).toBeVisible();
  expect(acts.clicks).toBeLessThanOrEqual(3);
});

test('a CSV of one user between two pasted times: four clicks', { tag: '@tenant' }, async ({ page }) => {
  await openForm(page);
  const acts = countedActs(page);
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await acts.click(page.getByRole('textbox', { name: 'Start (UTC)' }));
  await acts.press('Control+a');
  await acts.paste(`${day} 00:00`);
  await acts.click(page.getByRole('textbox', { name: 'End (UTC)' }));
  await acts.press('Control+a');
  await acts.paste(`${day}T18:30:00Z`);
  // On from the end of the range: its calendar, two lists of activities, record types, users.
  for (let stops = 0; stops < 5; stops++) await acts.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Users' })).toBeFocused();
  await acts.paste('adele.vance@contoso.com');
  await acts.press('Enter');
  await acts.press('Control+Enter');
  await expectComplete(page);
  const { outOf } = await readCounts(page);
  await acts.click(page.getByRole('button', { name: 'Export', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const downloading = page.waitForEvent('download');
  await acts.click(dialog.getByRole('button', { name: 'Export', exact: true }));
  const { rows } = await readCsv(await downloading);
  expect(acts.clicks).toBeLessThanOrEqual(4);
  expect(outOf).toBeGreaterThan(0);
  expect(rows).toHaveLength(outOf);
  for (const row of rows) {
    expect(row['UserId']?.toLowerCase()).toBe('adele.vance@contoso.com');
    expect(row['CreationDate']?.slice(0, 10)).toBe(day);
  }
});

test('which addresses a user came from, how often, first and last: three clicks', { tag: '@tenant' }, async ({ page }) => {
  const acts = await openWeek(page);
  await acts.click(checkboxOf(page, 'User', 'tomasz.wrona@contoso.com'));
  await expectSettled(gridOf(page));
  await acts.click(page.getByRole('button', { name: 'Group records by IP address', exact: true }));
  const groups = page.getByRole('treegrid', { name: 'Groups' });
  await expect(groups).toBeVisible();
  expect(acts.clicks).toBeLessThanOrEqual(3);
  const rows = await rowsOf(groups);
  expect(rows.length).toBeGreaterThan(1);
  const { shown } = await readCounts(page);
  const counts = rows.map(({ cells }) => Number(cells['Records']));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(shown);
  for (const { cells } of rows) {
    expect(cells['IP address']).toMatch(/^[\d.a-f:]+$/);
    expect((cells['First (UTC)'] ?? '') <= (cells['Last (UTC)'] ?? '')).toBe(true);
  }
});

test('what the same user did within five minutes: one click from the record', { tag: '@tenant' }, async ({ page }) => {
  await openWeek(page);
  await page.keyboard.press('Enter');
  const acts = countedActs(page);
  await acts.click(recordPane(page).getByRole('button', { name: 'Same user within 5 minutes' }));
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(2);
  await expectSettled(gridOf(page));
  expect(new Set((await valuesIn(gridOf(page), 'User')).map((user) => user.toLowerCase())).size).toBe(1);
  expect(acts.clicks).toBe(1);
});

test('a property as a column, and sorted by it: three clicks, and nothing typed', { tag: '@tenant' }, async ({ page }) => {
  const acts = await openWeek(page);
  await acts.click(page.getByRole('button', { name: 'Columns', exact: true }));
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await acts.click(chooser.getByRole('checkbox', { name: /^ClientIP/ }).first());
  await acts.press('Escape');
  const header = gridOf(page).getByRole('columnheader', { name: 'ClientIP' });
  await acts.click(header);
  await expect(header).toHaveAttribute('aria-sort', /ascending|descending/);
  expect(acts.clicks).toBeLessThanOrEqual(3);
});

test('by keyboard alone: search, open a record, go to the next and copy it, in fifteen keys', { tag: '@tenant' }, async ({
  page,
}) => {
  await openForm(page);
  const acts = countedActs(page);
  await acts.press('/');
  await acts.type('falcon');
  await acts.press('Control+Enter');
  await expectComplete(page);
  await expect(gridOf(page)).toBeFocused();
  await acts.press('Enter');
  const pane = recordPane(page);
  await expect(pane.getByText(/^1 of /)).toBeVisible();
  await acts.press('j');
  await expect(pane.getByText(/^2 of /)).toBeVisible();
  await acts.press('c');
  await expect(pane.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(acts.keys).toBeLessThanOrEqual(15);
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toHaveProperty('Id');
});

test('a link to what is shown loses nothing: columns, order, filters and words', { tag: '@tenant' }, async ({
  page,
  context,
}) => {
  const acts = await openWeek(page);
  await acts.click(checkboxOf(page, 'Activity', 'Deleted file'));
  await acts.click(page.getByRole('button', { name: 'Columns', exact: true }));
  await acts.click(page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: /^Workload/ }));
  await acts.press('Escape');
  await acts.click(gridOf(page).getByRole('columnheader', { name: 'User' }));
  await expectSettled(gridOf(page));
  const before = await rowsOf(gridOf(page));
  expect(Object.keys(before[0]?.cells ?? {})).toContain('Workload');
  await acts.click(page.getByRole('button', { name: 'Copy link' }));
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // Somebody whose browser keeps no columns of their own.
  await page.evaluate(() => localStorage.removeItem('ledgerline.columns.audit'));
  const other = await context.newPage();
  await other.setViewportSize({ width: 1440, height: 900 });
  await other.goto(link);
  await expectSettled(gridOf(other));
  await expect
    .poll(async () => (await rowsOf(gridOf(other))).map(({ cells }) => cells))
    .toEqual(before.map(({ cells }) => cells));
});
