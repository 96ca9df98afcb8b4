// What the browser takes to show a page: every script and style sheet it asks for, as the built files weigh when gzipped.
// What the mocked tenant brings is left out: a build that talks to a service never loads it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectComplete, runSearch } from './steps';

test('the first page is there with 270 kB of code in 20 requests', async ({ page }) => {
  expectAtMost(await measureFirstPage(page), { kb: 270, requests: 20 });
});

test('a page of results adds at most 350 kB of code to that of the first page, the engine included', async ({ page }) => {
  const first = await measureFirstPage(page);
  await runSearch(page, { last: '24h' });
  const results = await measureLoad(page, 'dist', async () => {
    await page.reload();
    await expectComplete(page);
    await expect(page.getByRole('list', { name: 'Values of User' })).toBeVisible();
    await expect(page.getByRole('slider', { name: /^Records over time/ })).toBeVisible();
  });
  const added = results.filter(({ name }) => !first.some((file) => file.name === name));
  expectAtMost(added, { kb: 350, requests: 80 });
});

function measureFirstPage(page: Page): Promise<readonly LoadedFile[]> {
  return measureLoad(page, 'dist', async () => {
    await page.goto('/search');
    await page.getByRole('button', { name: 'Search', exact: true }).waitFor();
    await page.getByRole('region', { name: /^Searches/ }).waitFor();
  });
}

function expectAtMost(files: readonly LoadedFile[], most: { readonly kb: number; readonly requests: number }): void {
  const table = loadTable(files);
  process.stdout.write(`${table}\n`);
  // Without the framework and the page nothing was measured.
  expect(files.length, table).toBeGreaterThan(2);
  expect(files.length, table).toBeLessThanOrEqual(most.requests);
  expect(
    files.reduce((sum, { kb }) => sum + kb, 0),
    table,
  ).toBeLessThanOrEqual(most.kb);
}

/** What asks for something late, such as once the page has come to rest, still belongs to the load. */
const lateMs = 2000;

interface LoadedFile {
  readonly name: string;
  /** Of 1000 bytes, gzipped. */
  readonly kb: number;
}

/** Whatever is asked for while `visit` goes to a page; `folder` is served. The heaviest come first. */
async function measureLoad(page: Page, folder: string, visit: () => Promise<void>): Promise<readonly LoadedFile[]> {
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) asked.add(new URL(request.url()).pathname.slice(1));
  });
  await visit();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(lateMs);
  const mocked = filesOfTheMock(folder, asked);
  return [...asked]
    .filter((name) => !mocked.has(name))
    .map((name) => ({ name, kb: gzipSync(readFileSync(join(folder, name))).length / 1000 }))
    .sort((a, b) => b.kb - a.kb);
}

function loadTable(files: readonly LoadedFile[]): string {
  const line = (kb: number, words: string) => `${kb.toFixed(1).padStart(7)} kB  ${words}`;
  const total = files.reduce((sum, { kb }) => sum + kb, 0);
  return [...files.map(({ name, kb }) => line(kb, name)), line(total, `in ${files.length} requests`)].join('\n');
}

/** By what Vite writes down: the file, what it imports at once, and the files it names, such as workers. */
type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly isEntry?: true;
      readonly isDynamicEntry?: true;
      readonly imports?: readonly string[];
      readonly assets?: readonly string[];
    }
  >
>;

const mock = 'mocks/browser.ts';

/** What came with the mocked tenant and with nothing else that was asked for. */
function filesOfTheMock(folder: string, asked: ReadonlySet<string>): ReadonlySet<string> {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const filesFrom = (keys: readonly string[]): ReadonlySet<string> => {
    const seen = new Set(keys);
    for (const key of seen) for (const imported of manifest[key]?.imports ?? []) seen.add(imported);
    return new Set([...seen].flatMap((key) => [manifest[key]?.file ?? [], manifest[key]?.assets ?? []].flat()));
  };
  const entries = Object.entries(manifest).filter(
    ([, { file, isEntry, isDynamicEntry }]) => (isEntry || isDynamicEntry) && asked.has(file),
  );
  const product = filesFrom(entries.flatMap(([key]) => (key === mock ? [] : [key])));
  return new Set(['mockServiceWorker.js', ...filesFrom([mock])].filter((name) => !product.has(name)));
}
