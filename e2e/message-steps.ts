// Steps of journeys about encrypted messages, beside those of `steps.ts`.

import type { Download, Locator, Page } from '@playwright/test';
import { readCsv } from './csv-file';
import { expect } from './fixtures';
import type { MessageFacts } from './message-facts';
import { unfoldCriteria } from './steps';

/** Of `An encrypted offer` in `mocks/README.md`; records and cmdlets write it in angle brackets. */
export const offerId = 'AM9PR07MB4471C0FFEE0123456789ABCDEF0123456789AB@AM9PR07MB4471.eurprd07.prod.outlook.com';
export const offerSubject = 'Confidential: offer for Woodgrove Bank';

export interface MessagesSearch {
  readonly range?: '7 days' | '30 days' | '180 days';
  /** Whether to find the send records, too. */
  readonly sends?: boolean;
}

/** Searches for encrypted messages, and waits until every record is there. */
export async function searchMessages(page: Page, { range = '30 days', sends = true }: MessagesSearch = {}): Promise<Locator> {
  await page.goto('/messages');
  await page.getByRole('button', { name: range }).click();
  if (!sends) await page.getByRole('checkbox', { name: /^With the send records/ }).uncheck();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expectMessagesRead(page);
  return messagesGrid(page);
}

export function messagesGrid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Tracked messages' });
}

export async function expectMessagesRead(page: Page): Promise<void> {
  await expect(page.getByText(/^Made from [\d,]+ records? · complete$/)).toBeVisible({ timeout: 60_000 });
}

/** Narrows down the list of messages by a text. */
export async function narrowBy(page: Page, criterion: string, text: string): Promise<void> {
  await unfoldCriteria(page);
  await page.getByRole('search', { name: 'Narrow down the messages' }).getByRole('searchbox', { name: criterion }).fill(text);
}

/** Presses the header of a list until it sorts the way asked for. */
export async function sortListBy(grid: Locator, column: string, direction: 'ascending' | 'descending'): Promise<void> {
  const header = grid.getByRole('columnheader', { name: column });
  await expect(async () => {
    if ((await header.getAttribute('aria-sort')) !== direction) await header.click();
    await expect(header).toHaveAttribute('aria-sort', direction, { timeout: 2_000 });
  }).toPass();
}

/** `Failed sign-ins by recipient` and the like. */
export async function askQuestion(page: Page, question: string | RegExp): Promise<void> {
  const button = page.getByRole('group', { name: 'Questions' }).getByRole('button', { name: question });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

/** Saves the list or the message that is shown. */
export async function saveCsv(page: Page): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  return downloading;
}

/** Opens a message of the list by its Message ID, with or without angle brackets. */
export async function openMessage(page: Page, messageId: string): Promise<void> {
  await narrowBy(page, 'Message ID', messageId);
  await expect(page.getByText(/^1 of [\d,]+ messages$/)).toBeVisible();
  await messagesGrid(page).getByRole('row').nth(1).click();
  await expectMessageRead(page);
}

export async function openOffer(page: Page): Promise<void> {
  await searchMessages(page, { range: '7 days' });
  await openMessage(page, offerId);
  await expect(page.getByRole('heading', { name: offerSubject, level: 1 })).toBeVisible();
}

export async function expectMessageRead(page: Page): Promise<void> {
  await expect(page.getByText(/ · complete$/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
}

/** Recipient by step. */
export function matrixOf(page: Page): Locator {
  return page.getByRole('table', { name: /^Recipients, step by step/ });
}

export function eventsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
}

/** The same search up to now, in place of the one that is shown. */
export async function searchAgain(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect(page).not.toHaveURL(before);
  await expectMessageRead(page);
}

/** Opens the question whether to take the message back. */
export async function askToRevoke(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Revoke message' }).click();
  return page.getByRole('dialog', { name: 'Revoke message' });
}

/** What Exchange says of the message; the other status is that of the copy button. */
export function exchangeIn(dialog: Locator): Locator {
  return dialog.getByRole('status').first();
}

/** Takes the open message back, and waits until Exchange says so. */
export async function revokeMessage(page: Page): Promise<void> {
  const dialog = await askToRevoke(page);
  await expect(exchangeIn(dialog)).toContainText('It can be revoked');
  await dialog.getByRole('button', { name: 'Revoke message' }).click();
  await expect(exchangeIn(dialog)).toContainText(/^Revoked/);
  await expect(dialog.getByRole('button', { name: 'Revoke message' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
}

/** Stops recording what recipients do in the portal. */
export async function turnTrackingOff(page: Page): Promise<void> {
  await page.goto('/messages/set-up');
  await page.getByRole('switch', { name: 'Record visits to the portal' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('heading', { name: 'Visits are not recorded: tracking is off' })).toBeVisible();
}

/** As forms and addresses write the minute, in UTC. Ranges that end now end with the last full minute. */
export function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
}

/** Every message of the list, also those below what is on the screen. */
export const listed = async (page: Page) => (await readCsv(await saveCsv(page))).rows;
const idsListed = async (page: Page) => (await listed(page)).map((row) => row['Message ID']).toSorted();

/** The list shows those messages and no other; it follows what was asked for a moment later. */
export async function expectListed(
  page: Page,
  facts: ReadonlyMap<string, MessageFacts>,
  isWanted: (message: MessageFacts) => boolean,
): Promise<void> {
  const wanted = [...facts].filter(([, message]) => isWanted(message)).map(([id]) => id);
  expect(wanted).not.toEqual([]);
  expect(wanted.length).toBeLessThan(facts.size);
  await expect.poll(() => idsListed(page)).toEqual(wanted.toSorted());
}
