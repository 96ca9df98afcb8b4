// Files that are read by a real worker, and kept in the private file system of a real browser.

import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { writeMmdb } from '~/domain/addresses/mmdb-writer.fixture';
import { createStore } from '~/lib/store';
import { createAddressBooks } from '~/records/address-books';
import type { OpenBook } from '~/records/open-books';
import { OpenedBooks } from './opened-books';

const country = (type: string) =>
  new File([writeMmdb({ type, networks: [['203.0.113.0/24', { country: { iso_code: 'DE' } }]] })], 'country.mmdb');

const noBooks = () => createAddressBooks(createStore<readonly OpenBook[]>([]));

async function show(books = noBooks()) {
  const screen = await render(
    <FluentProvider theme={webLightTheme}>
      <OpenedBooks books={books} stay="this visit, unless records are kept" />
    </FluentProvider>,
  );
  return { books, screen };
}

async function choose(...files: File[]) {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nothing to choose files with.');
  await userEvent.upload(input, files);
}

const lines = page.getByRole('list', { name: 'Open MMDB files' }).getByRole('listitem');
const status = page.getByRole('status');

test('opens a file, and closes it again', async () => {
  const { books } = await show();
  await choose(country('GeoLite2-Country'));
  await expect.element(lines).toHaveTextContent('country.mmdbGeoLite2-Country, knows countries, built');
  await expect.element(status).toHaveTextContent('1 file open');
  const [book] = books.books.get();
  expect(book?.bytes.size).toBe(country('GeoLite2-Country').size);
  await page.getByRole('button', { name: 'Close country.mmdb' }).click();
  await expect.element(status).toHaveTextContent('No file is open.');
});

test('says what is wrong with a file that is none, and keeps what is open', async () => {
  await show();
  await choose(country('GeoLite2-Country'));
  await expect.element(lines).toBeVisible();
  await choose(new File(['time,user\n'], 'audit.csv'));
  await expect.element(page.getByRole('alert')).toHaveTextContent('audit.csv is not an MMDB file, or not all of one.');
  await expect.element(lines).toBeVisible();
});

test('what may be kept is open in the next visit, until it is closed', async () => {
  const owner = crypto.randomUUID();
  const { books, screen } = await show();
  await books.keepFor(owner, true);
  await choose(country('First'));
  await expect.element(lines).toHaveTextContent('First');
  await choose(country('Second'));
  await expect.element(lines).toHaveTextContent('Second');
  await screen.unmount();

  const next = noBooks();
  await show(next);
  await expect.element(status).toHaveTextContent('No file is open.');
  await next.keepFor(owner, true);
  await expect.element(lines).toHaveTextContent('Second');
  expect(next.books.get()).toMatchObject([{ name: 'country.mmdb', isKept: true }]);
  await next.close('country.mmdb');

  const last = noBooks();
  await last.keepFor(owner, true);
  expect(last.books.get()).toEqual([]);
});
