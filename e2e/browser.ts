// The browser the tests and benchmarks run in: what `ensure-browser.mjs` found to launch on this machine.

import { existsSync, readFileSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const found = new URL('../node_modules/.cache/ledgerline/browser.json', import.meta.url);

/** Options for Playwright's `chromium.launch`; Playwright's own defaults before a browser was looked for. */
export function launchOptions(): LaunchOptions {
  if (!existsSync(found)) return {};
  const { env, ...options }: LaunchOptions = JSON.parse(readFileSync(found, 'utf8'));
  return env ? { ...options, env: { ...process.env, ...env } } : options;
}
