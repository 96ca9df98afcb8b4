// The stories of the mocked tenant, found by the searches `mocks/README.md` gives. How an administrator let himself in is told
// by `mailbox-access.e2e.ts`.

import { expect, test } from './fixtures';
import { gridOf, readCounts, recordPane, rowsOf, runSearch, searchRecords, sortBy, valuesIn } from './steps';

test('tells how a mailbox was taken over, from one address', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '7d', ip: ['198.18.50.77'] });
  await sortBy(grid, 'Date (UTC)', 'ascending');
  const rows = await rowsOf(grid);
  expect(new Set(rows.map(({ cells }) => cells['IP address']))).toEqual(new Set(['198.18.50.77']));
  const failed = rows.filter(({ cells }) => /failed/i.test(cells['Activity'] ?? ''));
  expect(failed.length).toBeGreaterThanOrEqual(7);
  expect(rows[0]?.cells['Activity']).toMatch(/failed/i);

  await searchRecords(page, 'priya.raman.contoso@proton.me');
  expect((await readCounts(page)).shown).toBeGreaterThan(0);
  await grid.press('Control+Home');
  await grid.press('Enter');
  await recordPane(page).getByRole('tab', { name: 'All properties' }).click();
  await expect(
    recordPane(page)
      .getByText(/priya\.raman\.contoso@proton\.me/)
      .first(),
  ).toBeVisible();
});

test('tells the same story by user and activities', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, {
    last: '7d',
    user: ['priya.raman@contoso.com'],
    op: ['UserLoginFailed', 'UserLoggedIn', 'MailItemsAccessed', 'New-InboxRule', 'Set-Mailbox'],
  });
  await searchRecords(page, 'ForwardingSmtpAddress');
  expect(await valuesIn(grid, 'Detail')).toContainEqual(expect.stringContaining('priya.raman.contoso@proton.me'));
  await searchRecords(page, 'RSS');
  expect((await readCounts(page)).shown).toBeGreaterThan(0);
});

test('tells how a leaver deleted a project', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, {
    last: '7d',
    user: ['tomasz.wrona@contoso.com'],
    op: ['FileDeleted'],
    item: ['https://contoso.sharepoint.com/sites/ProjectFalcon/*'],
  });
  expect((await readCounts(page)).shown).toBe(160);
  await sortBy(grid, 'Date (UTC)', 'ascending');
  const at = (text: string | undefined) => Date.parse(`${text?.replace(' ', 'T')}Z`);
  const first = at((await valuesIn(grid, 'Date (UTC)'))[0]);
  await grid.press('Control+End');
  const last = at((await valuesIn(grid, 'Date (UTC)')).at(-1));
  expect((last - first) / 60_000).toBeLessThanOrEqual(14);
});

test('tells who opened an encrypted offer, and who never did', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { last: '7d', type: ['OMEPortal'], user: ['elena.marchetti@contoso.com'] });
  const grid = gridOf(page);
  await searchRecords(page, '"Confidential: offer for Woodgrove Bank"');
  const rows = await rowsOf(grid);
  const didOpen = (recipient: string) =>
    rows.some(({ cells }) => cells['Detail'] === recipient && cells['Activity'] === 'Opened encrypted message');
  expect(new Set(rows.map(({ cells }) => cells['Detail']))).toEqual(
    new Set(['jordan.blake@fabrikam.com', 'lucia.ferraro@gmail.com', 'sam.okoye@woodgrovebank.com']),
  );
  expect([
    didOpen('jordan.blake@fabrikam.com'),
    didOpen('lucia.ferraro@gmail.com'),
    didOpen('sam.okoye@woodgrovebank.com'),
  ]).toEqual([true, true, false]);
});

test('tells how a message was taken back, and who came too late', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '7d', type: ['OMEPortal'], user: ['maria.jensen@contoso.com'] });
  await sortBy(grid, 'Date (UTC)', 'ascending');
  const nora = 'nora.lindgren@adatum.com';
  const theo = 'theo.marchand@gmail.com';
  const visits = (await rowsOf(grid)).map(({ cells }) => [cells['Activity']?.trim(), cells['Detail']]);
  expect(visits).toEqual([
    ['Signed in to encrypted message portal', nora],
    ['Opened encrypted message', nora],
    ['Signed in to encrypted message portal', nora],
    ['Failed Opened encrypted message', nora],
    ['Signed in to encrypted message portal', theo],
    ['Failed Opened encrypted message', theo],
  ]);
});
