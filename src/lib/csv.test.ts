import { expect, test } from 'vitest';
import { csvCell, guardFormula } from './csv';

test('quotes only what has to be quoted', () => {
  expect(['a', 'a b', 'a,b', 'say "hi"', 'a\nb', 'a\rb', ' a', ''].map(csvCell)).toEqual([
    'a',
    'a b',
    '"a,b"',
    '"say ""hi"""',
    '"a\nb"',
    '"a\rb"',
    '" a"',
    '',
  ]);
});

test('quotes what another separator would split', () => {
  expect(['a;b', 'a\tb', 'a|b'].map(csvCell)).toEqual(['"a;b"', '"a\tb"', '"a|b"']);
});

test('puts an apostrophe before what a spreadsheet would run', () => {
  const formulas = [
    '=1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '"=1"',
    "'=1",
    ' " =1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    '\tx',
    '\ufeff=1',
  ];
  expect(formulas.map(guardFormula)).toEqual(formulas.map((text) => `'${text}`));
  const texts = ['', 'a=1', '1-2', 'user@contoso.com', '"quoted"', '<a@b>', '2024-01-01'];
  expect(texts.map(guardFormula)).toEqual(texts);
});

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a; =1+1;b', "a;' =1+1;b"],
  ['a;"=1+1"', `a;'"=1+1"`],
  ['a\t=1+1', "a\t'=1+1"],
  ['a|@x', "a|'@x"],
  ['a\n=1+1\r\n+1', "a\n'=1+1\r\n'+1"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
])('%j starts no formula, whichever separator a spreadsheet splits at', (text, guarded) => {
  expect(guardFormula(text)).toBe(guarded);
});

test.each([
  '\u0000',
  '\u0007',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u180e',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u3164',
  '\ufe0f',
  '\u2800',
  '\ufeff',
  '\u{e0041}',
])('what cannot be seen does not hide a formula: %j', (hidden) => {
  expect(guardFormula(`${hidden}=1+1`)).toBe(`'${hidden}=1+1`);
  expect(guardFormula(`a;${hidden}${hidden}=1+1`)).toBe(`a;'${hidden}${hidden}=1+1`);
  expect(guardFormula(`${hidden}plain`)).toBe(`${hidden}plain`);
});

test('guards a long text in one pass', () => {
  expect(guardFormula(`${'\n'.repeat(100_000)}${' '.repeat(100_000)}=1`).length).toBe(200_004);
});
