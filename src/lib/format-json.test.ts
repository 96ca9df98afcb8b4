import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson } from './format-json';

test('formats as JSON.stringify does, for any JSON', () => {
  void fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(formatJson(text)).toEqual({ kind: 'formatted', text: JSON.stringify(JSON.parse(text), null, 2) });
    }),
  );
});

test('accepts exactly what JSON.parse accepts', () => {
  const bits = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
    ' ',
    '\n',
    '\\u00',
    '\u0001',
  );
  void fc.assert(
    fc.property(fc.array(bits, { maxLength: 12 }), (texts) => {
      const text = texts.join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(formatJson(text).kind).toBe(isJson ? 'formatted' : 'broken');
    }),
    { numRuns: 2000 },
  );
});

test('keeps every digit, repeated names and escapes', () => {
  expect(formatJson('{"a":12345678901234567890.10,"a":"\\u0041"}')).toEqual({
    kind: 'formatted',
    text: '{\n  "a": 12345678901234567890.10,\n  "a": "\\u0041"\n}',
  });
});

test('says where text breaks', () => {
  expect(formatJson('{\n  "a": 1,\n  b')).toEqual({ kind: 'broken', offset: 14, line: 3, column: 3 });
  expect(formatJson('')).toEqual({ kind: 'broken', offset: 0, line: 1, column: 1 });
});

test('reads a string of a million characters', () => {
  expect(formatJson(`["${'x'.repeat(1_000_000)}"]`).kind).toBe('formatted');
});
