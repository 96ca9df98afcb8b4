import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawRecords } from '~/engine/arbitrary-records.fixture';
import { CsvRows } from '~/engine/intake/csv-rows';
import { TextQuery } from '~/engine/questions/text-query';
import { ByteList, decodeText, encodeText } from '~/lib/bytes';
import { keepObject } from './kept.fixture';
import { KeptRecords } from './kept-records';
import { ObjectParter } from './object-parter';
import { RowParter } from './row-parter';
import { matchingValues } from './value-search';

function read(kept: KeptRecords, row: number): string {
  const bytes = new ByteList();
  kept.write(row, bytes);
  return decodeText(bytes.take());
}

/** What comes back of texts that are kept one after the other, and in how many shapes. */
function keep(texts: readonly string[], auditData?: string) {
  const kept = new KeptRecords();
  const parter = new ObjectParter(kept, auditData);
  for (const text of texts) {
    const bytes = encodeText(`##${text}##`);
    keepObject(kept, parter, bytes, 2, bytes.length - 2);
  }
  return { kept, back: texts.map((_, row) => read(kept, row)), shapes: kept.templates.length - 1 };
}

const value = fc.jsonValue({ depthSize: 'small' });
const json = fc.oneof(
  fc
    .dictionary(fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'auditData'), fc.string()), value)
    .map((each) => JSON.stringify(each)),
  fc.tuple(value, fc.nat(3)).map(([each, space]) => JSON.stringify(each, undefined, space)),
);

test('whatever JSON comes, it comes back byte for byte', () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 20 }), fc.constantFrom(undefined, 'a', 'auditData'), (texts, auditData) => {
      expect(keep(texts, auditData).back).toEqual(texts);
    }),
  );
});

test('records of Graph come back byte for byte, however they are spelled', () => {
  fc.assert(
    fc.property(rawRecords, (texts) => {
      expect(keep(texts, 'auditData').back).toEqual(texts);
    }),
  );
});

test('AuditData in a text is taken apart and comes back byte for byte', () => {
  const inText = rawRecords.map((texts) => texts.map((text) => JSON.stringify({ Id: 1, AuditData: text, Other: 'x' })));
  fc.assert(
    fc.property(inText, (texts) => {
      const { back, kept } = keep(texts, 'AuditData');
      expect(back).toEqual(texts);
      // Escapes of another spelling than the one written are kept whole.
      if (texts.length > 0) expect(kept.column('auditData', 'id')).toBeDefined();
    }),
  );
});

test('whatever is damaged comes back byte for byte', () => {
  const damaged = fc.tuple(json, fc.nat(), fc.nat(), fc.string({ maxLength: 3 })).map(([text, at, length, other]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + other + text.slice(from + (length % 4));
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(json, damaged), { maxLength: 20 }), (texts) => {
      expect(keep(texts, 'a').back).toEqual(texts.map((text) => decodeText(encodeText(text))));
    }),
  );
});

/** What comes back of the rows of a CSV file, and how many were taken apart. */
function keepRows(text: string, names: readonly string[], auditData: number) {
  const kept = new KeptRecords();
  const parter = new RowParter(kept, names, auditData);
  const rows = new CsvRows({ delimiter: 0x2c, lineEnd: 0x0a });
  const bytes = encodeText(text);
  const read_: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const after = rows.read(bytes, at, bytes.length, true);
    if (parter.part(bytes, at, after, rows)) kept.push(parter.parts);
    else kept.pushWhole(bytes, at, after);
    read_.push(decodeText(bytes, at, after));
    at = after;
  }
  return { kept, rows: read_, back: read_.map((_, row) => read(kept, row)), whole: kept.templates[0]?.codes.length };
}

const cell = fc.oneof(
  fc.constantFrom('', 'plain', '"quoted"', '"a ""b"" c"', '"line\nbreak"', '"', 'a"b', '"a"b', '1', '"{""Id"":1}"', '"{""Id"":'),
  json.map((text) => `"${text.replaceAll('"', '""')}"`),
);
const csv = fc
  .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '')), { maxLength: 12 })
  .map((rows) => rows.map(([cells, end]) => cells.join(',') + end).join(''));

test('whatever rows come, they come back byte for byte', () => {
  fc.assert(
    fc.property(csv, fc.nat(3), (text, auditData) => {
      const { rows, back } = keepRows(text, ['RecordId', 'AuditData'], auditData);
      expect(back).toEqual(rows);
    }),
  );
});

test('AuditData in a cell is taken apart, and its properties are the columns that they are in JSON', () => {
  const { kept, whole } = keepRows(
    '1,"{""Operation"":""Send""}"\r\n2,"{""Operation"":""say \\""hi\\""""}"\r\n',
    ['RecordId', 'AuditData'],
    1,
  );
  expect(whole).toBe(0);
  expect(kept.templates).toHaveLength(2);
  expect(kept.column('auditData', 'Operation')?.size).toBe(3);
  expect(kept.column('cells', 'RecordId')?.size).toBe(3);
});

test('records of ever new shapes, with ever new properties, come back, and only so many become templates', () => {
  const texts = Array.from({ length: 9000 }, (_, at) =>
    JSON.stringify({ Id: at, [`name ${at}`]: 'x', ...(at % 2 ? { z: 1 } : {}) }),
  );
  const { back, shapes } = keep(texts);
  expect(back).toEqual(texts);
  expect(shapes).toBeLessThan(4096);
});

test('records with more values, longer names or more space than anybody needs come back', () => {
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`p${at}`, at])));
  const texts = [
    many,
    JSON.stringify({ ['n'.repeat(10_000)]: 1 }),
    `{"a":${' '.repeat(10_000)}1}`,
    `${'['.repeat(900)}${']'.repeat(900)}`,
  ];
  expect(keep(texts).back).toEqual(texts);
  const deep = `{"a":${'['.repeat(990)}1${']'.repeat(990)}}`;
  expect(keep([deep])).toMatchObject({ back: [deep], shapes: 1 });
});

test('a value of several megabytes comes back, and so does what stands before and behind it', () => {
  const sizes = [10, 1_048_576, 5_000_000, 20, 1_048_575, 3, 2_097_152, 7];
  const texts = sizes.map((size, at) => JSON.stringify({ Id: at, Body: String.fromCharCode(97 + at).repeat(size) }));
  const { kept, back, shapes } = keep(texts);
  expect(back.map((text, at) => text === texts[at])).toEqual(sizes.map(() => true));
  expect(shapes).toBe(1);
  const body = kept.column('auditData', 'Body');
  const search = body && matchingValues(body, new TextQuery({ text: 'ccc' }));
  let step = search?.next();
  while (step && !step.done) step = search?.next();
  expect([...(step?.value ?? [])]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
});

test('values that are nearly all different are no longer looked up, and come back all the same', () => {
  const texts = Array.from({ length: 9000 }, (_, at) => JSON.stringify({ Id: `id ${at % 8000}`, Operation: `op ${at % 3}` }));
  const { kept, back } = keep(texts);
  expect(back).toEqual(texts);
  expect(kept.column('auditData', 'Id')?.isDistinct).toBe(false);
  expect(kept.column('auditData', 'Operation')).toMatchObject({ isDistinct: true, size: 4 });
});
