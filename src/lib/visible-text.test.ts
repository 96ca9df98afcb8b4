import { expect, test } from 'vitest';
import { visibleParts, visibleText } from './visible-text';

test('names characters that turn text around', () => {
  expect(visibleText('annual-\u202efdp.exe')).toBe('annual-‹RLO›fdp.exe');
  expect(visibleText('\u2066a\u2069\u200fb\ufeff')).toBe('‹LRI›a‹PDI›‹RLM›b‹BOM›');
});

test('names control characters but leaves line breaks and tabs', () => {
  expect(visibleText('a\u0000b\u0007\tc\r\nd\ne\rf')).toBe('a‹U+0000›b‹U+0007›\tc\r\nd\ne‹U+000D›f');
});

test('names characters that hide inside words', () => {
  expect(visibleText('pay\u200bpal\u00ad')).toBe('pay‹ZWSP›pal‹SHY›');
});

test('names half a character', () => {
  expect(visibleText('a\ud800b')).toBe('a‹U+D800›b');
});

test('leaves letters of every script and joined emoji', () => {
  const text = 'Zoë 李 سلام 👩‍💻 ünïcödé';
  expect(visibleParts(text)).toEqual([{ kind: 'text', text }]);
});
