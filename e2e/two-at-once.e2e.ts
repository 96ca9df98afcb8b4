// Work that takes long is in nobody's way: while it goes on, what else is asked is answered.

import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  changesGrid,
  chooseAccess,
  expectReported,
  openAccess,
  reportFiles,
  reportGrid,
  savedRows,
  searchAccess,
  tab,
} from './access-steps';
import { purviewHeader } from './csv-file';
import { expect, test } from './fixtures';
import { addValues } from './mailbox-steps';
import { sortListBy } from './message-steps';
import { numbersIn, openFiles, unfoldCriteria, valuesIn } from './steps';

/** More than a browser collects before it saves them: it asks for a place on disk instead. */
const recordCount = 100_200;
const mailboxCount = 40;
/** Every so many records are by an administrator, all others by a delegate. */
const administratorEvery = 100;

function lineOf(number: number): string {
  const mailbox = `mailbox${number % mailboxCount}@contoso.com`;
  const isAdministrator = number % administratorEvery === 0;
  const UserId = isAdministrator ? 'ada@contoso.com' : `delegate${number % 7}@contoso.com`;
  const time = new Date(Date.UTC(2026, 10, 2) + number * 1000).toISOString();
  const audit = { Operation: 'MessageBind', UserId, LogonType: isAdministrator ? 1 : 2, MailboxOwnerUPN: mailbox };
  const auditData = JSON.stringify({ Id: `r${number}`, RecordType: 2, CreationTime: time.slice(0, 19), ...audit });
  return `r${number},${time},2,MessageBind,${UserId},"${auditData.replaceAll('"', '""')}",,`;
}

/** Not of one value alone, which is in any order. */
const isAscending = (values: readonly string[]) =>
  new Set(values).size > 1 && JSON.stringify(values) === JSON.stringify(values.toSorted());

/** Answers where to save with a place of the page's own, whose disk takes nothing more until `goOnSaving`. */
async function holdSaving(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = new Promise((goOn) => window.addEventListener('go on saving', goOn, { once: true }));
    window.showSaveFilePicker = async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('saved.csv', { create: true });
      const file = await handle.createWritable();
      const into = file.getWriter();
      const slow = new WritableStream<Uint8Array<ArrayBuffer>>({
        write: async (piece) => {
          await into.write(piece);
          await held;
        },
        close: () => into.close(),
        abort: (reason) => into.abort(reason),
      });
      return Object.assign(handle, { createWritable: async () => slow });
    };
  });
}

async function goOnSaving(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('go on saving')));
}

async function savedLines(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('saved.csv');
    return (await (await handle.getFile()).text()).trimEnd().split('\r\n').length;
  });
}

test('sorts and narrows down a report, and makes others, while its records are exported', async ({ page }, about) => {
  const path = about.outputPath('access.csv');
  await writeFile(path, [purviewHeader, ...Array.from({ length: recordCount }, (_, number) => lineOf(number)), ''].join('\r\n'));
  await holdSaving(page);
  await openFiles(page, [path]);
  await reportFiles(page);
  const grid = reportGrid(page);

  await page.getByRole('button', { name: 'Export records' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText(/^Writing, .+ It goes on while this is closed\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const exporting = page.getByRole('button', { name: /^Exporting, .+ so far$/ });
  await expect(exporting).toBeVisible();

  await sortListBy(grid, 'Mailbox', 'descending');
  const mailboxes = await valuesIn(grid, 'Mailbox');
  expect(mailboxes.length).toBeGreaterThan(5);
  expect(mailboxes).toEqual(mailboxes.toSorted().toReversed());

  const whole = await savedRows(page);
  expect(whole).toHaveLength(mailboxCount);
  await chooseAccess(page, 'Administrators');
  const byAdministrators = await savedRows(page);
  const accesses = byAdministrators.reduce((sum, row) => sum + Number(row['Accesses']), 0);
  expect(accesses).toBe(recordCount / administratorEvery);

  await addValues(page.getByRole('combobox', { name: 'Mailboxes', exact: true }), 'mailbox20@');
  await expect(page.getByText(/^1 of \d+ mailboxes$/)).toBeVisible();
  const panel = await openAccess(page, 'mailbox20@contoso.com');
  await expect(panel.getByRole('region', { name: 'ada@contoso.com' }).getByRole('row', { name: /^MessageBind/ })).toBeVisible();

  // All of this happened before its end, and none of it is in the file.
  await expect(exporting).toBeVisible();
  await goOnSaving(page);
  await expect(page.getByRole('button', { name: 'Export records' })).toBeVisible();
  expect(await savedLines(page)).toBe(recordCount + 1);
});

test('sorts and narrows down a report, and makes another, while its records are still coming', { tag: '@tenant' }, async ({
  page,
}) => {
  await searchAccess(page, '/mailboxes/non-owner', '180 days');
  const madeFrom = page.getByText(/^Made from [1-9][\d,]* records · more are coming$/);
  await expect(madeFrom).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(madeFrom).toBeVisible();
  const [before = 0] = numbersIn(await madeFrom.innerText());

  await tab(page, 'Who can see a mailbox').click();
  await expect(page.getByText(/^Found in [\d,]+ records · more are coming$/)).toBeVisible();
  await sortListBy(changesGrid(page), 'By whom', 'ascending');
  await expect.poll(async () => isAscending(await valuesIn(changesGrid(page), 'By whom'))).toBe(true);

  await tab(page, 'Non-owner mailbox access').click();
  await expect(madeFrom).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await sortListBy(reportGrid(page), 'Mailbox', 'ascending');
  await expect.poll(async () => isAscending(await valuesIn(reportGrid(page), 'Mailbox'))).toBe(true);
  await unfoldCriteria(page);
  await page.getByRole('combobox', { name: 'Type of access' }).selectOption('External users');
  await expectReported(page);
  await chooseAccess(page, 'External users');
  const byExternal = await savedRows(page);
  expect(byExternal).not.toEqual([]);
  expect(byExternal.map((row) => row['By external users'])).toEqual(byExternal.map((row) => row['Accesses']));
  const [all = 0] = numbersIn(await page.getByText(/^Made from [\d,]+ records/).innerText());
  expect(all).toBeGreaterThan(before);
});
