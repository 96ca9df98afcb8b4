import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteDictionary } from '~/engine/columns/byte-dictionary';
import { FoldedCodes } from '~/engine/columns/folded-codes';
import { IdIndex } from '~/engine/columns/id-index';
import { readInstant } from '~/engine/columns/instant';
import { type Code, noCode, type RowIndex } from '~/engine/columns/numbers';
import { PairIndex } from '~/engine/columns/pair-index';
import { compareByCodePoint, Ranks } from '~/engine/columns/ranks';
import { compareShown } from '~/engine/naive-records.fixture';
import { encodeText } from '~/lib/bytes';

const instant = (text: string) => readInstant(encodeText(text), 0, encodeText(text).length);

test('reads ISO times as the platform does, without a zone as UTC', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const text = date.toISOString();
      expect(instant(text)).toBe(date.getTime());
      expect(instant(text.slice(0, -1))).toBe(date.getTime());
      expect(instant(`${text.slice(0, 19)}.1239999+02:30`)).toBe(Date.parse(`${text.slice(0, 19)}.123+02:30`));
    }),
  );
  expect(instant('2024-02-29 01:02:03Z')).toBe(Date.UTC(2024, 1, 29, 1, 2, 3));
  expect(instant('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
  expect(instant('2024-02-29T01:02')).toBe(Date.UTC(2024, 1, 29, 1, 2));
});

test('reads the American form in UTC', () => {
  expect(instant('9/20/2023 4:05:03 AM')).toBe(Date.UTC(2023, 8, 20, 4, 5, 3));
  expect(instant('12/31/2023 12:05:03 PM')).toBe(Date.UTC(2023, 11, 31, 12, 5, 3));
  expect(instant('1/1/2023 12:00:00 AM')).toBe(Date.UTC(2023, 0, 1));
  expect(instant('1/1/2023 13:00')).toBe(Date.UTC(2023, 0, 1, 13));
});

test('reads the form Windows PowerShell writes in JSON, whose zone is only how it is shown', () => {
  expect(instant('/Date(1695182703000)/')).toBe(1_695_182_703_000);
  expect(instant('/Date(1695182703000+0200)/')).toBe(1_695_182_703_000);
  expect(instant('/Date(-1)/')).toBe(-1);
});

test('guesses no time', () => {
  const texts = [
    '',
    'soon',
    '2024',
    '2023-02-29',
    '2024-13-01',
    '2024-01-01T25:00:00',
    '2024-01-01T10',
    '2024-01-01T10:00:00.',
    '2024-01-01T10:00:00X',
    '2024-01-01T10:00:00+2',
    '20/9/2023 4:05:03 AM',
    '9/20/2023 14:05:03 PM',
    '0x10-01-01',
    '/Date()/',
    '/Date(1.5)/',
    '/Date(16951827030001695182703000)/',
  ];
  expect(texts.map(instant)).toEqual(texts.map(() => Number.NaN));
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    'a',
    'A',
    'aaaa',
    'AAAA',
    'aaaaa',
    'aaaa\0',
    'https://contoso.com/a',
    'https://contoso.com/B',
    'ß',
    'ẞ',
    'Ä',
    'ä',
    'ΟΔΟΣ',
    '\uffff',
    '😀',
  ),
);

test('a dictionary gives each value one code and hands it back', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 200 }), (values) => {
      const dictionary = new ByteDictionary();
      const codes = values.map((value) => dictionary.codeOfText(value));
      expect(codes.map((code) => dictionary.text(code))).toEqual(values);
      expect(dictionary.size).toBe(new Set(values).add('').size);
      for (const code of codes) expect(dictionary.key(code)).toBe(dictionary.text(code).toLowerCase());
    }),
  );
});

test('a dictionary grows beyond its first tables', () => {
  const dictionary = new ByteDictionary();
  for (let i = 0; i < 20_000; i++) expect(dictionary.codeOfText(`value ${i}`)).toBe(i + 1);
  for (let i = 0; i < 20_000; i++) expect(dictionary.codeOfText(`value ${i}`)).toBe(i + 1);
});

test('codes are folded alike for values alike but for case, whenever values arrive', () => {
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 60 }), { maxLength: 4 }), fc.boolean(), (batches, shown) => {
      const dictionary = new ByteDictionary(shown ? () => 'all alike' : undefined);
      const folded = new FoldedCodes(dictionary);
      for (const batch of batches) {
        for (const value of batch) dictionary.codeOfText(value);
        while (!folded.step());
      }
      const first = new Map<string, number>();
      for (let code = noCode; code < dictionary.size; code++) {
        const lower = dictionary.text(code).toLowerCase();
        if (!first.has(lower)) first.set(lower, code);
        expect(folded.array[code]).toBe(first.get(lower));
      }
    }),
  );
});

test('pairs are numbered in the order in which they first come up, however many', () => {
  const index = new PairIndex();
  const numbers = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const [first, second] = [(i * 7919) % 101, (i * 104_729) % 997] as const;
    const key = `${first} ${second}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    expect(index.numberOf(first, second)).toBe(numbers.get(key));
    expect(index.firsts[numbers.get(key) ?? -1]).toBe(first);
  }
  expect(index.size).toBe(numbers.size);
  expect(index.numberOf(2 ** 32 - 1, 2 ** 32 - 2)).toBe(numbers.size);
  expect(index.numberOf(2 ** 32 - 1, 2 ** 32 - 2)).toBe(numbers.size);
});

test('ranks are the order of displayed text, whenever values arrive and however often ranking is interrupted', () => {
  const display = (value: string) => (value.startsWith('a') ? 'Z' : value);
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { maxLength: 60 }), { maxLength: 4 }),
      fc.boolean(),
      fc.nat(3),
      (batches, shown, steps) => {
        const dictionary = new ByteDictionary(shown ? display : undefined);
        const ranks = new Ranks(dictionary);
        for (const batch of batches) {
          for (const value of batch) dictionary.codeOfText(value);
          for (let i = 0; i < steps; i++) ranks.step();
        }
        const all = ranks.all();
        const texts = Array.from({ length: dictionary.size - 1 }, (_, i) => dictionary.displayText((i + 1) as Code));
        const sorted = [...new Set(texts)].sort(compareShown);
        expect(texts.map((_, i) => all[(i + 1) as Code])).toEqual(texts.map((text) => sorted.indexOf(text)));
        expect(all[noCode]).toBe(sorted.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('ranks many values with long common beginnings', () => {
  const dictionary = new ByteDictionary();
  const values = Array.from({ length: 5000 }, (_, i) => `https://contoso.sharepoint.com/sites/${(i * 7919) % 5000}`);
  for (const value of values) dictionary.codeOfText(value);
  const all = new Ranks(dictionary).all();
  const rank = (value: number) => all[(value + 1) as Code];
  const byRank = [...values.keys()].sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0)).map((i) => values[i]);
  expect(byRank).toEqual([...values].sort(compareByCodePoint));
});

test('numbers come before texts, in the order of numbers, whenever they arrive', () => {
  const number = fc.oneof(
    fc.constantFrom(
      '0',
      '-0',
      '10',
      '9',
      '010',
      '1e3',
      '-5',
      '2.50',
      '2.5',
      'x',
      '1,000',
      '',
      '1e999',
      '-1e999',
      '9007199254740993',
    ),
    fc.double({ noNaN: true }).map(String),
    fc.integer().map(String),
  );
  fc.assert(
    fc.property(fc.array(fc.array(number, { maxLength: 20 }), { maxLength: 3 }), (batches) => {
      const dictionary = new ByteDictionary();
      const ranks = new Ranks(dictionary);
      for (const batch of batches) {
        for (const value of batch) dictionary.codeOfText(value);
        ranks.all();
      }
      const all = ranks.all();
      const texts = Array.from({ length: dictionary.size - 1 }, (_, i) => dictionary.text((i + 1) as Code));
      const sorted = [...texts].sort(compareShown);
      expect(texts.map((_, i) => all[(i + 1) as Code])).toEqual(texts.map((text) => sorted.indexOf(text)));
    }),
  );
});

test('an id index knows GUIDs in any case and other ids as they are', () => {
  const id = fc.oneof(
    fc.uuid(),
    fc.uuid().map((guid) => guid.toUpperCase()),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
    fc.constantFrom('__proto__', '{7d29b563-e2b8-47b2-b87e-08dd59db9fd4}', 'a', 'a~2', 'a~', 'a~~2'),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 100 }), (ids) => {
      const index = new IdIndex();
      const rows = new Map<string, RowIndex>();
      for (const each of ids) {
        const key = /^[\da-f-]{36}$/i.test(each) ? each.toLowerCase() : each;
        if (!rows.has(key)) rows.set(key, rows.size as RowIndex);
        expect(index.add(each)).toBe(rows.get(key));
      }
      expect(index.length).toBe(rows.size);
      for (const [key, row] of rows) {
        expect(index.text(row)).toBe(key);
        expect(index.find(index.key(row))).toBe(row);
        expect(index.rowsOf(key)).toEqual([row]);
        expect(index.rowsOf(`${key}x`)).toEqual(rows.has(`${key}x`) ? [rows.get(`${key}x`)] : []);
      }
    }),
  );
  const index = new IdIndex();
  for (let i = 0; i < 10_000; i++) expect(index.add(`00000000-0000-0000-0000-${String(i).padStart(12, '0')}`)).toBe(i);
  expect(index.rowsOf('00000000-0000-0000-0000-000000009999')).toEqual([9999]);
});

test('an id index gives every record a key of its own, and finds by it the latest of its copies', () => {
  const id = fc.constantFrom(
    '7d29b563-e2b8-47b2-b87e-08dd59db9fd4',
    'a',
    'a~',
    'a~2',
    'a~~2',
    '~',
    '00000000-0000-0000-0000-000000000000',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.constantFrom('namesake', 'fuller'), fc.nat(9))), (arrivals) => {
      const index = new IdIndex();
      const latest = new Map<string, RowIndex[]>();
      for (const [each, as, pick] of arrivals) {
        const next = index.length;
        const all = latest.get(each) ?? [];
        latest.set(each, all);
        const row = index.add(each);
        const at = pick % Math.max(all.length, 1);
        if (row === next) all.push(next);
        else if (as === 'namesake') {
          index.addNamesake(row);
          all.push(next);
        } else {
          index.addFuller(all[at] ?? row);
          all[at] = next;
        }
        expect(index.length).toBe(next + 1);
      }
      const keys = new Set<string>();
      for (const [each, rows] of latest) {
        expect(index.rowsOf(each)).toEqual(rows);
        for (const row of rows) {
          expect(index.text(row)).toBe(each);
          expect(index.find(index.key(row))).toBe(row);
          keys.add(index.key(row));
        }
      }
      expect(keys.size).toBe([...latest.values()].flat().length);
    }),
  );
});
