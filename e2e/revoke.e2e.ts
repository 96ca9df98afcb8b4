// Taking an encrypted message back: asked first, done in Exchange, and what the audit log tells of it afterwards.

import { readCsv } from './csv-file';
import { expect, test } from './fixtures';
import {
  askToRevoke,
  eventsOf,
  exchangeIn,
  matrixOf,
  minutesFromNow,
  narrowBy,
  offerId,
  offerSubject,
  openMessage,
  openOffer,
  revokeMessage,
  saveCsv,
  searchAgain,
  searchMessages,
} from './message-steps';
import { recordPane, runSearch } from './steps';

test('takes a message back, and shows who was refused since', { tag: '@tenant' }, async ({ page }) => {
  await openOffer(page);
  const dialog = await askToRevoke(page);
  await expect(dialog).toContainText(
    `‘${offerSubject}’, sent to jordan.blake@fabrikam.com, lucia.ferraro@gmail.com, sam.okoye@woodgrovebank.com`,
  );
  await expect(dialog.getByRole('region', { name: 'PowerShell that revokes it' })).toContainText(
    `Set-OMEMessageRevocation -Revoke $true -MessageId '<${offerId}>'`,
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Revoke message' })).toBeFocused();
  await revokeMessage(page);

  await expect(async () => {
    await searchAgain(page);
    await expect(matrixOf(page).getByText('1 refused after it was revoked')).toHaveCount(1, { timeout: 100 });
  }).toPass();
  const events = await eventsOf(page).allTextContents();
  expect(events.slice(0, 12).at(-1)).toContain('sam.okoye@woodgrovebank.com');
  expect(events[12]).toMatch(/^\d\d:\d\d:\d\dada\.admin@contoso\.com revoked the message$/);
  expect(events[13]).toContain('asked to sign in with');
  expect(events[14]).toContain('tried to open the message: refused');
  await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('by ada.admin@contoso.com');

  const again = await askToRevoke(page);
  await expect(exchangeIn(again)).toContainText('It is revoked already');
  await expect(again.getByRole('button', { name: 'Revoke message' })).toHaveCount(0);

  const grid = await runSearch(page, {
    from: `${minutesFromNow(-10)}Z`,
    to: `${minutesFromNow(1)}Z`,
    type: ['ExchangeAdmin'],
    op: ['Set-OMEMessageRevocation'],
  });
  await grid.getByRole('row').filter({ hasText: offerId }).click();
  await recordPane(page).getByRole('tab', { name: 'JSON' }).click();
  const json = recordPane(page).getByRole('textbox', { name: 'record as JSON' });
  await expect(json).toContainText('"Operation": "Set-OMEMessageRevocation"');
  await expect(json).toContainText(offerId);
});

test('says of a message that recipients read in their own mail that it cannot be taken back', { tag: '@tenant' }, async ({
  page,
}) => {
  const grid = await searchMessages(page, { range: '180 days' });
  await narrowBy(page, 'Recipient', '@outlook.com');
  await expect(page.getByText(/^[\d,]+ of [\d,]+ messages$/)).toBeVisible();
  const [alone] = (await readCsv(await saveCsv(page))).rows.filter(
    (row) => row['Opened by']?.endsWith(' of 1') && /^\S+@outlook\.com$/.test(row['Recipients'] ?? ''),
  );
  await openMessage(page, alone?.['Message ID'] ?? 'a message to outlook.com alone');
  await expect(grid).toBeHidden();
  const dialog = await askToRevoke(page);
  await expect(exchangeIn(dialog)).toContainText('It cannot be revoked');
  await expect(dialog.getByRole('button', { name: 'Revoke message' })).toHaveCount(0);
});

test('tells in the words of Exchange why it could not ask about a message, and asks again', async ({ page }) => {
  await searchMessages(page, { range: '7 days' });
  const source = new URL(page.url()).searchParams.get('in');
  const ask = async (name: string) => {
    await page.goto(`/messages/${encodeURIComponent(`<#${name}@contoso.com>`)}?in=${source}`);
    await expect(page.getByRole('heading', { name: 'No portal event for this message in these records' })).toBeVisible();
    return exchangeIn(await askToRevoke(page));
  };
  const unknown = (name: string) => `An encrypted message with the Message ID "<#${name}@contoso.com>" couldn't be found.`;

  const forbidden = await ask('forbidden');
  await expect(forbidden).toContainText('Could not read the status of the message');
  await expect(forbidden).toContainText("You don't have the permission to run Get-OMEMessageStatus.");
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(forbidden).toContainText("You don't have the permission to run Get-OMEMessageStatus.");
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Revoke message' })).toHaveCount(0);

  const throttled = await ask('throttled');
  await expect(throttled).toContainText('The service said: Too many requests.');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(throttled).toContainText(unknown('throttled'));

  const offline = await ask('offline');
  await expect(offline).toContainText('The service could not be reached.');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(offline).toContainText(unknown('offline'));
});
