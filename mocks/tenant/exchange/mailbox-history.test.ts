import { expect, test } from 'vitest';
import { dayMs } from '~/lib/time';
import { recordAt } from '~mocks/tenant/record-at';
import { createTenant } from '~mocks/tenant/tenant';
import { delegations } from './delegations';
import { mailboxAccessOf } from './mailbox-access';
import { auditingOf, defaultMailboxSettings } from './mailbox-settings';

const now = Date.parse('2026-06-30T00:00:00Z');
const options = { seed: 'contoso', records: 100_000, now };
const tenant = createTenant(options);
const records = Array.from({ length: options.records }, (_, index) => recordAt(tenant, index));
const logonNames = ['Owner', 'Admin', 'Delegate', '', '', '', 'Admin'];

/** Read out of the records themselves. */
const inMailboxes = records.flatMap(({ auditData: audit }, index) =>
  audit && [2, 3, 50].includes(Number(audit['RecordType'])) && audit['MailboxOwnerUPN'] !== undefined
    ? [
        {
          index,
          audit,
          operation: String(audit['Operation']),
          owner: String(audit['MailboxOwnerUPN']),
          user: String(audit['UserId']).toLowerCase(),
          logon: logonNames[Number(audit['LogonType'])] ?? '',
          isExternal: audit['ExternalAccess'] === true,
        },
      ]
    : [],
);
const base = (address: string) => auditingOf(defaultMailboxSettings, address);

test('no record tells of an action that its mailbox is not audited for', () => {
  expect(inMailboxes.length).toBeGreaterThan(15_000);
  const unaudited = inMailboxes.filter(({ operation, owner, logon }) => {
    const action = operation.endsWith('FolderPermissions') ? 'UpdateFolderPermissions' : operation;
    return !String(base(owner)[`Audit${logon}`]).split(',').includes(action);
  });
  expect(unaudited.map(({ operation, owner, logon }) => `${operation} by ${logon} in ${owner}`)).toEqual([]);
});

test('who was in which mailbox is known without making the record', () => {
  const scene = tenant.newScene();
  for (const { index, audit } of inMailboxes) {
    tenant.setScene(scene, index);
    const access = mailboxAccessOf(scene);
    expect([access?.mailbox.upn, access?.logonType, access?.isExternal]).toEqual([
      audit['MailboxOwnerUPN'],
      audit['LogonType'],
      audit['ExternalAccess'],
    ]);
  }
});

test('actions beyond the defaults occur, and everyone who logs on', () => {
  const seen = new Set(inMailboxes.map(({ operation, logon }) => `${operation} ${logon}`));
  for (const each of [
    'FolderBind Delegate',
    'FolderBind Admin',
    'MessageBind Admin',
    'Copy Admin',
    'MailboxLogin Owner',
    'RecordDelete Owner',
    'Move Delegate',
    'SendAs Delegate',
    'SendOnBehalf Delegate',
    'ModifyFolderPermissions Owner',
  ])
    expect(seen).toContain(each);
  const external = inMailboxes.filter(({ isExternal }) => isExternal);
  expect(new Set(external.map(({ audit }) => audit['LogonType']))).toEqual(new Set([1, 6]));
  expect(external.length).toBeLessThan(40);
});

test('delegates are the few who have permission, and shared mailboxes have nobody else', () => {
  const allowed = new Set(delegations.map(({ mailbox, user }) => `${mailbox} ${user}`));
  const story = 'vivian.castell@contoso.com alejandro.bianchi@contoso.com';
  const delegates = inMailboxes.filter(({ logon }) => logon === 'Delegate').map(({ owner, user }) => `${owner} ${user}`);
  expect(delegates.filter((pair) => !allowed.has(pair) && pair !== story)).toEqual([]);
  expect(delegates.length / new Set(delegates).size).toBeGreaterThan(5);
  const shared = tenant.world.mailboxes.filter(({ type }) => type === 'SharedMailbox').map(({ upn }) => upn);
  const inShared = inMailboxes.filter(({ owner }) => shared.includes(owner));
  expect(new Set(inShared.map(({ owner }) => owner)).size).toBe(4);
  expect(inShared.filter(({ logon, isExternal }) => logon !== 'Delegate' && !isExternal)).toEqual([]);
});

test('a delegate opens a folder at most once within 24 hours', () => {
  const last = new Map<string, number>();
  const folders = new Set<string>();
  for (const { index, operation, owner, user, logon, audit } of inMailboxes) {
    if (operation !== 'FolderBind' || logon !== 'Delegate') continue;
    const folder = /"Path":"([^"]+)"/.exec(JSON.stringify(audit['Item']))?.[1] ?? '';
    folders.add(folder);
    const key = `${owner} ${user} ${folder}`;
    const time = tenant.timeAt(index);
    expect(time - (last.get(key) ?? 0)).toBeGreaterThanOrEqual(dayMs);
    last.set(key, time);
  }
  expect(last.size).toBeGreaterThan(100);
  expect(folders.size).toBeGreaterThan(5);
});

test('folder visits stay where they are while the time line moves on', () => {
  const visits = (days: number) => {
    const later = createTenant({ ...options, now: now + days * dayMs });
    return Array.from(later.timeline.plannedIndices)
      .map((index) => ({ record: recordAt(later, index), time: later.timeAt(index) }))
      .filter(({ record, time }) => record.operation === 'FolderBind' && time > now - 100 * dayMs && time < now - 3 * dayMs)
      .map(({ record, time }) => `${time} ${record.userPrincipalName} ${record.auditData?.['MailboxOwnerUPN']}`);
  };
  expect(visits(0).length).toBeGreaterThan(100);
  expect(visits(5)).toEqual(visits(0));
});

test('permissions are given when the history begins, and who lost them does nothing any more', () => {
  const grants = records.filter(
    ({ operation, userPrincipalName }) => operation === 'Add-MailboxPermission' && userPrincipalName?.includes('@'),
  );
  const early = grants.filter(({ createdDateTime }) => Date.parse(createdDateTime) < now - 174 * dayMs);
  expect(early.length).toBeGreaterThan(100);
  // The one of the story.
  expect(grants.length - early.length).toBe(1);
  const removed = records.filter(({ operation }) => operation === 'Remove-MailboxPermission').slice(0, -1);
  expect(removed.length).toBeGreaterThan(3);
  for (const { objectId, createdDateTime, auditData } of removed) {
    const user = /"User","Value":"([^"]+)"/.exec(JSON.stringify(auditData?.['Parameters']))?.[1];
    const reads = inMailboxes.filter((each) => each.owner === objectId && each.user === user);
    expect(reads.length).toBeGreaterThan(0);
    for (const { index } of reads) expect(tenant.timeAt(index)).toBeLessThan(Date.parse(createdDateTime));
  }
});

test('most mailboxes are left to the defaults, some are set by hand, and one account is bypassed', () => {
  const all = tenant.world.mailboxes.map(({ upn }) => base(upn));
  const customised = all.filter(({ DefaultAuditSet }) => String(DefaultAuditSet) !== 'Admin,Delegate,Owner').length;
  expect(customised / all.length).toBeGreaterThan(0.08);
  expect(customised / all.length).toBeLessThan(0.2);
  expect(all.some(({ AuditEnabled }) => AuditEnabled === false)).toBe(true);
  expect(new Set(all.map(({ AuditLogAgeLimit }) => AuditLogAgeLimit))).toEqual(
    new Set(['30.00:00:00', '90.00:00:00', '180.00:00:00', '365.00:00:00']),
  );
  expect(defaultMailboxSettings.bypassed).toEqual(['backup.service@contoso.com']);
  expect(inMailboxes.some(({ user, owner }) => `${user} ${owner}`.includes('backup.service'))).toBe(false);
});

test('signing in is not audited in most mailboxes set by hand, the first of the list among them', () => {
  const byHand = tenant.world.mailboxes
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ upn }) => String(base(upn)['DefaultAuditSet']) !== 'Admin,Delegate,Owner');
  const isSignInAudited = byHand.map(({ upn }) => String(base(upn)['AuditOwner']).includes('MailboxLogin'));
  expect(isSignInAudited.slice(0, 5)).toEqual([false, false, false, false, false]);
  const share = isSignInAudited.filter(Boolean).length / byHand.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.5);
});
