// The errand the product exists for: who opened encrypted messages, sorted, looked into, and out as a CSV file.

import { purviewHeader, readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  countsOf,
  expectComplete,
  exportRows,
  gridOf,
  numbersIn,
  openForm,
  readCounts,
  recordPane,
  rowsOf,
  runSearch,
  searchRecords,
  sortBy,
  valuesIn,
} from './steps';

const portal = { last: '30d', type: ['OMEPortal'] } as const;

test('finds encrypted messages by the number of their record type, from the form to the rows', async ({ page }) => {
  await openForm(page);
  await page.getByRole('button', { name: '30 days' }).click();

  const types = page.getByRole('combobox', { name: 'Record types' });
  await types.fill('154');
  await expect(page.getByRole('option').first()).toContainText('OMEPortal');
  await types.press('Enter');
  await expect(page.getByRole('list', { name: 'Record types, chosen' })).toHaveText('OMEPortal');
  await types.press('Escape');

  await page.getByRole('combobox', { name: 'Activities – friendly names' }).click();
  const names = page.getByRole('listbox', { name: 'Activities – friendly names' });
  await expect(names.getByRole('option', { name: /^Opened encrypted message/ })).toBeVisible();
  await expect(names.getByRole('group')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Activities – operation names' }).click();
  const operations = page.getByRole('listbox', { name: 'Activities – operation names' }).getByRole('option');
  await expect(operations.filter({ hasText: 'MessageAccess' })).toBeVisible();
  await expect(operations.filter({ hasText: 'FileDeleted' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Status of the search' }).getByRole('status')).toHaveText(/Queued|In progress/);
  await expect(page.getByText(/^Running for 0:\d\d/)).toBeVisible();
  await expectComplete(page);
  expect(new Set(await valuesIn(gridOf(page), 'Record type'))).toEqual(new Set(['OMEPortal']));
});

test('sorts the whole set by a header, and by a second one with Shift', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await sortBy(grid, 'User', 'ascending');
  const ascending = await valuesIn(grid, 'User');
  await grid.press('Control+End');
  const last = (await rowsOf(grid)).at(-1);
  expect(last?.index).toBe((await readCounts(page)).shown + 1);

  await sortBy(grid, 'User', 'descending');
  await grid.press('Control+Home');
  const descending = await valuesIn(grid, 'User');
  expect(descending[0]).toBe(last?.cells['User']);
  expect(ascending[0]).not.toBe(descending[0]);
  // The newest of each user first, whichever way users stand.
  const tied = (await rowsOf(grid))
    .filter(({ cells }) => cells['User'] === descending[0])
    .map(({ cells }) => cells['Date (UTC)']);
  expect(tied.length).toBeGreaterThan(1);
  expect(tied).toEqual(tied.toSorted().reverse());
  expect(ascending).toEqual(ascending.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en')));
  expect(new URL(page.url()).searchParams.get('sort')).toContain('user');

  await sortBy(grid, 'Date (UTC)', 'ascending', true);
  await expect(grid.getByRole('columnheader', { name: 'User' })).toHaveAttribute('aria-sort', 'descending');
  await expect(grid.getByRole('columnheader', { name: 'Date (UTC)' }).getByTitle('Sort key 2')).toHaveText('2');
  const rows = await rowsOf(grid);
  const firstUser = rows.filter(({ cells }) => cells['User'] === descending[0]).map(({ cells }) => cells['Date (UTC)'] ?? '');
  expect(firstUser.length).toBeGreaterThan(1);
  expect(firstUser).toEqual(firstUser.toSorted());
});

test('reads a record by keyboard and filters by a value of it', async ({ page }) => {
  const grid = await runSearch(page, portal);
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const pane = recordPane(page);
  await expect(pane).toBeFocused();
  expect((await rowsOf(grid)).find(({ isSelected }) => isSelected)?.index).toBe(3);
  const [row] = (await rowsOf(grid)).filter(({ isSelected }) => isSelected);
  await expect(pane.getByRole('tabpanel', { name: 'Summary' })).toContainText(row?.cells['User'] ?? 'a user');

  await pane.getByRole('tab', { name: 'All properties' }).click();
  const properties = pane.getByRole('region', { name: 'AuditData' });
  await expect(properties.getByRole('table', { name: 'OperationProperties' })).toContainText('MailSubject');
  await pane.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('AuthenticationMethod');
  await expect(properties.getByRole('term')).toHaveText(['AuthenticationMethod']);
  await pane.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('');

  await pane.getByRole('tab', { name: 'JSON' }).click();
  const json = pane.getByRole('textbox', { name: 'record as JSON' });
  await expect(json).toContainText('"RecordType": 154');
  await pane.getByRole('button', { name: 'Search' }).click();
  await pane.getByRole('textbox', { name: 'Find' }).fill('MessageId');
  await page.keyboard.press('Enter');
  await expect(json).toContainText('MessageId');
  await pane.getByRole('switch', { name: 'As received' }).click();
  await expect(json).toContainText('"RecordType":154');

  await pane.getByRole('tab', { name: 'All properties' }).click();
  const value = await properties
    .getByRole('definition')
    .filter({ has: page.getByRole('toolbar', { name: 'Actions for Recipient' }) })
    .innerText();
  await pane.getByRole('button', { name: 'Only records with this value of Recipient' }).focus();
  await page.keyboard.press('Enter');
  const pills = page.getByRole('list', { name: 'Filters' });
  await expect(pills.getByRole('listitem')).toHaveCount(1);
  await expect(countsOf(page)).toHaveText(/^[\d,]+ of [\d,]+ records · complete$/);
  expect(new Set(await valuesIn(grid, 'Detail'))).toEqual(new Set([value.trim()]));

  await pills.getByRole('button', { name: /^Remove filter/ }).click();
  await expect(countsOf(page)).toHaveText(/^[\d,]+ records · complete$/);
});

test('exports what the grid shows, in its order, in the shape of Purview', async ({ page }) => {
  const grid = await runSearch(page, portal);
  // Stands in AuditData alone.
  await searchRecords(page, 'NumberOfOTPCodesSent');
  await sortBy(grid, 'User', 'ascending');
  await sortBy(grid, 'Date (UTC)', 'ascending', true);
  const first = await rowsOf(grid);
  await grid.press('Control+End');
  const last = await rowsOf(grid);
  const { shown, outOf } = await readCounts(page);
  expect(shown).toBeLessThan(outOf);

  const { promised, download } = await exportRows(page);
  expect(numbersIn(promised)).toEqual([shown, outOf]);
  expect(download.suggestedFilename()).toMatch(/^OMEPortal records.* UTC\.csv$/);
  const { header, rows, hasBom } = await readCsv(download);
  expect(hasBom).toBe(true);
  expect(header.join(',')).toBe(purviewHeader);
  expect(rows).toHaveLength(shown);
  for (const { index, cells } of [...first, ...last]) {
    const row = rows[index - 2];
    expect(row?.['CreationDate']?.slice(0, 19).replace('T', ' ')).toBe(cells['Date (UTC)']);
    expect(row?.['UserId']).toBe(cells['User']);
  }
  for (const row of rows) {
    expect(row['RecordType']).toBe('154');
    expect(row['CreationDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(JSON.parse(row['AuditData'] ?? '')).toMatchObject({
      Id: row['RecordId'],
      Operation: row['Operation'],
      RecordType: 154,
    });
    expect(row['AuditData']).toContain('NumberOfOTPCodesSent');
  }
});

test('keeps formulas as evidence for tools and disarms them for spreadsheets', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { last: '180d', op: ['QuantumWidgetRebalanced', 'FileTeleported', 'Invoke-UndocumentedCmdlet'] });
  const evidence = await readCsv((await exportRows(page, { bom: false })).download);
  expect(evidence.hasBom).toBe(false);
  const items: string[] = evidence.rows.map((row) => JSON.parse(row['AuditData'] ?? '').ObjectId);
  expect(items.filter((item) => /^[=+\-@]/.test(item))).not.toEqual([]);

  const { promised, download } = await exportRows(page, { format: 'columns', bom: false });
  expect(download.suggestedFilename()).toMatch(/ UTC \(columns\)\.csv$/);
  const sheet = await readCsv(download);
  expect(sheet.header).toEqual(['Date (UTC)', 'User', 'Activity', 'Item', 'Detail', 'IP address', 'Record type']);
  expect(sheet.rows).toHaveLength(numbersIn(promised)[0] ?? -1);
  // A spreadsheet may split at other separators than the comma.
  const disarmed = items.map((item) => item.replace(/(^|[;|\t\n])(?=[=+\-@])/g, "$1'"));
  expect(sheet.rows.map((row) => row['Item'])).toEqual(disarmed);
  const started = sheet.rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell));
  expect(started).toEqual([]);
});
