// One page in a browser of its own, watched from outside: memory of its processes, its crash.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright';
import { outFolder } from './build-pages';
import { createMemoryWatch, type MemoryWatch } from './memory-watch';

export interface BrowserSession {
  readonly browser: Browser;
  readonly page: Page;
  readonly memory: MemoryWatch;
  /** Rejects when the page dies. */
  orCrash<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly launch: LaunchOptions;
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the page stores lies on disk, as it does for a user; else it is kept in memory. One such session at a time. */
  readonly isOnDisk?: boolean;
}

export async function openSession({
  launch,
  url,
  viewport = { width: 1400, height: 900 },
  isOnDisk = false,
}: SessionOptions): Promise<BrowserSession> {
  const { browser, context, close } = await (isOnDisk ? beginOnDisk : begin)(
    { ...launch, headless: true, ignoreDefaultArgs: ['--hide-scrollbars'] },
    { viewport, timezoneId: 'Europe/Berlin', locale: 'en-GB' },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('console', (message) => process.stderr.write(`${message.text()}\n`));
  page.on('pageerror', (error) => process.stderr.write(`in the page: ${error.message}\n`));
  const crash = new Promise<never>((_, reject) => page.on('crash', () => reject(new Error('the page ran out of memory'))));
  crash.catch(() => undefined);
  await page.goto(url);
  const memory = await createMemoryWatch(browser);
  return {
    browser,
    page,
    memory,
    orCrash: (work) => Promise.race([work, crash]),
    async close() {
      memory.stop();
      await close();
    },
  };
}

interface Begun {
  readonly browser: Browser;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

interface ContextOptions {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly timezoneId: string;
  readonly locale: string;
}

async function begin(launch: LaunchOptions, options: ContextOptions): Promise<Begun> {
  const browser = await chromium.launch(launch);
  return { browser, context: await browser.newContext(options), close: () => browser.close() };
}

/** Not in the system's folder for temporary files, which can be memory. */
async function beginOnDisk(launch: LaunchOptions, options: ContextOptions): Promise<Begun> {
  const folder = join(outFolder, 'profile');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Of a run that was interrupted.
  remove();
  mkdirSync(folder, { recursive: true });
  const context = await chromium.launchPersistentContext(folder, { ...launch, ...options });
  const browser = context.browser();
  if (!browser) throw new Error('a browser with a folder of its own does not say which it is');
  return {
    browser,
    context,
    async close() {
      await context.close();
      remove();
    },
  };
}
