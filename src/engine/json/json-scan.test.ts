import fc from 'fast-check';
import { expect, test } from 'vitest';
import { members } from '~/engine/apart/record-format';
import { readPage } from '~/engine/intake/page-reader';
import { decodeText, encodeText } from '~/lib/bytes';
import { followPath } from '~/lib/follow-path';
import { parsePath } from '~/lib/json-path';
import { viewOf } from '~/lib/runs';
import { broken, deepest, skipBalanced, skipLongString, skipSpace, skipString, skipValue } from './json-scan';
import { stringText, unescapeJson, valueText, writeUnescaped } from './json-text';
import { PathFinder } from './path-finder';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function scans(text: string): boolean {
  const bytes = encodeText(text);
  const end = skipValue(bytes, skipSpace(bytes, 0, bytes.length), bytes.length);
  return end !== broken && skipSpace(bytes, end, bytes.length) === bytes.length;
}

/** JSON with something cut out, put in or doubled. */
const nearlyJson = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '', '"', '\\', '\\u12', '{', ']', ',', ':', '-', '0', '.', 'e', 'null', '\n', '\u0001', '\\"', ' '),
  )
  .map(([json, at, cut, put]) => {
    const from = at % (json.length + 1);
    return json.slice(0, from) + put + json.slice(from + cut);
  })
  .filter((text) => !/\p{Surrogate}/u.test(text));

test('accepts exactly the JSON that JSON.parse accepts', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearlyJson), (text) => {
      expect([text, scans(text)]).toEqual([text, isJson(text)]);
    }),
    { numRuns: 3000 },
  );
  for (const text of [
    '-0',
    '-',
    '01',
    '1.',
    '.5',
    '1e',
    '1e+5',
    '-1.5E-3',
    'tru',
    'nulll',
    '"\\u00g0"',
    '"\\x"',
    '[1,]',
    '{"a":1,}',
    '{"a" 1}',
    '"\t"',
    '',
    ' ',
  ]) {
    expect([text, scans(text)]).toEqual([text, isJson(text)]);
  }
});

test('refuses nesting that no record has, without running out of stack', () => {
  expect(scans('['.repeat(deepest) + ']'.repeat(deepest))).toBe(true);
  expect(scans('['.repeat(100_000) + ']'.repeat(100_000))).toBe(false);
});

test('undoes the escapes of a string in bytes as in text, and never needs more room', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\\n',
      '\\/',
      '\\"',
      '\\\\',
      '\\ud83d',
      '\\ude00',
      '\\u00e4',
      '\\u20ac',
      '\\u0000',
      '\\uFFFF',
      '\\u005c',
      '\\ud83d\\ude00',
      '\\u12',
      '\\x',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !/[\\"]|\p{Surrogate}/u.test(text)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const bytes = encodeText(`"${pieces.join('')}"`);
      const to = new Uint8Array(bytes.length);
      const written = writeUnescaped(bytes, 1, bytes.length - 1, to, 0);
      expect(written).toBeLessThanOrEqual(bytes.length - 2);
      expect(to.subarray(0, written)).toEqual(encodeText(stringText(bytes, 0, bytes.length)));
    }),
    { numRuns: 1000 },
  );
});

test('finds the end of a bracketed value behind which anything may follow', () => {
  fc.assert(
    fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue())), fc.string(), (value, behind) => {
      const bytes = encodeText(JSON.stringify(value) + behind);
      expect(skipBalanced(viewOf(bytes), bytes, 0, bytes.length)).toBe(encodeText(JSON.stringify(value)).length);
    }),
  );
});

test('a string ends at the same place, looked at one byte or four at a time', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', '\\"', '\\\\', '\\u00e4', '\\u12', '\\', '\n', '\u007f', 'ä', '漢', '\u0001', '!#'),
    fc.string({ maxLength: 9 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(3), (pieces, at) => {
      const bytes = encodeText(`${'x'.repeat(at)}${pieces.join('')}`);
      for (const end of [bytes.length, bytes.length - 1])
        expect(skipLongString(viewOf(bytes), bytes, at, end)).toBe(skipString(bytes, at, end));
    }),
    { numRuns: 1000 },
  );
});

test('reads strings with escapes as JSON.parse reads them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, escaped) => {
      const json = escaped
        ? `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`
        : JSON.stringify(text);
      const bytes = encodeText(json);
      expect(valueText(bytes, 0, bytes.length)).toBe(text);
      expect(unescapeJson(json)).toBe(`"${text}"`);
    }),
  );
});

const names = fc.constantFrom('a', 'b', 'Name', 'Value', 'Key', 'NewValue', 'A', '__proto__', 'toString', 'a b', 'ä');
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom<unknown>(null, true, 1, -2.5, '', 'a', 'b', 'ä"\\'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  list: fc.array(tie('tree'), { maxLength: 3 }),
  object: fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
  tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('object'), tie('list'), tie('object')),
}));
const path = fc
  .array(
    fc.oneof(
      names.map((name) => `["${name}"]`),
      fc.nat(2).map((index) => `[${index}]`),
      fc.constantFrom('[a]', '[b]', '[ä]'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((steps) => steps.join(''));

test('finds what followPath finds over parsed JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(names, tree), fc.array(path, { minLength: 1, maxLength: 6 }), fc.nat(2), (value, paths, indent) => {
      const bytes = encodeText(JSON.stringify(value, null, indent));
      const finder = new PathFinder(paths);
      expect(finder.find(bytes, 0, bytes.length)).toBe(true);
      for (const [i, each] of paths.entries()) {
        const [start = 0, end = 0] = finder.slots.subarray(i * 2);
        const expected = followPath(JSON.parse(JSON.stringify(value)), parsePath(each) ?? []);
        expect(end > 0 ? JSON.parse(decodeText(bytes, start, end)) : undefined).toEqual(expected);
      }
    }),
    { numRuns: 1500 },
  );
});

test('takes the last of a property written twice, and names written with escapes', () => {
  const find = (json: string, wanted: string) => {
    const bytes = encodeText(json);
    const finder = new PathFinder([wanted]);
    finder.find(bytes, 0, bytes.length);
    return finder.slots[1] ? valueText(bytes, finder.slots[0] ?? 0, finder.slots[1]) : undefined;
  };
  expect(find('{"Item":{"Subject":"a"},"Item":{}}', 'Item.Subject')).toBeUndefined();
  expect(find('{"A":1,"A":2}', 'A')).toBe('2');
  expect(find('{"\\u0041":1}', 'A')).toBe('1');
  expect(find('{"P":[{"N\\u0061me":"x","Value":"1"},{"Name":"y","Value":"2"},{"Name":"y","Value":"3"}]}', 'P[y]')).toBe('2');
  expect(find('{"P":[{"Name":"\\u0079","NewValue":"2"}]}', 'P[y]')).toBe('2');
  expect(find('{"P":[{"Name":"y"},{"Name":"y","Value":"2"}]}', 'P[y]')).toBeUndefined();
});

test('tells any number of paths apart', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => i);
  const record = {
    ...Object.fromEntries(numbers.map((i) => [`p${i}`, i])),
    List: numbers.map((i) => ({ Name: `n${i}`, Value: i })),
  };
  const bytes = encodeText(JSON.stringify({ auditData: record, List: [] }));
  const finder = new PathFinder([...numbers.map((i) => `p${i}`), ...numbers.map((i) => `List[n${i}]`), 'a..b'], 'auditData');
  expect(finder.find(bytes, 0, bytes.length)).toBe(true);
  const values = numbers
    .concat(numbers.map((i) => i + 200))
    .map((slot) => decodeText(bytes, finder.slots[slot * 2], finder.slots[slot * 2 + 1]));
  expect(values).toEqual([...numbers, ...numbers].map(String));
  expect(finder.slots.at(-1)).toBe(0);
});

test('keeps what was found before a value breaks off', () => {
  const bytes = encodeText('{"Id":"x","CreationTime":"2024","Parameters":[{"Na');
  const finder = new PathFinder(['Id', 'Parameters']);
  expect(finder.find(bytes, 0, bytes.length)).toBe(false);
  expect([...finder.slots]).toEqual([6, 9, 0, 0]);
});

test('walks members of a record in their order', () => {
  const bytes = encodeText(' { "a" : 1 , "b":{"c":[]},"\\u0063":null} ');
  expect([...members(bytes, 0, bytes.length)].map(({ name, start, end }) => [name, decodeText(bytes, start, end)])).toEqual([
    ['a', '1'],
    ['b', '{"c":[]}'],
    ['c', 'null'],
  ]);
});

test('frames a page whatever stands before, between and behind its records', () => {
  fc.assert(
    fc.property(
      fc.array(fc.object(), { maxLength: 4 }),
      fc.object(),
      fc.nat(2),
      fc.boolean(),
      (value, before, indent, linked) => {
        const rest = linked ? { '@odata.nextLink': 'https://x/"y"' } : {};
        const text = JSON.stringify({ before, value, behind: [before], ...rest }, null, indent);
        const bytes = encodeText(text);
        const { slices, nextLink } = readPage(bytes);
        expect(nextLink).toBe(linked ? 'https://x/"y"' : undefined);
        expect(slices.length).toBe(value.length * 2);
        for (const [i, each] of value.entries()) {
          expect(JSON.parse(decodeText(bytes, slices.array[i * 2], slices.array[i * 2 + 1]))).toEqual(
            JSON.parse(JSON.stringify(each)),
          );
        }
      },
    ),
  );
});
