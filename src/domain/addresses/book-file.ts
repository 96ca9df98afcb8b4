// An address book as it is handed on: a file that whoever looks addresses up reads when it is needed.

import type { AddressBook, AddressFactKind } from './address-book';

/** An MMDB file that was found to be one. */
export interface BookFile extends Pick<AddressBook, 'name' | 'can'> {
  /** Of no other file of this page, not even of one of the same name. */
  readonly id: number;
  readonly bytes: Blob;
}

export interface KnownOfAddresses {
  /** What the books that are open know. */
  readonly can: readonly AddressFactKind[];
  /** Another one after books were opened or closed. */
  readonly edition: number;
}

/** What is known once these books are open in place of the others. */
export function knownWith(books: readonly BookFile[], { edition }: KnownOfAddresses): KnownOfAddresses {
  return { can: [...new Set(books.flatMap(({ can }) => can))], edition: edition + 1 };
}
