// Exported audit logs, without the service. Real ones where they are at hand, else such as the product makes itself.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { purviewHeader, readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  chooseFiles,
  countsOf,
  expectComplete,
  exportRows,
  gridOf,
  openFiles,
  readCounts,
  recordPane,
  rowsOf,
  searchRecords,
  sortBy,
  valuesIn,
} from './steps';

interface Facts {
  readonly unique_ids: number;
  readonly duplicate_records: number;
  readonly min_time: string;
  readonly max_time: string;
  readonly unique: { readonly by_operation: Readonly<Record<string, number>> };
}

const shared = fileURLToPath(new URL('../../shared', import.meta.url));
const factsFile = join(shared, 'data/dev-facts.json');
const hasLogs = existsSync(factsFile);
const whyNot = 'needs the folder of real audit logs beside the project, ../shared/data';
const facts: Readonly<Record<string, Facts>> = hasLogs ? JSON.parse(readFileSync(factsFile, 'utf8')).files : {};
const samples = hasLogs ? readdirSync(join(shared, 'data/det-eng-samples')).filter((name) => name.endsWith('.csv')) : [];
const logs = [...samples.map((name) => `data/det-eng-samples/${name}`), 'data/techjollof/TestFormated.csv'];
const spray = join(shared, 'data/det-eng-samples/t1110.003_msolspraywithsuccess_1.csv');

const record = (id: number, operation = 'FileDeleted') => {
  const time = `2026-11-0${(id % 9) + 1}T10:00:00Z`;
  const audit = { Id: `record-${id}`, CreationTime: time.slice(0, 19), Operation: operation, RecordType: 6, UserId: 'a@b.c' };
  return [audit.Id, time, 6, operation, 'a@b.c', `"${JSON.stringify(audit).replaceAll('"', '""')}"`, '', ''].join(',');
};
const csvFile = (name: string, ids: readonly number[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([purviewHeader, ...ids.map((id) => record(id)), ''].join('\r\n')),
});
const plainFile = (name: string, content: string | number[]) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(typeof content === 'string' ? [...Buffer.from(content)] : content),
});

test('reads real exports with the counts that another program found', async ({ page }) => {
  test.skip(!hasLogs, whyNot);
  await page.goto('/files');
  for (const log of logs) {
    const known = facts[log];
    await chooseFiles(page, [join(shared, log)]);
    await expect(countsOf(page)).toHaveText(new RegExp(`^${known?.unique_ids} records? · complete$`));
    const times = (await valuesIn(gridOf(page), 'Date (UTC)')).toSorted();
    expect([times.at(0), times.at(-1)]).toEqual(
      [known?.min_time, known?.max_time].map((time) => time?.slice(0, 19).replace('T', ' ')),
    );
    await page.getByRole('button', { name: 'Close files' }).click();
  }
});

test('opens several real exports as one list', async ({ page }) => {
  test.skip(!hasLogs, whyNot);
  await openFiles(
    page,
    logs.map((log) => join(shared, log)),
  );
  await expect(page.getByRole('heading', { name: `${logs.length} files`, level: 1 })).toBeVisible();
  const expected: Record<string, number> = {};
  for (const log of logs) {
    for (const [operation, count] of Object.entries(facts[log]?.unique.by_operation ?? {})) {
      expected[operation] = (expected[operation] ?? 0) + count;
    }
  }
  const { rows } = await readCsv((await exportRows(page)).download);
  const found: Record<string, number> = {};
  for (const { Operation = '' } of rows) found[Operation] = (found[Operation] ?? 0) + 1;
  expect(found).toEqual(expected);
});

test('exports every record that is counted, also at once when the last file was read', async ({ page }) => {
  await page.goto('/files');
  await chooseFiles(page, [csvFile('monday.csv', [1, 2, 3, 4]), csvFile('tuesday.csv', [5, 6, 7])]);
  await expect(countsOf(page)).toHaveText('7 records · complete');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText(/^Exports 7 of 7 records/)).toBeVisible();
});

test('drops records that are in more than one file, and says how many', async ({ page }) => {
  await openFiles(page, [csvFile('monday.csv', [1, 2, 3, 4]), csvFile('tuesday.csv', [3, 4, 5])]);
  await expect(countsOf(page)).toHaveText('5 records · complete');
  await expect(page.getByText('2 duplicates dropped')).toBeVisible();
  await expect(page.getByText(/^Source: monday\.csv \(Purview portal CSV\), tuesday\.csv \(Purview portal CSV\)$/)).toBeVisible();
  await chooseFiles(page, [csvFile('wednesday.csv', [5, 6])], 'Add files');
  await expect(countsOf(page)).toHaveText('6 records · complete');
});

test('takes files that are dropped anywhere on the page', async ({ page }) => {
  await page.goto('/files');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  const { name, mimeType, buffer } = csvFile('dropped.csv', [1, 2]);
  const dataTransfer = await page.evaluateHandle(
    ([text = '', fileName = '', type = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type }));
      return transfer;
    },
    [buffer.toString(), name, mimeType],
  );
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer });
  await expect(page.getByText('Drop to open')).toBeVisible();
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
  await expect(countsOf(page)).toHaveText('2 records · complete');
  await expect(page.getByRole('heading', { name: 'dropped.csv' })).toBeVisible();
  await expect(page.getByText('Drop to open')).toBeHidden();
});

test('goes from a real export to a record, its JSON and a CSV file that opens again', async ({ page }) => {
  test.skip(!hasLogs, whyNot);
  const grid = await openFiles(page, [spray]);
  await sortBy(grid, 'User', 'ascending');
  await sortBy(grid, 'Date (UTC)', 'ascending', true);
  const before = await rowsOf(grid);
  await grid.focus();
  await page.keyboard.press('Enter');
  const pane = recordPane(page);
  await expect(pane.getByRole('status').filter({ hasText: '1 of 9' })).toBeVisible();
  await pane.getByRole('tab', { name: 'JSON' }).click();
  await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toContainText('"RecordType": 15');
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();

  const { download } = await exportRows(page);
  expect(download.suggestedFilename()).toMatch(/^t1110\.003_msolspraywithsuccess_1\.csv .* UTC\.csv$/);
  const exported = await readCsv(download);
  expect(exported.header.join(',')).toBe(purviewHeader);
  expect(exported.rows.map((row) => row['UserId'])).toEqual(before.map(({ cells }) => cells['User']));

  await page.getByRole('button', { name: 'Close files' }).click();
  const buffer = await readFile(await download.path());
  await chooseFiles(page, [{ name: 'again.csv', mimeType: 'text/csv', buffer }]);
  await expectComplete(page);
  const again = await readCsv((await exportRows(page)).download);
  const byId = (rows: typeof again.rows) => rows.toSorted((a, b) => ((a['RecordId'] ?? '') < (b['RecordId'] ?? '') ? -1 : 1));
  expect(byId(again.rows)).toEqual(byId(exported.rows));
  await searchRecords(page, 'UserLoggedIn');
  expect((await readCounts(page)).shown).toBe(1);
});

async function expectRefused(page: Page, file: ReturnType<typeof plainFile>, reason: RegExp): Promise<void> {
  await chooseFiles(page, [file], 'Add files');
  const failure = page.getByRole('alert').filter({ hasText: `${file.name}: This is not an audit log Ledgerline can read` });
  await expect(failure).toContainText(reason);
  await expect(failure).toContainText('Open a CSV exported from Purview Audit');
  await expect(countsOf(page)).toHaveText('3 records · complete');
}

test('refuses what is no audit log, says why, and keeps what was open', async ({ page }) => {
  const grid = await openFiles(page, [csvFile('good.csv', [1, 2, 3])]);
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
  await expectRefused(page, plainFile('picture.csv', png), /not a text file/);
  await expectRefused(page, plainFile('records.json', '[{"Id":"1"}]'), /looks like JSON/);
  await expectRefused(
    page,
    plainFile('people.csv', 'Name,Mail\r\nAdele,adele@contoso.com\r\n'),
    /Name, Mail, and none of them is AuditData/,
  );
  await expectRefused(page, plainFile('nothing.csv', ''), /The file is empty\./);
  expect(await rowsOf(grid)).toHaveLength(3);
  await expect(page.getByText(/^Source: good\.csv \(Purview portal CSV\)$/)).toBeVisible();
});

test('says after a reload which files were open', async ({ page }) => {
  await openFiles(page, [csvFile('monday.csv', [1, 2])]);
  await page.reload();
  await expect(page.getByText('Open the files again')).toBeVisible();
  await expect(page.getByText(/monday\.csv was open here\./)).toBeVisible();
});
