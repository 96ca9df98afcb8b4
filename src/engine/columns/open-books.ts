// The address books that are open for a set of records. They take tens of megabytes, so each is read when somebody first asks for
// what it knows, and let go once it is closed.

import {
  type AddressBook,
  type AddressFactKind,
  combineBooks,
  type LookUp,
  openAddressBook,
} from '~/domain/addresses/address-book';
import type { BookFile } from '~/domain/addresses/book-file';

export class OpenBooks {
  #files: readonly BookFile[] = [];
  readonly #read = new Map<number, Promise<AddressBook>>();

  /** In place of those that were open. */
  open(files: readonly BookFile[]): void {
    this.#files = files;
    for (const id of this.#read.keys()) if (files.every((file) => file.id !== id)) this.#read.delete(id);
  }

  /** Another text when it may be another answer. */
  edition(kind: AddressFactKind | undefined): string {
    return this.#that(kind)
      .map(({ id }) => id)
      .join();
  }

  /** Rejects when a book cannot be read, as when there is no memory for it; then it can be asked again. */
  async lookUp(kind: AddressFactKind | undefined): Promise<LookUp> {
    return combineBooks(await Promise.all(this.#that(kind).map((file) => this.#bookOf(file))));
  }

  #that(kind: AddressFactKind | undefined): readonly BookFile[] {
    return kind ? this.#files.filter(({ can }) => can.includes(kind)) : [];
  }

  #bookOf({ id, name, bytes }: BookFile): Promise<AddressBook> {
    const known = this.#read.get(id) ?? bytes.arrayBuffer().then((buffer) => openAddressBook(name, new Uint8Array(buffer)));
    this.#read.set(id, known);
    known.catch(() => this.#read.delete(id));
    return known;
  }
}
