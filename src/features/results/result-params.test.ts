import { expect, test } from 'vitest';
import { newestFirst } from '~/domain/result-view';
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

test('an empty list of sort keys stays: records as they arrived', () => {
  expect(parseResultParams({ sort: [] }).sort).toEqual([]);
});
