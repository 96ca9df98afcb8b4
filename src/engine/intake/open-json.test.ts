import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResultView } from '~/domain/view/result-view';
import { columnFields, query, rawRecords } from '~/engine/arbitrary-records.fixture';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { noReceipt, rawAt } from '~/engine/record-sets.fixture';

const whole: ResultView = { text: '', filters: [], sort: [] };

async function opened(text: string | Uint8Array<ArrayBuffer>, name = 'audit.json') {
  const set = new ColumnRecordSet();
  return { set, receipt: await set.file(new File([text], name)) };
}

async function rowsOf(set: ColumnRecordSet, text = '') {
  const view = set.open({ ...whole, text });
  await allFound(view);
  return view.rows(0, 1000, [...columnFields, 'path:Workload', 'path:OperationProperties[MailSubject]']);
}

async function exported(set: ColumnRecordSet): Promise<string[]> {
  const opened = set.open(whole);
  return (await new Response(opened.export({ kind: 'purview', bom: false })).text()).split('\r\n');
}

function audit(id: string, more: object = {}) {
  return {
    CreationTime: '2024-01-02T03:04:05',
    Id: id,
    Operation: 'Send',
    RecordType: 2,
    UserId: 'ü@x.y',
    Workload: 'Exchange',
    ...more,
  };
}

function graph(id: string, more: object = {}) {
  const around = { id, createdDateTime: '2024-01-02T03:04:05Z', auditLogRecordType: 'ExchangeItem', operation: 'Send' };
  return { ...around, userPrincipalName: 'ü@x.y', administrativeUnits: ['a', 'b'], auditData: audit(id), ...more };
}

function row(id: string, more: object = {}) {
  const around = { RecordType: 'ExchangeItem', CreationDate: '/Date(1704164645000)/', UserIds: 'ü@x.y', Operations: 'Send' };
  return { ...around, AuditData: JSON.stringify(audit(id)), ResultIndex: 1, ResultCount: 2, Identity: id, ...more };
}

const lines = (...values: object[]) => values.map((each) => JSON.stringify(each)).join('\n');

test('recognises every shape by its content and reads the same from each', async () => {
  const two = <T>(make: (id: string) => T) => [make('a'), make('b')];
  const files: [recognisedAs: string, text: string][] = [
    ['JSON Lines of AuditData', lines(...two(audit))],
    ['JSON Lines of Graph auditLogRecord', `\ufeff${lines(...two(graph))}\r\n`],
    ['JSON Lines of Search-UnifiedAuditLog', lines(...two(row))],
    ['AuditData JSON', JSON.stringify(two(audit))],
    [
      'AuditData JSON',
      two(audit)
        .map((each) => JSON.stringify(each, undefined, 4))
        .join('\r\n'),
    ],
    ['Graph auditLogRecord JSON', JSON.stringify({ '@odata.context': 'x', value: two(graph), '@odata.nextLink': 'y' })],
    ['Graph auditLogRecord JSON', JSON.stringify(two(graph), undefined, 2)],
    [
      'Graph auditLogRecord JSON',
      JSON.stringify(two(graph).map((each) => ({ ...each, auditData: JSON.stringify(each.auditData) }))),
    ],
    ['Search-UnifiedAuditLog JSON', JSON.stringify(two(row), undefined, 4)],
    ['Search-UnifiedAuditLog JSON', JSON.stringify(two((id) => row(id, { AuditData: audit(id) })))],
    [
      'Purview portal export JSON',
      JSON.stringify([
        { RecordId: 'a', AuditData: audit('a') },
        { RecordId: 'b', AuditData: audit('b') },
      ]),
    ],
  ];
  for (const [recognisedAs, text] of files) {
    const { set, receipt } = await opened(text, 'no-matter.txt');
    expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: 2, recognisedAs });
    const time = Date.UTC(2024, 0, 2, 3, 4, 5);
    const values = {
      user: 'ü@x.y',
      operation: 'Send',
      workload: 'Exchange',
      recordType: 'ExchangeItem',
      'path:Workload': 'Exchange',
    };
    for (const query of ['', 'ü@x', '"workload"']) {
      const found = ['a', 'b'].map((key) => ({ key, time, values }));
      expect([text, query, await rowsOf(set, query)]).toMatchObject([text, query, found]);
    }
    expect(JSON.parse((await rawAt(set, 1)).auditData)).toEqual(audit('b'));
    const [, first = ''] = await exported(set);
    expect(first.startsWith('a,2024-01-02T03:04:05.000Z,2,Send,ü@x.y,"{')).toBe(true);
    expect([text, first]).toEqual([text, expect.stringMatching(text.includes('administrativeUnits') ? /}","a; b",$/ : /}",,$/)]);
    set.dispose();
  }
});

test('reads a saved page as it reads the page, in every spelling of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      rawRecords,
      query,
      fc.constantFrom('lines', 'page', 'list'),
      fc.boolean(),
      async (raws, text, layout, asText) => {
        fc.pre(raws.length > 0 && raws.every((raw) => /"auditData"\s?:\s?\{/.test(raw)));
        const page = new ColumnRecordSet();
        await page.page(new TextEncoder().encode(`{"value":[${raws.join(',')}]}`));
        const auditDataOf = await Promise.all(raws.map(async (_, i) => (await rawAt(page, i)).auditData));
        const inFile = raws.map((raw, i) => {
          const auditData = auditDataOf[i] ?? '';
          return asText ? raw.replace(auditData, () => JSON.stringify(auditData)) : raw;
        });
        const files = { lines: inFile.join('\n'), page: `{"value":[${inFile.join(',\n')}]}`, list: `[${inFile.join(', ')}]` };
        const { set, receipt } = await opened(files[layout]);
        expect(receipt).toMatchObject({ added: raws.length, rejected: 0 });
        expect(await rowsOf(set)).toEqual(await rowsOf(page));
        for (const [i, auditData] of auditDataOf.entries()) expect((await rawAt(set, i)).auditData).toBe(auditData);
        expect(await exported(set)).toEqual(await exported(page));
        // Escapes of the AuditData that stand in the outer text cannot be searched for in either; all else is the same.
        if (!/[\\"/]/.test(text)) expect(await rowsOf(set, text)).toEqual(await rowsOf(page, text));
        page.dispose();
        set.dispose();
      },
    ),
    { numRuns: 150 },
  );
});

test('searches and hands back AuditData that is a JSON text as the text it stands for', async () => {
  const inside = JSON.stringify(audit('a', { Subject: 'say "hi"\nnow ä 😀 C:\\new' }))
    .replace('ä', '\\u00e4')
    .replace('Exch', '\\u0045xch');
  const { set } = await opened(lines(row('a', { AuditData: inside }), row('b')).replace('now', '\\u006eow'));
  expect((await rawAt(set, 0)).auditData).toBe(inside);
  expect(await rawAt(set, 0)).toMatchObject({
    origin: { source: { kind: 'file', name: 'audit.json' }, part: 'line', number: 1 },
    envelope: [
      ['RecordType', 'ExchangeItem'],
      ['CreationDate', '/Date(1704164645000)/'],
      ['UserIds', 'ü@x.y'],
      ['Operations', 'Send'],
      ['ResultIndex', '1'],
      ['ResultCount', '2'],
      ['Identity', 'a'],
    ],
  });
  for (const text of ['say "hi"', 'hi"\nnow', 'now ä 😀', 'NOW', 'c:\\new', '"Subject":"say']) {
    expect([text, (await rowsOf(set, text)).map(({ key }) => key)]).toEqual([text, ['a']]);
  }
  expect(await rowsOf(set, 'e4 😀')).toEqual([]);
  expect(await rowsOf(set, 'nnow')).toEqual([]);
});

test('takes the time from around AuditData that holds none, as PowerShell writes it', async () => {
  const { set, receipt } = await opened(lines(row('a', { AuditData: '@{Id=a; Opera...' }), row('b', { AuditData: null })));
  expect(receipt).toMatchObject({ added: 2 });
  const time = Date.UTC(2024, 0, 2, 3, 4, 5);
  expect(await rowsOf(set)).toMatchObject([
    { key: 'a', time },
    { key: 'b', time, values: { operation: 'Send' } },
  ]);
  expect((await rawAt(set, 0)).auditData).toBe('@{Id=a; Opera...');
  expect((await rawAt(set, 1)).auditData).toBe('');
});

test('a bad record is counted, shown with its line, and stops nothing', async () => {
  const good = (id: string) => JSON.stringify(audit(id));
  const bad = ['{"Id":"cut', 'hello', '{"Id":"x","Operation":"y"}', '{"CreationTime":"2024-01-01"}', '{"a":\\}', '[1]'];
  const text = [good('a'), '', ...bad.flatMap((each, i) => [each, good(`b${i}`)])].join('\n');
  const { set, receipt } = await opened(text);
  expect(receipt).toMatchObject({ added: 7, rejected: 6 });
  expect(await set.rejected()).toEqual([
    { reason: 'It is not valid JSON.', raw: bad[0], source: 'audit.json, line 3' },
    { reason: 'It is not a JSON object.', raw: bad[1], source: 'audit.json, line 5' },
    { reason: 'It has no time.', raw: bad[2], source: 'audit.json, line 7' },
    { reason: 'It has no id.', raw: bad[3], source: 'audit.json, line 9' },
    { reason: 'It is not valid JSON.', raw: bad[4], source: 'audit.json, line 11' },
    { reason: 'It is not a JSON object.', raw: '1', source: 'audit.json, line 13' },
  ]);
  const cut = await opened(`[${good('a')},\n${good('b').slice(0, 30)}`);
  expect(cut.receipt).toMatchObject({ added: 1, rejected: 1 });
  expect(await cut.set.rejected()).toMatchObject([
    { reason: expect.stringContaining('never closed'), source: 'audit.json, line 2' },
  ]);
});

test('recognises a file whose first record is bad, or longer than what is looked at first', async () => {
  expect((await opened(`{"Id":"cut\n${lines(audit('a'))}`)).receipt).toMatchObject({ added: 1, rejected: 1 });
  const long = { Padding: 'x'.repeat(700_000), ...audit('a') };
  const { set, receipt } = await opened(lines(long, audit('b')));
  expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: 2, recognisedAs: 'JSON Lines of AuditData' });
  expect((await rawAt(set, 0)).auditData).toBe(JSON.stringify(long));
});

test('reads UTF-16 of either order as PowerShell writes it', async () => {
  const text = `\ufeff${JSON.stringify([row('ä😀')], undefined, 4)}`;
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const swapped = units.map((unit) => ((unit & 0xff) << 8) | (unit >> 8));
  for (const { buffer } of [units, swapped]) {
    const { set, receipt } = await opened(new Uint8Array(buffer));
    expect(receipt).toMatchObject({ added: 1, recognisedAs: 'Search-UnifiedAuditLog JSON' });
    expect((await rawAt(set, 0)).auditData).toBe(JSON.stringify(audit('ä😀')));
  }
});

test('aborting keeps what has been read', async () => {
  const set = new ColumnRecordSet();
  const controller = new AbortController();
  const file = new File([lines(audit('a'), audit('b'))], 'audit.json');
  const reading = set.file(file, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(await rowsOf(set)).toHaveLength(2);
});

test('refuses JSON that is no audit log and says what it found', async () => {
  const refusals: [text: string, message: RegExp][] = [
    [
      '[{"Id":"1"}]',
      /^This looks like JSON, but its first object has the properties Id: neither AuditData, nor Id, CreationTime and/,
    ],
    ['{"error":{"code":"Forbidden"}}', /has the properties error:/],
    ['{"value":[{"id":"1","displayName":"x","status":"succeeded"}]}', /has the properties id, displayName, status:/],
    ['[]', /holds no objects/],
    ['{"value":[]}', /holds no objects/],
    ['\ufeff [1, 2]', /holds no objects/],
    ['{]', /cannot be read/],
    [`[{"a":"${'x'.repeat(600_000)}"}]`, /has the properties a:/],
  ];
  for (const [text, message] of refusals) {
    const set = new ColumnRecordSet();
    await expect(set.file(new File([text], 'x.json'))).rejects.toMatchObject({
      kind: 'not-an-audit-log',
      message: expect.stringMatching(message),
    });
    expect(await rowsOf(set)).toEqual([]);
  }
});

test('every record comes back byte for byte, whatever its shape and whatever stands between two of them', async () => {
  const record = fc
    .tuple(
      fc.dictionary(fc.constantFrom('Name', 'More', 'List'), fc.jsonValue({ depthSize: 'small' })),
      fc.constantFrom(undefined, 1),
    )
    .map(
      ([more, space]) =>
        (id: number) =>
          JSON.stringify(audit(`${id}`, more), undefined, space),
    );
  const frame = fc.constantFrom<readonly [before: string, between: string, behind: string]>(
    ['', '\n', '\n'],
    ['', '\r\n', '\r\n'],
    ['', '\n', ''],
    ['[', ',', ']'],
    ['[ ', ' , ', ' ]\n'],
    ['{"value":[', ',\n', ']}'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), frame, async (records, [before, between, behind]) => {
      const texts = records.map((write, id) => write(id));
      const { set, receipt } = await opened(`${before}${texts.join(between)}${behind}`);
      expect(receipt.added).toBe(texts.length);
      for (const [at, text] of texts.entries()) expect((await rawAt(set, at)).auditData).toBe(text);
      set.dispose();
    }),
  );
});
