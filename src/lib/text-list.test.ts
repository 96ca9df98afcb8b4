import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTextList, parseTextList } from './text-list';

test('parts a list at commas, semicolons, tabs and lines', () => {
  expect(parseTextList('a@x.com, b@x.com;c@x.com\td@x.com\r\ne@x.com\n')).toEqual([
    'a@x.com',
    'b@x.com',
    'c@x.com',
    'd@x.com',
    'e@x.com',
  ]);
});

test('keeps what is in quotes whole', () => {
  expect(parseTextList('"Smith, John.docx"; ‘a;b’, “c,d”')).toEqual(['Smith, John.docx', 'a;b', 'c,d']);
});

test('reads a doubled quote inside quotes as one', () => {
  expect(parseTextList('"say ""hi""",b')).toEqual(['say "hi"', 'b']);
});

test('leaves an apostrophe in a name alone', () => {
  expect(parseTextList("o'brien@x.com, 'tis, d'arcy@x.com")).toEqual(["o'brien@x.com", "'tis", "d'arcy@x.com"]);
});

test('keeps a closing period, which Entra operations need', () => {
  expect(parseTextList('Update user., Add user.')).toEqual(['Update user.', 'Add user.']);
});

test('drops empty values and repeats', () => {
  expect(parseTextList(' ,; a, A ,\n\n"" ')).toEqual(['a']);
});

test('tells a list from a single value', () => {
  expect(isTextList('FileDeleted')).toBe(false);
  expect(isTextList('FileDeleted\n')).toBe(false);
  expect(isTextList('a, b')).toBe(true);
});

test('finds every value that was put in quotes again', () => {
  const value = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(fc.uniqueArray(value, { selector: (text) => text.toLowerCase() }), (values) => {
      const pasted = values.map((text) => `"${text.replaceAll('"', '""')}"`).join(', ');
      expect(parseTextList(pasted)).toEqual(values);
    }),
  );
});

test('ends for any text at all', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseTextList(text))));
});
