// One page in a browser of its own, watched from outside: memory of its processes, its crash.

import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright';
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
}

export async function openSession({
  launch,
  url,
  viewport = { width: 1400, height: 900 },
}: SessionOptions): Promise<BrowserSession> {
  const browser = await chromium.launch({ ...launch, headless: true, ignoreDefaultArgs: ['--hide-scrollbars'] });
  const context = await browser.newContext({ viewport, timezoneId: 'Europe/Berlin', locale: 'en-GB' });
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
      await browser.close();
    },
  };
}
