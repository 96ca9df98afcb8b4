// The report beside a count made in plain code over the JSON of the same records.

import { expect, test } from 'vitest';
import { type AccessType, accessTypes } from '~/domain/mailbox-access/mailbox-access-params';
import {
  actionGrouping,
  logonTypeText,
  mailboxGrouping,
  personGrouping,
  toMailboxAccess,
  toPeople,
} from '~/domain/mailbox-access/non-owner-access';
import { entryLine, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import type { RecordSet } from '~/engine/record-set';
import { readGroups } from '~/records/read-whole';
import { recordAt } from '~mocks/tenant/record-at';
import { createTenant } from '~mocks/tenant/tenant';

type Json = Readonly<Record<string, unknown>>;

const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 16, 9);
let made = 0;

/** A record of the unified audit log so many minutes after Monday at nine. */
function unified(minute: number, operation: string, more: Json): Json {
  const time = new Date(start + minute * 60_000).toISOString().slice(0, 19);
  const Id = `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
  return {
    CreationTime: time,
    Id,
    RecordType: 2,
    Operation: operation,
    UserId: 'ben@contoso.com',
    MailboxOwnerUPN: 'ada@contoso.com',
    LogonType: 2,
    ExternalAccess: false,
    ...more,
  };
}

async function setOf(records: readonly Json[], entries: readonly Json[] = []): Promise<RecordSet> {
  const set = new ColumnRecordSet();
  const value = records.map((auditData) => ({
    id: auditData['Id'],
    createdDateTime: `${auditData['CreationTime']}Z`,
    operation: auditData['Operation'],
    userPrincipalName: auditData['UserId'],
    auditData,
  }));
  if (records.length > 0) await set.page(new TextEncoder().encode(JSON.stringify({ value })));
  if (entries.length > 0)
    await set.list(
      entries.map((entry) => entryLine(entry)),
      'Mailbox audit log',
    );
  return set;
}

async function reportOf(set: RecordSet, type: AccessType = 'all') {
  return (await readGroups(set, mailboxGrouping(type))).map(toMailboxAccess);
}

async function peopleOf(set: RecordSet, mailbox: string) {
  const people = await readGroups(set, personGrouping('all', mailbox));
  return toPeople(people, await readGroups(set, actionGrouping('all', mailbox)));
}

/** One line per mailbox and type of access, counted with nothing but objects, in the words of the document. */
function counted(all: readonly Json[], type: AccessType): Map<string, string> {
  const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));
  const timeOf = (each: Json) => Date.parse(`${text(each['CreationTime'] ?? each['LastAccessed']).replace(/Z$/, '')}Z`);
  const kind = (each: Json) => {
    const logon = text(each['LogonType']).toLowerCase();
    if (logon === '' || logon === '0' || logon === 'owner') return 'owner';
    if (text(each['ExternalAccess']).toLowerCase() === 'true') return 'external';
    if (['1', 'admin', '6', 'delegatedadmin'].includes(logon)) return 'admin';
    return ['2', 'delegate', 'delegated'].includes(logon) ? 'delegate' : 'other';
  };
  const folderOf = (each: Json) => {
    // Whatever shape it has, it is the record's own JSON.
    const { FolderPathName, Folder, Item, Folders } = each as Record<string, never>;
    return text(FolderPathName || Folder?.['Path'] || Item?.['ParentFolder']?.['Path'] || Folders?.[0]?.['Path']).toLowerCase();
  };
  const wanted = {
    all: ['external', 'admin', 'delegate', 'other'],
    external: ['external'],
    adminsAndDelegates: ['admin', 'delegate'],
    admins: ['admin'],
  }[type];
  const lines = new Map<string, Json[]>();
  for (const each of all) {
    const mailbox = text(each['MailboxOwnerUPN']).toLowerCase();
    if (mailbox === '' || !wanted.includes(kind(each))) continue;
    lines.set(mailbox, [...(lines.get(mailbox) ?? []), each]);
  }
  const said = ([mailbox, records]: [string, Json[]]): [string, string] => {
    const opened = new Map<string, number>();
    let accesses = 0;
    for (const each of records.toSorted((a, b) => timeOf(a) - timeOf(b))) {
      const person = text(each['UserId'] ?? each['LogonUserDisplayName']).toLowerCase();
      const key = `${person} ${folderOf(each)}`;
      if (kind(each) === 'delegate' && each['Operation'] === 'FolderBind') {
        if (timeOf(each) - (opened.get(key) ?? Number.NEGATIVE_INFINITY) < dayMs) continue;
        opened.set(key, timeOf(each));
      }
      accesses++;
    }
    const people = new Set(records.map((each) => text(each['UserId'] ?? each['LogonUserDisplayName']).toLowerCase()));
    const actions = [...new Set(records.map((each) => text(each['Operation'])))].sort();
    const times = records.map(timeOf).sort((a, b) => a - b);
    const by = (wantedKind: string) => records.filter((each) => kind(each) === wantedKind).length;
    return [
      mailbox,
      `${records.length} ${accesses} ${people.size} ${actions} ${by('admin')} ${by('external')} ${by('other')} ${times[0]} ${times.at(-1)}`,
    ];
  };
  return new Map([...lines].map(said));
}

async function reported(set: RecordSet, type: AccessType): Promise<Map<string, string>> {
  const rows = await reportOf(set, type);
  return new Map(
    rows.map((row) => [
      row.mailbox.toLowerCase(),
      `${row.records} ${row.accesses} ${row.personCount} ${row.actions.toSorted()} ${row.byAdministrators} ${row.byExternal} ${row.byOthers} ${row.first} ${row.last}`,
    ]),
  );
}

test('agrees with a count made in plain code over thousands of records, in both shapes', async () => {
  const tenant = createTenant({ seed: 'report', records: 30_000, now: Date.UTC(2026, 10, 21) });
  const all = Array.from({ length: 30_000 }, (_, index): Json => {
    const data = { ...recordAt(tenant, index).auditData };
    // What the tenant has too little of: other logon types, datacenter administrators, and folders opened again and again.
    if (!('LogonType' in data)) return data;
    if (index % 40 === 0) data['LogonType'] = [3, 6, 9][index % 3];
    if (index % 50 === 0) data['ExternalAccess'] = true;
    if (index % 3 === 0) data['Operation'] = 'FolderBind';
    return data;
  });
  const records = all.filter((_, index) => index % 2 === 0);
  const entries = all.flatMap<Json>((each, index) => (index % 2 === 0 ? [] : (toMailboxAuditEntry(each) ?? [])));
  expect(entries.length).toBeGreaterThan(1000);
  const set = await setOf(records, entries);
  for (const type of accessTypes) {
    const expected = counted([...records, ...entries], type);
    expect(expected.size).toBeGreaterThan(0);
    expect(await reported(set, type)).toEqual(expected);
  }
});

test('counts a folder a delegate opens once within 24 hours, by folder, delegate and mailbox, in either shape', async () => {
  const opened = (minute: number, folder: string, more: Json = {}) =>
    unified(minute, 'FolderBind', { Item: { ParentFolder: { Path: folder } }, ...more });
  const records = [
    opened(0, '\\Inbox'),
    opened(1439, '\\inbox'),
    opened(1440, '\\Inbox'),
    opened(1, '\\Calendar'),
    opened(2, '\\Inbox', { UserId: 'cleo@contoso.com' }),
    opened(3, '\\Inbox', { MailboxOwnerUPN: 'dan@contoso.com' }),
    // An administrator's are not consolidated.
    opened(4, '\\Inbox', { LogonType: 1 }),
    opened(5, '\\Inbox', { LogonType: 1 }),
  ];
  const alone = await reportOf(await setOf(records));
  const summary = alone.map(({ mailbox, accesses, records, byDelegates }) => [mailbox, accesses, records, byDelegates]);
  expect(summary).toEqual([
    ['ada@contoso.com', 6, 7, 4],
    ['dan@contoso.com', 1, 1, 1],
  ]);
  const entries = records.flatMap<Json>((each) => toMailboxAuditEntry(each) ?? []);
  expect((await reportOf(await setOf([], entries.toReversed()))).map(({ accesses }) => accesses)).toEqual([6, 1]);
});

test('names logon types nobody documents, and counts them as of others than the owner', async () => {
  const [row] = await reportOf(await setOf([unified(0, 'Update', { LogonType: 9 }), unified(1, 'Update', { LogonType: 3 })]));
  expect(row).toMatchObject({ accesses: 2, byOthers: 2, byDelegates: 0, otherLogonTypes: ['9', '3'] });
  expect(row?.otherLogonTypes.map(logonTypeText)).toEqual(['9 (undocumented)', 'Transport (3)']);
  expect(['2', 'delegate', 'Robot'].map(logonTypeText)).toEqual(['Delegated (2)', 'delegate', 'Robot (undocumented)']);
});

test('leaves out what owners do, and records that tell of no logon', async () => {
  const set = await setOf([unified(0, 'Update', { LogonType: 0 }), unified(1, 'Update', { LogonType: null })]);
  expect(await reportOf(set)).toEqual([]);
});

test('tells for each person of a mailbox what was done how often, where and from where', async () => {
  const set = await setOf([
    unified(0, 'FolderBind', { Folder: { Path: '\\Inbox' }, ClientIPAddress: '203.0.113.7:443' }),
    unified(9, 'FolderBind', { Folder: { Path: '\\Inbox' }, ClientIPAddress: '203.0.113.7', UserId: 'BEN@contoso.com' }),
    unified(3, 'SendAs', { Item: { ParentFolder: { Path: '\\Drafts' } } }),
    unified(4, 'SendAs', {}),
    unified(5, 'HardDelete', { UserId: 'root', LogonType: 1, ExternalAccess: true }),
    unified(6, 'HardDelete', { MailboxOwnerUPN: 'dan@contoso.com' }),
  ]);
  expect(await peopleOf(set, 'ada@contoso.com')).toMatchObject([
    {
      person: 'ben@contoso.com',
      logonTypes: ['2'],
      isExternal: false,
      accesses: 3,
      records: 4,
      actions: [
        { action: 'SendAs', accesses: 2 },
        { action: 'FolderBind', accesses: 1 },
      ],
      folders: ['\\Inbox', '\\Drafts'],
      addresses: ['203.0.113.7'],
      first: start,
      last: start + 9 * 60_000,
    },
    { person: 'root', logonTypes: ['1'], isExternal: true, accesses: 1, folders: [] },
  ]);
});

test('folders of which only the id is told are told apart', async () => {
  const opened = (minute: number, id: string) => unified(minute, 'FolderBind', { Item: { ParentFolder: { Id: id } } });
  const [row] = await reportOf(await setOf([opened(0, 'f1'), opened(1, 'f2'), opened(2, 'f1'), opened(1441, 'f2')]));
  expect(row).toMatchObject({ records: 4, accesses: 3 });
});
