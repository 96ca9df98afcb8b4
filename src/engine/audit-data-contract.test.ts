// What every record set promises about reading AuditData, however it is written, wrapped or damaged.

import { expect, test } from 'vitest';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { RecordSet } from './record-set';
import { pageOf, plainRecord, rawAt, recordSets, wholeView } from './record-sets.fixture';

const withAuditData = (id: string, auditData: unknown) => plainRecord(id, `,"auditData":${JSON.stringify(auditData)}`);

async function valuesOf(set: RecordSet, fields: readonly FieldRef[]) {
  const view = set.open(wholeView);
  const rows = await view.rows(0, 100, fields);
  view.close();
  return rows.map(({ values }) => values);
}

async function keptBy(set: RecordSet, field: FieldRef, value: string): Promise<number> {
  const view = set.open({ ...wholeView, filters: [{ field, op: 'is', values: [value] }] });
  const rows = await view.rows(0, 100, []);
  view.close();
  return rows.length;
}

const parameters = [
  { Name: 'Identity', Value: 'anna' },
  { Name: 'ForwardingSmtpAddress', Value: 'smtp:eve@fabrikam.com' },
];
const forwarding = 'path:Parameters[ForwardingSmtpAddress]';

test.each(recordSets)(
  '%s: lists of names and values read the same as lists, as JSON texts and as parameters',
  async (_, make) => {
    const set = make();
    const spellings: readonly unknown[] = [
      parameters,
      JSON.stringify(parameters),
      ` ${JSON.stringify(parameters, null, 2)}`,
      parameters.map((each) => JSON.stringify(each)),
      '-Identity "anna" -ForwardingSmtpAddress "smtp:eve@fabrikam.com"',
      ['-Identity "anna"', '-ForwardingSmtpAddress smtp:eve@fabrikam.com'],
    ];
    await set.page(pageOf(spellings.map((Parameters, i) => withAuditData(`r${i}`, { Operation: 'Set-Mailbox', Parameters }))));
    const found = { detail: 'smtp:eve@fabrikam.com', [forwarding]: 'smtp:eve@fabrikam.com' };
    expect(await valuesOf(set, ['detail', forwarding])).toEqual(spellings.map(() => found));
    expect(await keptBy(set, forwarding, 'smtp:eve@fabrikam.com')).toBe(spellings.length);
    expect(await keptBy(set, 'detail', 'smtp:eve@fabrikam.com')).toBe(spellings.length);
  },
);

test.each(recordSets)('%s: the subject of an encrypted message is its item, list or text', async (_, make) => {
  const set = make();
  const properties = [{ Name: 'MailSubject', Value: 'Offer; "final"' }];
  const records = [properties, JSON.stringify(properties)].map((OperationProperties, i) =>
    withAuditData(`r${i}`, { RecordType: 154, MessageId: '<m@x>', OperationProperties }),
  );
  await set.page(pageOf(records));
  const item = { item: 'Offer; "final"' };
  expect(await valuesOf(set, ['item'])).toEqual([item, item]);
});

test.each(recordSets)('%s: paths lead into JSON inside a text, and of a name written twice to the last', async (_, make) => {
  const set = make();
  const data = '{"sip":"10.1.2.3","Entities":[{"QueryTime":"first","QueryTime":"9/30/2024 6:16:41 AM"}],"more":"{\\"n\\":1}"}';
  await set.page(pageOf([withAuditData('r', { RecordType: 64, Data: data })]));
  const paths = ['path:Data.sip', 'path:Data.Entities[0].QueryTime', 'path:Data.more.n', 'path:Data.nothing'] as const;
  expect(await valuesOf(set, [...paths, 'path:Data'])).toEqual([
    {
      'path:Data': data,
      'path:Data.sip': '10.1.2.3',
      'path:Data.Entities[0].QueryTime': '9/30/2024 6:16:41 AM',
      'path:Data.more.n': '1',
    },
  ]);
  expect(await keptBy(set, 'path:Data.sip', '10.1.2.3')).toBe(1);
});

test.each(recordSets)('%s: numbers are shown and filtered as they were written', async (_, make) => {
  const set = make();
  await set.page(
    pageOf(['9007199254740993', '9007199254740992', '1.0'].map((n, i) => plainRecord(`r${i}`, `,"auditData":{"Size":${n}}`))),
  );
  expect((await valuesOf(set, ['path:Size'])).map((values) => values['path:Size'])).toEqual([
    '9007199254740993',
    '9007199254740992',
    '1.0',
  ]);
  expect(await keptBy(set, 'path:Size', '9007199254740993')).toBe(1);
  expect((await rawAt(set, 0)).auditData).toBe('{"Size":9007199254740993}');
});

const audit = '{"Operation":"Set-Mailbox","ObjectId":"C:\\\\a \\"b\\"","Empty":"","Parameters":[{"Name":"Name","Value":"x"}]}';

test.each(recordSets)('%s: AuditData is what the service wrote, whatever it was wrapped in since', async (_, make) => {
  const set = make();
  const doubled = audit.replaceAll('"', '""');
  const spellings: readonly unknown[] = [
    audit,
    doubled,
    `"${doubled}"`,
    JSON.stringify(audit),
    `[${audit}]`,
    [JSON.parse(audit)],
  ];
  await set.page(pageOf(spellings.map((each, i) => withAuditData(`r${i}`, each))));
  const values = { operation: 'Set-Mailbox', item: 'C:\\a "b"', detail: 'x', 'path:Parameters[Name]': 'x' };
  const fields: readonly FieldRef[] = ['operation', 'item', 'detail', 'path:Parameters[Name]', 'path:Empty'];
  expect(await valuesOf(set, fields)).toEqual(spellings.map(() => values));
  for (const i of spellings.keys()) expect((await rawAt(set, i)).auditData).toBe(audit);
});

test.each(recordSets)('%s: AuditData that is cut off counts as far as it goes', async (_, make) => {
  const set = make();
  const cut = audit.slice(0, audit.indexOf(',"Empty') + 8);
  const inList = audit.slice(0, -4);
  await set.page(pageOf([withAuditData('a', cut), withAuditData('b', inList), withAuditData('c', cut.replaceAll('"', '""'))]));
  const before = { operation: 'Set-Mailbox', item: 'C:\\a "b"' };
  expect(await valuesOf(set, ['operation', 'item', 'detail'])).toEqual([before, before, before]);
});
