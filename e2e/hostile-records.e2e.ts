// Records are written by whoever can act in the tenant, attackers among them. Fixtures fail on any request to elsewhere.

import type { Page } from '@playwright/test';
import { purviewHeader, readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { askToRevoke, eventsOf, expectMessageRead, expectMessagesRead, matrixOf, messagesGrid, saveCsv } from './message-steps';
import { gridOf, openFiles, openForm, recordPane, rowsOf, runSearch, searchRecords } from './steps';

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

test('shows markup of records as text, wherever it stands', { tag: '@tenant' }, async ({ page }) => {
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

test('names invisible characters instead of obeying them', { tag: '@tenant' }, async ({ page }) => {
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

test('keeps properties that are named like parts of JavaScript apart from its own', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, { last: '180d', op: ['Send', 'ListItemCreated'] });
  await searchRecords(page, '"\\"polluted\\""');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await grid.getByRole('row').nth(1).click();
  const pane = recordPane(page);
  await pane.getByRole('tab', { name: 'All properties' }).click();
  await pane.getByRole('searchbox', { name: 'Filter properties by name or value' }).fill('__proto__');
  await expect(pane.getByRole('region', { name: 'AuditData' })).toContainText('__proto__');
  // The viewer draws the lines in sight.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await pane.getByRole('tab', { name: 'JSON' }).click();
  await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toContainText('"__proto__"');
  expect(await page.evaluate(() => 'polluted' in {} || 'isAdmin' in {})).toBe(false);
});

test('filters by a value that is markup, and puts it into words as text', { tag: '@tenant' }, async ({ page }) => {
  const grid = await runSearch(page, odd);
  await searchRecords(page, '<script>');
  await grid.getByRole('gridcell', { name: '<script>alert(1)</script>', exact: true }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Only this value' }).click();
  const pill = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(pill).toHaveText('Item is <script>alert(1)</script>');
  await page.reload();
  await expect(pill).toHaveText('Item is <script>alert(1)</script>');
  await expect(gridOf(page).getByRole('gridcell', { name: '<script>alert(1)</script>', exact: true }).first()).toBeVisible();
});

/** A visit to the portal as an attacker would have it recorded: addresses, subjects and file names are theirs to choose. */
function hostileVisits() {
  const visit = (id: number, more: object) => {
    const time = `2026-11-02T10:0${id}:00`;
    const audit = {
      Id: `visit-${id}`,
      CreationTime: time,
      Operation: 'MessageAccess',
      RecordType: 154,
      UserId: 'adele@contoso.com',
      Sender: 'adele@contoso.com',
      AuthenticationMethod: '@SUM(1)',
      AuthenticationStatus: 0,
      OperationStatus: 0,
      MessageId: hostileId,
      Recipient: '=cmd|calc!A0',
      OperationProperties: [{ Name: 'MailSubject', Value: '=1+1 <img src=x onerror=alert(1)>' }],
      ...more,
    };
    const text = JSON.stringify(audit).replaceAll('"', '""');
    return `${audit.Id},${time}Z,154,${audit.Operation},adele@contoso.com,"${text}",,`;
  };
  const rows = [
    visit(1, {}),
    visit(2, { Operation: 'AttachmentDownload', AttachmentName: 'invoice\u202ecod.exe' }),
    visit(3, { Operation: '<script>alert(1)</script>', Recipient: '+49 <script>alert(2)</script>' }),
  ];
  return { name: 'hostile.csv', mimeType: 'text/csv', buffer: Buffer.from([purviewHeader, ...rows, ''].join('\r\n')) };
}

const hostileId = '<img src=x onerror=alert(3)>';

test('shows a message of an attacker as text, on the screen and in its files', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const subject = '=1+1 <img src=x onerror=alert(1)>';
  await openFiles(page, [hostileVisits()]);
  await page.getByRole('link', { name: 'Encrypted messages' }).click();
  await page.getByRole('link', { name: 'Look in the opened files' }).click();
  await expectMessagesRead(page);
  const grid = messagesGrid(page);
  expect((await rowsOf(grid)).map(({ cells }) => [cells['Subject'], cells['Message ID']])).toEqual([[subject, hostileId]]);
  const [listed] = (await readCsv(await saveCsv(page))).rows;
  expect(listed).toMatchObject({ Subject: `'${subject}`, Recipients: expect.stringMatching(/^'[=+]/), 'Message ID': hostileId });

  await grid.getByRole('row').nth(1).click();
  await expectMessageRead(page);
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
  await expect(matrixOf(page).getByRole('rowheader')).toContainText(['=cmd|calc!A0', '+49 <script>alert(2)</script>']);
  await expect(eventsOf(page).last()).toContainText('‘<script>alert(1)</script>’');
  await expect(matrixOf(page).getByTitle('Invisible character')).toHaveText(/^‹.+›$/);
  await eventsOf(page).last().getByRole('button').click();
  await readEveryWay(page, '<script>alert(2)</script>');
  const { rows } = await readCsv(await saveCsv(page));
  expect(rows.map((row) => row['Recipient'])).toEqual([
    "'=cmd|calc!A0",
    "'=cmd|calc!A0",
    "'+49 <script>alert(2)</script>",
    "'+49 <script>alert(2)</script>",
  ]);
  const started = rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell));
  expect(started).toEqual([]);

  await expect((await askToRevoke(page)).getByRole('region', { name: 'PowerShell that revokes it' })).toContainText(
    `-MessageId '${hostileId}'`,
  );
  await expectNothingRan(page, dialogs);
});

test('lets the page talk to itself, to Microsoft Graph and to Exchange alone', async ({ page, request, baseURL }) => {
  await openForm(page);
  const policy = await page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '',
  );
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  expect(rules.get('connect-src')).toEqual(["'self'", 'https://graph.microsoft.com', 'https://outlook.office365.com']);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  expect(rules.get('form-action')).toEqual(["'none'"]);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);

  // The policy itself is the one place with an address of somebody else.
  const html = (await (await request.get('/')).text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const addresses = html.match(/(?:https?:)?\/\/[\w.-]+/g) ?? [];
  expect(addresses.filter((address) => !baseURL?.startsWith(address))).toEqual([]);
});
