import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import type { Abilities } from '~/engine/record-set';
import { firstRow, grid, header, heldWith, pageOf, Screen, show, shownParams } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

test('shows the newest records first, with what happened to the set', async () => {
  const held = await show({ records: 500 });
  // What the service sent twice.
  await held.intake.page(pageOf(0, 12));
  await expect.element(firstRow()).toHaveTextContent('2026-11-14 08:19:00');
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '501');
  await expect.element(header('Date (UTC)')).toHaveAttribute('aria-sort', 'descending');
  await expect.element(page.getByText('500 records').first()).toBeVisible();
  await expect.element(page.getByText('12 duplicates dropped')).toBeVisible();
});

test('says of copies how many were fuller, and which records only share an ID', async () => {
  const held = await show({ records: 3 });
  const record = (more: object) => ({
    id: '7d29b563-e2b8-47b2-b87e-08dd59db9fd4',
    createdDateTime: '2026-11-14T01:02:03Z',
    ...more,
  });
  await held.intake.page(pageOf(0, 1, [record({}), record({ auditData: { Note: 'whole' } }), record({ operation: 'Send' })]));
  await expect.element(page.getByText('5 records').first()).toBeVisible();
  await expect.element(page.getByText('2 duplicates dropped, 1 for a fuller copy')).toBeVisible();
  await expect.element(page.getByText('1 differs from a record with the same ID')).toBeVisible();
});

test('a failed outcome is a word, not only a colour', async () => {
  await show({ records: 11, sort: [{ field: 'time', descending: false }] });
  await expect.element(firstRow()).toHaveTextContent(/Failed/);
  await expect.element(grid().getByRole('row').nth(2)).not.toHaveTextContent(/Failed/);
});

test('a header sorts the whole set: ascending, descending, not at all', async () => {
  await show({ records: 500 });
  await header('User').click();
  await expect.element(header('User')).toHaveAttribute('aria-sort', 'ascending');
  await expect.element(firstRow()).toHaveTextContent('ada@contoso.com');
  await header('User').click();
  await expect.element(header('User')).toHaveAttribute('aria-sort', 'descending');
  await expect.element(firstRow()).toHaveTextContent('cleo@contoso.com');
  await header('User').click();
  await expect.element(header('User')).toHaveAttribute('aria-sort', 'none');
  expect(shownParams().sort).toEqual([]);
});

test('Shift adds a second key and says which is which', async () => {
  await show({ records: 500 });
  await header('User').click();
  await header('Item').click({ modifiers: ['Shift'] });
  await expect
    .poll(() => shownParams().sort)
    .toEqual([
      { field: 'user', descending: false },
      { field: 'item', descending: false },
    ]);
  await expect.element(page.getByTitle('Sort key 1')).toBeVisible();
  await expect.element(page.getByTitle('Sort key 2')).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: 'Sorted by User, ascending, then by Item, ascending' });
  await expect.element(said).toBeInTheDocument();
});

test('text is found anywhere in the record, and Escape clears it', async () => {
  await show({ records: 500 });
  await expect.element(firstRow()).toHaveTextContent('file 499.docx');
  await userEvent.keyboard('/');
  await userEvent.keyboard('NEEDLE42');
  await expect.element(page.getByText('11 of 500 records').first()).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '12');
  await userEvent.keyboard('{Escape}');
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '501');
  expect(shownParams().text).toBe('');
});

test('filters are pills that can be turned round and removed', async () => {
  await show({ records: 300, filters: [{ field: 'user', op: 'is', values: ['ada@contoso.com'] }] });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
  await page.getByRole('button', { name: 'User is ada@contoso.com', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Turn round' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '201');
  await page.getByRole('button', { name: 'Remove filter: User is not ada@contoso.com' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '301');
});

test('a filter is put aside for a moment, and used again', async () => {
  await show({ records: 300, filters: [{ field: 'user', op: 'is', values: ['ada@contoso.com'] }] });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
  await page.getByRole('button', { name: 'User is ada@contoso.com', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Put aside' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '301');
  await page.getByRole('button', { name: 'User is ada@contoso.com, not in use' }).click();
  await page.getByRole('menuitem', { name: 'Use again' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
});

test('facets count each value as if their own field were not filtered', async () => {
  await show({ records: 300 });
  const users = page.getByRole('list', { name: 'Values of User' });
  await users.getByRole('checkbox', { name: 'ada@contoso.com' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
  await users.getByRole('checkbox', { name: 'bob@contoso.com' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '201');
  await expect
    .element(page.getByRole('button', { name: 'User is ada@contoso.com or bob@contoso.com', exact: true }))
    .toBeVisible();
  await expect.element(users.getByRole('listitem').nth(2)).toHaveTextContent(/cleo@contoso.com\s*100/);
  await users.getByRole('button', { name: 'Only cleo@contoso.com' }).click({ force: true });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
  await users.getByRole('button', { name: 'Exclude cleo@contoso.com' }).click({ force: true });
  await expect.element(page.getByRole('button', { name: 'User is not cleo@contoso.com', exact: true })).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '201');
});

test('values of a facet are searched for', async () => {
  await show({ records: 300 });
  const addresses = page.getByRole('region', { name: 'IP address' });
  await expect.element(addresses.getByText('8 of 200 values')).toBeVisible();
  await addresses.getByRole('searchbox', { name: 'Search values of IP address' }).fill('113.19');
  await expect.element(addresses.getByText('8 of 11 values')).toBeVisible();
  await addresses.getByRole('button', { name: 'More values of IP address' }).click();
  await expect.element(addresses.getByText('11 of 11 values')).toBeVisible();
});

test('a range of the timeline is looked into, and left again', async () => {
  await show({ records: 300 });
  const timeline = page.getByRole('slider', { name: /Records over time/ });
  await expect.element(timeline).toBeVisible();
  timeline.element().focus();
  await userEvent.keyboard('{Home}{Enter}');
  await expect
    .poll(() => shownParams().filters)
    .toMatchObject([{ field: 'time', op: 'between', from: '2026-11-14T00:00:00.000Z' }]);
  await page.getByRole('button', { name: 'Step out' }).click();
  await page.getByRole('button', { name: 'Whole range' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '301');
  expect(shownParams().filters).toEqual([]);
});

test('a cell can be filtered by or excluded from its menu', async () => {
  await show({ records: 300 });
  await expect.element(firstRow()).toHaveTextContent('cleo@contoso.com');
  await firstRow().getByText('cleo@contoso.com').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Exclude' }).click();
  await expect.element(page.getByText('User is not cleo@contoso.com')).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '201');
});

test('a column of numbers is asked for the large ones', async () => {
  await show({ records: 300 });
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('combobox', { name: 'Column' }).selectOptions('Size in bytes');
  await page.getByRole('textbox', { name: 'At least' }).fill('290000');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.element(page.getByText('Size in bytes is at least 290,000')).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '11');
  expect(shownParams().filters).toEqual([{ field: 'path:FileSizeBytes|Item.SizeInBytes', op: 'number', atLeast: 290_000 }]);
});

test('a cell leads to what else can be asked of its column, and what cannot be read is refused', async () => {
  await show({ records: 300 });
  await firstRow().getByText('203.0.113.99').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Filter by IP address…' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('203.0.113');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('This is no range of addresses.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Value' }).fill('203.0.113.0-203.0.113.4');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('IP address is in 203.0.113.0-203.0.113.4')).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '11');
});

test('a column without a value can be asked for, and turned round', async () => {
  await show({ records: 30 });
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('combobox', { name: 'Column' }).selectOptions('Detail');
  await page.getByRole('combobox', { name: 'Question' }).selectOptions('has no value');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '31');
  await page.getByRole('button', { name: 'Detail has no value', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Turn round' }).click();
  await expect.element(page.getByText('No record matches')).toBeVisible();
});

test('no row after filters offers to clear them', async () => {
  await show({ records: 300, text: 'nowhere' });
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '301');
});

test('a record opens with Enter, steps through the view, and Escape goes back to its row', async () => {
  await show({ records: 300 });
  await expect.element(firstRow()).toHaveTextContent('file 299.docx');
  grid().element().focus();
  await userEvent.keyboard('j{Enter}');
  await expect.element(page.getByRole('heading', { name: 'id-298' })).toBeVisible();
  await expect.element(page.getByText('2 of 300')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(page.getByRole('heading', { name: 'id-297' })).toBeVisible();
  await expect.element(page.getByRole('row', { selected: true })).toHaveTextContent('file 297.docx');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('complementary', { name: 'Record details' })).not.toBeInTheDocument();
  expect(document.activeElement).toBe(grid().element());
  expect(shownParams().record).toBeUndefined();
});

test('columns are hidden, moved and added, and stay so', async () => {
  const first = await heldWith(20);
  const screen = await render(<Screen held={first} />);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Item' }).click();
  await page.getByRole('button', { name: 'Move User up' }).click();
  await page.getByRole('list', { name: 'Properties of these records' }).getByRole('checkbox', { name: 'Secret' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(firstRow()).toHaveTextContent('needle19');
  await screen.unmount();
  await show({ records: 20 });
  const names = () =>
    grid()
      .getByRole('columnheader')
      .elements()
      .map((each) => each.textContent);
  await expect.poll(names).toEqual(['User', 'Date (UTC)', 'Activity', 'Detail', 'IP address', 'Record type', 'Secret']);
});

test('rows appear while records arrive, and the place is kept', async () => {
  const held = await heldWith(100);
  await render(<Screen held={held} sort={[{ field: 'time', descending: false }]} />);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '101');
  grid().element().scrollTop = 320;
  await held.intake.page(pageOf(100, 100));
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '201');
  expect(grid().element().scrollTop).toBe(320);
});

test('rows that arrive above do not move the row that is read', async () => {
  const held = await heldWith(100);
  await render(<Screen held={held} />);
  await expect.element(firstRow()).toHaveTextContent('file 99.docx');
  grid().element().scrollTop = 640;
  const place = () => page.getByText('file 75.docx').element().getBoundingClientRect().top;
  await expect.element(page.getByText('file 75.docx')).toBeVisible();
  const before = place();
  await held.intake.page(pageOf(100, 500));
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '601');
  expect(place()).toBe(before);
});

test('another order begins at its top', async () => {
  await show({ records: 500 });
  await expect.element(firstRow()).toHaveTextContent('file 499.docx');
  grid().element().scrollTop = 6400;
  await expect.element(page.getByText('file 290.docx')).toBeVisible();
  await header('Item').click();
  await expect.element(firstRow()).toHaveTextContent('file 0.docx');
  expect(grid().element().scrollTop).toBe(0);
});

test('records that could not be read are listed as they came', async () => {
  const held = await heldWith(10);
  await held.intake.page(pageOf(10, 1, [{ nonsense: '<b>hello</b>' }]));
  await render(<Screen held={held} />);
  await page.getByRole('button', { name: '1 could not be read' }).click();
  await expect.element(page.getByText('<b>hello</b>')).toBeVisible();
});

test('without any record the reason stands in place of the grid', async () => {
  await show({ records: 0 });
  await expect.element(page.getByText('Nothing was found')).toBeVisible();
});

test('offers no search in the records of a source that cannot search them', async () => {
  class Mute extends ArrayRecordSet {
    override readonly can: Abilities = { textSearch: false, exports: [] };
  }
  await render(<Screen held={await heldWith(3, new Mute())} />);
  await expect.element(page.getByRole('grid', { name: 'Records' })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Search in these records' })).not.toBeInTheDocument();
});
