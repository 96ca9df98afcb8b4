// The list of encrypted messages: found, narrowed down, sorted, asked, exported, and held against the records it is made from.

import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { doneAs, factsOfRecords, failedSignInsOf, type MessageFacts, openersOf, utcText } from './message-facts';
import {
  expectListed,
  expectMessagesRead,
  listed,
  messagesGrid,
  narrowBy,
  offerId,
  saveCsv,
  searchMessages,
  sortListBy,
} from './message-steps';
import { headersOf, rowsOf, unfoldCriteria, valuesIn } from './steps';

test('lists the messages of a month, each once, the latest activity first', async ({ page }) => {
  const grid = await searchMessages(page);
  await expect(grid.getByRole('columnheader', { name: 'Last activity (UTC)' })).toHaveAttribute('aria-sort', 'descending');
  const rows = await listed(page);
  const activities = rows.map((row) => row['Last activity (UTC)'] ?? '');
  expect(activities).toEqual(activities.toSorted().toReversed());
  expect(new Set(rows.map((row) => row['Message ID'])).size).toBe(rows.length);
  await expect(page.getByText(`${rows.length} messages`, { exact: true })).toBeVisible();
});

test('finds a message by its Message ID, with and without angle brackets', async ({ page }) => {
  const grid = await searchMessages(page, { range: '7 days' });
  for (const typed of [offerId, `<${offerId}>`, ` <${offerId.toLowerCase()}> `]) {
    await narrowBy(page, 'Message ID', '');
    await expect(page.getByText(/^\d+ messages$/)).toBeVisible();
    await narrowBy(page, 'Message ID', typed);
    await expect(page.getByText(/^1 of \d+ messages$/)).toBeVisible();
    expect((await rowsOf(grid)).map(({ cells }) => cells['Message ID'])).toEqual([`<${offerId}>`]);
  }
  await narrowBy(page, 'Message ID', 'no such message');
  await expect(page.getByRole('heading', { name: 'No message matches' })).toBeVisible();
});

test('narrows down by what the records say of a message', { tag: '@tenant' }, async ({ page }) => {
  await searchMessages(page);
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  const texts: readonly (readonly [string, string, (visit: MessageFacts['visits'][number]) => string])[] = [
    ['Recipient', '@GMAIL', ({ recipient }) => recipient],
    ['Subject', 're: ', ({ subject }) => subject],
    ['Attachment', '.pdf', ({ attachment }) => attachment],
  ];
  for (const [criterion, text, read] of texts) {
    await narrowBy(page, criterion, text);
    await expectListed(page, facts, ({ visits }) =>
      visits.some((visit) => read(visit).toLowerCase().includes(text.toLowerCase())),
    );
    await narrowBy(page, criterion, '');
  }

  const method = page.getByRole('combobox', { name: 'Sign-in method' });
  await method.selectOption('Google');
  await expectListed(page, facts, ({ visits }) => visits.some((visit) => visit.method === 'Google'));
  await method.selectOption('Any');

  const outcomes: readonly (readonly [string, (message: MessageFacts) => boolean])[] = [
    ['Opened by everyone', (message) => openersOf(message).size >= (message.sent?.recipients ?? Number.POSITIVE_INFINITY)],
    ['Opened by someone', (message) => openersOf(message).size > 0],
    ['Opened by nobody', (message) => openersOf(message).size === 0],
    ['Failed sign-ins', (message) => failedSignInsOf(message).length > 0],
    ['Something refused', ({ visits }) => visits.some(({ isSignedIn, isDone }) => isSignedIn && !isDone)],
    ['Replied or forwarded', (message) => doneAs(message, 'MessageForward').length > 0],
    ['Revoked', ({ revoked }) => revoked !== undefined],
  ];
  for (const [outcome, isWanted] of outcomes) {
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption(outcome);
    await expectListed(page, facts, isWanted);
  }
});

test('agrees with a count of the records, message by message', { tag: '@tenant' }, async ({ page }) => {
  await searchMessages(page, { range: '180 days' });
  const facts = await factsOfRecords(page);
  await expectMessagesRead(page);
  const number = (count: number) => (count === 0 ? '' : String(count));
  const counted = [...facts].map(([id, message]) => {
    const visitors = new Set(message.visits.map(({ recipient }) => recipient)).size;
    const opens = doneAs(message, 'MessageAccess').map(({ time }) => time);
    const all = message.sent && Math.max(message.sent.recipients, visitors);
    return [
      id,
      utcText(message.sent?.time),
      all === undefined ? String(openersOf(message).size) : `${openersOf(message).size} of ${all}`,
      opens.length === 0 ? '' : utcText(Math.min(...opens)),
      utcText(Math.max(...message.visits.map(({ time }) => time))),
      number(doneAs(message, 'AttachmentReview').length),
      number(doneAs(message, 'AttachmentDownload').length),
      number(doneAs(message, 'MessageForward').length),
      number(failedSignInsOf(message).length),
      number(message.visits.filter(({ isSignedIn, isDone }) => isSignedIn && !isDone).length),
      utcText(message.revoked),
    ];
  });
  expect(counted.length).toBeGreaterThan(200);
  const columns = [
    'Message ID',
    'Sent (UTC)',
    'Opened by',
    'First opened (UTC)',
    'Last activity (UTC)',
    'Viewed',
    'Downloaded',
    'Forwarded',
    'Failed sign-ins',
    'Refused',
    'Revoked (UTC)',
  ];
  const byId = (rows: readonly (readonly (string | undefined)[])[]) => rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  await expect
    .poll(async () => byId((await listed(page)).map((row) => columns.map((column) => row[column]))))
    .toEqual(byId(counted));
});

test('sorts by the time of sending, both ways', async ({ page }) => {
  const grid = await searchMessages(page);
  const sent = async () => (await listed(page)).map((row) => row['Sent (UTC)'] ?? '').filter(Boolean);
  await sortListBy(grid, 'Sent (UTC)', 'ascending');
  const ascending = await sent();
  expect(ascending.length).toBeGreaterThan(10);
  expect(ascending).toEqual(ascending.toSorted());
  await sortListBy(grid, 'Sent (UTC)', 'descending');
  expect(await sent()).toEqual(ascending.toReversed());
  expect(await valuesIn(grid, 'Sent (UTC)')).toContain(ascending.at(-1));
});

test('keeps what was asked for in the address', async ({ page }) => {
  const grid = await searchMessages(page);
  await narrowBy(page, 'Recipient', '.com');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Opened by someone');
  await sortListBy(grid, 'Sender', 'ascending');
  await expect(page).toHaveURL(/recipient=.com/);
  const before = await listed(page);
  expect(before).not.toEqual([]);

  await page.reload();
  await expectMessagesRead(page);
  await expect(page.getByText('Last 30 days · with the send records · to .com · opened by someone')).toBeVisible();
  await unfoldCriteria(page);
  await expect(page.getByRole('searchbox', { name: 'Recipient' })).toHaveValue('.com');
  await expect(page.getByRole('combobox', { name: 'Outcome' })).toHaveValue('openedBySome');
  await expect(grid.getByRole('columnheader', { name: 'Sender' })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => listed(page)).toEqual(before);
});

/** A byte order mark, which a subject may begin with, counts as blank. */
function trimmed(cells: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, text.trim()]));
}

test('exports what the list shows, in its order', async ({ page }) => {
  const grid = await searchMessages(page);
  await sortListBy(grid, 'Subject', 'ascending');
  const download = await saveCsv(page);
  expect(download.suggestedFilename()).toMatch(/^encrypted messages .* UTC\.csv$/);
  const { hasBom, header, rows } = await readCsv(download);
  expect(hasBom).toBe(true);
  const first = await rowsOf(grid);
  expect(header).toEqual(await headersOf(grid));
  await grid.press('Control+End');
  const last = await rowsOf(grid);
  expect(last.at(-1)?.index).toBe(rows.length + 1);
  for (const { index, cells } of [...first, ...last]) {
    expect(trimmed(rows[index - 2] ?? {})).toEqual(trimmed(cells));
  }
});

test('a message is found, opened and left without a mouse', async ({ page }) => {
  await page.goto('/messages');
  await expect(page.getByRole('heading', { name: 'Nothing searched yet' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expectMessagesRead(page);
  const grid = messagesGrid(page);
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Subject' }).focus();
  await page.keyboard.type('offer for Woodgrove');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(grid).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Confidential: offer for Woodgrove Bank', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await page.goBack();
  await expect(page.getByText(/ · subject “offer for Woodgrove”$/)).toBeVisible();
  await expect(grid).toBeFocused();
  await expect(grid.getByRole('row', { selected: true })).toContainText('Confidential: offer for Woodgrove Bank');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Tracked messages' }).press('Enter');
  await expect(page.getByText(/ · subject “offer for Woodgrove”$/)).toBeVisible();
  await expect(grid).toBeFocused();
});
