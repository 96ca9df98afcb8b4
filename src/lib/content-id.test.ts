import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentId } from './content-id';

test('looks like a UUID of version 8 and never changes', () => {
  expect(contentId('')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(contentId('FolderBind')).toBe(contentId(['Folder', 'Bind'].join('')));
});

test('is the same only for the same text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 2 }), (texts) => {
      expect(new Set(texts.map(contentId)).size).toBe(texts.length);
    }),
  );
});

test('texts that differ in a digit differ in each part of it', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => contentId(`2013-05-24T11:27:51-07:00 message ${i}`));
  expect(new Set(ids.map((id) => id.slice(0, 13))).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
});
