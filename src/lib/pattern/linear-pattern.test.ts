import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearPattern } from './linear-pattern';

const letters = ['a', 'b', 'A', '1', '_', '-', ' ', '\n', '\u2028', 'é', 'É', 'ß', 'ı', 'K', 'ſ', '𝒳', '.', '\\', ']', '{'];
const text = fc.array(fc.constantFrom(...letters), { maxLength: 8, size: 'max' }).map((all) => all.join(''));
const inClass = fc.constantFrom(
  'a',
  'b-é',
  'A-Z',
  '\\d',
  '\\w',
  '\\W',
  '\\s',
  '\\b',
  '-',
  '\\]',
  '\\-',
  '0-9',
  '\\w-x',
  'ß',
  '.',
  '^',
  '\\u0061',
  '\\x41',
  '\\n',
);
const one = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'A',
    '1',
    '_',
    ' ',
    '.',
    'é',
    'ß',
    'k',
    's',
    'I',
    '𝒳',
    '\\n',
    '\\.',
    '\\\\',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
  ),
  fc.constantFrom('^', '$', '\\b', '\\B', '', '{', ']', '\\cJ', '\\0', '\\p', '\\u{1}', '\\x4', '[^]', '[]'),
  fc
    .tuple(fc.constantFrom('[', '[^'), fc.array(inClass, { minLength: 1, maxLength: 3 }))
    .map(([open, of]) => `${open}${of.join('')}]`),
);
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    one,
    fc.tuple(one, one).map(([a, b]) => a + b),
    fc
      .tuple(
        fc.constantFrom('(', '(?:', '(?<x>'),
        tie('pattern'),
        fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '{0}'),
      )
      .map(([open, of, times]) => `${open}${of})${times}`),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((of) => of.join('|')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((of) => of.join('')),
  ),
}));
const flags = fc.constantFrom('', 'i', 'm', 's', 'ims');

test('a text that JavaScript finds something in is found, and no other', () => {
  fc.assert(
    fc.property(pattern, flags, fc.array(text, { minLength: 1, maxLength: 10 }), (pattern, flags, texts) => {
      const made = linearPattern(pattern, flags);
      if (typeof made === 'string') {
        if (made === 'is no regular expression of JavaScript') expect(() => new RegExp(pattern, flags)).toThrow();
        return;
      }
      for (const text of texts) expect([text, made.test(text)]).toEqual([text, new RegExp(pattern, flags).test(text)]);
    }),
    { numRuns: 3_000 },
  );
});

test('every character is of the case that JavaScript has it in', () => {
  const all = Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code));
  for (const pattern of ['k', 'ſ', '[^a-zµ]', '\\w', '[\\W]', 'ß', '[ΩÅ]', 'İ', '.', '\\s', '\\S', '\\D']) {
    const made = linearPattern(pattern, 'i');
    if (typeof made === 'string') throw new Error(made);
    const native = new RegExp(pattern, 'i');
    expect(all.filter((each) => made.test(each) !== native.test(each))).toEqual([]);
  }
});

test.for<[pattern: string, problem: string]>([
  ['(', 'is no regular expression of JavaScript'],
  ['a(?=b)', 'looks ahead or behind'],
  ['(?<!a)b', 'looks ahead or behind'],
  ['(a)\\1', 'refers back to what it found'],
  ['(?<x>a)\\k<x>', 'refers back to what it found'],
  ['[\\1]', 'has an escape that means nothing'],
  ['\\07', 'has an escape that means nothing'],
  ['(a{100}){100}', 'is longer than Ledgerline follows'],
  ['a{2000000000}', 'is longer than Ledgerline follows'],
  [`${'('.repeat(1000)}a${')'.repeat(1000)}`, 'is longer than Ledgerline follows'],
])('%.20s %s', ([pattern, problem]) => {
  expect(linearPattern(pattern, '')).toBe(problem);
});

test('the time grows with the text alone, whatever is repeated in what is repeated', () => {
  const made = linearPattern('^(?:(?:[a-z]+)+ ?)+$', '');
  if (typeof made === 'string') throw new Error(made);
  const long = 'words without end '.repeat(20_000);
  expect([made.test(long), made.test(`${long}!`)]).toEqual([true, false]);
});

test('what is kept of an expression is forgotten when it is too much, and it goes on', () => {
  const made = linearPattern('[ab]*a[ab]{14}c', '');
  if (typeof made === 'string') throw new Error(made);
  let text = '';
  for (let i = 0, random = 1; i < 40_000; i++) {
    random = (random * 48_271) % 2_147_483_647;
    text += random % 2 === 0 ? 'a' : 'b';
  }
  expect([made.test(text), made.test(`${text}a${'b'.repeat(14)}c`)]).toEqual([false, true]);
});
