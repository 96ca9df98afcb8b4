import { expect, test } from 'vitest';
import { addressOf, isOfFiles, savedView } from './saved-view';

const address = (search: string) => addressOf(savedView('View', '/search/1', search, 0));

test('a view is kept without the record that is open, and otherwise as it was written', () => {
  expect(address('?text=a%20b&record=r1&filters=%5B%5D')).toBe('/search/1?text=a%20b&filters=%5B%5D');
  expect(address('?record=r1')).toBe('/search/1');
  expect(address('?records=2')).toBe('/search/1?records=2');
  expect(address('')).toBe('/search/1');
});

test('a view of opened files is known as one', () => {
  expect(isOfFiles(savedView('View', '/files', '?text=a', 0))).toBe(true);
  expect(isOfFiles(savedView('View', '/messages', '?in=files', 0))).toBe(true);
  expect(isOfFiles(savedView('View', '/messages', '?in=files2', 0))).toBe(false);
});
