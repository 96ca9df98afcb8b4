import { expect, test } from 'vitest';
import { emptyQuery } from './audit-query';
import { describePeriod, describeQuery, nameOfQuery } from './describe-query';

const week = emptyQuery('2026-11-14T09:31:00.000Z', '2026-11-21T09:31:00.000Z');

test('says that everything by anyone is asked for', () => {
  expect(describeQuery(week)).toBe('All activities, by anyone, 14 to 21 Nov 2026 UTC');
});

test('names a record type however it was written', () => {
  expect(describeQuery({ ...week, recordTypes: ['omePortal'] })).toBe('OMEPortal records, by anyone, 14 to 21 Nov 2026 UTC');
});

test('names activities by their friendly names, within record types', () => {
  expect(describeQuery({ ...week, operations: ['MessageAccess', 'AttachmentDownload'], recordTypes: ['OMEPortal'] })).toBe(
    'Opened encrypted message or Downloaded attachment of encrypted message in OMEPortal records, by anyone, 14 to 21 Nov 2026 UTC',
  );
});

test('names every filter', () => {
  const query = {
    ...week,
    keyword: ' invoice ',
    users: ['anna@contoso.com', 'bo@contoso.com'],
    adminUnits: ['1', '2'],
    objects: ['*report.docx'],
    workloads: ['AzureActiveDirectory'],
    ipAddresses: ['203.0.113.7'],
  };
  expect(describeQuery(query)).toBe(
    'All activities containing “invoice”, by anna@contoso.com or bo@contoso.com, within 2 admin units, on *report.docx, in Entra ID, from 203.0.113.7, 14 to 21 Nov 2026 UTC',
  );
});

test('counts what does not fit', () => {
  const users = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(describeQuery({ ...week, users })).toContain('by a, b, c or 3 other users');
  expect(nameOfQuery({ ...week, users })).toBe('All activities, by a or 5 other users, 14 to 21 Nov 2026 UTC');
  expect(nameOfQuery({ ...week, operations: ['x', 'y', 'z'], ipAddresses: ['1', '2', '3'] })).toBe(
    'x or 2 other activities, from 1 or 2 other addresses, 14 to 21 Nov 2026 UTC',
  );
});

test('names the time where the days alone would mislead', () => {
  expect(describePeriod('2026-11-14T09:31:00Z', '2026-11-14T12:00:00Z')).toBe('14 Nov 2026, 09:31 to 12:00 UTC');
  expect(describePeriod('2026-11-14T09:31:00Z', '2026-11-15T09:31:00Z')).toBe('14 Nov 09:31 to 15 Nov 2026 09:31 UTC');
  expect(describePeriod('2025-12-31T23:00:00Z', '2026-01-02T01:00:00Z')).toBe('31 Dec 2025 23:00 to 2 Jan 2026 01:00 UTC');
});

test('leaves out the month or year that both ends share', () => {
  expect(describePeriod('2026-10-28T09:31:00Z', '2026-11-04T09:31:00Z')).toBe('28 Oct to 4 Nov 2026 UTC');
  expect(describePeriod('2025-12-28T09:31:00Z', '2026-01-04T09:31:00Z')).toBe('28 Dec 2025 to 4 Jan 2026 UTC');
});

test('names the last whole day of a range from midnight to midnight', () => {
  expect(describePeriod('2026-11-14T00:00:00Z', '2026-11-15T00:00:00Z')).toBe('14 Nov 2026 UTC');
  expect(describePeriod('2026-10-30T00:00:00Z', '2026-11-01T00:00:00Z')).toBe('30 to 31 Oct 2026 UTC');
});

test('does not fail for dates that are not there yet', () => {
  expect(describePeriod('', '2026-11-15T00:00:00Z')).toBe('until 15 Nov 2026 00:00');
  expect(describePeriod('2026-11-15T00:00:00Z', '')).toBe('from 15 Nov 2026 00:00');
  expect(describePeriod('', '')).toBe('at any time');
});
