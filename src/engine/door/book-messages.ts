// What the page and the worker that looks into a file say to each other.

import type { AddressBook } from '~/domain/addresses/address-book';

export interface BookAsked {
  readonly name: string;
  readonly file: Blob;
  /** Whose folder of the browser's private file system it is written into, if into any. */
  readonly keepFor: string | undefined;
}

export interface BookFound extends Pick<AddressBook, 'name' | 'about' | 'can'> {
  /** Of their own: the file on the disk may be replaced by a newer one while the page is open. */
  readonly bytes: Blob;
  readonly isKept: boolean;
}

/** Errors lose their class between threads, so this one crosses as a sentence. */
export type BookReply = { readonly found: BookFound } | { readonly problem: string };
