import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDiff } from './text-diff';

const marked = (parts: readonly { text: string; changed: boolean }[]) =>
  parts.map(({ text, changed }) => (changed ? `<${text}>` : text)).join('');

test('marks the words that changed', () => {
  const { before, after } = textDiff('send mail to anna', 'send post to anna');
  expect(marked(before)).toBe('send <mail> to anna');
  expect(marked(after)).toBe('send <post> to anna');
});

test('marks whole lines where there are several', () => {
  const { before, after } = textDiff('[\n  1\n]', '[\n  1,\n  2\n]');
  expect(marked(before)).toBe('[\n<  1\n>]');
  expect(marked(after)).toBe('[\n<  1,\n  2\n>]');
});

test('marks all of texts that have nearly nothing in common', () => {
  const text = (word: string) => Array.from({ length: 1000 }, (_, at) => `${word} ${at}`).join('\n');
  const { before, after } = textDiff(text('row'), text('line'));
  expect([before, after]).toEqual([[{ text: text('row'), changed: true }], [{ text: text('line'), changed: true }]]);
});

test('never loses or invents text', () => {
  void fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { before, after } = textDiff(a, b);
      expect(before.map(({ text }) => text).join('')).toBe(a);
      expect(after.map(({ text }) => text).join('')).toBe(b);
      expect(
        before
          .filter(({ changed }) => !changed)
          .map(({ text }) => text)
          .join(''),
      ).toBe(
        after
          .filter(({ changed }) => !changed)
          .map(({ text }) => text)
          .join(''),
      );
    }),
  );
});
