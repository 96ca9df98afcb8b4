// From everything to the few records that matter: facets, pills and the timeline, and what happened around a record.

import { expect, test } from './fixtures';
import { countsOf, expectCountedRows, gridOf, readCounts, recordPane, rowsOf, runSearch, valuesIn } from './steps';

test('narrows down by values and by time, step by step, and the way back undoes each', async ({ page }) => {
  await runSearch(page, { last: '7d' });
  const { outOf } = await readCounts(page);
  const users = page.getByRole('list', { name: 'Values of User' });
  const first = users.getByRole('listitem').first();
  const name = await first.getByRole('checkbox').evaluate((box) => box.closest('li')?.querySelector('label')?.textContent ?? '');
  const ofFirst = Number((await first.textContent())?.match(/([\d,]+)only$/)?.[1]?.replaceAll(',', ''));
  await first.getByRole('checkbox').check();
  await expect(countsOf(page)).toHaveText(new RegExp(`^${ofFirst.toLocaleString('en-US')} of `));
  expect(new Set((await valuesIn(gridOf(page), 'User')).map((user) => user.toLowerCase()))).toEqual(new Set([name]));
  // Its own filter left out, the facet goes on telling of the others.
  expect(await users.getByRole('listitem').count()).toBeGreaterThan(3);

  const timeline = page.getByRole('slider', { name: /^Records over time/ });
  await timeline.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  const pills = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(pills).toHaveCount(2);
  await expect(pills.nth(1)).toContainText(/^Date from /);
  const within = await readCounts(page);
  expect(within.shown).toBeLessThan(ofFirst);

  await page.goBack();
  await expect(pills).toHaveCount(1);
  await page.goBack();
  await expect(pills).toHaveCount(0);
  await expect(countsOf(page)).toHaveText(new RegExp(`^${outOf.toLocaleString('en-US')} records · `));
});

test('drags over the timeline to look into a range, and steps out of it', async ({ page }) => {
  await runSearch(page, { last: '7d' });
  const { outOf } = await readCounts(page);
  const box = await page.getByRole('slider', { name: /^Records over time/ }).boundingBox();
  if (!box) throw new Error('There is no timeline');
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(countsOf(page)).toHaveText(/ of /);
  expect((await readCounts(page)).shown).toBeLessThan(outOf);
  await page.getByRole('button', { name: 'Whole range' }).click();
  await expect(countsOf(page)).toHaveText(/^[\d,]+ records · /);
});

test('tells what one user did within five minutes, with one click on the record', async ({ page }) => {
  const grid = await runSearch(page, { last: '7d', type: ['OMEPortal'] });
  await rowsOf(grid);
  await grid.press('Enter');
  const pane = recordPane(page);
  await pane.getByRole('button', { name: 'Same user within 5 minutes' }).click();
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(2);
  await expectCountedRows(page);
  const rows = await rowsOf(grid);
  expect(new Set(rows.map(({ cells }) => cells['User']?.toLowerCase())).size).toBe(1);
  const times = rows.map(({ cells }) => Date.parse(`${cells['Date (UTC)']?.replace(' ', 'T')}Z`));
  expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(600_000);
  // The record that was open is among them, and stays open.
  expect(rows.filter(({ isSelected }) => isSelected)).toHaveLength(1);
});

test('gathers addresses by block, and finds them by it', { tag: '@tenant' }, async ({ page }) => {
  await runSearch(page, { last: '7d', user: ['priya.raman@contoso.com'] });
  const blocks = page.getByRole('region', { name: 'Address block' });
  await blocks.getByRole('button', { name: 'Address block', exact: true }).click();
  await blocks.getByRole('checkbox', { name: '198.18.50.0/24' }).check();
  await expect(countsOf(page)).toHaveText(/ of /);
  expect(new Set(await valuesIn(gridOf(page), 'IP address'))).toEqual(new Set(['198.18.50.77']));
});
