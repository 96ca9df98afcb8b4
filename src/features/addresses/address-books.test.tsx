import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { dayMs } from '~/lib/time';
import { AddressBooks, type AddressBooksProps, type OpenBook } from './address-books';

const builtAt = Math.floor(Date.now() / dayMs) * dayMs - 27 * dayMs;
const city: OpenBook = {
  name: 'city.mmdb',
  about: { type: 'GeoLite2-City', builtAt, languages: ['de', 'en'] },
  can: ['country', 'city'],
};
const network: OpenBook = {
  name: 'asn.mmdb',
  about: { type: 'GeoLite2-ASN', builtAt, languages: ['en'] },
  can: ['network'],
};

async function show(props: Partial<AddressBooksProps> = {}) {
  const onOpen = vi.fn();
  const onClose = vi.fn();
  await render(
    <FluentProvider theme={webLightTheme}>
      <AddressBooks books={[]} opening={[]} stay="this visit" onOpen={onOpen} onClose={onClose} {...props} />
    </FluentProvider>,
  );
  return { onOpen, onClose };
}

const section = page.getByRole('region', { name: 'Countries and networks of IP addresses' });
const openButton = page.getByRole('button', { name: 'Open an MMDB file' });
const file = (name: string) => new File(['x'], name);

/** As a browser tells of files that are dragged. Whether the page took it. */
async function drag(type: 'dragover' | 'drop', target: Element, ...files: File[]): Promise<boolean> {
  const dataTransfer = new DataTransfer();
  for (const each of files) dataTransfer.items.add(each);
  return !target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

test('says that nothing is open, and that nothing is sent', async () => {
  await show();
  await expect.element(section.getByRole('status')).toHaveTextContent('No file is open.');
  await expect.element(section.getByText('nothing is sent anywhere')).toBeVisible();
  await expect.element(page.getByRole('list', { name: 'Open MMDB files' })).not.toBeInTheDocument();
});

test('shows what is open, what each file knows and how old it is', async () => {
  await show({ books: [city, network] });
  await expect.element(section.getByRole('status')).toHaveTextContent('2 files open');
  const lines = page.getByRole('list', { name: 'Open MMDB files' }).getByRole('listitem');
  const date = new Date(builtAt).toISOString().slice(0, 10);
  await expect.element(lines.nth(0)).toHaveTextContent(/^city\.mmdb.*GeoLite2-City, knows countries and cities, built/);
  await expect.element(lines.nth(1)).toHaveTextContent(`asn.mmdbGeoLite2-ASN, knows networks, built ${date} (27 days ago)`);
});

test('opens files that are chosen, the same one twice, too', async () => {
  const { onOpen } = await show();
  await expect.element(openButton).toBeVisible();
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nothing to choose files with.');
  expect(input.accept).toBe('.mmdb');
  const chosen = [file('city.mmdb'), file('asn.mmdb')];
  await userEvent.upload(input, chosen);
  await userEvent.upload(input, chosen);
  expect(onOpen.mock.calls.map(([files]) => files.map(({ name }: File) => name))).toEqual([
    ['city.mmdb', 'asn.mmdb'],
    ['city.mmdb', 'asn.mmdb'],
  ]);
});

test('opens files that are dropped on it, and no text', async () => {
  const { onOpen } = await show();
  const target = openButton.element();
  expect(await drag('dragover', target, file('city.mmdb'))).toBe(true);
  expect(await drag('drop', target, file('city.mmdb'))).toBe(true);
  expect(onOpen.mock.calls[0]?.[0].map(({ name }: File) => name)).toEqual(['city.mmdb']);
  expect(await drag('dragover', target)).toBe(false);
  await drag('drop', target);
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test('closes a file by keyboard, and leaves the focus where more can be opened', async () => {
  const onClose = vi.fn();
  function Caller() {
    const [books, setBooks] = useState([city, network]);
    const close = (name: string) => {
      onClose(name);
      setBooks(books.filter((book) => book.name !== name));
    };
    return <AddressBooks books={books} opening={[]} stay="kept" onOpen={() => {}} onClose={close} />;
  }
  await render(
    <FluentProvider theme={webLightTheme}>
      <Caller />
    </FluentProvider>,
  );
  await expect.element(openButton).toBeVisible();
  const closeCity = page.getByRole('button', { name: 'Close city.mmdb' });
  closeCity.element().focus();
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledExactlyOnceWith('city.mmdb');
  await expect.element(closeCity).not.toBeInTheDocument();
  await expect.element(section.getByRole('status')).toHaveTextContent('1 file open');
  await expect.element(openButton).toHaveFocus();
});

test('announces what is wrong with a file', async () => {
  await show({ books: [city], error: 'audit.csv is not an MMDB file, or not all of one.' });
  await expect.element(page.getByRole('alert')).toHaveTextContent('audit.csv is not an MMDB file, or not all of one.');
  await expect.element(page.getByRole('button', { name: 'Close city.mmdb' })).toBeVisible();
});
