// What the server of the built page says of it.

import { expect, test } from './fixtures';

test('nobody may frame the portal, and its workers are bound as it is, but may compile WebAssembly', async ({ page }) => {
  const starting = page.waitForEvent('worker');
  await page.goto('/search');
  const policyOf = async (address: string) => {
    const headers = (await page.request.get(address)).headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    return headers['content-security-policy'] ?? '';
  };
  const policy = await policyOf(page.url());
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .* connect-src 'self'.*; frame-ancestors 'none'$/);
  const ofWorker = await policyOf((await starting).url());
  expect(ofWorker).toBe(policy.replace(`script-src 'self'`, `script-src 'self' 'wasm-unsafe-eval'`));
});
