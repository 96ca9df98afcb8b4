import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundParts, isFound, textFinder } from './text-finder';

const marked = (text: string, query: string) =>
  foundParts(text, textFinder(query))
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test('hits are found in any case, as often as they stand there', () => {
  expect(marked('Falcon plan, FALCON budget', 'falcon')).toBe('[Falcon] plan, [FALCON] budget');
  expect(marked('nothing of the kind', 'falcon')).toBe('nothing of the kind');
  expect(marked('anything', '')).toBe('anything');
});

test('what is looked for is text, not a pattern', () => {
  expect(marked('a.b axb (c) [d] \\ $ ^', '.')).toBe('a[.]b axb (c) [d] \\ $ ^');
  for (const query of ['(c)', '[d]', '\\', '$', '^', '<script>']) expect(marked(`a ${query} b`, query)).toBe(`a [${query}] b`);
});

test('the parts are the text, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 3 }), (text, query) => {
      const parts = foundParts(text, textFinder(query));
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const finder = textFinder(query);
      if (finder) expect(isFound(text, finder)).toBe(parts.some((part) => part.isHit));
    }),
  );
});

test('a long text is marked at its beginning only', () => {
  const parts = foundParts('a'.repeat(1_000_000), textFinder('a'));
  expect(parts.length).toBeLessThan(10_000);
  expect(parts.at(-1)).toMatchObject({ isHit: false });
});
