import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson } from './format-json';
import { membersOf, readJson, WrittenNumber } from './read-json';

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(2), (json, indent) => {
      const value: unknown = JSON.parse(json, (_, each) => (Object.is(each, -0) ? 0 : each));
      expect(readJson(JSON.stringify(value, null, indent))).toEqual({ value, brokenAt: undefined });
    }),
    { numRuns: 500 },
  );
});

test('calls broken what is no JSON, and nothing else', () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.nat(2), fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '-', '0', 'n', '\n'))
    .map(([json, at, cut, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + cut));
  fc.assert(
    fc.property(damaged, (text) => {
      expect([text, readJson(text).brokenAt === undefined]).toEqual([text, formatJson(text).kind === 'formatted']);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['{"a":1,"b":"tex', { a: 1, b: undefined }],
  ['{"a":{"b":[1,2,{"c":true', { a: { b: [1, 2, { c: true }] } }],
  ['{"a":12', { a: undefined }],
  ['{"a":12,', { a: 12 }],
  ['{"a":1e', { a: undefined }],
  ['{"a":1.5.', { a: 1.5 }],
  ['{"a":"x"} rest', { a: 'x' }],
  ['{"a":"x","b', { a: 'x' }],
  ['[1,2', [1]],
  ['"x', undefined],
  ['', undefined],
])('%s gives what stands before the break', (text, value) => {
  const read = readJson(text);
  expect(read.value).toEqual(value);
  expect(read.brokenAt === undefined).toBe(false);
});

test.each(['12345678901234567890', '9007199254740993', '1.0', '-0', '1e5', '0.10'])('%s stays as it was written', (written) => {
  const { value } = readJson(written);
  expect(value instanceof WrittenNumber).toBe(true);
  expect(String(value)).toBe(written);
});

test('knows both values of a name that occurs twice, and takes the last', () => {
  const { value } = readJson('{"QueryTime":"a","__proto__":1,"QueryTime":"b"}');
  expect(typeof value === 'object' && value !== null && membersOf(value)).toEqual([
    ['QueryTime', 'a'],
    ['__proto__', 1],
    ['QueryTime', 'b'],
  ]);
  expect(value).toMatchObject({ QueryTime: 'b' });
});
