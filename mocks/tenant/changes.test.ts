import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '~/lib/time';
import { type AuditFilters, noFilters } from './audit-filters';
import type { Change } from './change';
import { isSignIn } from './messages/encrypted-messages';
import { trackedMessageId, trackedRecipients } from './messages/message-stories';
import type { TenantOptions } from './model';
import { recordAt } from './record-at';
import { settingsAt, untrackedPeriods } from './settings';
import { createTenant } from './tenant';
import { createTenantReader } from './tenant-reader';

const now = Date.parse('2026-06-30T00:00:00Z');
const options: TenantOptions = { seed: 'changes', records: 3_000, now };
const plain = createTenant(options);
const reader = createTenantReader(async () => {});
const by = 'ada.admin@contoso.com';
const revoke = (target: string, at: number, id: string = crypto.randomUUID()): Change => ({
  id,
  at,
  historyEnd: now,
  by,
  cmdlet: 'Set-OMEMessageRevocation',
  target,
  parameters: { Revoke: true, MessageId: target },
});
const track = (isOn: boolean, at: number, id: string = crypto.randomUUID()): Change => ({
  id,
  at,
  historyEnd: now,
  by,
  cmdlet: 'Set-IRMConfiguration',
  target: 'ControlPoint Config',
  parameters: { EnablePortalTrackingLogs: isOn },
});

interface Found {
  readonly id: string;
  readonly createdDateTime: string;
  readonly operation: string;
  readonly auditLogRecordType: string;
  readonly userPrincipalName: string | null;
  readonly objectId: string | null;
  readonly clientIp: string | null;
  readonly auditData: Record<string, unknown> | null;
}

/** Newest first. */
async function search(changes: readonly Change[], wanted: Partial<AuditFilters> = {}): Promise<Found[]> {
  const scope = { tenant: { ...options, changes }, filters: { ...noFilters, ...wanted } };
  const count = await reader.count(scope);
  const bytes = await reader.page(scope, { from: 0, to: count, head: '[', tail: ']', unreadable: false });
  const records: Found[] = JSON.parse(new TextDecoder().decode(bytes));
  expect(records).toHaveLength(count);
  return records;
}

const portal = { recordTypes: ['OMEPortal'] };
const untouched = await search([]);
const message = plain.messages.findLast(({ isRevocable, sent }) => isRevocable && sent < now - 10 * dayMs)?.messageId ?? '';
const visitsTo = (records: readonly Found[], id: string) => records.filter(({ auditData }) => auditData?.['MessageId'] === id);

test('the history keeps its indices, times, ids and contents whatever is changed later', () => {
  const changed = createTenant({ ...options, changes: [revoke(message, now), track(true, now + 1)] });
  for (let index = 0; index < options.records; index += 7) {
    expect(changed.timeAt(index)).toBe(plain.timeAt(index));
    expect(recordAt(changed, index)).toEqual(recordAt(plain, index));
  }
});

test('what a change leaves keeps its ids and contents while others follow', async () => {
  const first = revoke(message, now - hourMs);
  const before = await search([first]);
  const after = await search([first, track(true, now - 1000), revoke(trackedMessageId, now - 500)]);
  const ids = new Set(after.map(({ id }) => id));
  expect(before.filter(({ id }) => !ids.has(id))).toEqual([]);
  const known = new Set(untouched.map(({ id }) => id));
  const added = before.filter(({ id }) => !known.has(id));
  expect(added.length).toBeGreaterThan(2);
  for (const record of added) expect(after).toContainEqual(record);
});

test('a revocation leaves a record of the cmdlet and two recipients who sign in and are refused', async () => {
  const at = now - 2 * hourMs;
  const records = await search([revoke(trackedMessageId, at)], { start: at });
  const cmdlet = records.find(
    ({ operation, objectId }) => operation === 'Set-OMEMessageRevocation' && objectId === trackedMessageId,
  );
  expect(cmdlet).toMatchObject({
    auditLogRecordType: 'ExchangeAdmin',
    createdDateTime: '2026-06-29T22:00:00Z',
    userPrincipalName: by,
    auditData: {
      Parameters: [
        { Name: 'Revoke', Value: 'True' },
        { Name: 'MessageId', Value: trackedMessageId },
      ],
    },
  });
  expect(cmdlet?.clientIp).toMatch(/:\d+$/);
  const returns = visitsTo(records, trackedMessageId)
    .filter(({ auditLogRecordType }) => auditLogRecordType === 'OMEPortal')
    .toSorted((a, b) => a.createdDateTime.localeCompare(b.createdDateTime));
  expect(
    returns.map(({ operation, createdDateTime, auditData }) => [
      operation,
      createdDateTime.slice(11, 19),
      auditData?.['AuthenticationStatus'],
      auditData?.['OperationStatus'],
      auditData?.['ResultStatus'],
    ]),
  ).toEqual([
    ['AuthenticationRequest', '22:00:04', 0, 0, 'Success'],
    ['MessageAccess', '22:00:07', 0, 1, 'Failure'],
    ['AuthenticationRequest', '22:00:20', 0, 0, 'Success'],
    ['MessageAccess', '22:00:23', 0, 1, 'Failure'],
  ]);
  const recipients = new Set(returns.map(({ auditData }) => String(auditData?.['Recipient'])));
  expect(recipients.size).toBe(2);
  for (const each of recipients) expect(trackedRecipients).toContain(each);
});

test('a message of a story that was taken back stays in its day and leaves with it', () => {
  const changes = [revoke(trackedMessageId, now - hourMs)];
  const told = (days: number, taken: readonly Change[]) =>
    createTenant({ ...options, now: now + days * dayMs, changes: taken }).messages.find(
      ({ messageId }) => messageId === trackedMessageId,
    )?.sent;
  const sent = now - 40 * hourMs;
  expect([told(0, []), told(3, []), told(0, changes), told(3, changes)]).toEqual([sent, sent + 3 * dayMs, sent, sent]);
  expect([told(178, changes), told(179, changes)]).toEqual([sent, undefined]);
});

test('visits after a revocation are refusals, those before stay as they were', async () => {
  const visits = visitsTo(await search([], portal), trackedMessageId).toSorted((a, b) =>
    a.createdDateTime.localeCompare(b.createdDateTime),
  );
  const middle = Date.parse(visits[3]?.createdDateTime ?? '');
  const changed = visitsTo(await search([revoke(trackedMessageId, middle)], portal), trackedMessageId);
  for (const visit of visits) {
    const same = changed.find(({ id }) => id === visit.id);
    if (Date.parse(visit.createdDateTime) < middle || isSignIn(visit.operation)) expect(same).toEqual(visit);
    else expect(same?.auditData).toMatchObject({ ResultStatus: 'Failure', OperationStatus: 1, AuthenticationStatus: 0 });
  }
});

test('a message that two tabs revoke is revoked from the first time on', async () => {
  const first = revoke(trackedMessageId, now - 40 * hourMs);
  const refused = (records: readonly Found[]) =>
    visitsTo(records, trackedMessageId).filter(({ auditData }) => auditData?.['ResultStatus'] === 'Failure').length;
  const between = { start: now - 40 * hourMs + minuteMs, end: now };
  expect(refused(await search([first, revoke(trackedMessageId, now)], between))).toBe(refused(await search([first], between)));
});

test('the record of a change leaves the log after 180 days', async () => {
  const count = async (at: number) => (await search([track(true, at)])).length - untouched.length;
  expect([await count(now - 180 * dayMs), await count(now - 181 * dayMs)]).toEqual([1, 0]);
});

test('an unknown message that is revoked leaves only the cmdlet', async () => {
  const records = await search([revoke('<gone@contoso.com>', now)]);
  expect(records).toHaveLength(untouched.length + 1);
});

test('while tracking is off the log has no visits, and nothing else is missing', async () => {
  const whole = (at: number) => Math.floor(at / 1000) * 1000;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: now - 180 * dayMs, max: now }), fc.boolean()), { maxLength: 6 }),
      async (switches) => {
        const changes = switches.toSorted(([a], [b]) => a - b).map(([at, isOn]) => track(isOn, whole(at)));
        const isOff = (at: number) =>
          changes.findLast((change) => change.at <= at)?.parameters['EnablePortalTrackingLogs'] === false;
        const expected = untouched.filter(
          ({ auditLogRecordType, createdDateTime }) => auditLogRecordType !== 'OMEPortal' || !isOff(Date.parse(createdDateTime)),
        );
        const added = new Set(untouched.map(({ id }) => id));
        const found = await search(changes);
        expect(
          found
            .filter(({ id }) => added.has(id))
            .map(({ id }) => id)
            .sort(),
        ).toEqual(expected.map(({ id }) => id).sort());
        expect(found.filter(({ id }) => !added.has(id)).map(({ operation }) => operation)).toEqual(
          changes.map(() => 'Set-IRMConfiguration'),
        );
      },
    ),
    { numRuns: 12 },
  );
});

test('recipients who come back while tracking is off leave nothing', async () => {
  const at = now - hourMs;
  const records = await search([track(false, at - 1000), revoke(trackedMessageId, at), track(true, at + 10_000)], {
    start: at - 2000,
    end: at + 60_000,
    recordTypes: ['OMEPortal', 'ExchangeAdmin'],
  });
  const returns = visitsTo(records, trackedMessageId).filter(({ auditLogRecordType }) => auditLogRecordType === 'OMEPortal');
  expect(returns.map(({ createdDateTime }) => createdDateTime.slice(11, 19)).sort()).toEqual(['23:00:20', '23:00:23']);
});

test('what was changed stands in its place among the others, newest first', async () => {
  const changes = [track(true, now - 20 * dayMs), track(true, now - 3 * dayMs), track(true, now)];
  const records = await search(changes);
  expect(records).toHaveLength(untouched.length + 3);
  const places = records.flatMap(({ operation, userPrincipalName }, place) =>
    operation === 'Set-IRMConfiguration' && userPrincipalName === by ? [place] : [],
  );
  expect(places).toHaveLength(3);
  for (const place of places) {
    const at = records[place]?.createdDateTime ?? '';
    // Pages swap neighbours within eight.
    expect((records[place + 16]?.createdDateTime ?? '') <= at).toBe(true);
    if (place >= 16) expect((records[place - 16]?.createdDateTime ?? '') >= at).toBe(true);
  }
});

test('start is included and end is not, for changes as for all', async () => {
  const change = track(true, now - hourMs);
  const count = async (wanted: Partial<AuditFilters>) => (await search([change], { ...wanted, users: [by] })).length;
  expect([
    await count({ start: change.at }),
    await count({ start: change.at + 1000 }),
    await count({ end: change.at }),
    await count({ end: change.at + 1 }),
  ]).toEqual([1, 0, 0, 1]);
});

test('settings are the defaults and every change until then', () => {
  const changes = [track(false, 1000), track(true, 5000), track(false, 9000)];
  const isOn = (at: number) => settingsAt(changes, at).irm['EnablePortalTrackingLogs'];
  expect([isOn(0), isOn(1000), isOn(4999), isOn(5000), isOn(9000)]).toEqual([true, false, false, true, false]);
  expect(untrackedPeriods(changes)).toEqual([
    { from: 1000, to: 5000 },
    { from: 9000, to: Number.POSITIVE_INFINITY },
  ]);
});
