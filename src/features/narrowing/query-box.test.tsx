import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { keepOnly, leaveOut } from '~/domain/view/filter';
import { parseQueryText } from '~/domain/view/query-text/parse-query-text';
import { box, pills, show, shownAsked, suggestions } from './narrowing-screen.fixture';
import { queryExamples } from './query-help';
import { liveTextOf } from './query-line';

const option = (name: string | RegExp) => suggestions().getByRole('option', { name });
const error = () => page.getByRole('alert');

async function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

test('words are searched for while they are typed', async () => {
  await show();
  await userEvent.fill(box(), 'offer 11');
  await expect.element(page.getByText('1 records are shown')).toBeVisible();
  expect(shownAsked()).toEqual({ text: 'offer 11', filters: [], steps: 0 });
});

test('Enter makes filters in one step and leaves the words', async () => {
  await show({ filters: [leaveOut('user', 'cleo@contoso.com')] });
  await userEvent.fill(box(), 'user:ada offer -user:"bob@contoso.com" op:FileAccessed');
  await expect.poll(() => shownAsked().text).toBe('offer');
  expect(shownAsked().steps).toBe(0);
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('offer');
  expect(shownAsked()).toEqual({
    text: 'offer',
    filters: [
      leaveOut('user', 'cleo@contoso.com', 'bob@contoso.com'),
      { field: 'user', op: 'contains', text: 'ada' },
      keepOnly('operation', 'FileAccessed'),
    ],
    steps: 1,
  });
});

test('Enter right behind the last letter loses nothing', async () => {
  await show();
  await userEvent.click(box());
  await userEvent.keyboard('offer ip:203.0.113.1{Enter}');
  await expect.element(box()).toHaveValue('offer');
  await expect.element(pills().getByRole('listitem')).toHaveTextContent('IP address is 203.0.113.1');
  expect(shownAsked()).toMatchObject({ text: 'offer', steps: 1 });
});

test('a text that would be a filter stands in quotes', async () => {
  await show({ text: 'RE: offer' });
  await expect.element(box()).toHaveValue('"RE: offer"');
  await userEvent.fill(box(), '"two\\"words"');
  await expect.poll(() => shownAsked().text).toBe('two"words');
  await expect.element(box()).toHaveValue('"two\\"words"');
});

test('what cannot be read is told beside its words, stays as it was typed, and is mended', async () => {
  await show();
  await userEvent.fill(box(), 'offer size:big');
  await userEvent.keyboard('{Enter}');
  await expect.element(error()).toHaveTextContent('big “big” is no number; write 1000, >1000 or 1000..2000.');
  await expect.element(box()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(box()).toHaveAccessibleDescription(/“big” is no number/);
  await expect.element(box()).toHaveValue('offer size:big');
  expect(shownAsked()).toMatchObject({ filters: [], steps: 0 });
  await userEvent.fill(box(), 'offer size:5');
  await expect.element(page.getByText(/is no number/)).not.toBeInTheDocument();
  await expect.element(box()).not.toHaveAttribute('aria-invalid', 'true');
});

test('what cannot be read is told when typing rests', async () => {
  await show();
  await userEvent.fill(box(), '"exact');
  await expect.element(error()).toHaveTextContent('"exact A quote is not closed.');
});

test('names of fields are offered, taken with Tab, and then the values of that field', async () => {
  await show();
  await userEvent.click(box());
  await userEvent.keyboard('us');
  await expect.element(option('user: User')).toBeVisible();
  await expect.element(box()).toHaveAttribute('aria-expanded', 'true');
  await expect.element(box()).not.toHaveAttribute('aria-activedescendant');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(box()).toHaveAttribute('aria-activedescendant', option('user: User').element().id);
  await userEvent.keyboard('{Tab}');
  await expect.element(box()).toHaveValue('user:');
  await expect.element(box()).toHaveFocus();
  await expect.element(option('ada@contoso.com 8')).toBeVisible();
  await userEvent.keyboard('b');
  await expect.element(option('ada@contoso.com 8')).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.element(box()).toHaveValue('user:"bob@contoso.com" ');
  expect(shownAsked().steps).toBe(0);
  await userEvent.keyboard('{Enter}');
  await expect.element(pills().getByRole('listitem')).toHaveTextContent('User is bob@contoso.com');
  await expect.element(box()).toHaveValue('');
  await expect.element(suggestions()).not.toBeInTheDocument();
});

test('paths of AuditData are offered, and values as they are displayed', async () => {
  await show();
  await userEvent.click(box());
  await userEvent.keyboard('Subj');
  await option('Subject:').click();
  await expect.element(box()).toHaveValue('Subject:');
  await userEvent.fill(box(), 'op:');
  await expect.element(option('Accessed file 9')).toBeVisible();
  await option('Accessed file 9').click();
  await expect.element(box()).toHaveValue('op:FileAccessed ');
});

test('the arrow opens the list of an empty box; Escape closes it first and then empties the box', async () => {
  await show();
  await userEvent.click(box());
  await expect.element(suggestions()).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(suggestions()).toBeVisible();
  expect(suggestions().getByRole('option').elements()).toHaveLength(8);
  await userEvent.keyboard('user:a');
  await expect.element(option('ada@contoso.com 8')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(suggestions()).not.toBeInTheDocument();
  await expect.element(box()).toHaveValue('user:a');
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveValue('');
});

test('a pill is changed as text in its place, and Escape gives up', async () => {
  const middle = { op: 'any', of: [keepOnly('ip', '203.0.113.1'), { field: 'user', op: 'contains', text: 'ada' }] } as const;
  const [first, last] = [keepOnly('operation', 'FileAccessed'), leaveOut('user', 'bob@contoso.com')];
  await show({ text: 'offer', filters: [first, middle, last] });
  const edit = async (entry: string) => {
    await pills()
      .getByRole('button', { name: /^IP address is/ })
      .click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect.element(box()).toHaveFocus();
    await expect.element(box()).toHaveValue('(ip:203.0.113.1 OR user:ada)');
  };
  await edit('Edit…');
  await expect.element(box()).toHaveAccessibleDescription(/In place of the filter/);
  await userEvent.keyboard(' xyz');
  // An open list would be what Escape closes first.
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveValue('offer');
  expect(shownAsked()).toEqual({ text: 'offer', filters: [first, middle, last], steps: 0 });
  await edit('Edit as text');
  await userEvent.fill(box(), 'user:ada ip:203.0.113.2');
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('offer');
  expect(shownAsked()).toEqual({
    text: 'offer',
    filters: [first, { field: 'user', op: 'contains', text: 'ada' }, keepOnly('ip', '203.0.113.2'), last],
    steps: 1,
  });
});

test('breaks of lines in values are seen and kept', async () => {
  await show({ filters: [keepOnly('item', 'two\nlines')] });
  await pills()
    .getByRole('button', { name: /^Item is/ })
    .click();
  await page.getByRole('menuitem', { name: 'Edit as text' }).click();
  await expect.element(box()).toHaveValue('item:"two␤lines"');
  await expect.element(box()).toHaveFocus();
  await userEvent.keyboard('{End} user:ada{Enter}');
  await expect
    .poll(() => shownAsked().filters)
    .toEqual([keepOnly('item', 'two\nlines'), { field: 'user', op: 'contains', text: 'ada' }]);
  await userEvent.fill(box(), 'item:"" x');
  await userEvent.keyboard('{Home}{ArrowRight>6/}');
  await paste('a\r\nb\n');
  await expect.element(box()).toHaveValue('item:"a␤b" x');
});

test('the key / leads to the box, and what it understands can be looked up', async () => {
  await show();
  await userEvent.keyboard('/');
  await expect.element(box()).toHaveFocus();
  await expect.element(box()).toHaveValue('');
  await page.getByRole('button', { name: 'How to write a search' }).click();
  await expect.element(page.getByRole('term')).toHaveLength(queryExamples.length);
});

test.each(queryExamples)('the example %s is what it says it is', (text) => {
  expect(parseQueryText(text, { catalogue: auditLog, zone: 'utc', now: Date.now() })).not.toHaveProperty('problems');
});

test.each([
  ['offer user:', 'offer'],
  ['RE: offer', 'offer'],
  ['offer "exa', 'offer'],
  ['user:anna offer', 'offer'],
  ['offer OR invoice', ''],
])('beside what becomes a filter or cannot be read yet, %s looks for “%s”', (typed, live) => {
  expect(liveTextOf(typed, { catalogue: auditLog, zone: 'utc', now: 0 })).toBe(live);
});

test.each([false, true])('on a phone everything is within the screen, dark: %s', async (isDark) => {
  await page.viewport(375, 700);
  await show({ isDark, filters: [keepOnly('user', 'ada@contoso.com')] });
  await userEvent.fill(box(), 'op:');
  await expect.element(suggestions()).toBeVisible();
  const { left, right } = suggestions().element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(375);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(375);
  await userEvent.keyboard('{Enter}');
  await expect.element(error()).toBeVisible();
  await page.viewport(1280, 900);
});
