import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryQuery, fullQuery } from '~/domain/query/arbitrary-query.fixture';
import { filterCriterion, filterKeys } from '~/domain/query/search-criteria';
import { rangeEnding } from '~/lib/date-range';
import { type SearchForm, toAuditQuery } from './search-form';
import { fromSearchParams, searchParamsOf, searchParamsSchema, toSearchParams } from './search-params';

const now = Date.parse('2026-11-21T09:31:42.500Z');
const blank = fromSearchParams({}, now);
const full: SearchForm = {
  range: undefined,
  start: '2026-11-14T09:31:00.000Z',
  end: '2026-11-20T10:00:30.000Z',
  keyword: '154',
  adminUnits: ['8b0d6a36-3a5e-4b7f-9c11-2f3f1d1f0a01'],
  operations: ['Update user.', 'MessageAccess'],
  recordTypes: ['OMEPortal'],
  name: 'Case 12, “urgent”',
  users: ['anna@contoso.com'],
  objects: ['*Smith, John.docx'],
  workloads: ['AzureActiveDirectory'],
  ipAddresses: ['203.0.113.0/24'],
};

test('starts with the last seven days to the minute', () => {
  expect(blank).toMatchObject({ range: '7d', start: '2026-11-14T09:32:00.000Z', end: '2026-11-21T09:32:00.000Z' });
});

test('leaves the default form out of the address', () => {
  expect(toSearchParams(blank)).toEqual({});
});

test('keeps a range that counts back from now as one', () => {
  const params = toSearchParams({ ...blank, ...rangeEnding('30d', now) });
  expect(params).toEqual({ last: '30d' });
  expect(fromSearchParams(params, now + 60_000).end).toBe('2026-11-21T09:33:00.000Z');
});

test('gives back every field', () => {
  const params = searchParamsSchema.parse(JSON.parse(JSON.stringify(toSearchParams(full))));
  expect(params.from).toBe('2026-11-14T09:31Z');
  expect(fromSearchParams(params, now)).toEqual(full);
});

test('keeps a date that was cleared', () => {
  const cleared = { ...full, start: '', end: '' };
  expect(fromSearchParams(toSearchParams(cleared), now)).toEqual(cleared);
});

test('reads what people write by hand', () => {
  const params = searchParamsSchema.parse({ type: 'OMEPortal', q: 154, op: ['a', 7], last: 'week', from: { no: 1 } });
  expect(fromSearchParams(params, now)).toMatchObject({
    recordTypes: ['OMEPortal'],
    keyword: '154',
    operations: ['a', '7'],
    range: '7d',
  });
});

test('makes the form of a query that ran', () => {
  expect(toAuditQuery(fromSearchParams(searchParamsOf(toAuditQuery(full)), now))).toEqual(toAuditQuery(full));
});

test('whatever was asked can be put into an address and asked again', () => {
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const address = defaultStringifySearch(searchParamsOf(query));
      const form = fromSearchParams(searchParamsSchema.parse(defaultParseSearch(address)), now);
      expect(form).toEqual({ ...query, range: undefined });
    }),
  );
});

test.each(filterKeys)('an address with %s alone says nothing else', (key) => {
  const params = toSearchParams({ ...blank, [key]: fullQuery()[key] });
  expect(params).toEqual({ [filterCriterion(key).url]: fullQuery()[key] });
});
