// Steps of journeys about who was in a mailbox and who may be, beside those of `mailbox-steps.ts`.

import type { Locator, Page } from '@playwright/test';
import { readCsv } from './csv-file';
import { expect } from './fixtures';
import { saveCsv } from './message-steps';
import { unfoldCriteria } from './steps';

/** Of `An administrator lets himself in` in `mocks/README.md`. */
export const director = 'vivian.castell@contoso.com';
export const intruder = 'alejandro.bianchi@contoso.com';

type Row = Readonly<Record<string, string>>;

/** Searches for access to mailboxes from the page of the report, and waits until every record is there. */
export async function openReport(page: Page, range: '7 days' | '30 days'): Promise<Locator> {
  await searchAccess(page, '/mailboxes/non-owner', range);
  await expectReported(page);
  return reportGrid(page);
}

/** The same from the page that explains it. */
export async function openChanges(page: Page, range: '7 days' | '30 days' | '180 days'): Promise<Locator> {
  await searchAccess(page, '/mailboxes/access', range);
  await expectChangesRead(page);
  return changesGrid(page);
}

/** Searches from one of the two pages, and does not wait for what comes of it. */
export async function searchAccess(page: Page, address: string, range: string): Promise<void> {
  await page.goto(address);
  const form = page.getByRole('form', { name: 'Search for access to mailboxes' });
  await form.getByRole('button', { name: range }).click();
  await form.getByRole('button', { name: 'Search', exact: true }).click();
}

export async function expectReported(page: Page): Promise<void> {
  await expect(page.getByText(/^Made from [\d,]+ records? · complete$/)).toBeVisible({ timeout: 60_000 });
}

/** Leaves for the report over the files that are open. */
export async function reportFiles(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mailbox auditing' }).click();
  await tab(page, 'Non-owner mailbox access').click();
  await page.getByRole('link', { name: 'Look in the opened files' }).click();
  await expectReported(page);
}

export async function expectChangesRead(page: Page): Promise<void> {
  await expect(page.getByText(/^Found in [\d,]+ records? · complete$/)).toBeVisible({ timeout: 60_000 });
}

export function reportGrid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Mailboxes others were in' });
}

export function changesGrid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Changes of access' });
}

type Tab = 'Settings' | 'Mailbox audit search' | 'Non-owner mailbox access' | 'Who can see a mailbox';

/** Another page of the place. */
export function tab(page: Page, name: Tab): Locator {
  return page.getByRole('navigation', { name: 'Mailbox auditing' }).getByRole('link', { name });
}

export const typesOfAccess = [
  'All non-owners',
  'External users',
  'Administrators and delegated users',
  'Administrators',
] as const;

/** Chooses whose access is reported, and waits for the report. */
export async function chooseAccess(page: Page, type: (typeof typesOfAccess)[number]): Promise<void> {
  await unfoldCriteria(page);
  await page.getByRole('combobox', { name: 'Type of access' }).selectOption(type);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Opens a mailbox of the report. */
export async function openAccess(page: Page, mailbox: string): Promise<Locator> {
  await reportGrid(page).getByRole('gridcell', { name: mailbox, exact: true }).click();
  return accessPanel(page, mailbox);
}

export function accessPanel(page: Page, mailbox: string): Locator {
  return page.getByRole('complementary', { name: `Access to ${mailbox}` });
}

/** Every row of the report or of the changes, also those below what is on the screen. */
export async function savedRows(page: Page): Promise<readonly Row[]> {
  return (await readCsv(await saveCsv(page))).rows;
}

/** What is told of one mailbox, change by change, the newest first. */
export function storyOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem');
}
