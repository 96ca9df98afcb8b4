import { expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { sampleMailboxSearch } from '~/domain/mailbox-log/mailbox-search.fixture';
import { type RememberedSearch, useRememberedSearches } from './remembered-searches';

const stored = 'ledgerline.mailbox-searches';
const entry: RememberedSearch = {
  search: sampleMailboxSearch({ logonTypes: ['Owner'] }),
  startedAt: 1,
  startedBy: 'mona@contoso.com',
};

test('a page that was left remembers beside what was remembered since', async () => {
  localStorage.removeItem(stored);
  const left = await renderHook(useRememberedSearches);
  const { remember } = left.result.current;
  await left.unmount();
  const { result, act } = await renderHook(useRememberedSearches);
  await act(() => result.current.remember({ now: entry }));
  await act(() => remember({ background: entry }));
  expect(Object.keys(result.current.searches)).toEqual(['now', 'background']);
});

test('a search that cannot be read costs no other', async () => {
  localStorage.setItem(stored, JSON.stringify({ known: entry, older: { search: { way: 'later' } }, none: null }));
  const { result } = await renderHook(useRememberedSearches);
  expect(Object.keys(result.current.searches)).toEqual(['known']);
});
