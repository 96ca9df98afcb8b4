// The address books that are open in this page. Apart from how they are opened, which most visits do without: every set is made with
// them.

import type { BookFile } from '~/domain/addresses/book-file';
import type { BookFound } from '~/engine/door/book-files';
import { createStore, type WritableStore } from '~/lib/store';

export type OpenBook = BookFound & BookFile;

/** No two have the same name. The last one opened comes first. */
export type OpenBooks = WritableStore<readonly OpenBook[]>;

export const openBooks: OpenBooks = createStore<readonly OpenBook[]>([]);
