import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessAt, unloggedTimes } from '~/domain/mailbox-access/access-state';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';
import { readAccess } from './read-access';

const published = inSharedFolder('data/det-eng-samples');
const never = new AbortController().signal;

async function publishedFiles(...names: string[]) {
  const set = new ColumnRecordSet();
  for (const name of names) await set.file(new File([readFileSync(join(published, name))], name));
  return readAccess(set, never);
}

test.skipIf(!hasSharedFolder)(
  'reads published records: what people did, what the service did, a GUID known by its address (skipped where ../shared is absent)',
  async () => {
    const { changes } = await publishedFiles(
      't1098.002_Mail Account Delegation full access permissions.csv',
      't1098.002_Mail Account Delegation full access permissions.json',
      't1098.002_Mail account delegation-SendAs permission.csv',
      't1562.008_Set-MailboxAuditBypassAssociation.csv',
    );
    expect(
      changes.map(({ kind, mailbox, people, by, isByService }) => [kind, mailbox?.name, people[0]?.name, by, isByService]),
    ).toEqual([
      [
        'fullAccess',
        'Henrietta@contoso.onmicrosoft.com',
        'Lidia@contoso.onmicrosoft.com',
        'stinger@contoso.onmicrosoft.com',
        false,
      ],
      [
        'sendAs',
        'Henrietta@contoso.onmicrosoft.com',
        '311b45d6-1a3e-46ac-8434-721367961e19',
        'stinger@contoso.onmicrosoft.com',
        false,
      ],
      [
        'fullAccess',
        'DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}',
        'Discovery Management',
        'NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)',
        true,
      ],
      ['bypass', undefined, 'Alex@contoso.onmicrosoft.com', 'stinger@contoso.onmicrosoft.com', false],
    ]);
    const { holdings } = accessAt(changes, 'henrietta', Number.POSITIVE_INFINITY);
    expect(holdings.map(({ kind, since }) => [kind, since.mailbox?.written])).toEqual([
      ['sendAs', 'e4ad2d28-703e-4189-9752-6b827ef9107d'],
      ['fullAccess', 'Henrietta@contoso.onmicrosoft.com'],
    ]);
    expect(unloggedTimes(changes)).toMatchObject([{ who: { key: 'alex@contoso.onmicrosoft.com' }, ended: undefined }]);
  },
);

/** Graph records, a second apart. */
function page(count: number, operation: string): Uint8Array<ArrayBuffer> {
  const value = Array.from({ length: count }, (_, at) => {
    const createdDateTime = new Date(Date.UTC(2026, 10, 1) + at * 1000).toISOString();
    const Parameters = [
      { Name: 'Identity', Value: `shared${at % 9}@contoso.com` },
      { Name: 'User', Value: `person${at % 100}@contoso.com` },
      { Name: 'AccessRights', Value: 'FullAccess' },
    ];
    const auditData = { Operation: operation, UserId: 'ada@contoso.com', RecordType: 1, Parameters };
    return { id: `${operation} ${at}`, createdDateTime, operation, userPrincipalName: 'ada@contoso.com', auditData };
  });
  return new TextEncoder().encode(JSON.stringify({ value }));
}

test('reads more than one window, newest first, and nothing of other records', async () => {
  const set = new ColumnRecordSet();
  await set.page(page(2345, 'Add-MailboxPermission'));
  await set.page(page(500, 'New-InboxRule'));
  const { changes, unread } = await readAccess(set, never);
  expect([changes.length, unread]).toEqual([2345, 0]);
  expect(changes.map(({ time }) => time)).toEqual(changes.map(({ time }) => time).toSorted((a, b) => b - a));
});

test('says how many it did not read', async () => {
  const set = new ColumnRecordSet();
  await set.page(page(1203, 'Add-MailboxPermission'));
  const { changes, unread } = await readAccess(set, never, 1200);
  expect([changes.length, unread]).toEqual([1200, 3]);
});

test('stops reading when nobody waits any more', async () => {
  const set = new ColumnRecordSet();
  await set.page(page(10, 'Add-MailboxPermission'));
  await expect(readAccess(set, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
