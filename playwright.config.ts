import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/browser.ts';

const port = 4183;

// Journeys run on the production build with the mocked tenant, as `npm start` serves it.
export default defineConfig({
  testDir: './e2e',
  testMatch: '*.e2e.ts',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // Where what lands is decided, a busy machine must not: what fails twice fails.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1400, height: 900 },
    launchOptions: launchOptions(),
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // Following a journey step by step takes nearly as long as the journey.
    trace: 'on-first-retry',
  },
  webServer: { command: `npx vite preview --port ${port} --strictPort`, port, reuseExistingServer: false },
});
