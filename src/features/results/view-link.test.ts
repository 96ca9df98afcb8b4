import { expect, test } from 'vitest';
import { viewLink } from './view-link';

const page = 'https://ledgerline.example/search/42';
const columns = (text: string) => `columns=${encodeURIComponent(text)}`;

test('a link says the columns where the address did not', () => {
  expect(viewLink(page, ['time', 'path:A[B C]'])).toBe(`${page}?${columns('["time","path:A[B C]"]')}`);
});

test('a link says other columns in place of those of the address, and leaves out the open record', () => {
  const address = `${page}?text=a%20b+c&${columns('["user"]')}&record=id-1&stack=user#part`;
  expect(viewLink(address, ['time'])).toBe(`${page}?text=a%20b+c&stack=user&${columns('["time"]')}#part`);
});
