import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { grid, header, show, shownParams } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

const dialog = (field: string) => page.getByRole('dialog', { name: `Statistics of ${field}` });

async function openStatistics(column: string) {
  await header(column).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Statistics' }).click();
}

test('statistics of a column tell how many records have it, how many values there are, how far they reach, and the most frequent', async () => {
  await show({ records: 50, columns: ['time', 'path:FileSizeBytes', 'user'] });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '51');
  await openStatistics('FileSizeBytes');
  const facts = dialog('FileSizeBytes');
  await expect.element(facts.getByText('50 of 50 records (100 %)')).toBeVisible();
  // As numbers: as texts 9000 would be the highest.
  await expect.element(facts.getByText('0 to 49000')).toBeVisible();
  const values = facts.getByRole('list', { name: 'Most frequent values of FileSizeBytes' });
  await expect.element(values.getByRole('listitem').nth(19)).toBeVisible();
  expect(values.getByRole('listitem').elements()).toHaveLength(20);
});

test('a value of the statistics narrows down, and the others keep their counts', async () => {
  await show({ records: 50, columns: ['time', 'user'] });
  await openStatistics('User');
  const facts = dialog('User');
  await facts.getByRole('checkbox', { name: 'bob@contoso.com' }).click();
  expect(shownParams().filters).toEqual([{ field: 'user', op: 'is', values: ['bob@contoso.com'] }]);
  await expect.element(facts.getByText('50 of 50 records (100 %)')).toBeVisible();
  await expect.element(facts.getByText('ada@contoso.com to cleo@contoso.com')).toBeVisible();
  await facts.getByRole('button', { name: 'Close' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '18');
});
