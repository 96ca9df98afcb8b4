import { useSyncExternalStore } from 'react';
import type { AddressBooks as OpenBooks } from '~/records/address-books';
import { AddressBooks, type AddressBooksProps } from './address-books';

export interface OpenedBooksProps extends Pick<AddressBooksProps, 'stay'> {
  readonly books: OpenBooks;
}

/** The address books of this page. */
export function OpenedBooks({ books, stay }: OpenedBooksProps) {
  const open = useSyncExternalStore(books.books.subscribe, books.books.get);
  const { opening, problem } = useSyncExternalStore(books.state.subscribe, books.state.get);
  return (
    <AddressBooks
      books={open}
      opening={opening}
      error={problem}
      stay={stay}
      onOpen={(files) => void books.open(files)}
      onClose={(name) => void books.close(name)}
    />
  );
}
