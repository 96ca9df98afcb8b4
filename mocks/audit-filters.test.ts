import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGraphCaller } from './graph-caller';
import type { GraphRecord } from './graph-schema';
import { createMockedServer } from './node';
import { adminUnitId } from './tenant/people';
import { recordAt } from './tenant/record-at';
import { createTenant } from './tenant/tenant';

// Every filter through the real handlers against a naive filter over the full JSON of every record.
const options = { seed: 'filters', records: 4_000, now: Date.parse('2026-06-30T00:00:00Z') };
const server = createMockedServer({ ...options, latency: 0 });
const caller = createGraphCaller();
const tenant = createTenant(options);
// auditData is not looked at here, so records without it count like the others.
const all = Array.from({ length: options.records }, (_, index) => recordAt(tenant, index)) as unknown as GraphRecord[];

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();
const address = (ip: string | null) =>
  ip
    ?.replace(/^\[(.*)\]:\d+$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:/, '');
const common = (record: GraphRecord) =>
  [record.auditLogRecordType, record.operation, record.service, record.userPrincipalName, record.objectId, record.clientIp].map(
    (each) => (each ?? '').toLowerCase(),
  );
const someone = all.find((record) => record.clientIp?.startsWith('2001:'));
const person = someone?.userPrincipalName ?? '';
const ip = address(someone?.clientIp ?? null) ?? '';
const object = all.find((record) => record.objectId?.startsWith('https://'))?.objectId ?? '';
const europe = adminUnitId('Europe');

const cases: readonly (readonly [name: string, body: object, naive: (record: GraphRecord) => boolean])[] = [
  ['nothing', {}, () => true],
  [
    'start, included',
    { filterStartDateTime: all[1_500]?.createdDateTime },
    (record) => record.createdDateTime >= (all[1_500]?.createdDateTime ?? ''),
  ],
  [
    'end, excluded',
    { filterEndDateTime: all[1_500]?.createdDateTime },
    (record) => record.createdDateTime < (all[1_500]?.createdDateTime ?? ''),
  ],
  [
    'a time zone',
    { filterEndDateTime: '2026-03-01T02:00:00+02:00' },
    (record) => record.createdDateTime < '2026-03-01T00:00:00Z',
  ],
  [
    'record types in camelCase',
    { recordTypeFilters: ['exchangeAdmin', 'omePortal'] },
    (record) => ['ExchangeAdmin', 'OMEPortal'].includes(record.auditLogRecordType),
  ],
  [
    'record types in PascalCase',
    { recordTypeFilters: ['SharePointFileOperation'] },
    (record) => record.auditLogRecordType === 'SharePointFileOperation',
  ],
  [
    'operations in any casing',
    { operationFilters: ['filedeleted', 'Update user.'] },
    (record) => ['FileDeleted', 'Update user.'].includes(record.operation),
  ],
  ['an operation that is only part of one', { operationFilters: ['File'] }, () => false],
  [
    'a user in any casing',
    { userPrincipalNameFilters: [person.toUpperCase()] },
    (record) => same(record.userPrincipalName, person),
  ],
  ['a system actor', { userPrincipalNameFilters: ['app@sharepoint'] }, (record) => record.userPrincipalName === 'app@sharepoint'],
  ['an address', { ipAddressFilters: [ip] }, (record) => address(record.clientIp) === ip],
  ['an address with a port', { ipAddressFilters: [`[${ip}]:443`] }, (record) => address(record.clientIp) === ip],
  ['a whole object id', { objectIdFilters: [object.toUpperCase()] }, (record) => same(record.objectId, object)],
  [
    'an object id with a wildcard at the end',
    { objectIdFilters: ['https://contoso.sharepoint.com/sites/finance/*'] },
    (record) => record.objectId?.toLowerCase().startsWith('https://contoso.sharepoint.com/sites/finance/') ?? false,
  ],
  [
    'an object id with a wildcard in front',
    { objectIdFilters: ['*.xlsx', '*.docx'] },
    (record) => /\.(xlsx|docx)$/i.test(record.objectId ?? ''),
  ],
  ['services', { serviceFilters: ['exchange', 'OneDrive'] }, (record) => ['Exchange', 'OneDrive'].includes(record.service)],
  ['a service as beta spells it', { serviceFilter: 'MicrosoftTeams' }, (record) => record.service === 'MicrosoftTeams'],
  ['admin units', { administrativeUnitIdFilters: [europe] }, (record) => record.administrativeUnits.includes(europe)],
  ['a keyword', { keywordFilter: 'Budget' }, (record) => common(record).some((text) => text.includes('budget'))],
  [
    'a keyword with a wildcard',
    { keywordFilter: 'sites*final' },
    (record) => common(record).some((text) => /sites[\s\S]*final/.test(text)),
  ],
  [
    'a keyword of special characters',
    { keywordFilter: 'v2.docx' },
    (record) => common(record).some((text) => text.includes('v2.docx')),
  ],
  [
    'an unknown record type',
    { recordTypeFilters: ['unknownFutureValue'] },
    (record) => record.auditLogRecordType === 'unknownFutureValue',
  ],
  [
    'all together',
    {
      recordTypeFilters: ['sharePointFileOperation'],
      operationFilters: ['FileAccessed', 'FileModified'],
      serviceFilters: ['SharePoint'],
      keywordFilter: 'xlsx',
      administrativeUnitIdFilters: [europe],
    },
    (record) =>
      record.auditLogRecordType === 'SharePointFileOperation' &&
      ['FileAccessed', 'FileModified'].includes(record.operation) &&
      record.service === 'SharePoint' &&
      common(record).some((text) => text.includes('xlsx')) &&
      record.administrativeUnits.includes(europe),
  ],
  [
    'empty lists, which are no filters',
    { operationFilters: [], recordTypeFilters: null, serviceFilters: [''], keywordFilter: '' },
    () => true,
  ],
];

test.each(cases)('filters by %s as a naive filter does', async (_, body, naive) => {
  const { query, pages } = await caller.search(body, 1_000);
  const expected = all.filter(naive).map(({ id }) => id);
  const found = pages
    .flat()
    .flatMap((record) => (record !== null && typeof record === 'object' && 'id' in record ? String(record.id) : []));
  expect([...new Set(found)].sort()).toEqual(expected.sort());
  expect(query.approximateReturnedRecordCount).toBe(expected.length);
  await caller.call(`/queries/${query.id}`, { method: 'DELETE' });
});

test('the cases above are not all empty', () => {
  expect(cases.filter(([, , naive]) => all.filter(naive).length === 0).map(([name]) => name)).toEqual([
    'an operation that is only part of one',
  ]);
});
