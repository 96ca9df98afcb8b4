import { expect, test, vi } from 'vitest';
import type { BookFile } from '~/domain/addresses/book-file';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { createStore } from '~/lib/store';
import { type BookDoor, createAddressBooks } from './address-books';
import { createRecordSets } from './held-record-sets';
import type { OpenBook } from './open-books';

/** A place where books are kept, and reading that takes every file for one unless it is called `bad`. */
function fakeDoor(kept: ReadonlySet<string> = new Set()) {
  const folder = new Set(kept);
  const door: BookDoor = {
    async openBook({ name, file, keepFor }) {
      if (name.startsWith('bad')) throw new Error(`${name} is not an MMDB file.`);
      if (keepFor !== undefined) folder.add(`${keepFor}/${name}`);
      const about = { type: 'Test', builtAt: 0, languages: [] };
      return { name, about, can: ['country'], bytes: file, isKept: keepFor !== undefined };
    },
    keptBooks: async (owner) =>
      [...folder].flatMap((each) =>
        each.startsWith(`${owner}/`) ? [{ name: each.slice(owner.length + 1), file: new Blob() }] : [],
      ),
    async deleteKeptBooks(owner, name) {
      for (const each of folder)
        if (each === `${owner}/${name}` || (name === undefined && each.startsWith(`${owner}/`))) folder.delete(each);
    },
  };
  return { folder, books: createAddressBooks(createStore<readonly OpenBook[]>([]), door) };
}

const file = (name: string) => new File(['x'], name);
const namesOf = ({ books }: ReturnType<typeof fakeDoor>['books']) => books.get().map(({ name }) => name);

test('what is opened comes first, and takes the place of what has its name', async () => {
  const { books } = fakeDoor();
  await books.open([file('a.mmdb'), file('b.mmdb')]);
  const [, first] = books.books.get();
  await books.open([file('a.mmdb')]);
  expect(namesOf(books)).toEqual(['a.mmdb', 'b.mmdb']);
  expect(books.books.get()[0]?.id).not.toBe(first?.id);
  await books.close('a.mmdb');
  expect(namesOf(books)).toEqual(['b.mmdb']);
});

test('what is wrong with files is told, the others are open, and the next attempt begins anew', async () => {
  const { books } = fakeDoor();
  const opening = vi.fn();
  books.state.subscribe(() => opening(books.state.get().opening));
  await books.open([file('bad.csv'), file('a.mmdb'), file('bad.txt')]);
  expect(books.state.get()).toEqual({ opening: [], problem: 'bad.csv is not an MMDB file. bad.txt is not an MMDB file.' });
  expect(opening).toHaveBeenCalledWith(['a.mmdb']);
  expect(namesOf(books)).toEqual(['a.mmdb']);
  await books.open([file('b.mmdb')]);
  expect(books.state.get().problem).toBeUndefined();
});

test('nothing is kept before it is allowed; then what is open is, and what was kept is open', async () => {
  const { folder, books } = fakeDoor(new Set(['me/old.mmdb', 'me/bad.mmdb', 'another/theirs.mmdb']));
  await books.open([file('new.mmdb')]);
  expect(folder.has('me/new.mmdb')).toBe(false);
  await books.keepFor('me', true);
  expect(namesOf(books).toSorted()).toEqual(['new.mmdb', 'old.mmdb']);
  // What can no longer be read is gone.
  expect([...folder].toSorted()).toEqual(['another/theirs.mmdb', 'me/new.mmdb', 'me/old.mmdb']);
  expect(books.state.get().problem).toBeUndefined();
  await books.close('old.mmdb');
  expect(folder.has('me/old.mmdb')).toBe(false);
});

test('once nothing may be kept any longer, what is open stays for this visit', async () => {
  const { folder, books } = fakeDoor(new Set(['me/old.mmdb']));
  await books.keepFor('me', true);
  await books.keepFor('me', false);
  expect([...folder]).toEqual([]);
  expect(books.books.get()).toMatchObject([{ name: 'old.mmdb', isKept: false }]);
});

test('every set that is held knows the books, whenever it was made', async () => {
  const { books } = fakeDoor();
  const lookUpIn = vi.spyOn(ArrayRecordSet.prototype, 'lookUpIn');
  const sets = createRecordSets(() => new ArrayRecordSet(), 3, books.books);
  const before = sets.hold('before').set.state;
  await books.open([file('a.mmdb')]);
  const after = sets.hold('after').set.state;
  for (const state of [before, after]) expect(state.get().addresses).toEqual({ can: ['country'], edition: 1 });
  await books.close('a.mmdb');
  for (const state of [before, after]) expect(state.get().addresses).toEqual({ can: [], edition: 2 });
  const told = lookUpIn.mock.calls.map(([files]) => files.map(({ name }: BookFile) => name));
  expect(told).toEqual([['a.mmdb'], ['a.mmdb'], [], []]);
});
