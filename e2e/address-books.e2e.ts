// Where addresses are and whose network they belong to: MMDB files that the administrator opens, and that nothing is sent of.

import type { Page } from '@playwright/test';
import { writeMmdb } from '~/domain/addresses/mmdb-writer.fixture';
import { purviewHeader, readCsv } from './csv-file';
import { expect, expectAccessible, test } from './fixtures';
import { countsOf, exportRows, gridOf, openFiles, valuesIn } from './steps';

const addresses = ['203.0.113.7', '203.0.113.7', '203.0.113.9', '198.51.100.1', '192.0.2.1', ''];

const log = {
  name: 'log.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      purviewHeader,
      ...addresses.map((ClientIP, at) => {
        const time = `2026-11-0${at + 1}T10:00:00`;
        const audit = {
          Id: `record-${at}`,
          CreationTime: time,
          Operation: 'FileDeleted',
          RecordType: 6,
          UserId: 'a@b.c',
          ClientIP,
        };
        return `record-${at},${time}Z,6,FileDeleted,a@b.c,"${JSON.stringify(audit).replaceAll('"', '""')}",,`;
      }),
      '',
    ].join('\r\n'),
  ),
};

const book = (name: string, content: Parameters<typeof writeMmdb>[0]) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(writeMmdb(content)),
});
const country = book('country.mmdb', {
  type: 'GeoLite2-Country',
  networks: [
    ['203.0.113.0/24', { country: { iso_code: 'DE', names: { en: 'Germany' } } }],
    ['198.51.100.0/24', { country: { iso_code: 'SE', names: { en: 'Sweden' } } }],
  ],
});
const asn = book('asn.mmdb', {
  type: 'GeoLite2-ASN',
  networks: [['203.0.113.0/28', { autonomous_system_number: 64_496, autonomous_system_organization: 'Example Networks' }]],
});

const hint = (page: Page) =>
  page.getByRole('complementary', { name: 'Filters' }).getByRole('link', { name: 'open an MMDB file' });

async function openBooks(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.getByLabel('Open an MMDB file').and(page.locator('input')).setInputFiles(files);
}

/** What left the page, or could have. */
function watchRequests(page: Page, origin: string): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const { origin: to } = new URL(request.url());
    if (to !== origin || request.method() !== 'GET' || request.postData() !== null)
      sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

test('opens MMDB files and narrows down by country and network, and nothing leaves the page', async ({ page, baseURL }) => {
  await openFiles(page, [log]);
  await expect(countsOf(page)).toHaveText('6 records · complete');
  await expect(page.getByRole('button', { name: 'Country', exact: true })).toBeHidden();

  const sent = watchRequests(page, new URL(baseURL ?? '').origin);
  await hint(page).click();
  await openBooks(page, [country, asn]);
  const open = page.getByRole('list', { name: 'Open MMDB files' }).getByRole('listitem');
  await expect(open).toHaveCount(2);
  await expect(open.filter({ hasText: 'country.mmdb' })).toContainText('GeoLite2-Country, knows countries');
  await expectAccessible(page);

  await page.goBack();
  await page.getByRole('button', { name: 'Country', exact: true }).click();
  const countries = page.getByRole('list', { name: 'Values of Country' }).getByRole('listitem');
  await expect(countries).toHaveText([/^Germany \(DE\)3/, /^Sweden \(SE\)1/]);
  await expect(hint(page)).toBeHidden();

  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ['Country', 'Network'])
    await page.getByRole('list', { name: 'Other fields' }).getByRole('checkbox', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  const grid = gridOf(page);
  await expect
    .poll(() => valuesIn(grid, 'Country'))
    .toEqual(['', '', 'Sweden (SE)', 'Germany (DE)', 'Germany (DE)', 'Germany (DE)']);
  expect(await valuesIn(grid, 'Network')).toEqual(['', '', '', ...Array.from({ length: 3 }, () => 'AS64496 Example Networks')]);

  await countries.first().getByRole('checkbox').check();
  await expect(countsOf(page)).toHaveText(/^3 of 6 records/);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Country is Germany (DE)');
  const { download } = await exportRows(page, { format: 'columns' });
  const { rows } = await readCsv(download);
  expect(rows.map((row) => [row['Country'], row['Network']])).toEqual(
    Array.from({ length: 3 }, () => ['Germany (DE)', 'AS64496 Example Networks']),
  );

  await countries.first().getByRole('checkbox').uncheck();
  const box = page.getByRole('combobox', { name: 'Search in these records' });
  await box.fill('ip.country:sweden');
  await box.press('Enter');
  await expect(countsOf(page)).toHaveText(/^1 of 6 records/);
  expect(sent).toEqual([]);
});

test('a file that is none is refused in words, and closing the file takes the fields away', async ({ page }) => {
  await page.goto('/settings');
  await openBooks(page, [{ ...log, name: 'audit.csv' }]);
  await expect(page.getByRole('alert')).toContainText('audit.csv is not an MMDB file, or not all of one.');
  await openBooks(page, [country]);
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Close country.mmdb' }).click();
  await expect(page.getByText('No file is open.')).toBeVisible();
});

test('where records may be kept, the file is open in the next visit', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('switch', { name: 'Keep records in this browser' }).check();
  await openBooks(page, [country]);
  await expect(page.getByText('1 file open')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 file open')).toBeVisible();
  await openFiles(page, [log]);
  await expect(page.getByRole('button', { name: 'Country', exact: true })).toBeVisible();
});
