import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { encodeText } from '~/lib/bytes';
import { readCsvHeader } from './csv-header';
import { readCsv } from './csv-reader';
import { CsvRows } from './csv-rows';

const cell = fc
  .oneof(
    fc.constantFrom('', 'plain', 'a,b', 'say "hi"', '""', 'line\r\nbreak', 'a\nb', '{"Id":"x","T":"a\\"b"}', 'ü😀', ' '),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  // A carriage return alone ends a line for papaparse and not for us.
  .map((text) => text.replace(/\r(?!\n)/g, ''));
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

function readAll(bytes: Uint8Array): string[][] {
  const rows = new CsvRows({ delimiter: 0x2c, lineEnd: 0x0a });
  const found: string[][] = [];
  for (let at = 0; at < bytes.length; ) {
    at = rows.read(bytes, at, bytes.length, true);
    if (!rows.isBlank) found.push(rows.cells());
  }
  return found;
}

test('reads generated CSV as papaparse does', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (rows, newline, quotes, finalBreak) => {
      const text = Papa.unparse(rows, { newline, quotes }) + (finalBreak ? newline : '');
      const parsed: { data: string[][]; errors: unknown[] } = Papa.parse(text, { newline, delimiter: ',', skipEmptyLines: true });
      fc.pre(parsed.errors.length === 0);
      expect(readAll(encodeText(text))).toEqual(parsed.data);
    }),
    { numRuns: 1000 },
  );
});

test('reads the same rows wherever the slices of the file end', async () => {
  const text =
    '\ufeffRecordId,CreationDate,AuditData\r\n"a",2024,"{""x"":""y, \r\n z""}"\r\n\r\nb,"20""24",ü\nc,,"quoted"\r\n"d","",""';
  const bytes = encodeText(text);
  const header = readCsvHeader(bytes);
  const expected = readAll(bytes.subarray(header.rowsAt));
  expect(expected).toEqual([
    ['a', '2024', '{"x":"y, \r\n z"}'],
    ['b', '20"24', 'ü'],
    ['c', '', 'quoted'],
    ['d', '', ''],
  ]);
  for (let size = 1; size <= bytes.length; size++) {
    const found: string[][] = [];
    const places: (string | number)[][] = [];
    const visitor = {
      row: (rows: CsvRows, { offset, start, end, line }: { offset: number; start: number; end: number; line: number }) => {
        found.push(rows.cells());
        const again = new CsvRows({ delimiter: 0x2c, lineEnd: 0x0a });
        again.read(bytes, offset, offset + end - start, true);
        places.push([again.cell(0), line]);
      },
      slice: async () => {},
    };
    await readCsv(new Blob([bytes]), header, undefined, visitor, size);
    expect([size, found]).toEqual([size, expected]);
    expect(places).toEqual([
      ['a', 2],
      ['b', 5],
      ['c', 6],
      ['d', 7],
    ]);
  }
});

test('reads rows that are longer than a slice', async () => {
  const cells = [300_000, 10, 200_000, 70_000, 0].map((length, i) => `${i} ${'"", \n'.repeat(length / 5)}`);
  const bytes = encodeText(`Id,AuditData\n${cells.map((cell, i) => `${i},"${cell}"\n`).join('')}`);
  const header = readCsvHeader(bytes);
  for (const size of [100_000, 250_000]) {
    const found: string[] = [];
    const visitor = { row: (rows: CsvRows) => void found.push(rows.cell(1)), slice: async () => {} };
    await readCsv(new Blob([bytes]), header, undefined, visitor, size);
    expect(found.map((cell) => cell.length)).toEqual(cells.map((cell) => cell.replaceAll('""', '"').length));
    expect(found).toEqual(cells.map((cell) => cell.replaceAll('""', '"')));
  }
});

test('says that a quotation mark is never closed', () => {
  const bytes = encodeText('a,"b\nc,d\n');
  const rows = new CsvRows({ delimiter: 0x2c, lineEnd: 0x0a });
  expect(rows.read(bytes, 0, bytes.length, false)).toBe(-1);
  expect(rows.read(bytes, 0, bytes.length, true)).toBe(bytes.length);
  expect(rows.isUnclosed).toBe(true);
});

test('recognises each generation of the export by its header', () => {
  const kind = (header: string) => readCsvHeader(encodeText(header)).recognisedAs;
  expect(
    kind('RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n'),
  ).toBe('Purview portal CSV');
  expect(kind('RecordId,CreationDate,RecordType,Operation,UserId,AuditData')).toBe('Purview portal CSV');
  expect(kind('CreationDate,UserIds,Operations,AuditData\n')).toBe('Purview portal CSV, older form');
  expect(
    kind(
      '#TYPE Deserialized.X\r\n"RecordType","CreationDate","UserIds","Operations","AuditData","ResultIndex","ResultCount","Identity","IsValid","ObjectState"',
    ),
  ).toBe('Search-UnifiedAuditLog CSV');
  expect(kind('"CreationDate";"UserIds";"Operations";"AuditData"\n')).toBe('Purview portal CSV, older form');
});

test('refuses what is not an audit log and says what it found', () => {
  const reason = (bytes: Uint8Array) => {
    try {
      readCsvHeader(bytes);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const expectRefusal = (text: string, message: RegExp) =>
    expect(reason(encodeText(text))).toMatchObject({ kind: 'not-an-audit-log', message: expect.stringMatching(message) });
  expectRefusal('', /empty/);
  expectRefusal('Name,Mail,City\nx,y,z', /columns Name, Mail, City, and none of them is AuditData\.$/);
  expectRefusal('PK\u0003\u0004xx', /Excel/);
  expectRefusal('GIF89a\u0000\u0001', /not a text file/);
  expectRefusal('hello world', /“hello world”/);
});
