import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { keepOnly } from '~/domain/view/filter';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { grid, header, heldWith, Screen, show, shownParams } from './-sample-screen.fixture';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

const groups = () => page.getByRole('treegrid', { name: 'Groups' });
// The first is the header.
const firstGroup = () => groups().getByRole('row').nth(1);
const cells = () => firstGroup().getByRole('gridcell');
const byUserAndAddress = ['user', 'ip'];

test('is asked to put records together by two fields, and says so in the address', async () => {
  await show({ records: 40 });
  await userEvent.click(page.getByRole('button', { name: 'Group by', exact: true }));
  const first = page.getByRole('combobox', { name: 'Group by' });
  await expect.element(first).toHaveFocus();
  await expect.element(page.getByRole('combobox', { name: 'And by' })).toBeDisabled();
  await userEvent.selectOptions(first, 'User');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'And by' }), 'IP address');
  await userEvent.click(page.getByRole('button', { name: 'Done' }));
  expect(shownParams().group).toEqual(byUserAndAddress);
  await expect.element(page.getByRole('button', { name: 'Grouped by User, IP address' })).toBeVisible();
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '41');
  await expect.element(page.getByText('Records without a value in User or IP address are in no group.')).toBeVisible();
});

test('shows of each group its records, when they were, and how many values there are', async () => {
  await show({ records: 250, group: 'user' });
  await expect.element(page.getByText('3 groups')).toBeVisible();
  await expect.element(header('IP address (distinct)')).toBeVisible();
  await expect.element(header('Records')).toHaveAttribute('aria-sort', 'descending');
  await expect.element(firstGroup()).toHaveTextContent('ada@contoso.com');
  expect(
    cells()
      .elements()
      .map((cell) => cell.textContent),
  ).toEqual(['ada@contoso.com', '84', '2026-11-14 00:00:00', '2026-11-14 04:09:00', '84']);
});

test('is sorted by its headers, of counts the largest first', async () => {
  await show({ records: 250, group: 'user' });
  await header('User').click();
  await expect.element(header('User')).toHaveAttribute('aria-sort', 'ascending');
  await expect.element(firstGroup()).toHaveTextContent('ada@contoso.com');
  await header('User').click();
  await expect.element(firstGroup()).toHaveTextContent('cleo@contoso.com');
  await header('Last (UTC)').click();
  await expect.element(header('Last (UTC)')).toHaveAttribute('aria-sort', 'descending');
  await expect.element(firstGroup()).toHaveTextContent('ada@contoso.com');
  expect(shownParams().groupSort).toEqual({ column: 'last', descending: true });
});

test('Enter on a group shows its records in place of groups', async () => {
  await show({ records: 250, group: byUserAndAddress, groupSort: { column: 'first', descending: false } });
  await expect.element(firstGroup()).toHaveTextContent('ada@contoso.com203.0.113.0');
  await userEvent.click(header('User'));
  await expect.element(firstGroup()).toHaveTextContent('ada@contoso.com203.0.113.49');
  await userEvent.keyboard('{Enter}');
  await expect.element(grid()).toHaveFocus();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '2');
  expect(shownParams()).toMatchObject({ filters: [keepOnly('user', 'ada@contoso.com'), keepOnly('ip', '203.0.113.49')] });
  expect(shownParams().group).toBeUndefined();
});

test('the menu of a group shuts it out', async () => {
  await show({ records: 250, group: byUserAndAddress, groupSort: { column: 'first', descending: false } });
  await userEvent.click(cells().first(), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Exclude this group' }));
  await expect.element(firstGroup()).toHaveTextContent('bob@contoso.com203.0.113.1');
  await expect.element(page.getByText(/^Not \(User is ada@contoso\.com and IP address is 203\.0\.113\.0\)/)).toBeVisible();
});

test('counts the different values of another field', async () => {
  await show({ records: 30, group: ['user'] });
  await userEvent.click(page.getByRole('button', { name: 'Count different values of IP address' }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Activity', exact: true }));
  await expect.element(header('Activity (distinct)')).toBeVisible();
  await expect.element(cells().last()).toHaveTextContent(/^1$/);
});

test('saves all groups as they are sorted', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'about:blank#';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await show({ records: 10, group: ['user'], groupSort: { column: 'key0', descending: true } });
  await userEvent.click(page.getByRole('button', { name: 'Export groups' }));
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const text = (await saved[0]?.text()) ?? '';
  expect(text.split('\r\n').map((line) => line.split(',')[0]?.replace('\ufeff', ''))).toEqual([
    'User',
    'cleo@contoso.com',
    'bob@contoso.com',
    'ada@contoso.com',
    '',
  ]);
  vi.restoreAllMocks();
});

test('says when no record has such a value, and leads back to the records', async () => {
  await show({ records: 10, group: ['path:Nothing'] });
  await expect.element(page.getByRole('heading', { name: 'No groups' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show records' }).last());
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '11');
});

test('says what failed, and tries again', async () => {
  const set = new ArrayRecordSet();
  const open = set.open.bind(set);
  let failures = 1;
  vi.spyOn(set, 'open').mockImplementation((view, signal) => {
    const opened = open(view, signal);
    const group = opened.group.bind(opened);
    vi.spyOn(opened, 'group').mockImplementation((...asked) =>
      failures-- > 0 ? Promise.reject(new Error('out of luck')) : group(...asked),
    );
    return opened;
  });
  await render(<Screen held={await heldWith(10, set)} group={['user']} />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('out of luck');
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '4');
});

const group = (name: string) => groups().getByRole('row', { name: new RegExp(`^${name}`) });
/** The chevron is for the pointer alone and has no name. */
const expander = (name: string) => group(name).getByRole('gridcell').first();
const press = (cell: ReturnType<typeof expander>) => userEvent.click(cell, { position: { x: 14, y: 14 } });
const below = () =>
  groups()
    .getByRole('row')
    .filter({ hasText: /\.docx|more:/ });
const activeText = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent;

test('ArrowRight on a group lists its newest records below it, and ArrowLeft takes them away', async () => {
  await show({ records: 30, group: 'user' });
  await userEvent.click(header('User'));
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(activeText).toBe('bob@contoso.com');
  await expect.element(group('bob')).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(group('bob')).toHaveAttribute('aria-expanded', 'true');
  await expect.element(group('bob')).toHaveAttribute('aria-level', '1');
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '14');
  await expect.element(below().first()).toHaveTextContent(/^2026-11-14 00:28:00 Accessed file file 28\.docx 203\.0\.113\.28/);
  await expect.element(below().first()).toHaveAttribute('aria-level', '2');
  await expect.element(below().last()).toHaveTextContent('file 1.docx');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowLeft}');
  await expect.poll(activeText).toBe('bob@contoso.com');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '4');
  await expect.element(below()).not.toBeInTheDocument();
});

test('of many records the newest are listed, and the last line leads to all of them', async () => {
  await show({ records: 250, group: 'user' });
  await press(expander('ada'));
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '55');
  await expect.element(below().first()).toHaveTextContent('file 249.docx');
  await userEvent.keyboard('{Control>}{End}{/Control}{ArrowUp}{ArrowUp}');
  await expect.poll(activeText).toBe('34 more: show all in the grid');
  await userEvent.keyboard('{Enter}');
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '85');
  expect(shownParams()).toMatchObject({ filters: [keepOnly('user', 'ada@contoso.com')] });
});

test('a record of a group is opened beside the groups, and those of its group are gone through from there', async () => {
  await show({ records: 30, group: 'user', sort: [{ field: 'time', descending: false }] });
  await press(expander('bob'));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  const pane = page.getByRole('complementary', { name: 'Record details' });
  await expect.element(pane.getByRole('heading', { name: 'id-25' })).toBeVisible();
  await expect.element(pane).toHaveTextContent('2 of 10');
  await userEvent.click(pane.getByRole('button', { name: 'Next' }));
  await expect.element(pane.getByRole('heading', { name: 'id-22' })).toBeVisible();
  await expect.element(groups().getByRole('row', { selected: true })).toHaveTextContent('file 22.docx');
  await userEvent.click(pane.getByRole('button', { name: 'Close' }));
  await expect.element(groups()).toHaveFocus();
  await expect.element(group('bob')).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(below().first());
  await expect.element(pane.getByRole('heading', { name: 'id-28' })).toBeVisible();
});

test('groups that are open stay open when they are sorted otherwise', async () => {
  await show({ records: 250, group: 'user' });
  await press(expander('cleo'));
  await expect.element(below().first()).toHaveTextContent('file 248.docx');
  await header('User').click();
  await header('User').click();
  await expect.element(firstGroup()).toHaveTextContent('cleo@contoso.com');
  await expect.element(firstGroup()).toHaveAttribute('aria-expanded', 'true');
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '55');
});

test('asks for the records of a group once it is open, and for no others', async () => {
  const set = new ArrayRecordSet();
  const opened = vi.spyOn(set, 'open');
  await render(<Screen held={await heldWith(250, set)} group={['item']} />);
  await press(expander('file 249'));
  await expect.element(groups()).toHaveAttribute('aria-rowcount', '252');
  await userEvent.keyboard('{ArrowDown}{Control>}{End}{/Control}{Home}');
  await expect.element(group('file 0')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(group('file 0')).toHaveAttribute('aria-expanded', 'true');
  await expect
    .poll(() => opened.mock.calls.map(([{ filters }]) => filters))
    .toEqual([[], [keepOnly('item', 'file 249.docx')], [keepOnly('item', 'file 0.docx')]]);
});

test('the menu of a group opens it', async () => {
  await show({ records: 30, group: 'user' });
  await userEvent.click(group('cleo'), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Expand' }));
  await expect.element(below().first()).toHaveTextContent('file 29.docx');
  await userEvent.click(group('cleo'), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Collapse' }));
  await expect.element(below()).not.toBeInTheDocument();
});

test('prints the groups in place of the records', async () => {
  await show({ records: 250, group: 'user' });
  await expect.element(page.getByText('3 groups')).toBeVisible();
  const printed = page.getByRole('region', { name: 'Printed rows' });
  window.dispatchEvent(new Event('beforeprint'));
  await expect.element(printed.getByRole('cell', { name: 'ada@contoso.com' })).toBeVisible();
  expect(printed.getByRole('row').elements()).toHaveLength(4);
  window.dispatchEvent(new Event('afterprint'));
  await expect.element(printed).not.toBeInTheDocument();
});

test('the menu of a column puts the records together by it', async () => {
  await show({ records: 40 });
  await header('User').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Group by User' }).click();
  await expect.element(groups()).toBeVisible();
  expect(shownParams().group).toEqual(['user']);
});
