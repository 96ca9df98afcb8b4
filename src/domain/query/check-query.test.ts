import { expect, test } from 'vitest';
import { type AuditQuery, emptyQuery } from './audit-query';
import { checkQuery, type QueryIssue } from './check-query';

const context = { now: Date.parse('2026-11-21T09:31:00Z'), retentionDays: 180 };
const week: AuditQuery = { ...emptyQuery('2026-11-14T09:31:00.000Z', '2026-11-21T09:31:00.000Z'), recordTypes: ['OMEPortal'] };

const check = (change: Partial<AuditQuery>) => checkQuery({ ...week, ...change }, context);
const only = (issues: readonly QueryIssue[]) => {
  expect(issues).toHaveLength(1);
  return issues[0];
};
const fixed = (change: Partial<AuditQuery>) => only(check(change))?.fix?.apply({ ...week, ...change });

test('finds nothing wrong with an ordinary query', () => {
  expect(check({})).toEqual([]);
});

test('asks for dates that are missing', () => {
  expect(check({ start: '', end: '' })).toMatchObject([
    { field: 'start', severity: 'error' },
    { field: 'end', severity: 'error' },
  ]);
});

test('refuses an end that is not after the start', () => {
  expect(only(check({ end: week.start }))).toMatchObject({
    field: 'end',
    severity: 'error',
    message: 'The end must be after the start.',
  });
});

test('warns of a start before retention and moves it', () => {
  const change = { start: '2026-01-01T00:00:00.000Z' };
  expect(only(check(change))).toMatchObject({ field: 'start', severity: 'warning' });
  expect(fixed(change)?.start).toBe('2026-05-25T09:31:00.000Z');
});

test('does not warn of the longest range that is offered', () => {
  expect(check({ start: '2026-05-25T09:31:00.000Z' })).toEqual([]);
});

test('warns of an end in the future and moves it', () => {
  const change = { end: '2026-12-01T00:00:00.000Z' };
  expect(only(check(change))).toMatchObject({ field: 'end', severity: 'warning' });
  expect(fixed(change)?.end).toBe('2026-11-21T09:31:00.000Z');
});

test('offers * for special characters in a keyword', () => {
  expect(fixed({ keyword: 'test_search-document' })?.keyword).toBe('test*search*document');
  expect(check({ keyword: 'Überweisung 2026' })).toEqual([]);
});

test('adds the period that Entra operations end with', () => {
  expect(fixed({ operations: ['Update user', 'FileModified'] })?.operations).toEqual(['Update user.', 'FileModified']);
  expect(check({ operations: ['Update user.'] })).toEqual([]);
});

test('offers the other name of a renamed operation', () => {
  expect(fixed({ operations: ['FileDeleted'] })?.operations).toEqual(['FileDeleted', 'FileRecycled']);
  expect(check({ operations: ['FileDeleted', 'FileRecycled'] })).toEqual([]);
});

test('accepts an operation nobody documented', () => {
  expect(check({ operations: ['Set-Mailbox', 'SomethingNew'] })).toEqual([]);
});

test('doubts a record type that is not known', () => {
  expect(only(check({ recordTypes: ['OMEPortal', 'exch'] }))).toMatchObject({ field: 'recordTypes', severity: 'warning' });
  expect(check({ recordTypes: ['154'] })).toEqual([]);
});

test('appends /* to a site', () => {
  expect(fixed({ objects: ['https://contoso.sharepoint.com/sites/hr/'] })?.objects).toEqual([
    'https://contoso.sharepoint.com/sites/hr/*',
  ]);
  expect(fixed({ objects: ['https://contoso.sharepoint.com'] })?.objects).toEqual(['https://contoso.sharepoint.com/*']);
});

test('puts * before a bare file name', () => {
  expect(fixed({ objects: ['report.docx'] })?.objects).toEqual(['*report.docx']);
});

test('puts * around a bare word, which would have to be the whole address', () => {
  expect(only(check({ objects: ['falcon'] }))).toMatchObject({
    field: 'objects',
    severity: 'warning',
    message: expect.stringContaining('found only between two *'),
    fix: { label: 'Use *falcon*' },
  });
  expect(fixed({ objects: ['falcon', '*.docx', 'offer'] })?.objects).toEqual(['*falcon*', '*.docx', '*offer*']);
});

test('doubts users that are not whole, and offers the keyword, which finds parts', () => {
  expect(only(check({ users: ['adele@contoso.com', 'falcon'] }))).toMatchObject({ field: 'users', severity: 'warning' });
  expect(fixed({ users: ['adele@contoso.com', 'falcon'] })).toMatchObject({ users: ['adele@contoso.com'], keyword: 'falcon' });
  expect(fixed({ users: ['adele*'] })).toMatchObject({ users: [], keyword: 'adele' });
  expect(only(check({ users: ['falcon'], keyword: 'offer' }))?.fix).toBeUndefined();
  expect(only(check({ users: ['falcon', 'adele'] }))?.fix).toBeUndefined();
});

test('takes accounts of services and object IDs for whole users', () => {
  const users = [
    'NT AUTHORITY\\SYSTEM (Microsoft.Exchange)',
    'SHAREPOINT\\system',
    'S-1-5-18',
    '8b0d6a36-3a5e-4b7f-9c11-2f3f1d1f0a01',
    'ServicePrincipal_8b0d6a36-3a5e-4b7f-9c11-2f3f1d1f0a01',
    'Sync Service',
    'anonymous',
  ];
  expect(check({ users })).toEqual([]);
});

test('leaves whole addresses, wildcards, mailboxes and object names alone', () => {
  const objects = [
    'https://contoso.sharepoint.com/sites/hr/a.docx',
    '*a.docx',
    'anna@contoso.com',
    'Default Policy',
    'https://x.com/*',
  ];
  expect(check({ objects })).toEqual([]);
});

test('refuses what is not an IP address or range', () => {
  expect(check({ ipAddresses: ['203.0.113.7', '2001:db8::1', '10.0.0.0/8', '2001:db8::/32'] })).toEqual([]);
  const change = { ipAddresses: ['203.0.113.7', '203.0.113.999', '10.0.0.0/33', 'vpn'] };
  expect(only(check(change))).toMatchObject({ field: 'ipAddresses', severity: 'error' });
  expect(fixed(change)?.ipAddresses).toEqual(['203.0.113.7']);
});

test('doubts admin units that are not object IDs', () => {
  expect(only(check({ adminUnits: ['Berlin'] }))).toMatchObject({ field: 'adminUnits', severity: 'warning' });
  expect(check({ adminUnits: ['8b0d6a36-3a5e-4b7f-9c11-2f3f1d1f0a01'] })).toEqual([]);
});

test('warns that a search without filters is slow', () => {
  expect(only(check({ recordTypes: [] }))).toMatchObject({ field: 'query', severity: 'warning' });
});
