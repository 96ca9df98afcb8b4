// The first walk of the README, word for word: a newcomer's first minutes.

import { readFile } from 'node:fs/promises';
import { purviewHeader, readCsv } from './csv-file';
import { expect, test } from './fixtures';
import { follow, press, walk } from './readme-steps';
import { chooseFiles, expectComplete, exportRows, gridOf, readCounts, recordPane, rowsOf, searchRecords } from './steps';

test('a short walk', { tag: '@tenant' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const types = page.getByRole('combobox', { name: 'Record types' });
  const chosen = page.getByRole('list', { name: 'Record types, chosen' }).getByRole('listitem');
  const grid = gridOf(page);
  let exported: Buffer;
  test.slow();
  await page.goto('/');
  await walk('A short walk', [
    [
      [
        'New search. Choose record type OMEPortal (type `154` or `ome`, then Enter) and keep the last 7 days.',
        async () => {
          for (const typed of ['154', 'ome']) {
            await types.fill(typed);
            await types.press('Enter');
            await expect(chosen).toHaveText(['OMEPortal']);
            if (typed === '154') await page.getByRole('button', { name: 'Remove OMEPortal' }).click();
          }
          await expect(page.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
        },
      ],
      [
        'The sentence under the form says what will be asked; Copy as gives the same search as PowerShell or as a Graph request.',
        async () => {
          await expect(page.getByText(/^OMEPortal records, by anyone, .+ UTC$/)).toBeVisible();
          for (const [name, text] of [
            [/^PowerShell/, "RecordType = 'OMEPortal'"],
            [/^Graph request/, '"omePortal"'],
          ] as const) {
            await press(page, 'Copy as');
            await page.getByRole('menuitem', { name }).click();
            await expect.poll(copied).toContain(text);
          }
        },
      ],
      ['Press Search.', () => press(page, 'Search')],
    ],
    [
      [
        'Results. Records arrive page by page and the table works from the first page on.',
        async () => {
          await expect(grid.getByRole('row').nth(1)).toBeVisible();
          await expectComplete(page);
        },
      ],
      [
        'Click a header to sort the whole set, shift-click for a second key; type into the box to find text anywhere in the records, also inside AuditData.',
        async () => {
          const header = (name: string) => grid.getByRole('columnheader', { name });
          await header('User').click();
          await expect(header('User')).toHaveAttribute('aria-sort', 'ascending');
          await header('Activity').click({ modifiers: ['Shift'] });
          await expect(header('Activity').getByTitle('Sort key 2')).toBeVisible();
          await searchRecords(page, 'NumberOfOTPCodesSent');
          const { shown, outOf } = await readCounts(page);
          expect(shown).toBeGreaterThan(0);
          expect(shown).toBeLessThan(outOf);
        },
      ],
    ],
    [
      [
        'A record. Press Enter on a row: a summary in plain words, every property, and the raw JSON.',
        async () => {
          await grid.press('Enter');
          const pane = recordPane(page);
          await expect(pane.getByRole('tabpanel', { name: 'Summary' })).toContainText(/encrypted message portal|the message/);
          await pane.getByRole('tab', { name: 'All properties' }).click();
          await expect(pane.getByRole('region', { name: 'AuditData' })).toContainText('NumberOfOTPCodesSent');
          await pane.getByRole('tab', { name: 'JSON' }).click();
          await expect(pane.getByRole('textbox', { name: 'record as JSON' })).toContainText('"RecordType": 154');
        },
      ],
      [
        'Any value can be copied or turned into a filter.',
        async () => {
          const pane = recordPane(page);
          await pane.getByRole('tab', { name: 'All properties' }).click();
          await pane.getByRole('button', { name: 'Copy Recipient' }).focus();
          await page.keyboard.press('Enter');
          await expect.poll(copied).toContain('@');
          const recipient = await copied();
          await pane.getByRole('button', { name: 'Only records with this value of Recipient' }).focus();
          await page.keyboard.press('Enter');
          await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toContainText(recipient);
          await page.keyboard.press('Escape');
        },
      ],
    ],
    [
      [
        "Export. The same rows in the same order, as untouched evidence in Purview's own CSV layout, or as the columns you see.",
        async () => {
          const shown = (await rowsOf(grid)).map(({ cells }) => cells['Date (UTC)']);
          const { download } = await exportRows(page);
          const evidence = await readCsv(download);
          expect(evidence.header.join(',')).toBe(purviewHeader);
          const dates = evidence.rows.map((row) => row['CreationDate']?.slice(0, 19).replace('T', ' '));
          expect(dates.slice(0, shown.length)).toEqual(shown);
          exported = await readFile(await download.path());
          const columns = await readCsv((await exportRows(page, { format: 'columns' })).download);
          expect(columns.rows).toHaveLength(evidence.rows.length);
          expect(columns.header).toContain('Activity');
        },
      ],
    ],
    [
      [
        'Open a file. Drop a CSV exported from Purview, or made with `Search-UnifiedAuditLog | Export-Csv`, or JSON of the Management API or Graph, or the XML of a mailbox audit log, on Open a file.',
        async () => {
          const { shown } = await readCounts(page);
          await follow(page, 'Open a file');
          const audit = {
            Id: 'a',
            CreationTime: '2026-01-02T03:04:05',
            Operation: 'Send',
            RecordType: 2,
            UserId: 'ada@contoso.com',
          };
          const cell = `"${JSON.stringify({ ...audit, Id: 'b' }).replaceAll('"', '""')}"`;
          const xml = `<?xml version="1.0"?><SearchResults><Event MailboxGuid="c" Owner="ada@contoso.com" LastAccessed="2026-01-02T03:04:05-00:00" Operation="SendAs" LogonType="Delegate" /></SearchResults>`;
          await chooseFiles(page, [
            { name: 'purview.csv', mimeType: 'text/csv', buffer: exported },
            {
              name: 'cmdlet.csv',
              mimeType: 'text/csv',
              buffer: Buffer.from(
                `#TYPE Deserialized\r\n"RunspaceId","RecordType","CreationDate","UserIds","Operations","AuditData","ResultIndex","Identity"\r\n"x","2","1/2/2026 3:04:05 AM","ada@contoso.com","Send",${cell},"1","b"\r\n`,
              ),
            },
            { name: 'management.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify([audit])) },
            {
              name: 'graph.json',
              mimeType: 'application/json',
              buffer: Buffer.from(
                JSON.stringify({
                  value: [{ id: 'd', createdDateTime: '2026-01-02T03:04:05Z', auditData: { ...audit, Id: 'd' } }],
                }),
              ),
            },
            { name: 'SearchResult.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) },
          ]);
          await expectComplete(page);
          expect((await readCounts(page)).outOf).toBe(shown + 4);
        },
      ],
    ],
  ]);
});
