// Records are written by whoever can act in the tenant, attackers among them. Fixtures fail on any request to elsewhere.

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { gridOf, openForm, recordPane, rowsOf, runSearch, searchRecords } from './steps';

const odd = {
  last: '180d',
  op: ['QuantumWidgetRebalanced', 'FileTeleported', 'Invoke-UndocumentedCmdlet', '<b>Bold</b>Operation'],
} as const;

/** No record may open a dialog or put an element of its own into the page. */
async function expectNothingRan(page: Page, dialogs: readonly string[]): Promise<void> {
  expect(dialogs).toEqual([]);
  const planted = await page.evaluate(() => document.querySelectorAll('img[src="x"], body script, [onerror]').length);
  const own = await page.evaluate(() => [...document.scripts].map(({ src }) => new URL(src).origin));
  expect(planted).toBe(0);
  expect(new Set(own)).toEqual(new Set([new URL(page.url()).origin]));
}

async function readEveryWay(page: Page, text: string): Promise<void> {
  const pane = recordPane(page);
  await expect(pane.getByRole('tabpanel', { name: 'Summary' }).getByRole('term').first()).toBeVisible();
  await pane.getByRole('tab', { name: 'All properties' }).click();
  await expect(pane.getByRole('region', { name: 'AuditData' })).toContainText(text);
  await pane.getByRole('tab', { name: 'JSON' }).click();
  await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toContainText(text);
  await pane.getByRole('tab', { name: 'Summary' }).click();
}

test('shows markup of records as text, wherever it stands', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const grid = await runSearch(page, odd);
  for (const text of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>']) {
    await searchRecords(page, text);
    expect(new Set((await rowsOf(grid)).map(({ cells }) => cells['Item']))).toContain(text);
    await grid.getByRole('row').filter({ hasText: text }).first().click();
    await readEveryWay(page, text);
    await page.keyboard.press('Escape');
    await expect(recordPane(page)).toBeHidden();
  }
  await searchRecords(page, '<b>Bold</b>Operation');
  expect(new Set((await rowsOf(grid)).map(({ cells }) => cells['Activity']))).toEqual(new Set(['<b>Bold</b>Operation']));
  await expectNothingRan(page, dialogs);
});

test('names invisible characters instead of obeying them', async ({ page }) => {
  const grid = await runSearch(page, odd);
  await searchRecords(page, 'cod.exe');
  const [first] = await rowsOf(grid);
  expect(first?.cells['Item']).toBe('invoice\u202excod.exe');
  await grid.getByRole('row').nth(1).click();
  const pane = recordPane(page);
  await expect(pane.getByTitle('Invisible character').first()).toHaveText(/^‹.+›$/);
  await pane.getByRole('tab', { name: 'JSON' }).click();
  await expect(pane.getByRole('textbox', { name: 'record as JSON' }).getByTitle('Invisible character').first()).toHaveText(
    /^‹.+›$/,
  );
});

test('keeps properties that are named like parts of JavaScript apart from its own', async ({ page }) => {
  const grid = await runSearch(page, { last: '180d', op: ['Send', 'ListItemCreated'] });
  await searchRecords(page, '"polluted"');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await grid.getByRole('row').nth(1).click();
  const pane = recordPane(page);
  await pane.getByRole('tab', { name: 'All properties' }).click();
  await pane.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('__proto__');
  await expect(pane.getByRole('region', { name: 'AuditData' })).toContainText('__proto__');
  await pane.getByRole('tab', { name: 'JSON' }).click();
  await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toContainText('"__proto__"');
  expect(await page.evaluate(() => 'polluted' in {} || 'isAdmin' in {})).toBe(false);
});

test('filters by a value that is markup, and puts it into words as text', async ({ page }) => {
  const grid = await runSearch(page, odd);
  await searchRecords(page, '<script>');
  await grid.getByRole('gridcell', { name: '<script>alert(1)</script>', exact: true }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Filter by this value' }).click();
  const pill = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(pill).toHaveText('Item is <script>alert(1)</script>');
  await page.reload();
  await expect(pill).toHaveText('Item is <script>alert(1)</script>');
  await expect(gridOf(page).getByRole('gridcell', { name: '<script>alert(1)</script>', exact: true }).first()).toBeVisible();
});

test('lets the page talk to itself and to Microsoft Graph alone', async ({ page, request, baseURL }) => {
  await openForm(page);
  const policy = await page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '',
  );
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  expect(rules.get('connect-src')).toEqual(["'self'", 'https://graph.microsoft.com']);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  expect(rules.get('form-action')).toEqual(["'none'"]);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);

  // The policy itself is the one place with an address of somebody else.
  const html = (await (await request.get('/')).text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const addresses = html.match(/(?:https?:)?\/\/[\w.-]+/g) ?? [];
  expect(addresses.filter((address) => !baseURL?.startsWith(address))).toEqual([]);
});
