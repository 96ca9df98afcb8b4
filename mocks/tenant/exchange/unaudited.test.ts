import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultActions } from '~/domain/mailbox-auditing/mailbox-actions';
import { dayMs } from '~/lib/time';
import { type AuditFilters, noFilters } from '~mocks/tenant/audit-filters';
import type { Change, Properties } from '~mocks/tenant/change';
import { recordAt, type TenantRecord } from '~mocks/tenant/record-at';
import { settingsAt } from '~mocks/tenant/settings';
import { createTenant } from '~mocks/tenant/tenant';
import { createTenantReader } from '~mocks/tenant/tenant-reader';
import { auditingOf } from './mailbox-settings';

const now = Date.parse('2026-06-30T00:00:00Z');
const options = { seed: 'unaudited', records: 5_000, now };
const plain = createTenant(options);
const all = Array.from({ length: options.records }, (_, index) => recordAt(plain, index));
const reader = createTenantReader(async () => {});
const priya = 'priya.raman@contoso.com';
const middle = now - 60 * dayMs;

const change = (cmdlet: string, target: string, parameters: Properties, at: number): Change => ({
  id: `${cmdlet} ${target} ${at}`,
  at,
  historyEnd: now,
  by: 'ada.admin@contoso.com',
  cmdlet,
  target,
  parameters,
});
const set = (parameters: Properties, at = middle, target = priya) => change('Set-Mailbox', target, parameters, at);
const disable = (AuditDisabled: boolean, at: number) =>
  change('Set-OrganizationConfig', 'contoso.onmicrosoft.com', { AuditDisabled }, at);
const bypass = (AuditBypassEnabled: boolean, at: number, target = priya) =>
  change('Set-MailboxAuditBypassAssociation', target, { AuditBypassEnabled }, at);

/** Ids of the history's own records that a search finds; pages and counts agree. */
async function found(changes: readonly Change[], wanted: Partial<AuditFilters> = {}): Promise<Set<string>> {
  const scope = { tenant: { ...options, changes }, filters: { ...noFilters, ...wanted } };
  const count = await reader.count(scope);
  const bytes = await reader.page(scope, { from: 0, to: count, head: '[', tail: ']', unreadable: false });
  const records: TenantRecord[] = JSON.parse(new TextDecoder().decode(bytes));
  expect(records).toHaveLength(count);
  return new Set(records.filter(({ id }) => known.has(id)).map(({ id }) => id));
}
const known = new Set(all.map(({ id }) => id));

const ofMailboxes = ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated'];
const timeOf = ({ createdDateTime }: TenantRecord) => Date.parse(createdDateTime);
const isIn = (mailbox: string) => (record: TenantRecord) =>
  ofMailboxes.includes(record.auditLogRecordType) && record.auditData?.['MailboxOwnerUPN'] === mailbox;
const missing = async (changes: readonly Change[]) => {
  const left = await found(changes);
  return all.filter(({ id }) => !left.has(id));
};

test('an action that is switched off is missing from then on', async () => {
  const gone = await missing([set({ AuditOwner: ['Update'] })]);
  expect(gone).toEqual(
    all.filter((record) => isIn(priya)(record) && timeOf(record) >= middle && record.operation !== 'Update' && owned(record)),
  );
  expect(gone.length).toBeGreaterThan(10);
});

const owned = ({ auditData }: TenantRecord) => auditData?.['LogonType'] === 0;

test('permissions to folders are one action under several names', async () => {
  const gone = await missing(
    plain.world.mailboxes.map(({ upn }) =>
      set({ AuditOwner: { Remove: ['UpdateFolderPermissions'] } }, middle - 100 * dayMs, upn),
    ),
  );
  expect(new Set(gone.map(({ operation }) => operation.replace(/^(Add|Modify|Remove|Update)/, '')))).toEqual(
    new Set(['FolderPermissions']),
  );
});

test('restored defaults are the defaults of Microsoft, not what the mailbox had at first', async () => {
  const vivian = 'vivian.castell@contoso.com';
  const restored = set({ DefaultAuditSet: ['Delegate'] }, middle, vivian);
  expect(auditingOf(settingsAt([restored], now), vivian)['AuditDelegate']).toEqual(defaultActions('today', 'Delegate'));
  const gone = await missing([restored]);
  expect(gone.length).toBeGreaterThan(3);
  expect(new Set(gone.map(({ operation }) => operation))).toEqual(new Set(['FolderBind']));
  const off = set({ AuditOwner: 'None' });
  const on = set({ DefaultAuditSet: ['Owner'] }, middle + 20 * dayMs);
  expect((await missing([off, on])).every((record) => timeOf(record) < on.at)).toBe(true);
});

test('AuditEnabled is ignored while the organization is audited', async () => {
  expect(await missing([set({ AuditEnabled: false })])).toEqual([]);
});

test('while auditing is off for all there is no record of any mailbox, and all others are there', async () => {
  const until = middle + 20 * dayMs;
  const gone = await missing([disable(true, middle), disable(false, until)]);
  expect(gone).toEqual(
    all.filter((record) => ofMailboxes.includes(record.auditLogRecordType) && timeOf(record) >= middle && timeOf(record) < until),
  );
});

test('a bypassed account leaves no trace in any mailbox', async () => {
  const busy = 'adele.abebe@contoso.com';
  const gone = await missing([bypass(true, middle, busy)]);
  expect(gone).toEqual(
    all.filter(
      (record) =>
        ofMailboxes.includes(record.auditLogRecordType) &&
        timeOf(record) >= middle &&
        record.userPrincipalName?.toLowerCase() === busy,
    ),
  );
  expect(gone.length).toBeGreaterThan(3);
  expect(await missing([bypass(true, middle, busy), bypass(false, middle + 1000, busy)])).toEqual([]);
});

test('any changes at all keep out what a look at each single record says', async () => {
  const day = fc.integer({ min: now - 180 * dayMs, max: now });
  const someone = fc.constantFrom(priya, 'info@contoso.com', 'vivian.castell@contoso.com', 'adele.abebe@contoso.com');
  const actions = fc.subarray(['MailItemsAccessed', 'Send', 'SendAs', 'Create', 'HardDelete', 'FolderBind']);
  const anyChange = fc.oneof(
    fc.tuple(day, fc.boolean()).map(([at, isOff]) => disable(isOff, at)),
    fc.tuple(day, fc.boolean(), someone).map(([at, isOn, who]) => bypass(isOn, at, who)),
    fc
      .tuple(day, actions, someone, fc.constantFrom('Owner', 'Delegate'))
      .map(([at, list, who, logon]) => set({ [`Audit${logon}`]: list }, at, who)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { maxLength: 8 }), async (unsorted) => {
      const changes = unsorted.map((each) => ({ ...each, at: Math.floor(each.at / 1000) * 1000 })).sort((a, b) => a.at - b.at);
      const left = await found(changes, { recordTypes: ofMailboxes });
      const expected = all.filter((record) => ofMailboxes.includes(record.auditLogRecordType) && isLogged(record, changes));
      expect([...left].sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
    { numRuns: 25 },
  );
});

function isLogged(record: TenantRecord, changes: readonly Change[]): boolean {
  const settings = settingsAt(changes, timeOf(record));
  if (settings.organization['AuditDisabled']) return false;
  if (settings.bypassed.includes(record.userPrincipalName?.toLowerCase() ?? '')) return false;
  const { MailboxOwnerUPN, LogonType } = record.auditData ?? {};
  if (MailboxOwnerUPN === undefined) return true;
  const action = record.operation.endsWith('FolderPermissions') ? 'UpdateFolderPermissions' : record.operation;
  const logon = LogonType === 0 ? 'Owner' : LogonType === 2 ? 'Delegate' : 'Admin';
  const audited = auditingOf(settings, String(MailboxOwnerUPN))[`Audit${logon}`];
  return Array.isArray(audited) && audited.includes(action);
}

test('records keep their contents, and those before a change stay', async () => {
  const changes = [disable(true, middle), set({ AuditOwner: 'None' })];
  const changed = createTenant({ ...options, changes });
  for (let index = 0; index < options.records; index += 11) expect(recordAt(changed, index)).toEqual(all[index]);
  expect((await missing(changes)).every((record) => timeOf(record) >= middle)).toBe(true);
});
