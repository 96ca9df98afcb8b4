// Records that are kept in the browser between visits: by reload, by closing and coming back, in two tabs; and being rid of them.

import type { Page } from '@playwright/test';
import { purviewHeader } from './csv-file';
import { expect, expectAccessible, test } from './fixtures';
import { chooseFiles, countsOf, expectComplete, gridOf, readCounts, recordPane, runSearch, startSearch } from './steps';

const everything = { last: '180d' } as const;
/** On a slow machine. */
const longestMs = 150_000;

test.describe.configure({ timeout: 2 * longestMs });

function question(page: Page) {
  return page.getByText('Keep records in this browser?');
}

async function allowKeeping(page: Page): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('switch', { name: 'Keep records in this browser' }).check();
}

/** Requests for pages of records, by what they ask for behind the path. */
function watchPages(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/records')) asked.push(search);
  });
  return asked;
}

/** Waits until everything that has come is written: nothing more is, for longer than it takes to write again. */
async function expectWritten(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await page.evaluate(async () => {
          const sizesIn = async (folder: FileSystemDirectoryHandle): Promise<number> => {
            let bytes = 0;
            for await (const each of folder.values())
              bytes += each instanceof FileSystemDirectoryHandle ? await sizesIn(each) : (await each.getFile()).size;
            return bytes;
          };
          return sizesIn(await navigator.storage.getDirectory());
        });
        return before > 0 && before === last;
      },
      { intervals: [1500], timeout: 30_000 },
    )
    .toBe(true);
}

/** Of a hundred records. */
function csvFile(name: string, first: number) {
  const lines = Array.from({ length: 100 }, (_, at) => {
    const id = first + at;
    const audit = JSON.stringify({
      Id: `record-${id}`,
      CreationTime: `2026-11-01T10:${String(id % 60).padStart(2, '0')}:00`,
      Operation: 'FileDeleted',
      RecordType: 6,
      UserId: 'ada@contoso.com',
    });
    return `record-${id},2026-11-01T10:00:00Z,6,FileDeleted,ada@contoso.com,"${audit.replaceAll('"', '""')}",,`;
  });
  return { name, mimeType: 'text/csv', buffer: Buffer.from([purviewHeader, ...lines, ''].join('\r\n')) };
}

/** How much is kept, as Settings say. */
function room(page: Page) {
  return page.getByText(/^\d+ sets?, [\d.]+ MB of \d+ MB/);
}

test('asked once, keeps records, and a reload in the middle of filling goes on at the page where it stopped', async ({
  page,
}) => {
  await startSearch(page, everything);
  await expect(question(page)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep records' }).click();
  await expect(question(page)).toBeHidden();
  await expect.poll(async () => (await readCounts(page)).shown, { timeout: longestMs }).toBeGreaterThan(20_000);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Loading is paused')).toBeVisible();
  const before = (await readCounts(page)).shown;
  await expectWritten(page);

  const asked = watchPages(page);
  await page.reload();
  await expect.poll(async () => (await readCounts(page)).shown, { timeout: longestMs }).toBeGreaterThanOrEqual(before);
  await expectComplete(page, longestMs);
  expect((await readCounts(page)).shown).toBeGreaterThan(90_000);
  // None of the pages that were there was asked for again, the first one neither.
  expect(asked.length).toBeLessThan(90);
  expect(asked.every((search) => search.includes('skiptoken'))).toBe(true);
  await expect(question(page)).toBeHidden();
});

test('records are there again when the tab is closed and the search is come back to, and no page is asked for', async ({
  page,
  context,
}) => {
  await allowKeeping(page);
  const grid = await runSearch(page, { last: '7d' });
  const { shown } = await readCounts(page);
  const address = page.url();
  await expect(grid).toBeVisible();
  await expectWritten(page);
  await page.close();

  const later = await context.newPage();
  const asked = watchPages(later);
  await later.goto(address);
  await expectComplete(later);
  expect((await readCounts(later)).shown).toBe(shown);
  await gridOf(later).getByRole('row').nth(1).click();
  await expect(recordPane(later)).toBeVisible();
  expect(asked).toEqual([]);
});

test('two tabs on the same search share what is kept without harm', async ({ page, context }) => {
  await allowKeeping(page);
  await runSearch(page, { last: '7d' });
  const { shown } = await readCounts(page);
  await expectWritten(page);

  const other = await context.newPage();
  const asked = watchPages(other);
  await other.goto(page.url());
  await expectComplete(other);
  expect((await readCounts(other)).shown).toBe(shown);
  expect(asked).toEqual([]);

  // Whichever is left first, the other one and whoever comes after it has all of them.
  await page.close();
  await other.reload();
  await expectComplete(other);
  expect((await readCounts(other)).shown).toBe(shown);
  expect(asked).toEqual([]);
});

test('settings show what is kept, delete it, and nothing is kept once it is switched off', async ({ page }) => {
  await allowKeeping(page);
  await runSearch(page, { last: '7d', name: 'Kept for a while' });
  const address = page.url();
  await expectWritten(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(room(page)).toHaveText(/^1 set, /);
  const sets = page.getByRole('list', { name: 'Kept sets' });
  await expect(sets.getByRole('listitem')).toHaveCount(1);
  await expect(sets).toContainText('Kept for a while');
  await expectAccessible(page);
  await sets.getByRole('button', { name: 'Delete Kept for a while' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(room(page)).toHaveText(/^0 sets, /);

  // Loaded again, it is kept again; switched off, it is gone, and nothing is kept any more.
  await page.goto(address);
  await expectComplete(page);
  await expectWritten(page);
  await page.goto('/settings');
  await expect(room(page)).toHaveText(/^1 set, /);
  // It is off once that is confirmed.
  await page.getByRole('switch', { name: 'Keep records in this browser' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(room(page)).toHaveText(/^0 sets, /);
  const asked = watchPages(page);
  await page.goto(address);
  await expectComplete(page);
  expect(asked.length).toBeGreaterThan(0);
  await page.goto('/settings');
  await expect(page.getByRole('switch', { name: 'Keep records in this browser' })).not.toBeChecked();
  await expect(room(page)).toHaveText(/^0 sets, /);
});

test('opened files are there again after a reload, and in another tab where they are asked for', async ({ page, context }) => {
  await allowKeeping(page);
  await page.goto('/files');
  await chooseFiles(page, [csvFile('first.csv', 0), csvFile('second.csv', 50)]);
  await expectComplete(page);
  await expectWritten(page);
  await page.reload();
  await expectComplete(page);
  expect((await readCounts(page)).shown).toBe(150);
  await expect(page.getByRole('heading', { name: '2 files', level: 1 })).toBeVisible();
  await chooseFiles(page, [csvFile('third.csv', 100)], 'Add files');
  await expect(countsOf(page)).toHaveText('200 records · complete');
  await expectWritten(page);
  await page.close();

  const later = await context.newPage();
  await later.goto('/files');
  await later.getByRole('button', { name: /first\.csv/ }).click();
  await expect(countsOf(later)).toHaveText('200 records · complete');
  await later.getByRole('button', { name: 'Close files' }).click();
  await expect(later.getByRole('heading', { name: 'Open a file', level: 1 })).toBeVisible();
});
