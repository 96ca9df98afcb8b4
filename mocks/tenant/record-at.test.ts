import { expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { recordSchema } from '~mocks/graph-schema';
import { portalOperations } from './messages/encrypted-messages';
import { unknownRecordType } from './oddities';
import { recordAt, recordText } from './record-at';
import { createTenant } from './tenant';

const now = Date.parse('2026-06-30T00:00:00Z');
const tenant = createTenant({ seed: 'test', records: 100_000, now });
const sample = Array.from({ length: 1_000 }, (_, n) => recordAt(tenant, n * 97));

test('a thousand generated records satisfy the published schema', () => {
  for (const record of sample) {
    const parsed = recordSchema.safeParse(JSON.parse(JSON.stringify(record)));
    // The few records without auditData are intended.
    if (record.auditData !== null) expect(parsed.success ? undefined : parsed.error.issues).toBeUndefined();
  }
});

test('a record depends on tenant and index alone, not on what was read before', () => {
  const again = createTenant({ seed: 'test', records: 100_000, now });
  for (const index of [99_999, 3, 50_000, 3, 0, 98_765]) expect(recordAt(again, index)).toEqual(recordAt(tenant, index));
  expect(recordAt(createTenant({ seed: 'other', records: 100_000, now }), 3).id).not.toBe(recordAt(tenant, 3).id);
});

test('index order is time order within 180 days, and every record has its own id', () => {
  const ids = new Set<string>();
  let last = now - 180 * dayMs;
  for (let index = 0; index < 100_000; index++) {
    const time = tenant.timeline.timeAt(index);
    if (time < last || time > now) expect.fail(`record ${index} is at ${new Date(time).toISOString()}`);
    last = time;
  }
  for (const record of sample) ids.add(record.id);
  expect(ids.size).toBe(sample.length);
});

test('weekdays are far busier than weekends', () => {
  const weekend = sample.filter(({ createdDateTime }) => new Date(createdDateTime).getUTCDay() % 6 === 0).length;
  expect(weekend).toBeGreaterThan(20);
  expect(weekend).toBeLessThan(130);
});

test('the classic properties agree with the Graph properties around them', () => {
  for (const { auditData, ...record } of sample) {
    if (auditData === null) continue;
    expect(auditData['UserId'] || null).toBe(record.userPrincipalName);
    expect(auditData['UserKey'] || null).toBe(record.userId);
    expect(auditData['Workload']).toBe(record.service);
    expect(Object.keys(auditData)[0]).toBe('@odata.type');
  }
});

test('encrypted messages have every operation and every field, in believable journeys', () => {
  const planned = Array.from(tenant.timeline.plannedIndices, (index) => recordAt(tenant, index)).filter(
    (record) => record.auditLogRecordType === 'OMEPortal',
  );
  expect(new Set(planned.map((record) => record.operation))).toEqual(new Set(portalOperations));
  const fields = new Set(planned.flatMap((record) => Object.keys(record.auditData ?? {})));
  for (const field of [
    'AttachmentName',
    'AuthenticationMethod',
    'AuthenticationStatus',
    'CreationTime',
    'Id',
    'MessageId',
    'Operation',
    'OperationProperties',
    'OperationStatus',
    'Recipient',
    'RecordType',
    'ResultStatus',
    'Sender',
    'Workload',
    'UserId',
    'UserKey',
    'UserType',
    'OrganizationId',
    'Version',
  ]) {
    expect(fields).toContain(field);
  }
  const signedIn = new Set<string>();
  for (const record of planned) {
    const { MessageId, Recipient, AuthenticationStatus, Sender, UserId } = record.auditData ?? {};
    const who = `${MessageId} ${Recipient}`;
    expect(UserId).toBe(Sender);
    if (record.operation.startsWith('Authenticat')) {
      if (AuthenticationStatus === 0) signedIn.add(who);
    } else {
      expect(signedIn).toContain(who);
    }
  }
});

test('the oddities of real logs occur', () => {
  const seen = new Set<string>();
  for (let index = 0; index < 100_000; index++) {
    const record = recordAt(tenant, index);
    const audit = record.auditData;
    const ip = record.clientIp ?? '';
    if (audit === null) seen.add('no auditData');
    else if (!('CreationTime' in audit)) seen.add('no time');
    if (audit && Object.hasOwn(audit, '__proto__')) seen.add('__proto__');
    if (audit?.['RecordType'] === unknownRecordType) seen.add(record.auditLogRecordType);
    if (/^\[.*\]:\d+$/.test(ip)) seen.add('[v6]:port');
    if (/^[\d.]+:\d+$/.test(ip)) seen.add('v4:port');
    if (ip.startsWith('::ffff:')) seen.add('mapped');
    if (record.clientIp === null) seen.add('no address');
    if (record.userPrincipalName === null) seen.add('no user');
    if (/^[A-Z]\w+\.[A-Z]\w+@Contoso\.Com$/.test(record.userPrincipalName ?? '')) seen.add('other casing');
    if (audit?.['ResultStatus'] === null) seen.add('null');
    if (typeof audit?.['LongValue'] === 'string') seen.add('long');
  }
  expect([...seen].sort()).toEqual(
    [
      '__proto__',
      '[v6]:port',
      'long',
      'mapped',
      'no address',
      'no auditData',
      'no time',
      'no user',
      'null',
      'other casing',
      'unknownFutureValue',
      'v4:port',
    ].sort(),
  );
});

test('escaped markup parses to the same record', () => {
  const index = Array.from({ length: 4_000 }, (_, n) => n).find(
    (n) => recordText(tenant, n).includes('\\u0027') || recordText(tenant, n).includes('\\u003c'),
  );
  if (index === undefined) throw new Error('no escaped record');
  expect(JSON.parse(recordText(tenant, index))).toEqual(JSON.parse(JSON.stringify(recordAt(tenant, index))));
});

test('a tenant can be empty, tiny or a million records', () => {
  expect(createTenant({ seed: 'a', records: 0, now }).timeline.firstIndexAt(now)).toBe(0);
  expect(recordAt(createTenant({ seed: 'a', records: 1, now }), 0).createdDateTime < '2026-06-30').toBe(true);
  expect(recordAt(createTenant({ seed: 'a', records: 1_000_000, now }), 999_999).createdDateTime >= '2026-06-29').toBe(true);
});
