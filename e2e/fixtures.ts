// What every journey shares: a clock, a page on which any console error or warning, uncaught exception or request to elsewhere
// fails the test, and an accessibility check.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { clockOffset, moveClock } from './test-day';

/** Failures that a named scenario of the mocked tenant causes on purpose; Chromium logs every HTTP error by itself. */
const expectedOfScenarios =
  /Failed to load resource: (the server responded with a status of (400|401|403|404|429|5\d\d)|net::ERR_FAILED)/;

const offsetMs = clockOffset(process.env['LEDGERLINE_DAY']);
// Journeys and their pages have one clock; the process that counts seconds for the report keeps its own.
if (process.env['TEST_WORKER_INDEX'] !== undefined) moveClock(offsetMs);

export const test = base.extend<{ complaints: string[] }>({
  context: async ({ context }, use) => {
    await context.addInitScript(moveClock, offsetMs);
    await use(context);
  },
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type()) || expectedOfScenarios.test(message.text())) return;
        complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const services = [baseURL, 'https://graph.microsoft.com', 'https://outlook.office365.com'];
        const isOurs = services.includes(origin) || ['blob:', 'data:'].includes(protocol);
        if (!isOurs) complaints.push(`request to elsewhere: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Fails on any accessibility violation, in the light theme and in the dark: there, what is read and operated is the same, so that
 * only the rules about colours are asked again. `within` spares what was checked before.
 */
export async function expectAccessible(page: Page, within = 'body'): Promise<void> {
  await showIn(page, 'dark');
  expect(await harmsIn(page, within, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
  await showIn(page, 'light');
  expect(await harmsIn(page, within)).toEqual([]);
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // Forced colours are neither: `light dark`.
  await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
}

/**
 * Two are false alarms: Fluent's focus dummies, and that an open menu or a tooltip stands outside the landmarks, which is where
 * these stand while they are open.
 */
async function harmsIn(page: Page, within: string, choose = (axe: AxeBuilder) => axe): Promise<readonly string[]> {
  await settled(page);
  const isMenuOpen = (await page.getByRole('menu').count()) > 0;
  // There are no frames, whose results would be put together on another page, and of what is well only the number is told: five
  // times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  axe
    .include(within)
    .exclude('[data-tabster-dummy]')
    .disableRules(isMenuOpen ? ['region'] : []);
  const { violations } = await choose(axe).analyze();
  return violations.flatMap(({ id, help, nodes }) => {
    // A tip may come up while axe looks.
    const meant = nodes.filter(({ html }) => !(id === 'region' && html.startsWith('<div role="tooltip"')));
    return meant.length === 0 ? [] : [`${id}: ${help}: ${meant.map(({ html }) => html).join(' | ')}`];
  });
}

/** What is half faded in has no contrast yet. Spinners never come to rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What begins to fade does so in the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const fading = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}
