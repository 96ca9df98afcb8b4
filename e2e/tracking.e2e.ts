// Whether visits to the encrypted message portal are recorded: seen, switched, and what is lost while they are not.

import { expect, test } from './fixtures';
import {
  eventsOf,
  expectMessagesRead,
  matrixOf,
  minutesFromNow,
  offerId,
  openMessage,
  revokeMessage,
  searchAgain,
  searchMessages,
  turnTrackingOff,
} from './message-steps';

test('says that visits are recorded, and for which messages', async ({ page }) => {
  await page.goto('/messages');
  await page.getByRole('link', { name: 'Tracking set-up' }).click();
  await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Record visits to the portal' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Licence' })).toContainText('Not known');
  for (const name of ['Tracking', 'Custom branding template', 'Mail flow rule'])
    await expect(page.getByRole('region', { name, exact: true })).toContainText('In order');
  await expect(page.getByRole('table', { name: 'Branding templates' })).toContainText('Contoso branding');
  await page.getByRole('button', { name: 'PowerShell: Tracking' }).click();
  await expect(page.getByRole('region', { name: 'Turn tracking off' })).toContainText(
    'Set-IRMConfiguration -EnablePortalTrackingLogs $false',
  );
});

test('asks before it stops recording, and believes only what it reads back', async ({ page }) => {
  await page.goto('/messages/set-up');
  const toggle = page.getByRole('switch', { name: 'Record visits to the portal' });
  await toggle.click();
  const question = page.getByRole('alertdialog', { name: 'Stop recording visits?' });
  await expect(question).toContainText('New visits will not be recorded and cannot be recovered');
  await question.getByRole('button', { name: 'Keep on' }).click();
  await expect(toggle).toBeFocused();
  await expect(toggle).toBeChecked();

  await turnTrackingOff(page);
  await expect(page.getByText('Turned off, and read back from Exchange.')).toBeVisible();
  await expect(toggle).not.toBeChecked();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Visits are not recorded: tracking is off' })).toBeVisible();
  await toggle.click();
  await expect(page.getByText('Turned on, and read back from Exchange.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
  await expect(toggle).toBeChecked();
});

test('warns while tracking is off, and says why nothing is found', async ({ page }) => {
  await turnTrackingOff(page);
  await page.getByRole('link', { name: 'Tracked messages' }).click();
  await expect(page.getByRole('group', { name: 'Tracking is off' })).toContainText('cannot be recovered later');
  // From the next minute on: nothing that happened before can be among it.
  await page.getByRole('textbox', { name: 'Start' }).fill(minutesFromNow(1));
  await page.getByRole('textbox', { name: 'End' }).fill(minutesFromNow(10));
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No visit was recorded: tracking is off' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Tracking set-up' }).last().click();
  await page.getByRole('switch', { name: 'Record visits to the portal' }).click();
  await expect(page.getByRole('heading', { name: 'Visits to the portal are recorded' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'No visit to the portal was recorded' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Tracking is off' })).toBeHidden();
});

test('has no trace of who came while tracking was off', async ({ page }) => {
  await turnTrackingOff(page);
  await searchMessages(page, { range: '7 days' });
  await expect(page.getByRole('group', { name: 'Tracking is off' })).toBeVisible();
  await openMessage(page, offerId);
  const before = await eventsOf(page).allTextContents();
  await revokeMessage(page);
  const revocation = eventsOf(page).filter({ hasText: 'revoked the message' });
  await expect(async () => {
    await searchAgain(page);
    await expect(revocation).toHaveCount(1, { timeout: 100 });
  }).toPass();
  // Two recipients come back, the second one 23 seconds later.
  const revokedAt = Date.parse((await revocation.getByRole('time').getAttribute('datetime')) ?? '');
  await expect.poll(() => Date.now() - revokedAt, { timeout: 40_000 }).toBeGreaterThan(25_000);
  await searchAgain(page);
  const after = await eventsOf(page).allTextContents();
  expect(after).toHaveLength(before.length + 1);
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toContain('revoked the message');
  await expect(matrixOf(page).getByText('refused after it was revoked')).toHaveCount(0);
  await page.getByRole('link', { name: 'Tracked messages' }).click();
  await expectMessagesRead(page);
});
