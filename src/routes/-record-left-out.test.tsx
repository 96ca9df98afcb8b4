import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { show } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

test('a record that is not in the view is shown, and says so', async () => {
  await show({ records: 300, record: 'id-1', filters: [{ field: 'user', op: 'is', values: ['ada@contoso.com'] }] });
  await expect.element(page.getByText('This record is not in what is shown')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'id-1' })).toBeVisible();
  await expect.element(page.getByText('Not among the records shown')).toBeVisible();
  await page.getByRole('complementary', { name: 'Record details' }).getByRole('button', { name: 'Clear filters' }).click();
  await expect.element(page.getByText('This record is not in what is shown')).not.toBeInTheDocument();
  await expect.element(page.getByText('299 of 300')).toBeVisible();
});

test('a record that is not there at all says so', async () => {
  await show({ records: 30, record: 'nobody' });
  await expect.element(page.getByRole('heading', { name: 'This record is not in what is shown' })).toBeVisible();
});
