// What the server of the built page says of it.

import { expect, test } from './fixtures';

test('nobody may frame the portal, and its workers are bound as it is', async ({ page }) => {
  const starting = page.waitForEvent('worker');
  await page.goto('/search');
  const addresses = [page.url(), (await starting).url()];
  for (const address of addresses) {
    const headers = (await page.request.get(address)).headers();
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.* connect-src 'self'.*; frame-ancestors 'none'$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});
