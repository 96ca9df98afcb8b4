// Steps that several journeys take. They know the product by what is written on it: roles, labels and words.

import type { Download, Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a search asks for. Lists are exact values, as the address of the form has them. */
export interface Criteria {
  readonly last?: '24h' | '7d' | '30d' | '90d' | '180d';
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly op?: readonly string[];
  readonly type?: readonly string[];
  readonly user?: readonly string[];
  readonly item?: readonly string[];
  readonly ip?: readonly string[];
  /** Scenarios of the mocked tenant are named here. */
  readonly name?: string;
}

/** The form filled in through its address, which is quicker than typing; `new-search.e2e.ts` types. */
export async function openForm(page: Page, criteria: Criteria = {}): Promise<void> {
  const params = Object.entries(criteria).map(
    ([key, value]) => `${key}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  await page.goto(`/search?${params.join('&')}`);
  await expect(page.getByRole('heading', { name: 'New search', level: 1 })).toBeVisible();
}

/** Presses Search and does not wait for what comes of it. */
export async function startSearch(page: Page, criteria: Criteria): Promise<void> {
  await openForm(page, criteria);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

/** Searches, and waits until every record is there. */
export async function runSearch(page: Page, criteria: Criteria): Promise<Locator> {
  await startSearch(page, criteria);
  await expectComplete(page);
  return gridOf(page);
}

export function gridOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Records' });
}

export function recordPane(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Record details' });
}

/** `1,204 of 48,213 records · complete` */
export function countsOf(page: Page): Locator {
  return page.getByText(/records? · (complete|incomplete|more are coming)$/);
}

export async function expectComplete(page: Page, timeout = 60_000): Promise<void> {
  await expect(countsOf(page)).toHaveText(/^[\d,]+ records? · complete$/, { timeout });
}

/** The numbers of `countsOf`: how many records are shown, and of how many. */
export async function readCounts(page: Page): Promise<{ shown: number; outOf: number }> {
  const [shown = 0, outOf = shown] = numbersIn(await countsOf(page).innerText());
  return { shown, outOf };
}

export function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
}

export interface GridRow {
  /** 1 is the header. */
  readonly index: number;
  readonly isSelected: boolean;
  /** By the text of the column header. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows that are on the screen, from top to bottom, once none of them is a grey bar. */
export async function rowsOf(grid: Locator): Promise<GridRow[]> {
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  const labels = await headersOf(grid);
  const read = () =>
    grid.getByRole('row').evaluateAll((rows) =>
      rows
        .filter((row) => row.getAttribute('aria-rowindex') !== '1')
        .map((row) => ({
          index: Number(row.getAttribute('aria-rowindex')),
          isSelected: row.getAttribute('aria-selected') === 'true',
          texts: [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent ?? ''),
        }))
        .sort((a, b) => a.index - b.index),
    );
  let rows = await read();
  // A row always says when and what.
  await expect(async () => {
    rows = await read();
    expect(rows.filter(({ texts }) => texts.every((text) => text === ''))).toEqual([]);
  }).toPass();
  return rows.map(({ index, isSelected, texts }) => ({
    index,
    isSelected,
    cells: Object.fromEntries(labels.map((label, column) => [label, texts[column] ?? ''])),
  }));
}

export async function headersOf(grid: Locator): Promise<string[]> {
  // A digit at the end tells which of several sort keys a column is.
  return (await grid.getByRole('columnheader').allTextContents()).map((text) => text.replace(/\d$/, ''));
}

export async function valuesIn(grid: Locator, column: string): Promise<string[]> {
  return (await rowsOf(grid)).map(({ cells }) => cells[column] ?? '');
}

/** Presses the header until it sorts the way asked for, and waits until the rows do. */
export async function sortBy(
  grid: Locator,
  column: string,
  direction: 'ascending' | 'descending',
  isAdded = false,
): Promise<void> {
  const header = grid.getByRole('columnheader', { name: column });
  if ((await header.getAttribute('aria-sort')) === direction) return;
  await expect(async () => {
    if ((await header.getAttribute('aria-sort')) !== direction) await header.click(isAdded ? { modifiers: ['Shift'] } : {});
    await expect(header).toHaveAttribute('aria-sort', direction, { timeout: 2_000 });
  }).toPass();
  // Told to screen readers once the sorted rows are there.
  const field = column.replace(/ \(.*\)$/, '');
  const said = `${isAdded ? 'then' : 'Sorted'} by ${field}, ${direction}`;
  await expect(grid.page().getByRole('status').filter({ hasText: said })).toBeAttached();
}

/** No view is being made: what the grid shows is what was asked for. */
export async function expectSettled(grid: Locator): Promise<void> {
  // What was asked for is on its way once a frame has been drawn.
  await grid.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await expect(grid.page().locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Of a report, whose criteria are a line in words once they were searched for. */
export async function unfoldCriteria(page: Page): Promise<void> {
  const edit = page.getByRole('button', { name: 'Edit criteria' });
  await expect(page.getByRole('button', { name: /^(Edit|Fold) criteria$/ })).toBeVisible();
  if (await edit.isVisible()) await edit.click();
}

/** Types into the search box above the rows and waits for the counts to follow. Not for use with filters beside it. */
export async function searchRecords(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Search in these records' });
  // Otherwise the counts of the text before would be taken for those of this one.
  if ((await box.inputValue()) !== '') {
    await box.fill('');
    await expect(countsOf(page)).toHaveText(/^[\d,]+ records? · /);
  }
  await box.fill(text);
  await expect(countsOf(page)).toHaveText(/^[\d,]+ of [\d,]+ records? · /);
  await expect(page.getByText(/^searched [\d,]+ of /)).toBeHidden();
}

/** Chooses files on the page that opens them; `Choose files` when none is open yet. */
export async function chooseFiles(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
  button: 'Choose files' | 'Add files' = 'Choose files',
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles(files);
}

export async function openFiles(page: Page, files: Parameters<typeof chooseFiles>[1]): Promise<Locator> {
  await page.goto('/files');
  await chooseFiles(page, files);
  await expectComplete(page);
  return gridOf(page);
}

export interface ExportChoices {
  readonly format?: 'purview' | 'columns';
  readonly bom?: boolean;
}

/** The rows follow the count of records a moment later. */
export async function expectCountedRows(page: Page): Promise<void> {
  await expect(async () => {
    expect(await gridOf(page).getAttribute('aria-rowcount')).toBe(String((await readCounts(page)).shown + 1));
  }).toPass();
}

/** Exports what is shown, closes the dialog, and answers what it promised and what was saved. */
export async function exportRows(page: Page, choices: ExportChoices = {}): Promise<{ promised: string; download: Download }> {
  await expectCountedRows(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const promised = await dialog.getByText(/^Exports [\d,]+ of [\d,]+ records/).innerText();
  if (choices.format === 'columns') await dialog.getByRole('radio', { name: /^CSV of the visible columns/ }).check();
  if (choices.bom === false) await dialog.getByRole('checkbox', { name: /byte order mark/ }).uncheck();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  await expect(dialog.getByText(/^Saved .+\.csv, /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  return { promised, download };
}

/** UTC or local time, on every page. */
export async function chooseZone(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Times are shown in / }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const main = document.querySelector('main');
        const root = document.scrollingElement;
        return [(root?.scrollWidth ?? 0) - window.innerWidth, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)].filter(
          (px) => px > 0,
        );
      }),
    )
    .toEqual([]);
}
