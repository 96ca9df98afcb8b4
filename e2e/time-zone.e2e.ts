// One instant in two zones. The browser of these tests is in Berlin.

import { expect, test } from './fixtures';
import { chooseZone, gridOf, openForm, recordPane, runSearch, valuesIn } from './steps';

const at = (text: string | undefined, zone: string) => Date.parse(`${text?.replace(' ', 'T')}${zone}`);

test('shows UTC until told otherwise, says so, and remembers what it was told', async ({ page }) => {
  const grid = await runSearch(page, { from: '2026-11-10T00:00Z', to: '2026-11-20T00:00Z', type: ['OMEPortal'] });
  const [utc] = await valuesIn(grid, 'Date (UTC)');
  await chooseZone(page, /^Local time/);
  const header = grid.getByRole('columnheader', { name: 'Date (Europe/Berlin)' });
  await expect(header).toBeVisible();
  const [local] = await valuesIn(grid, await header.innerText());
  // No summer time in November.
  expect(at(local, '+01:00')).toBe(at(utc, 'Z'));

  await page.reload();
  await expect(page.getByRole('button', { name: /^Times are shown in Europe\/Berlin/ })).toBeVisible();
  await expect(header).toBeVisible();
  await expect.poll(async () => (await valuesIn(gridOf(page), await header.innerText()))[0]).toBe(local);
  await chooseZone(page, /^UTC/);
  expect((await valuesIn(grid, 'Date (UTC)'))[0]).toBe(utc);
});

test('tells an instant in every way there is, by pointer and by keyboard', async ({ page }) => {
  const grid = await runSearch(page, { from: '2026-11-10T00:00Z', to: '2026-11-20T00:00Z', type: ['OMEPortal'] });
  const [utc = ''] = await valuesIn(grid, 'Date (UTC)');
  const expectCard = async () => {
    const card = page.getByRole('tooltip');
    await expect(card).toContainText(`UTC${utc}`);
    await expect(card).toContainText(/Europe\/Berlin, UTC\+01:00\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
    await expect(card).toContainText(`Epoch, milliseconds${at(utc, 'Z')}`);
    await expect(card).toContainText(/From now(\d+ (day|hour)s? ago|yesterday)/);
  };
  await grid.getByRole('gridcell', { name: utc }).first().hover();
  await expectCard();
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toBeHidden();

  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expectCard();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(recordPane(page).getByRole('definition').first()).toContainText(`${utc} UTC`);
});

test('takes the dates of the form in the zone that is shown', async ({ page }) => {
  await openForm(page, { from: '2026-11-10T00:00Z', to: '2026-11-20T00:00Z' });
  const start = page.getByRole('textbox', { name: 'Start' });
  await expect(start).toHaveValue('2026-11-10 00:00');
  await chooseZone(page, /^Local time/);
  await expect(start).toHaveValue('2026-11-10 01:00');
  await start.fill('2026-11-11T01:00');
  await expect(page).toHaveURL(/from=2026-11-11T00%3A00Z/);
});
