import { expect, test } from 'vitest';
import {
  columnGrowth,
  columnWidth,
  parseColumnLayout,
  shownFields,
  standardLayout,
  withMoved,
  withoutPath,
  withPath,
  withShown,
} from './column-layout';

test('the standard columns begin with when, who, what and to what', () => {
  expect(shownFields(standardLayout)).toEqual(['time', 'user', 'operation', 'item', 'detail', 'ip', 'recordType']);
});

test('the standard columns fit on a screen of 1440 pixels beside the navigation', () => {
  const least = shownFields(standardLayout).reduce((sum, ref) => sum + columnWidth(standardLayout, ref), 0);
  expect(least).toBeLessThanOrEqual(1440 - 220 - 2 * 24 - 2 - 15);
});

test('a column grows until it is given a width', () => {
  expect(columnGrowth(standardLayout, 'item')).toBeGreaterThan(columnGrowth(standardLayout, 'user') ?? 0);
  expect(columnGrowth(standardLayout, 'time')).toBeUndefined();
  expect(columnGrowth({ ...standardLayout, widths: { item: 300 } }, 'item')).toBeUndefined();
});

test('a layout that was stored with other standard columns stays as it was', () => {
  const order = ['time', 'ip', 'user', 'recordType', 'operation', 'item', 'detail'];
  const parsed = parseColumnLayout({ order, hidden: [], widths: { user: 230 } });
  expect(parsed && shownFields(parsed)).toEqual(order);
  expect(parsed?.widths).toEqual({ user: 230 });
});

test('what was stored comes back', () => {
  const layout = withPath(withMoved(withShown(standardLayout, 'item', false), 'user', 'time'), 'Item.Path');
  const stored: unknown = JSON.parse(JSON.stringify({ ...layout, widths: { user: 300 } }));
  const parsed = parseColumnLayout(stored);
  expect(parsed).toEqual({ ...layout, widths: { user: 300 } });
  expect(parsed && columnWidth(parsed, 'user')).toBe(300);
});

test('fields that are new since then are added, unknown and repeated ones are dropped', () => {
  const parsed = parseColumnLayout({ order: ['user', 'colour', 'user'], hidden: ['colour'], widths: { colour: 100 } });
  expect(parsed?.order[0]).toBe('user');
  expect(new Set(parsed?.order)).toEqual(new Set(standardLayout.order));
  expect(parsed?.order).toHaveLength(standardLayout.order.length);
  expect(parsed?.hidden).toContain('workload');
  expect(parsed?.widths).toEqual({});
});

test.each([undefined, null, 7, {}, { order: 'time' }, { order: [], hidden: [], widths: { time: -1 } }])('refuses %j', (value) => {
  expect(parseColumnLayout(value)).toBeUndefined();
});

test('a layout without any column is refused, and the last one cannot be hidden', () => {
  expect(parseColumnLayout({ order: [...standardLayout.order], hidden: [...standardLayout.order], widths: {} })).toBeUndefined();
  const one = shownFields(standardLayout)
    .slice(1)
    .reduce((layout, field) => withShown(layout, field, false), standardLayout);
  expect(withShown(one, 'time', false)).toBe(one);
});

test('moves before a column or to the end', () => {
  expect(withMoved(standardLayout, 'detail', 'time').order[0]).toBe('detail');
  expect(withMoved(standardLayout, 'time', undefined).order.at(-1)).toBe('time');
  expect(withMoved(standardLayout, 'time', 'time')).toBe(standardLayout);
});

test('a property is added once and can be removed, a field of the catalogue cannot', () => {
  const added = withPath(withPath(standardLayout, 'Item.Path'), 'Item.Path');
  expect(added.order.filter((ref) => ref === 'path:Item.Path')).toHaveLength(1);
  expect(withoutPath(added, 'path:Item.Path').order).toEqual(standardLayout.order);
  expect(withoutPath(added, 'user')).toBe(added);
});
