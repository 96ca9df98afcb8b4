// Who was in a mailbox that is not their own, and how they came to be able to: the report held against the records it is made
// from, down to one record and to the permission behind it.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  changesGrid,
  chooseAccess,
  director,
  expectChangesRead,
  expectReported,
  intruder,
  openAccess,
  openChanges,
  openReport,
  reportFiles,
  savedRows,
  storyOf,
  tab,
  typesOfAccess,
} from './access-steps';
import { purviewHeader, readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { countVisits, type MailboxVisit, visitsOf } from './mailbox-facts';
import { addValues, changePanel, mailboxesGrid } from './mailbox-steps';
import {
  countsOf,
  expectComplete,
  exportRows,
  gridOf,
  openFiles,
  readCounts,
  recordPane,
  unfoldCriteria,
  valuesIn,
} from './steps';

type Row = Readonly<Record<string, string>>;
type AccessType = (typeof typesOfAccess)[number];

/** Each record of one of these is one change. */
const cmdlets = [
  'Add-MailboxPermission',
  'Remove-MailboxPermission',
  'Add-RecipientPermission',
  'Remove-RecipientPermission',
  'Set-MailboxAuditBypassAssociation',
];

const byMailbox = (rows: readonly Row[]) => rows.toSorted((a, b) => ((a['Mailbox'] ?? '') < (b['Mailbox'] ?? '') ? -1 : 1));

/** Rows of the report as `countVisits` makes them: names in order, and actions without the activities they belong to. */
function plain(rows: readonly Row[]): readonly Row[] {
  const inOrder = (text = '') => text.toLowerCase().split(', ').toSorted().join(', ');
  return byMailbox(
    rows.map((row) => ({
      ...row,
      Mailbox: row['Mailbox']?.toLowerCase() ?? '',
      Who: inOrder(row['Who']),
      Actions: (row['Actions']?.match(/\w+(?=\)?(,|$))/g) ?? []).toSorted().join(', '),
    })),
  );
}

/** The report shows those visits, mailbox by mailbox, and nothing else. */
async function expectReport(page: Page, visits: readonly MailboxVisit[]): Promise<void> {
  const counted = byMailbox(countVisits(visits));
  await expect.poll(async () => plain(await savedRows(page))).toEqual(counted.map((row) => expect.objectContaining(row)));
}

test('agrees with a count of the records, mailbox by mailbox, for each type of access', { tag: '@tenant' }, async ({ page }) => {
  await openReport(page, '30 days');
  await tab(page, 'Who can see a mailbox').click();
  await page.getByRole('link', { name: 'Show the records' }).click();
  await expectComplete(page);
  const visits = visitsOf(await readCsv((await exportRows(page)).download));
  await page.getByRole('link', { name: 'Show non-owner access' }).click();
  await expectReported(page);

  const isOf: Readonly<Record<AccessType, (visit: MailboxVisit) => boolean>> = {
    'All non-owners': () => true,
    'External users': ({ as }) => as === 'external',
    'Administrators and delegated users': ({ as }) => as !== 'external',
    Administrators: ({ as }) => as === 'administrator',
  };
  const counts = typesOfAccess.map((type) => visits.filter(isOf[type]).length);
  expect(new Set(counts).size).toBe(typesOfAccess.length);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  for (const type of typesOfAccess) {
    await chooseAccess(page, type);
    await expectReport(page, visits.filter(isOf[type]));
  }
});

test('counts a folder once that a delegate opens again within 24 hours', async ({ page }) => {
  // [user, logon type, action, folder, time]
  const opened = [
    ['bela@contoso.com', 2, 'FolderBind', '\\Inbox', '02T09:00:00'],
    ['Bela@contoso.com', 2, 'FolderBind', '\\Inbox', '02T10:00:00'],
    ['bela@contoso.com', 2, 'FolderBind', '\\Inbox', '03T08:59:59'],
    ['bela@contoso.com', 2, 'FolderBind', '\\Inbox', '03T09:00:00'],
    ['bela@contoso.com', 2, 'FolderBind', '\\Inbox', '04T08:00:00'],
    ['bela@contoso.com', 2, 'FolderBind', '\\Drafts', '02T09:30:00'],
    ['cara@contoso.com', 2, 'FolderBind', '\\Inbox', '02T09:30:00'],
    ['cara@contoso.com', 2, 'MessageBind', '\\Inbox', '02T09:31:00'],
    ['cara@contoso.com', 2, 'MessageBind', '\\Inbox', '02T09:32:00'],
    ['dina@contoso.com', 1, 'FolderBind', '\\Inbox', '02T11:00:00'],
    ['dina@contoso.com', 1, 'FolderBind', '\\Inbox', '02T11:01:00'],
    ['anna@contoso.com', 0, 'FolderBind', '\\Inbox', '02T12:00:00'],
  ] as const;
  const lines = opened.map(([UserId, LogonType, Operation, Path, at], position) => {
    const audit = { UserId, LogonType, Operation, MailboxOwnerUPN: 'anna@contoso.com', Item: { ParentFolder: { Path } } };
    const auditData = JSON.stringify({ Id: `opening-${position}`, RecordType: 2, CreationTime: `2026-11-${at}`, ...audit });
    return `opening-${position},2026-11-${at}.000Z,2,${Operation},${UserId},"${auditData.replaceAll('"', '""')}",,`;
  });
  const buffer = Buffer.from([purviewHeader, ...lines, ''].join('\r\n'));
  await openFiles(page, [{ name: 'openings.csv', mimeType: 'text/csv', buffer }]);
  const visits = visitsOf(await readCsv((await exportRows(page)).download));
  await reportFiles(page);
  await expect(
    page.getByText('3 openings of a folder by the same delegate within 24 hours are not counted again.'),
  ).toBeVisible();
  const [row] = await savedRows(page);
  expect(row).toMatchObject({ Accesses: '8', Records: '11', People: '3', 'By delegates': '6', 'By administrators': '2' });
  await expectReport(page, visits);
});

test('goes from a mailbox to who was in it, why they could, and a record of it', { tag: '@tenant' }, async ({ page }) => {
  await openReport(page, '7 days');
  await unfoldCriteria(page);
  await addValues(page.getByRole('combobox', { name: 'Mailboxes', exact: true }), 'vivian.castell');
  await expect(page.getByText(/^1 of \d+ mailboxes$/)).toBeVisible();
  const panel = await openAccess(page, director);
  const person = panel.getByRole('region', { name: intruder });
  await expect(person.getByText('Delegated (2)')).toBeVisible();
  await expect(person.getByRole('row')).toHaveText([
    'ActionActivityAccesses',
    'FolderBind4',
    /^MailItemsAccessed.*4$/,
    /^HardDelete.*1$/,
  ]);
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page.getByText(/^1 of \d+ mailboxes$/)).toBeVisible();
  await page.goForward();

  await panel.getByRole('link', { name: 'Who can see this mailbox' }).click();
  await expect(page.getByRole('heading', { name: `Who can see ${director} now, as far as these records tell` })).toBeVisible();
  await expect(storyOf(page)).toHaveText([
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d 22:53:00${intruder} took FullAccess from themselves$`),
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d 22:13:00${intruder} gave themselves FullAccess$`),
  ]);
  await page.goBack();

  await person.getByRole('link', { name: 'Show the 9 records' }).click();
  await expect(countsOf(page)).toHaveText(/^9 of [\d,]+ records · complete$/);
  expect(new Set(await valuesIn(gridOf(page), 'User'))).toEqual(new Set([intruder]));
  await gridOf(page).press('Enter');
  await expect(recordPane(page).getByRole('tabpanel', { name: 'Summary' })).toContainText(director);
  await recordPane(page).getByRole('tab', { name: 'JSON' }).click();
  const json = recordPane(page).getByRole('textbox', { name: 'record as JSON' });
  await expect(json).toContainText('"LogonType": 2');
});

test('writes its records as the XML of mailbox audit logs, which opens again as the same report', async ({ page }) => {
  await openReport(page, '30 days');
  const before = await savedRows(page);
  await page.getByRole('button', { name: 'Export records' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^XML as Exchange delivers/ }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.xml$/);
  const buffer = await readFile(await download.path());

  await openFiles(page, [{ name: 'access.xml', mimeType: 'application/xml', buffer }]);
  const records = before.reduce((sum, row) => sum + Number(row['Records']), 0);
  expect((await readCounts(page)).outOf).toBe(records);
  await reportFiles(page);
  // The file knows people by their names alone.
  const unnamed = (rows: readonly Row[]) =>
    byMailbox(rows.map((row) => ({ ...row, Who: `${row['Who']?.split(', ').length} names` })));
  await expect.poll(async () => unnamed(await savedRows(page))).toEqual(unnamed(before));
});

test('tells who was given access and by whom, of each kind and of each person', { tag: '@tenant' }, async ({ page }) => {
  await openChanges(page, '180 days');
  const all = await savedRows(page);
  await expect(page.getByText(`${all.length} changes`, { exact: true })).toBeVisible();
  const kinds = page.getByRole('group', { name: 'Kinds of changes' });
  const names = [...new Set(all.map((row) => row['Access'] ?? ''))];
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) {
    const wanted = all.filter((row) => row['Access'] === name);
    const kind = kinds.getByRole('button', { name: `${name} ${wanted.length}`, exact: true });
    await kind.click();
    await expect.poll(() => savedRows(page)).toEqual(wanted);
    await kind.click();
  }
  await expect.poll(() => savedRows(page)).toEqual(all);

  await unfoldCriteria(page);
  await page.getByRole('searchbox', { name: 'Person' }).fill(intruder);
  // Told at once: what is narrowed down later would move the button that is pressed next.
  await page.getByRole('searchbox', { name: 'Person' }).press('Enter');
  const isConcerned = (row: Row) => row['Who']?.split('; ').includes(intruder) || row['By whom'] === intruder;
  await expect.poll(() => savedRows(page)).toEqual(all.filter(isConcerned));
  await changesGrid(page).getByRole('gridcell', { name: director }).first().click();
  await recordPane(page)
    .getByRole('button', { name: `Who can see ${director}` })
    .click();
  await expect(storyOf(page)).toHaveCount(2);
});

test('leaves out what the service gives itself, says how much that is, and shows it when asked', async ({ page }) => {
  await openChanges(page, '30 days');
  // Only people have an address.
  const isService = (name = '') => !name.includes('@');
  const withoutService = await savedRows(page);
  expect(withoutService.filter((row) => isService(row['By whom']))).toEqual([]);
  await page.getByRole('link', { name: 'Show the records' }).click();
  await expectComplete(page);
  const records = (await readCsv((await exportRows(page)).download)).rows;
  await page.goBack();
  await expectChangesRead(page);
  const given = records.filter(({ Operation = '' }) => cmdlets.includes(Operation));
  const byService = given.filter(({ UserId }) => isService(UserId));
  await page.getByRole('switch', { name: `With the service’s own maintenance: ${byService.length} hidden` }).click();
  await expect(page.getByRole('switch', { name: `With the service’s own maintenance: ${byService.length} shown` })).toBeChecked();
  const rows = await savedRows(page);
  expect(rows).toHaveLength(withoutService.length + byService.length);
  const facts = (list: readonly Row[], by: string) => list.map((row) => `${row['Operation']} ${row[by]}`).toSorted();
  expect(
    facts(
      rows.filter(({ Operation = '' }) => cmdlets.includes(Operation)),
      'By whom',
    ),
  ).toEqual(facts(given, 'UserId'));
});

test('keeps what was searched from one page to the next, and says where nothing was', async ({ page }) => {
  await page.goto('/mailboxes/non-owner');
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();
  await tab(page, 'Who can see a mailbox').click();
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();

  await openReport(page, '7 days');
  await chooseAccess(page, 'Administrators and delegated users');
  const before = await savedRows(page);
  const { search } = new URL(page.url());
  await tab(page, 'Who can see a mailbox').click();
  await expectChangesRead(page);
  await tab(page, 'Settings').click();
  await expect(mailboxesGrid(page)).toHaveAttribute('aria-rowcount', /^\d{3}$/);
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await tab(page, 'Non-owner mailbox access').click();
  await expectReported(page);
  expect(new URL(page.url()).search).toBe(search);
  expect(await savedRows(page)).toEqual(before);

  await openAccess(page, director);
  await tab(page, 'Who can see a mailbox').click();
  await expect(storyOf(page)).toHaveCount(2);
  await tab(page, 'Settings').click();
  await expect(changePanel(page).getByText(director)).toBeVisible();
});
