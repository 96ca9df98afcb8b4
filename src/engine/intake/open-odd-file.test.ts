// Files that other programs write, or leave behind, in ways that no export of Microsoft's has.

import { expect, test } from 'vitest';
import { placeWords } from '~/domain/record/record-place';
import { allFound } from '~/engine/door/all-found';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { noReceipt, rawAt, wholeView } from '~/engine/record-sets.fixture';
import { encodeText } from '~/lib/bytes';

const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';

function row(id: string, user = 'u@x.y'): string {
  const auditData = JSON.stringify({
    CreationTime: '2024-01-02T03:04:05',
    Id: id,
    Operation: 'Send',
    RecordType: 2,
    UserId: user,
  });
  return `${id},2024-01-02T03:04:05.0000000Z,2,Send,${user},"${auditData.replaceAll('"', '""')}",,`;
}

async function open(content: string | Uint8Array<ArrayBuffer>, name = 'audit.csv') {
  const set = new ColumnRecordSet();
  return { set, receipt: await set.file(new File([content], name)) };
}

async function idsOf(set: ColumnRecordSet, text = ''): Promise<string[]> {
  const view = set.open({ ...wholeView, text });
  await allFound(view);
  return (await view.rows(0, 100, [])).map(({ key }) => `${key}`);
}

test('lines of CSV may end with CR alone, as Excel for Mac saves them', async () => {
  const { set, receipt } = await open([header, row('a'), row('b'), 'c,broken'].join('\r'));
  expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: 2, rejected: 1, recognisedAs: 'Purview portal CSV' });
  expect(await idsOf(set)).toEqual(['a', 'b']);
  const second = await rawAt(set, 1);
  expect([placeWords(second.origin), second.auditData]).toEqual(['audit.csv, line 3', expect.stringContaining('"Id":"b"')]);
  expect(await set.rejected()).toMatchObject([{ source: 'audit.csv, line 4' }]);
});

test('a first line that tells Excel the separator is passed over and obeyed', async () => {
  for (const [told, separator] of [
    ['SEP=,', ','],
    ['sep=;', ';'],
    ['\ufeff"sep=|"', '|'],
  ] as const) {
    // All cells are quoted but the empty ones, so that commas stand between cells only.
    const lines = [header, row('a'), row('b')].map((line) =>
      line.replace(/"(?:[^"]|"")*"|,/g, (part) => (part === ',' ? separator : part)),
    );
    const { set, receipt } = await open([told, ...lines].join('\r\n'));
    expect([told, receipt]).toEqual([told, { ...noReceipt, cutOff: 0, added: 2, recognisedAs: 'Purview portal CSV' }]);
    expect(placeWords((await rawAt(set, 0)).origin)).toBe('audit.csv, line 3');
  }
});

test('a closing quotation mark that is missing costs its own record, which is counted, and no other', async () => {
  const quoted = (id: string) => row(id).replace(/^[^"]*/, (cells) => cells.replace(/[^,]+/g, '"$&"'));
  for (const make of [row, quoted]) {
    const unclosed = make('b').replace('}",,', '},,');
    for (const lines of [
      [make('a'), unclosed, make('c'), make('d')],
      [make('a'), unclosed, make('c')],
      [make('a'), unclosed, 'c,2024-01-02T03:04:05Z,2,Send,u,,,', 'd,2024-01-02T03:04:05Z,2,Send,u,,,'],
      [make('a'), unclosed, make('c').replace('}",,', '},,'), make('d')],
    ]) {
      const { set, receipt } = await open([header, ...lines].join('\r\n'));
      expect([lines, receipt.added + receipt.rejected]).toEqual([lines, lines.length]);
      expect((await set.rejected())[0]).toMatchObject({
        reason: expect.stringContaining('never closed'),
        source: 'audit.csv, line 3',
      });
      expect(await idsOf(set)).toEqual(expect.arrayContaining(lines.length > 3 ? ['a', 'd'] : ['a', 'c']));
    }
  }
});

test('Windows-1252 is read as what it says, and said', async () => {
  const text = [header, row('a', 'jörg.müller@x.y'), row('b', 'Größen – €')].join('\r\n');
  const ansi = Uint8Array.from(text, (letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0));
  const { set, receipt } = await open(ansi);
  expect(receipt).toMatchObject({ added: 2, recognisedAs: 'Purview portal CSV, with letters in Windows-1252' });
  expect(await idsOf(set, 'müller')).toEqual(['a']);
  expect(await idsOf(set, 'größen – €')).toEqual(['b']);
  const exported = set.open(wholeView).export({ kind: 'purview', bom: false });
  expect(await new Response(exported).text()).toContain('Größen – €');
});

test('of a file in both encodings every letter is read, and one in UTF-8 is left as it is', async () => {
  const utf8 = encodeText([header, row('a', 'jörg 😀'), row('b', 'Größe')].join('\r\n'));
  const both = new Uint8Array([...utf8, 0x0d, 0x0a, ...Uint8Array.from(row('c', 'Müller'), (letter) => letter.charCodeAt(0))]);
  const { set } = await open(both);
  for (const [text, id] of Object.entries({ 'jörg 😀': 'a', größe: 'b', müller: 'c' }))
    expect(await idsOf(set, text)).toEqual([id]);
  expect((await open(utf8)).receipt.recognisedAs).toBe('Purview portal CSV');
});

test('a record without an operation is a record, also alone', async () => {
  const alone = JSON.stringify({ Id: 'a', CreationTime: '2024-01-02T03:04:05', RecordType: -1, ClientIP: '10.0.0.1' });
  expect((await open(alone, 'a.json')).receipt).toMatchObject({ added: 1, rejected: 0, recognisedAs: 'JSON Lines of AuditData' });
  expect((await open(`[${alone}]`, 'a.json')).receipt).toMatchObject({ added: 1, rejected: 0, recognisedAs: 'AuditData JSON' });
});

test('the activity log of Power BI is read as its REST answer and as a list, types written as texts', async () => {
  const record = (id: string) => ({
    Id: id,
    RecordType: '20',
    CreationTime: '2024-01-02T03:04:05',
    Operation: 'ViewReport',
    UserType: '0',
    UserId: 'u@x.y',
    Workload: 'PowerBI',
  });
  const records = [record('a'), record('b')];
  const answer = {
    activityEventEntities: records,
    continuationUri: 'https://x/?continuationToken=y',
    continuationToken: 'y',
    lastResultSet: false,
  };
  for (const each of [JSON.stringify(answer), JSON.stringify(answer, undefined, 2), JSON.stringify(records)]) {
    const { set, receipt } = await open(each, 'activity.json');
    expect(receipt).toEqual({ ...noReceipt, cutOff: 0, added: 2, recognisedAs: 'AuditData JSON' });
    const view = set.open(wholeView);
    await allFound(view);
    expect(await view.rows(0, 1, ['recordType', 'userType'])).toMatchObject([
      { values: { recordType: 'PowerBIAudit', userType: 'Regular' } },
    ]);
  }
});

test('CSV with a column for each property is refused in words that say what to use instead', async () => {
  await expect(open('CreationTime,Id,Operation,UserId\r\n2024-01-02T03:04:05,a,Send,u')).rejects.toMatchObject({
    kind: 'not-an-audit-log',
    message: expect.stringMatching(/single properties of records .*CLI for Microsoft 365.*JSON output/),
  });
});

test('times in seconds or milliseconds since 1970 are not guessed, but named', async () => {
  for (const time of ['1704164645', '1704164645000']) {
    const { set, receipt } = await open(`{"Id":"a","Operation":"Send","CreationTime":${time}}`, 'a.json');
    expect(receipt).toMatchObject({ added: 0, rejected: 1 });
    expect(await set.rejected()).toMatchObject([{ reason: `Its time cannot be read: ${time}` }]);
  }
});
