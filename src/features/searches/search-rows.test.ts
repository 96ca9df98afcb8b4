import { expect, test } from 'vitest';
import type { Search, SearchStatus } from '~/api/audit-searches';
import { emptyQuery } from '~/domain/query/audit-query';
import { parseJournal, withEntries, withoutEntry } from './search-journal';
import { filterRows, searchTimeMs, sortRows, toRows } from './search-rows';

const search = (id: string, name: string, status: SearchStatus, approximateCount?: number): Search => ({
  id,
  name,
  status,
  query: { ...emptyQuery('2026-11-14T09:31:00.000Z', '2026-11-21T09:31:00.000Z'), recordTypes: ['OMEPortal'] },
  approximateCount,
  countLimit: undefined,
  isLimitExceeded: false,
});
const rows = toRows([search('a', 'Case 12', 'succeeded', 40), search('b', 'case 2', 'running'), search('c', '', 'failed')], {
  a: { createdAt: 1000, createdBy: 'ada@contoso.com', finishedAt: 61_000, recordCount: 38 },
  b: { createdAt: 2000 },
});
const ids = (found: typeof rows) => found.map((row) => row.search.id);

test('prefers the count that was read to the estimate', () => {
  expect(rows[0]).toMatchObject({ recordCount: 38, isCountApproximate: false });
  expect(toRows([search('a', 'x', 'succeeded', 40)], {})[0]).toMatchObject({ recordCount: 40, isCountApproximate: true });
});

test('counts the search time up until it was seen to finish', () => {
  expect(rows.map((row) => searchTimeMs(row, 12_000))).toEqual([60_000, 10_000, undefined]);
});

test('sorts numbers in names as numbers, whatever the case', () => {
  expect(ids(sortRows(rows, { column: 'name', descending: false }, 0))).toEqual(['b', 'a', 'c']);
});

test('puts what is not known last in both directions', () => {
  expect(ids(sortRows(rows, { column: 'created', descending: true }, 0))).toEqual(['b', 'a', 'c']);
  expect(ids(sortRows(rows, { column: 'created', descending: false }, 0))).toEqual(['a', 'b', 'c']);
});

test('filters by name, criteria, status and author', () => {
  expect(ids(filterRows(rows, 'CASE'))).toEqual(['a', 'b']);
  expect(ids(filterRows(rows, 'omeportal progress'))).toEqual(['b']);
  expect(ids(filterRows(rows, 'ada@'))).toEqual(['a']);
  expect(ids(filterRows(rows, ' '))).toEqual(['a', 'b', 'c']);
});

test('adds to what the journal knows and forgets', () => {
  const journal = withEntries({ a: { createdAt: 1 } }, { a: { finishedAt: 2 }, b: { createdAt: 3 } });
  expect(journal).toEqual({ a: { createdAt: 1, finishedAt: 2 }, b: { createdAt: 3 } });
  expect(withoutEntry(journal, 'a')).toEqual({ b: { createdAt: 3 } });
});

test('refuses a stored journal of another shape', () => {
  expect(parseJournal({ a: { createdAt: 'yesterday' } })).toBeUndefined();
  expect(parseJournal([])).toBeUndefined();
  expect(parseJournal(undefined)).toBeUndefined();
});
