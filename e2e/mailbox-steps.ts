// Steps of journeys about mailbox auditing, beside those of `steps.ts`. Who is who stands in `mocks/README.md`, Mailboxes.

import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { expectComplete, gridOf } from './steps';

/** Shared, used by several, and set by hand: nearly every action is logged. */
export const sharedMailbox = 'accounts.payable@contoso.com';

/** Opens the settings and waits for the mailboxes; `query` is what stands behind the question mark. */
export async function openMailboxes(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/mailboxes${query && `?${query}`}`);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText(/All mailboxes [1-9]/);
  return mailboxesGrid(page);
}

export function mailboxesGrid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Mailboxes' });
}

export function mailboxRow(page: Page, address: string): Locator {
  return mailboxesGrid(page).getByRole('row').filter({ hasText: address });
}

/** Leaves one mailbox in the table. */
export async function findMailbox(page: Page, address: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Find a mailbox' }).fill(address);
  await expect(mailboxesGrid(page)).toHaveAttribute('aria-rowcount', '2');
  return mailboxRow(page, address);
}

/** Chooses mailboxes, each where the one before is out of sight, and opens what can be changed of them. */
export async function changeMailboxes(page: Page, addresses: readonly string[]): Promise<Locator> {
  for (const address of addresses) await (await findMailbox(page, address)).getByRole('checkbox').click();
  await expect(page.getByRole('status').filter({ hasText: `${addresses.length} selected` })).toBeVisible();
  await page.getByRole('button', { name: 'Change the selected' }).click();
  await expect(changePanel(page).getByRole('heading', { name: `${addresses.length} mailboxes`, level: 2 })).toBeVisible();
  return changePanel(page);
}

export function changePanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Change auditing' });
}

/** `MailboxLogin, Owner` */
export function matrixCell(page: Page, name: string): Locator {
  return changePanel(page).getByRole('checkbox', { name, exact: true });
}

/** Applies what is being reviewed to `count` mailboxes; every one has to be as wanted when it is read back. */
export async function applyChange(page: Page, count: number): Promise<void> {
  await changePanel(page)
    .getByRole('button', { name: `Apply to ${count} mailbox${count === 1 ? '' : 'es'}` })
    .click();
  const done = `Done${count === 1 ? '' : `, ${count} mailboxes`}: ${count} verified by reading back.`;
  await expect(changePanel(page).getByRole('status').filter({ hasText: done })).toBeVisible();
}

/** What the form of the mailbox audit search asks for, as its address has it. */
export interface MailboxCriteria {
  readonly way?: 'background';
  readonly mailbox?: readonly string[];
  readonly action?: readonly string[];
  readonly last?: '24h' | '7d' | '30d' | '90d' | '180d';
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  readonly mail?: readonly string[];
}

/** The form of the mailbox audit search, filled in through its address. */
export async function openMailboxSearch(page: Page, criteria: MailboxCriteria = {}): Promise<Locator> {
  const params = Object.entries(criteria).map(
    ([key, value]) => `${key}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  await page.goto(`/mailboxes/search?${params.join('&')}`);
  await expect(page.getByRole('heading', { name: 'Mailbox audit search', level: 1 })).toBeVisible();
  return page.getByRole('form', { name: 'Mailbox audit search' });
}

/** Searches one mailbox at once, and waits until every entry is there. */
export async function searchMailboxNow(page: Page, criteria: MailboxCriteria): Promise<Locator> {
  const form = await openMailboxSearch(page, criteria);
  await form.getByRole('button', { name: 'Search', exact: true }).click();
  await expectComplete(page);
  return gridOf(page);
}

/** A search of the list in the background. */
export function backgroundSearch(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'In the background' }).getByRole('listitem', { name });
}

export async function readText(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** Types values into a field that takes several. */
export async function addValues(field: Locator, ...values: readonly string[]): Promise<void> {
  for (const value of values) {
    await field.fill(value);
    await field.press('Enter');
  }
}
