import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { firstRow, grid, heldWith, pageOf, recordAt, Screen, show } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  vi.restoreAllMocks();
  await page.viewport(1280, 800);
});

test('records of one user stand newest first', async () => {
  await show({ records: 500, sort: [{ field: 'user', descending: false }] });
  await expect.element(firstRow()).toHaveTextContent('2026-11-14 08:18:00ada@contoso.com');
  await expect.element(grid().getByRole('row').nth(2)).toHaveTextContent('2026-11-14 08:15:00ada@contoso.com');
});

test('a file shows its name before its place, and is copied whole', async () => {
  const held = await heldWith(0);
  const address = 'https://contoso.sharepoint.com/sites/ProjectFalcon/Shared Documents/Offer.docx';
  await held.intake.page(pageOf(0, 0, [{ ...recordAt(0), objectId: address }]));
  await render(<Screen held={held} />);
  const item = page.getByRole('gridcell', { name: 'Offer.docx contoso.sharepoint.com/sites/ProjectFalcon/Shared Documents' });
  await item.hover();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent(address);
  let copied = '';
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied = text;
  });
  await item.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  await expect.element(page.getByText('Copied').first()).toBeVisible();
  expect(copied).toBe(address);
});

test('says so when the browser refuses to copy a cell', async () => {
  await show({ records: 3 });
  await expect.element(firstRow()).toHaveTextContent('file 2.docx');
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  grid().element().focus();
  await userEvent.keyboard('{Control>}c{/Control}');
  await expect.element(page.getByText('The browser refused. Select the text and press Ctrl+C.').first()).toBeVisible();
});

test('what is searched for is marked in the cells', async () => {
  await show({ records: 500, text: 'FILE 42.' });
  await expect.element(page.getByRole('gridcell').getByRole('mark')).toHaveTextContent('file 42.');
});

test('j begins at the first row, and steps the record once one is open', async () => {
  await show({ records: 300 });
  await expect.element(firstRow()).toHaveTextContent('file 299.docx');
  await userEvent.keyboard('j{Enter}');
  await expect.element(page.getByRole('heading', { name: 'id-299' })).toBeVisible();
  await userEvent.keyboard('jj');
  await expect.element(page.getByText(/^[23] of 300$/)).toBeVisible();
  await userEvent.keyboard('k');
  await expect.element(page.getByText(/^[12] of 300$/)).toBeVisible();
  grid().element().focus();
  await userEvent.keyboard('j');
  await expect.element(page.getByText(/^[23] of 300$/)).toBeVisible();
});

test('on a phone rows are cards that are sorted by a menu, and a record takes the whole screen', async () => {
  await page.viewport(375, 812);
  await show({ records: 300 });
  await expect.element(firstRow()).toHaveTextContent('Accessed file 2026-11-14 04:59:00 cleo@contoso.com file 299.docx');
  await page.getByRole('button', { name: 'Sort: Date' }).click();
  await page.getByRole('menuitemradio', { name: 'User' }).click();
  await expect.element(firstRow()).toHaveTextContent('ada@contoso.com');
  await expect.element(page.getByRole('button', { name: 'Sort: User' })).toBeVisible();
  await firstRow().click();
  const pane = page.getByRole('complementary', { name: 'Record details' });
  await expect.element(pane.getByRole('heading', { name: 'id-297' })).toBeVisible();
  const { width, height } = pane.element().getBoundingClientRect();
  expect([width, height]).toEqual([375, 812]);
  const isOutOfReach = () =>
    page.getByRole('combobox', { name: 'Search in these records' }).element().closest('[inert]') !== null;
  expect(isOutOfReach()).toBe(true);
  await pane.getByRole('button', { name: 'Close' }).click();
  await expect.poll(isOutOfReach).toBe(false);
  expect(document.activeElement).toBe(grid().element());
});

test('prints the first 500 rows and says how many there are', async () => {
  await show({ records: 700 });
  await expect.element(firstRow()).toHaveTextContent('file 699.docx');
  const printed = page.getByRole('region', { name: 'Printed rows' });
  await expect
    .poll(() => {
      window.dispatchEvent(new Event('beforeprint'));
      return printed.getByRole('row').elements().length;
    })
    .toBe(501);
  await expect.element(printed.getByText('Rows 1 to 500 of 700. Export CSV for all of them.')).toBeVisible();
  await expect.element(printed.getByRole('row').nth(500)).toHaveTextContent('file 200.docx');
  window.dispatchEvent(new Event('afterprint'));
  await expect.element(printed).not.toBeInTheDocument();
});

test('a hit in the place of a file is brought into sight', async () => {
  const held = await heldWith(0);
  const address = 'https://contoso.sharepoint.com/sites/ProjectFalcon/Shared Documents/Offer.docx';
  await held.intake.page(pageOf(0, 0, [{ ...recordAt(0), objectId: address }]));
  await render(<Screen held={held} text="falcon" />);
  await expect.element(page.getByRole('gridcell', { name: 'Offer.docx …Falcon/Shared Documents' })).toBeVisible();
  await expect.element(page.getByRole('gridcell').getByRole('mark')).toHaveTextContent('Falcon');
});

test('a record reaches up to the tools, beside the timeline, also on a low screen', async () => {
  await page.viewport(1280, 720);
  await show({ records: 300 });
  await firstRow().click();
  const pane = page.getByRole('complementary', { name: 'Record details' });
  await expect.element(pane.getByRole('heading', { name: 'id-299' })).toBeVisible();
  const top = (element: Element) => element.getBoundingClientRect().top;
  const timeline = page.getByRole('button', { name: 'Timeline' });
  expect(top(pane.element())).toBeLessThanOrEqual(top(timeline.element()));
  expect(top(grid().element())).toBeGreaterThan(top(timeline.element()));
});
