import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { labelOf } from '~/domain/catalogue/catalogue';
import type { FieldKey } from '~/domain/catalogue/fields';
import { findRecordType } from '~/domain/catalogue/record-types';
import { placeWords } from '~/domain/record/record-place';
import type { ResultView } from '~/domain/view/result-view';
import { columnFields, rawRecords } from '~/engine/arbitrary-records.fixture';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import type { ExportFormat } from '~/engine/record-set';
import { facetOf, keysOf, noReceipt, rawAt, wholeView } from '~/engine/record-sets.fixture';
import { hasSharedFolder, inSharedFolder } from '~/lib/shared-folder.fixture';

const whole: ResultView = { text: '', filters: [], sort: [] };
const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'audit.csv');

async function rowsOf(set: ColumnRecordSet) {
  const opened = set.open(whole);
  return opened.rows(0, 1000, [...columnFields]);
}

async function exported(set: ColumnRecordSet, format: ExportFormat, view = whole): Promise<string> {
  const opened = set.open(view);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of opened.export(format)) parts.push(new Uint8Array(chunk));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Blob(parts).arrayBuffer());
}

test('opens what it exports: the same records, AuditData byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(rawRecords, fc.boolean(), async (raws, bom) => {
      const first = new ColumnRecordSet();
      await first.page(new TextEncoder().encode(`{"value":[${raws.join(',')}]}`));
      const text = await exported(first, { kind: 'purview', bom });
      expect(text.startsWith(`${bom ? '\ufeff' : ''}${header}\r\n`)).toBe(true);
      const second = new ColumnRecordSet();
      const receipt = await second.file(new File([text], 'export.csv'));
      expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: raws.length, recognisedAs: 'Purview portal CSV' });
      const kept: FieldKey[] = ['user', 'recordType', 'operation'];
      const pick = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
        rows.map(({ key, values }) => [key, ...kept.map((field) => values[field])]);
      expect(pick(await rowsOf(second))).toEqual(pick(await rowsOf(first)));
      for (const row of raws.keys()) expect((await rawAt(second, row)).auditData).toBe((await rawAt(first, row)).auditData);
      expect(await exported(second, { kind: 'purview', bom })).toBe(text);
      first.dispose();
      second.dispose();
    }),
    { numRuns: 60 },
  );
});

test('exports a view in its order, from pages and files alike', async () => {
  const set = new ColumnRecordSet();
  await set.file(
    csv(header, 'b,2024-01-02T00:00:00Z,154,Send,u,"{""Id"":""b""}",,"Unit, one"', 'c,2024-01-03T00:00:00Z,2,Send,u,,,'),
  );
  await set.page(
    new TextEncoder().encode(
      '{"value":[{"id":"a","createdDateTime":"2024-01-01T00:00:00.5Z","auditData":{"x": "\\u00e4\\"é"}}]}',
    ),
  );
  const view: ResultView = { ...whole, sort: [{ field: 'id', descending: false }] };
  expect((await exported(set, { kind: 'purview', bom: false }, view)).split('\r\n')).toEqual([
    header,
    'a,2024-01-01T00:00:00.500Z,,,,"{""x"": ""\\u00e4\\""é""}",,',
    'b,2024-01-02T00:00:00.000Z,154,Send,u,"{""Id"":""b""}",,"Unit, one"',
    'c,2024-01-03T00:00:00.000Z,2,Send,u,,,',
    '',
  ]);
});

test('exports columns as shown, and nothing a spreadsheet would run', async () => {
  const set = new ColumnRecordSet();
  await set.file(
    csv(
      header,
      'a,2024-01-02T03:04:05Z,2,Send,=cmd(),"{""ClientIP"":""1.2.3.4:5"",""X"":""\uff1d1""}",,',
      'b,2024-01-02T03:04:05Z,2,"a, b",u,,,',
    ),
  );
  const text = await exported(set, {
    kind: 'columns',
    bom: true,
    columns: (['time', 'operation', 'user', 'ip', 'path:X', 'id'] as const).map((field) => ({
      field,
      label: labelOf(auditLog, field),
    })),
    timeZone: 'utc',
  });
  expect(text.split('\r\n')).toEqual([
    '\ufeffDate (UTC),Activity,User,IP address,X,Record ID',
    "2024-01-02T03:04:05Z,Sent message,'=cmd(),1.2.3.4,'\uff1d1,a",
    '2024-01-02T03:04:05Z,"a, b",u,,,b',
    '',
  ]);
});

test('a cancelled export stops', async () => {
  const set = new ColumnRecordSet();
  await set.file(csv(header, 'a,2024-01-02T03:04:05Z,2,Send,u,,,'));
  const opened = set.open(whole);
  await opened.export({ kind: 'purview', bom: false }).cancel();
});

test('takes times from AuditData, else from the cell in either form', async () => {
  const set = new ColumnRecordSet();
  await set.file(
    csv(
      header,
      'a,1/1/2020 1:00:00 AM,2,Send,u,"{""CreationTime"":""2023-09-20T04:05:03""}",,',
      'b,9/20/2023 4:05:03 PM,2,Send,u,,,',
      'c,2023-09-20T04:05:03.1234567Z,2,Send,u,,,',
      'd,soon,2,Send,u,,,',
    ),
  );
  expect((await rowsOf(set)).map(({ time }) => new Date(time).toISOString())).toEqual([
    '2023-09-20T04:05:03.000Z',
    '2023-09-20T16:05:03.000Z',
    '2023-09-20T04:05:03.123Z',
  ]);
  expect(await set.rejected()).toEqual([
    { reason: 'Its time cannot be read: soon', raw: 'd,soon,2,Send,u,,,', source: 'audit.csv, line 5' },
  ]);
});

test('a cut-off AuditData cell counts as far as it goes', async () => {
  const set = new ColumnRecordSet();
  await set.file(
    csv(
      'CreationDate,UserIds,Operations,AuditData',
      '2024-01-02T00:00:00Z,u,Send,"{""Id"":""x"",""Workload"":""Exchange"",""Param',
    ),
  );
  expect(await set.rejected()).toMatchObject([{ reason: expect.stringContaining('never closed') }]);
  await set.file(
    csv(
      'CreationDate,UserIds,Operations,AuditData',
      '2024-01-02T00:00:00Z,u,Send,"{""Id"":""x"",""Workload"":""Exchange"",""Param"',
    ),
  );
  expect(await rowsOf(set)).toMatchObject([{ key: 'x', values: { workload: 'Exchange', operation: 'Send' } }]);
});

test('refuses rows that do not fit the header', async () => {
  const set = new ColumnRecordSet();
  expect(
    await set.file(csv(header, 'a,2024', 'b,2024-01-02T00:00:00Z,2,Send,u,{},,,,', 'c,2024-01-02T00:00:00Z,2,Send,u,{},,,x')),
  ).toMatchObject({
    added: 1,
    rejected: 2,
  });
});

test('reads UTF-16 as PowerShell writes it', async () => {
  const text = `\ufeff${header}\r\nä,2024-01-02T00:00:00Z,2,Send,ü,"{""Workload"":""😀""}",,\r\n`;
  const utf16 = new Uint8Array(Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).buffer);
  const set = new ColumnRecordSet();
  expect(await set.file(new File([utf16], 'u.csv'))).toMatchObject({ added: 1 });
  expect(await rowsOf(set)).toMatchObject([{ key: 'ä', values: { user: 'ü', workload: '😀' } }]);
  expect(await rawAt(set, 0)).toMatchObject({
    auditData: '{"Workload":"😀"}',
    origin: { source: { kind: 'file', name: 'u.csv' }, part: 'line', number: 2 },
  });
});

test('aborting keeps what has been read', async () => {
  const set = new ColumnRecordSet();
  const controller = new AbortController();
  const opened = set.file(csv(header, 'a,2024-01-02T00:00:00Z,2,Send,u,{},,'), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
  expect(await rowsOf(set)).toHaveLength(1);
});

test('a file that was opened is not needed any more', async () => {
  const set = new ColumnRecordSet();
  const file = csv(header, 'a,2024-01-02T00:00:00Z,2,Send,u,"{""Note"":""x""}",,');
  await set.file(file);
  file.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  expect(await rawAt(set, 0)).toMatchObject({ recordId: 'a', auditData: '{"Note":"x"}' });
  expect(await keysOf(set, { ...wholeView, text: 'note":"x' })).toEqual(['a']);
});

test('says that the file changed when it cannot be read to the end', async () => {
  const set = new ColumnRecordSet();
  const file = csv(header, 'a,2024-01-02T00:00:00Z,2,Send,u,{},,');
  file.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  await expect(set.file(file)).rejects.toMatchObject({
    kind: 'file-changed',
    message: expect.stringContaining('audit.csv'),
  });
});

interface Facts {
  files: Record<
    string,
    { format: string; valid: number; min_time: string; max_time: string; unique: Record<string, Record<string, number>> }
  >;
}

const published = inSharedFolder('data');

test.skipIf(!hasSharedFolder)(
  'reads published exports as an independent count does (skipped where ../shared/data is absent)',
  async () => {
    const { files }: Facts = JSON.parse(readFileSync(join(published, 'dev-facts.json'), 'utf8'));
    const paths = readdirSync(published, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.csv'));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const facts = files[`data/${path}`];
      const set = new ColumnRecordSet();
      const receipt = await set.file(new File([readFileSync(join(published, path))], path));
      expect([path, receipt]).toEqual([
        path,
        { ...noReceipt, cutOff: 0, added: facts?.valid, recognisedAs: 'Search-UnifiedAuditLog CSV' },
      ]);
      const opened = set.open({ ...whole, sort: [{ field: 'time', descending: false }] });
      const rows = await opened.rows(0, 1000, [...columnFields]);
      expect([rows.at(0)?.time, rows.at(-1)?.time]).toEqual(
        [facts?.min_time, facts?.max_time].map((text) => Date.parse(text ?? '')),
      );
      const counts = async (field: FieldKey, key: (value: string) => string) =>
        Object.fromEntries((await facetOf(opened, field)).map(({ value, count }) => [key(value), count]));
      const typeName = (type: string) => findRecordType(type)?.name ?? type;
      const types = Object.entries(facts?.unique['by_record_type'] ?? {}).map(([type, count]) => [typeName(type), count]);
      expect(await counts('recordType', typeName)).toEqual(Object.fromEntries(types));
      expect(await counts('operation', (value) => value)).toEqual(facts?.unique['by_operation']);
      expect(await counts('workload', (value) => value)).toEqual(facts?.unique['by_workload']);
      expect(await counts('user', (value) => value.toLowerCase())).toEqual(facts?.unique['by_user_casefold']);
      set.dispose();
    }
  },
);

// files.md D1.
test('a row that is cut off gives way to the whole one of a later file, and both files are named', async () => {
  const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData';
  const id = '7d29b563-e2b8-47b2-b87e-08dd59db9fd4';
  const auditData = `{"CreationTime":"2024-01-02T03:04:05","Id":"${id}","Operation":"Send","RecordType":2,"UserId":"eve@contoso.com","MailboxOwnerUPN":"anna@contoso.com","MailboxGuid":"g","Item":{"Subject":"Plan"}}`;
  const csv = (text: string, name: string) => {
    const cell = `"${text.replaceAll('"', '""')}"`;
    return new File([`${header}\n${id},2024-01-02T03:04:05.0000000Z,2,Send,eve@contoso.com,${cell}\n`], name);
  };
  const set = new ColumnRecordSet();
  await set.file(csv(auditData.slice(0, 120), 'a.csv'));
  expect(await set.file(csv(auditData, 'b.csv'))).toMatchObject({ added: 0, duplicates: 1, fuller: 1, namesakes: 0 });
  const record = await rawAt(set, 0);
  expect(record.auditData).toBe(auditData);
  expect([record.origin, ...record.alsoIn].map(placeWords)).toEqual(['b.csv, line 2', 'a.csv, line 2']);
  expect((await set.open(whole).rows(0, 9, ['item'])).map(({ values }) => values.item)).toEqual(['Plan']);

  // The XML of our own export keeps what mailbox audit logs have, and no more.
  const exported = await new Response(set.open(whole).export({ kind: 'mailboxXml' })).text();
  const other = new ColumnRecordSet();
  await other.file(new File([exported], 'own.xml'));
  expect(await other.file(csv(auditData, 'b.csv'))).toMatchObject({ added: 0, duplicates: 1, namesakes: 0 });
  expect(other.state.get()).toMatchObject({ records: 1 });
});

test('counts the records of a file that are cut off, and gives them what stands before the break', async () => {
  const set = new ColumnRecordSet();
  const long = JSON.stringify({ Operation: 'Set-Mailbox', ObjectId: 'anna', Rest: 'x'.repeat(4000) });
  const row = (id: string, auditData: string) => `${id},2024-01-02T03:04:05Z,,,,"${auditData.replaceAll('"', '""')}",,`;
  const whole = '{"Operation":"Set-Mailbox","ObjectId":"anna"}';
  const doubled = whole.replaceAll('"', '""');
  const lines = [
    row('a', whole),
    row('b', long.slice(0, 3062)),
    row('c', whole),
    row('d', doubled),
    row('e', 'null'),
    row('f', ''),
  ];
  expect(await set.file(csv(header, ...lines))).toMatchObject({ added: 6, rejected: 0, cutOff: 1 });
  const items = (await rowsOf(set)).map(({ key, values }) => [key, values.operation, values.item]);
  expect(items).toEqual([
    ['a', 'Set-Mailbox', 'anna'],
    ['b', 'Set-Mailbox', 'anna'],
    ['c', 'Set-Mailbox', 'anna'],
    ['d', 'Set-Mailbox', 'anna'],
    ['e', undefined, undefined],
    ['f', undefined, undefined],
  ]);
});
