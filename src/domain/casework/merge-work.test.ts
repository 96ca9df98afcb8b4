import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryMark, arbitraryWork } from './arbitrary-work.fixture';
import type { KeptWork, Mark } from './kept-work';
import { countChanges, mergeMarks, mergeWork, workOf } from './merge-work';

const mark: Mark = {
  ...{ recordId: 'r', time: 5, summary: 'Somebody read a message', address: '/search/1' },
  ...{ starred: false, tags: [], note: '', changed: 10 },
};

test('of two notes the one written later stays, tags and stars are united, whichever comes first', () => {
  const one: Mark = { ...mark, starred: true, tags: ['b', 'a'], note: 'earlier', changed: 10 };
  const other: Mark = { ...mark, tags: ['c', 'a'], note: 'later', changed: 11 };
  const merged = { ...mark, starred: true, tags: ['a', 'b', 'c'], note: 'later', changed: 11 };
  expect(mergeMarks(one, other)).toEqual(merged);
  expect(mergeMarks(other, one)).toEqual(merged);
});

test('an empty note takes the place of none', () => {
  const written = { ...mark, note: 'written', changed: 10 };
  expect(mergeMarks(written, { ...mark, note: ' ', changed: 11 }).note).toBe('written');
});

test('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(arbitraryWork, arbitraryWork, (one, other) => {
      const { work } = mergeWork(one, other);
      expect(plain(mergeWork(work, other).work)).toEqual(plain(work));
      expect(plain(mergeWork(one, one).work)).toEqual(plain(one));
      expect(countChanges(one, mergeWork(one, one).work).marks).toEqual({ added: 0, changed: 0 });
    }),
  );
});

test('it does not matter which of two comes first', () => {
  fc.assert(
    fc.property(arbitraryWork, arbitraryWork, (one, other) => {
      expect(plain(mergeWork(one, other).work)).toEqual(plain(mergeWork(other, one).work));
    }),
  );
});

test('nor in which order several marks of a record come, as long as each has a note', () => {
  const noted = fc
    .array(arbitraryMark, { minLength: 1 })
    .map((marks) =>
      marks.map((each, index) => ({ ...each, recordId: 'r', note: `note ${index}`, summary: 's', time: 1, address: '/files' })),
    );
  fc.assert(
    fc.property(noted, (marks) => {
      expect(workOf(marks, [], [])).toEqual(workOf(marks.toReversed(), [], []));
    }),
  );
});

test('nothing that is there is lost', () => {
  fc.assert(
    fc.property(arbitraryWork, arbitraryWork, (there, added) => {
      const { work, refused } = mergeWork(there, added);
      expect(refused).toEqual([]);
      for (const before of [there, added]) {
        for (const [key, mark] of before.marks) {
          const after = work.marks.get(key);
          expect(after?.tags).toEqual(expect.arrayContaining([...mark.tags]));
          expect(after?.starred || !mark.starred).toBe(true);
          expect([there, added].map(({ marks }) => marks.get(key)?.note)).toContain(after?.note);
          if (mark.note.trim() !== '') expect(after?.note.trim()).not.toBe('');
        }
        for (const key of before.views.keys()) expect(work.views.has(key)).toBe(true);
        for (const [key, entry] of before.cases) {
          const after = work.cases.get(key);
          expect(after?.recordIds).toEqual(expect.arrayContaining([...entry.recordIds]));
          expect(after?.viewIds).toEqual(expect.arrayContaining([...entry.viewIds]));
          if (entry.note.trim() !== '') expect(after?.note.trim()).not.toBe('');
        }
      }
    }),
  );
});

test('what a case names and nobody has is left out and said', () => {
  const added = workOf(
    [],
    [],
    [{ id: 'k', name: 'Case', note: '', created: 0, changed: 0, recordIds: ['r', 'gone'], viewIds: ['v'] }],
  );
  const there = workOf([mark], [], []);
  const { work, refused } = mergeWork(there, added);
  expect(work.cases.get('k')).toMatchObject({ recordIds: ['r'], viewIds: [] });
  expect(refused).toEqual([
    { entry: 'Case “Case”', reason: 'There is no mark for its record gone.' },
    { entry: 'Case “Case”', reason: 'There is no saved view v.' },
  ]);
});

/** Whether a property is missing or `undefined` makes no difference, nor does the order of entries. */
function plain({ marks, views, cases }: KeptWork): unknown {
  const sorted = <Entry>(entries: ReadonlyMap<string, Entry>) => [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return [sorted(marks), sorted(views), sorted(cases)];
}
