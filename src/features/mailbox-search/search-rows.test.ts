import { expect, test } from 'vitest';
import type { PendingSearch } from '~/api/mailbox-audit-log';
import { fromParams, toMailboxSearch } from './mailbox-search-form';
import { type RememberedSearch, type RememberedSearches, withSearches } from './remembered-searches';
import { newsOf, toRows } from './search-rows';

const search = toMailboxSearch(fromParams({ way: 'background', name: 'Case 12' }, 0), 0);
const entry: RememberedSearch = { search, startedAt: 1000, startedBy: 'ada@contoso.com' };
const pendingOf = (id: string, status: PendingSearch['status'] = 'running'): PendingSearch => ({
  id,
  status,
  search,
  startedAt: 500,
  startedBy: 'bob@contoso.com',
});

test('a search that left the list of Exchange is finished', () => {
  const searches = { a: entry, b: { ...entry, startedAt: 2000 }, c: { ...entry, startedAt: 3000 } };
  const rows = toRows(searches, [pendingOf('a'), pendingOf('b', 'queued')]);
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    ['c', 'finished'],
    ['b', 'queued'],
    ['a', 'running'],
  ]);
});

test('before Exchange answered only what was seen to finish is known', () => {
  const rows = toRows({ a: entry, b: { ...entry, finishedAt: 5000 } }, undefined);
  expect(rows.map(({ status }) => status)).toEqual(['unknown', 'finished']);
});

test('searches now are not listed', () => {
  expect(toRows({ a: { ...entry, search: { ...search, way: 'now' } } }, [])).toEqual([]);
});

test('remembers what others started, and when a search was seen to finish', () => {
  const other = pendingOf('b');
  expect(newsOf({ a: entry }, [other], [pendingOf('a')], 9000)).toEqual({
    a: { ...entry, finishedAt: 9000 },
    b: { search, startedAt: 500, startedBy: 'bob@contoso.com' },
  });
});

test('a search that finished unseen has no time', () => {
  expect(newsOf({ a: entry }, [], [], 9000)).toEqual({});
});

test('remembers a hundred searches, the latest', () => {
  let searches: RememberedSearches = {};
  for (let at = 0; at < 105; at++) searches = withSearches(searches, { [`search ${at}`]: entry });
  expect(Object.keys(searches)).toHaveLength(100);
  expect(searches).toHaveProperty(['search 104']);
  expect(searches).not.toHaveProperty(['search 4']);
});
