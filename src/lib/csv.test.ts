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

test('puts an apostrophe before what a spreadsheet would run', () => {
  const formulas = [
    '=1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
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
