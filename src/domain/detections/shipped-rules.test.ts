// The rules that come with Ledgerline, on the last days of the mocked tenant, where its stories are, and on real logs.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type NaiveRecord, naiveRecord, passes } from '~/engine/naive-records.fixture';
import { filledColumns, wholeView } from '~/engine/record-sets.fixture';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';
import { recordAt } from '~mocks/tenant/record-at';
import { forwardingAddress, intruderAddress } from '~mocks/tenant/stories';
import { createTenant } from '~mocks/tenant/tenant';
import { compileRules, type Detection } from './compile-rules';
import { shippedRules } from './shipped-rules';

const detections = compileRules(shippedRules());

function detectionOf(title: string): Detection {
  const detection = detections.find(({ rule }) => rule.title === title);
  if (!detection) throw new Error(`There is no rule ${title}.`);
  return detection;
}

function found(title: string, records: readonly NaiveRecord[]): readonly NaiveRecord[] {
  const detection = detectionOf(title);
  return detection.kind === 'records' ? records.filter((record) => passes(record, detection.filter)) : [];
}

async function correlated(title: string, raws: readonly string[]) {
  const detection = detectionOf(title);
  if (detection.kind !== 'correlation') return [];
  const set = await filledColumns(raws);
  const { found } = await set.open(wholeView).correlate(detection.correlation, 1000);
  return found.map(({ key, count }) => ({ key, count }));
}

const record = (auditData: object): NaiveRecord =>
  naiveRecord(
    JSON.stringify({ id: '1', createdDateTime: '2026-06-30T00:00:00Z', auditData: { Workload: 'Exchange', ...auditData } }),
  );
const cmdlet = (Operation: string, parameters: Readonly<Record<string, string>>) =>
  record({ RecordType: 1, Operation, Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })) });

const whole = createTenant({ seed: 'contoso', records: 100_000, now: Date.parse('2026-06-30T00:00:00Z') });
/** Some three days and a half. */
const tenantRaws = Array.from({ length: 2_000 }, (_, i) => JSON.stringify(recordAt(whole, 98_000 + i)));
const tenant = tenantRaws.map(naiveRecord);

test('all of them can be translated, and say what they are', () => {
  expect(detections.flatMap((detection) => (detection.kind === 'cannot' ? detection.reasons : []))).toEqual([]);
  expect(new Set(detections.map(({ rule }) => rule.id)).size).toBe(detections.length);
  for (const { rule, isPart } of detections) {
    expect(rule.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect([rule.title, rule.description, rule.level, rule.status]).toEqual(
      Array.from({ length: 4 }, () => expect.stringMatching(/./)),
    );
    for (const address of rule.references) expect(address).toMatch(/^https:\/\/(attack\.mitre\.org|learn\.microsoft\.com)\//);
    if (!isPart) expect([rule.tags, rule.falsepositives].every((list) => list.length > 0)).toBe(true);
  }
});

test('what is only a part of other rules is none by itself', () => {
  expect(detections.filter(({ isPart }) => isPart).map(({ rule }) => rule.level)).toEqual(
    Array.from({ length: 5 }, () => 'informational'),
  );
  expect(detectionOf('Many wrong passwords for one account').isPart).toBe(false);
});

test('the mailbox that is taken over is found by the guessed password, the rule that hides answers and the forwarding', async () => {
  const key = ['priya.raman@contoso.com', intruderAddress];
  expect(await correlated('Many wrong passwords for one account', tenantRaws)).toEqual([{ key, count: 7 }]);
  expect(await correlated('Sign-in that worked after many wrong passwords', tenantRaws)).toEqual([{ key, count: 8 }]);
  expect(await correlated('One address tries passwords of many accounts', tenantRaws)).toEqual([]);
  const hiding = found('Inbox rule that deletes or hides mail', tenant);
  expect(hiding.map((each) => each.value('path:Parameters[MoveToFolder]'))).toContain('RSS Feeds');
  const forwarding = found('Mail of a mailbox forwarded elsewhere', tenant);
  expect(forwarding.map((each) => each.value('path:Parameters[ForwardingSmtpAddress]'))).toContain(`smtp:${forwardingAddress}`);
  for (const each of [...hiding, ...forwarding]) expect(each.value('operation')).toMatch(/^(New|Set)-(InboxRule|Mailbox)$/);
  expect(hiding.length + forwarding.length).toBeLessThan(20);
});

test('the leaver is found, and nobody else who downloads or deletes', async () => {
  const key = ['tomasz.wrona@contoso.com'];
  expect(await correlated('Many files downloaded by one person', tenantRaws)).toEqual([{ key, count: 40 }]);
  expect(await correlated('Many files deleted by one person', tenantRaws)).toEqual([{ key, count: 185 }]);
});

test('the administrator who lets himself in is found among all who open mailboxes of others', async () => {
  const key = ['alejandro.bianchi@contoso.com', 'vivian.castell@contoso.com'];
  expect(found('Access to a mailbox granted', tenant).map((each) => each.value('user'))).toEqual([key[0]]);
  expect(await correlated('Mailbox opened by somebody who was just let in', tenantRaws)).toEqual([{ key, count: 10 }]);
  const opened = found('Mailbox opened by somebody other than its owner', tenant);
  expect(opened.filter((each) => each.value('path:MailboxOwnerUPN') === key[1])).toHaveLength(9);
  expect(opened.map((each) => each.value('path:LogonType'))).not.toContain('0');
});

test('roles and consents are found, and nothing else', () => {
  const roles = found('Administrator role given', tenant).map((each) => each.value('path:ModifiedProperties[Role.DisplayName]'));
  expect(roles.length).toBeGreaterThan(0);
  for (const role of roles) expect(role).toMatch(/Administrator$/);
  const consents = found('Consent given to an application', tenant).map((each) => each.value('operation'));
  expect(new Set(consents)).toEqual(new Set(['Consent to application.']));
});

test('nobody in the tenant weakens auditing, forwards by rule or opens a message with an unexpected account', () => {
  for (const title of [
    'Auditing weakened',
    'Inbox rule that forwards or redirects mail',
    'Encrypted message read with an unexpected sign-in',
  ])
    expect(found(title, tenant)).toEqual([]);
});

test('auditing that is weakened is told from auditing that is strengthened', () => {
  const weakened = (...records: NaiveRecord[]) => found('Auditing weakened', records).length;
  const ages = (...limits: string[]) => weakened(...limits.map((limit) => cmdlet('Set-Mailbox', { AuditLogAgeLimit: limit })));
  expect(ages('00:00:00', '0', '30', '30.00:00:00', '89.00:00:00')).toBe(5);
  expect(ages('90', '90.00:00:00', '365.00:00:00', '180')).toBe(0);
  expect(weakened(cmdlet('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: 'False' }))).toBe(1);
  expect(weakened(cmdlet('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: 'True' }))).toBe(0);
  expect(weakened(cmdlet('Set-OrganizationConfig', { AuditDisabled: 'True' }))).toBe(1);
  expect(weakened(cmdlet('Set-MailboxAuditBypassAssociation', { AuditBypassEnabled: 'False' }))).toBe(0);
});

test('rules that forward are found from cmdlets and from Outlook', () => {
  const forwarding = (each: NaiveRecord) => found('Inbox rule that forwards or redirects mail', [each]).length === 1;
  expect(forwarding(cmdlet('New-InboxRule', { ForwardTo: 'eve@example.com' }))).toBe(true);
  expect(forwarding(cmdlet('Set-InboxRule', { RedirectTo: 'eve@example.com' }))).toBe(true);
  expect(forwarding(cmdlet('New-InboxRule', { MoveToFolder: 'Newsletters' }))).toBe(false);
  const inOutlook = (Value: string) =>
    record({ RecordType: 2, Operation: 'UpdateInboxRules', OperationProperties: [{ Name: 'RuleActions', Value }] });
  expect(forwarding(inOutlook('[{"ActionType":"Forward","Recipients":["eve@example.com"]}]'))).toBe(true);
  expect(forwarding(inOutlook('[{"ActionType":"MoveToFolder"}]'))).toBe(false);
});

test('an encrypted message opened with an account that does not go with the address is found', () => {
  const opened = (AuthenticationMethod: string, Recipient: string) =>
    found('Encrypted message read with an unexpected sign-in', [
      record({ RecordType: 154, Operation: 'MessageAccess', AuthenticationMethod, Recipient }),
    ]).length === 1;
  expect(opened('Google', 'jordan@fabrikam.com')).toBe(true);
  expect(opened('Yahoo', 'jordan@gmail.com')).toBe(true);
  expect(opened('Facebook', 'jordan@fabrikam.com')).toBe(true);
  expect(opened('Gmail', 'lucia@gmail.com')).toBe(false);
  expect(opened('OTP', 'jordan@fabrikam.com')).toBe(false);
});

/** Those of the files in which AuditData stands by itself, one record in a line. */
function realRecords(): readonly string[] {
  const folder = inSharedFolder('data/det-eng-samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/\r?\n/))
    .filter((line) => /^\{"CreationTime".*\}$/.test(line))
    .map((line) => {
      // What begins and ends like that is a record.
      const auditData = JSON.parse(line) as { Id: string; CreationTime: string };
      return JSON.stringify({ id: auditData.Id, createdDateTime: `${auditData.CreationTime}Z`, auditData });
    });
}

test.skipIf(!hasSharedFolder)('real attacks are found in real logs', async () => {
  const raws = realRecords();
  const records = raws.map(naiveRecord);
  const operations = (title: string) =>
    found(title, records)
      .map((each) => each.value('operation'))
      .sort();
  expect(operations('Auditing weakened')).toEqual([
    'Set-AdminAuditLogConfig',
    'Set-Mailbox',
    'Set-MailboxAuditBypassAssociation',
  ]);
  expect(operations('Administrator role given')).toEqual(['Add member to role.', 'Add member to role.']);
  expect(operations('Access to a mailbox granted')).toEqual(['Add-MailboxPermission']);
  const sprayed = await correlated('One address tries passwords of many accounts', raws);
  expect(sprayed.map(({ count }) => count)).toEqual([8, 8, 10]);
  expect(operations('Consent given to an application')).toEqual([]);
});
