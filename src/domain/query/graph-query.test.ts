import { expect, test } from 'vitest';
import { type AuditQuery, emptyQuery } from './audit-query';
import { fromGraphQuery, graphQuerySchema, toGraphQuery } from './graph-query';

const unfiltered: AuditQuery = { ...emptyQuery('2026-11-14T00:00:00.000Z', '2026-11-21T00:00:00.000Z'), name: 'Last week' };

const everything: AuditQuery = {
  ...unfiltered,
  keyword: 'merger',
  adminUnits: ['9a3c'],
  operations: ['MessageAccess', 'Add user.'],
  recordTypes: ['OMEPortal', 'MIPLabel', 'SomethingNew'],
  users: ['ada@contoso.com'],
  objects: ['https://contoso.sharepoint.com/sites/x/*'],
  workloads: ['Exchange', 'OneDrive'],
  ipAddresses: ['203.0.113.7'],
};

test('leaves out filters that are not set', () => {
  expect(toGraphQuery(unfiltered)).toEqual({
    '@odata.type': '#microsoft.graph.security.auditLogQuery',
    displayName: 'Last week',
    filterStartDateTime: '2026-11-14T00:00:00.000Z',
    filterEndDateTime: '2026-11-21T00:00:00.000Z',
  });
});

test('writes record types the way Graph spells them, and unknown ones as they are', () => {
  expect(toGraphQuery(everything)['recordTypeFilters']).toEqual(['omePortal', 'mipLabel', 'SomethingNew']);
});

test('reads back every filter it writes', () => {
  expect(fromGraphQuery(graphQuerySchema.parse(toGraphQuery(everything)))).toEqual(everything);
});

test('reads unset filters that come back as null', () => {
  const answer = {
    displayName: null,
    filterStartDateTime: '2026-11-14T00:00:00Z',
    recordTypeFilters: null,
    operationFilters: null,
  };
  expect(fromGraphQuery(graphQuerySchema.parse(answer))).toEqual({ ...unfiltered, name: '', end: '' });
});

test('reads the service filter as one text or as a list', () => {
  expect(fromGraphQuery({ serviceFilter: 'Exchange' }).workloads).toEqual(['Exchange']);
  expect(fromGraphQuery({ serviceFilters: 'Exchange' }).workloads).toEqual(['Exchange']);
  expect(fromGraphQuery({ serviceFilters: ['Exchange', 'OneDrive'] }).workloads).toEqual(['Exchange', 'OneDrive']);
});
