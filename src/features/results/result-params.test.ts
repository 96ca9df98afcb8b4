import { expect, test } from 'vitest';
import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import { newestFirst } from '~/domain/view/result-view';
import { parseResultParams } from './result-params';

test('says the newest first when the URL says nothing', () => {
  expect(parseResultParams({})).toEqual({ text: '', filters: [], sort: newestFirst, record: undefined });
});

test('reads what the router took for a number', () => {
  // As it comes from a URL, which knows no types
  expect(parseResultParams({ text: 42, record: 7 } as object)).toMatchObject({ text: '42', record: '7' });
});

test('ignores what cannot be read and keeps the rest', () => {
  const torn = { text: 'x', filters: [{ field: 'colour', op: 'is', values: ['red'] }], sort: 'user' };
  // As it comes from a URL, which knows no types
  expect(parseResultParams(torn as object)).toMatchObject({ text: 'x', filters: [], sort: newestFirst });
});

test('knows which panel is open, and none that there is not', () => {
  expect(parseResultParams({ panel: 'detections' }).panel).toBe('detections');
  expect(parseResultParams({ panel: 'settings' }).panel).toBeUndefined();
});

test('knows what can stand in place of the records, and nothing else', () => {
  expect(parseResultParams({ show: 'messagesRead' }).show).toBe('messagesRead');
  expect(parseResultParams({ show: 'everything' }).show).toBeUndefined();
});

test('an empty list of sort keys stays: records as they arrived', () => {
  expect(parseResultParams({ sort: [] }).sort).toEqual([]);
});

test('groups by one field or two, and by no moment', () => {
  const groupIn = (group: unknown) => parseResultParams({ group } as object).group;
  expect(groupIn('user')).toEqual(['user']);
  expect(groupIn(['user', 'path:LogonType'])).toEqual(['user', 'path:LogonType']);
  for (const group of [[], ['user', 'ip', 'item'], ['time'], ['colour'], 7]) expect(groupIn(group)).toBeUndefined();
});

/** As it comes from a URL, which knows no types. */
const filtersIn = (filters: unknown) => parseResultParams({ filters } as object).filters;

const instants = { from: '2026-11-14T09:00:00.000Z', to: '2026-11-14T10:00:00.000Z' };
const hours = { from: '08:00', to: '18:00', zone: 'Europe/Berlin' };
const read: readonly Filter[] = [
  keepOnly('user', 'ada', ''),
  leaveOut('path:Item.Path', 'a'),
  { field: 'item', op: 'contains', text: 'offer' },
  { field: 'detail', op: 'exists' },
  { field: 'detail', op: 'missing' },
  { field: 'ip', op: 'inRange', range: '10.0.0.0/8' },
  { field: 'path:Size', op: 'number', atLeast: 7 },
  { field: 'time', op: 'between', ...instants },
  { field: 'time', op: 'between', from: instants.from },
  { field: 'time', op: 'outsideHours', ...hours },
];
test.each(read)('reads %j', (filter) => {
  expect(filtersIn([filter])).toEqual([filter]);
});

test.each<[object, Filter]>([
  [{ field: 'user', op: 'is', values: ['ada', ''] }, keepOnly('user', 'ada', '')],
  [{ field: 'path:X', op: 'isNot', values: [] }, leaveOut('path:X')],
  [
    { field: 'time', op: 'between', values: [instants.from, instants.to] },
    { field: 'time', op: 'between', ...instants },
  ],
  [
    { field: 'time', op: 'between', values: ['', instants.to] },
    { field: 'time', op: 'between', to: instants.to },
  ],
  [
    { field: 'time', op: 'outsideHours', values: ['08:00', '18:00', 'Europe/Berlin'] },
    { field: 'time', op: 'outsideHours', ...hours },
  ],
])('reads %j of an old link', (old, filter) => {
  expect(filtersIn([old, keepOnly('user', 'ada')])).toEqual([filter, keepOnly('user', 'ada')]);
});

test.each<unknown>([
  'user is ada',
  { field: 'user', op: 'is', values: ['ada'] },
  [{ field: 'user', op: 'is' }],
  [{ field: 'user', op: 'between', ...instants }],
  [{ field: 'time', op: 'between', from: 'yesterday' }],
  [{ field: 'time', op: 'between', values: ['yesterday', instants.to] }],
  [{ field: 'time', op: 'between', values: [instants.from] }],
  [{ field: 'time', op: 'outsideHours', values: ['08:00', '18:00'] }],
  [{ field: 'path:Size', op: 'number', atLeast: '7' }],
  [{ field: 'item', op: 'contains', text: '' }],
  [{ field: 'item', op: 'resembles', text: 'x' }],
  [keepOnly('user', 'ada'), null],
])('ignores filters that cannot be read: %j', (damaged) => {
  expect(filtersIn(damaged)).toEqual([]);
});
