// Opening address books, in which every set looks addresses up. They stay for this visit, and where the
// administrator allowed that records are kept in this browser, until they are closed.

import { deleteKeptBooks, keptBooks, openBook } from '~/engine/door/book-files';
import { createStore, type Store } from '~/lib/store';
import { type OpenBook, type OpenBooks, openBooks } from './open-books';

export interface OpeningState {
  /** Names of files that are being read. */
  readonly opening: readonly string[];
  /** What is wrong with the last files that could not be opened, as sentences. */
  readonly problem: string | undefined;
}

export interface AddressBooks {
  readonly books: Store<readonly OpenBook[]>;
  readonly state: Store<OpeningState>;
  /** Those of the same name give way. Never rejects: the state says what became of it. */
  open(files: readonly File[]): Promise<void>;
  close(name: string): Promise<void>;
  /** Opens what is kept for an owner and keeps what is open, from now on; or lets nothing be kept. */
  keepFor(owner: string, isAllowed: boolean): Promise<void>;
}

/** How files are read and kept. */
export interface BookDoor {
  readonly openBook: typeof openBook;
  readonly keptBooks: typeof keptBooks;
  readonly deleteKeptBooks: typeof deleteKeptBooks;
}

const engineDoor: BookDoor = { openBook, keptBooks, deleteKeptBooks };

export function createAddressBooks(books: OpenBooks, door: BookDoor = engineDoor): AddressBooks {
  const state = createStore<OpeningState>({ opening: [], problem: undefined });
  let made = 0;
  let keepFor: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: what is closed while it is being opened is closed after that. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  /** Resolves with what is wrong with the file. One that is kept is not written again. */
  async function read(name: string, file: Blob, isKept = false): Promise<string | undefined> {
    state.set({ ...state.get(), opening: [...state.get().opening, name] });
    try {
      const found = await door.openBook({ name, file, keepFor: isKept ? undefined : keepFor });
      books.set([{ ...found, isKept: isKept || found.isKept, id: ++made }, ...books.get().filter((book) => book.name !== name)]);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      state.set({ ...state.get(), opening: state.get().opening.filter((each) => each !== name) });
    }
  }

  return {
    books,
    state,
    open: (files) =>
      inTurn(async () => {
        state.set({ ...state.get(), problem: undefined });
        const problems: string[] = [];
        for (const file of files) problems.push((await read(file.name, file)) ?? '');
        state.set({ ...state.get(), problem: problems.filter((each) => each !== '').join(' ') || undefined });
      }),
    close: (name) =>
      inTurn(async () => {
        books.set(books.get().filter((book) => book.name !== name));
        // What cannot be deleted now is there again next time, and can be closed then.
        if (keepFor !== undefined) await door.deleteKeptBooks(keepFor, name).catch(() => undefined);
      }),
    keepFor: (owner, isAllowed) =>
      inTurn(async () => {
        keepFor = isAllowed ? owner : undefined;
        if (!isAllowed) {
          await door.deleteKeptBooks(owner).catch(() => undefined);
          if (books.get().some(({ isKept }) => isKept)) books.set(books.get().map((book) => ({ ...book, isKept: false })));
          return;
        }
        const isOpen = (name: string) => books.get().some((book) => book.name === name);
        for (const { name, bytes, isKept } of books.get().toReversed()) if (!isKept) await read(name, bytes);
        for (const { name, file } of await door.keptBooks(owner).catch(() => [])) {
          // It was written in part, or by a version that understood it.
          if (!isOpen(name) && (await read(name, file, true)) !== undefined)
            await door.deleteKeptBooks(owner, name).catch(() => undefined);
        }
      }),
  };
}

export const addressBooks = createAddressBooks(openBooks);
