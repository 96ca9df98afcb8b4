import fc from 'fast-check';
import type { Case, KeptWork, Mark, SavedView } from './kept-work';
import { withoutLoose } from './work-changes';

// Few, so that two works often have the same ones; some of them are names that every object has.
const ids = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const times = fc.constantFrom(0, 1, 2, Date.UTC(2026, 10, 14, 9, 31, 7, 5));
const names = fc
  .oneof(fc.constantFrom('Phishing', 'phishing'), fc.string({ unit: 'binary', minLength: 1 }))
  .filter((name) => name.trim() !== '');
const notes = fc.oneof(fc.constant(''), fc.string());

const distinctIds = fc.uniqueArray(ids).map((list) => list.sort());

export const arbitraryMark: fc.Arbitrary<Mark> = fc.record(
  {
    recordId: ids,
    time: times,
    summary: fc.string(),
    address: fc.constantFrom('/search/1?record=2', '/files'),
    starred: fc.boolean(),
    tags: fc.uniqueArray(names, { maxLength: 3 }).map((tags) => tags.sort()),
    note: notes,
    changed: times,
  },
  { requiredKeys: ['recordId', 'summary', 'starred', 'tags', 'note', 'changed'] },
);

export const arbitraryView: fc.Arbitrary<SavedView> = fc.record({
  id: ids,
  name: names,
  path: fc.constantFrom('/search', '/files', '/mailboxes/access'),
  search: fc.constantFrom('', '?text=a', '?filters=%5B%5D&in=files'),
  created: times,
  changed: times,
});

export const arbitraryCase: fc.Arbitrary<Case> = fc.record({
  id: ids,
  name: names,
  note: notes,
  created: times,
  changed: times,
  recordIds: distinctIds,
  viewIds: distinctIds,
});

/** As it is kept: what cases name is there. */
export const arbitraryWork: fc.Arbitrary<KeptWork> = fc
  .record({ marks: fc.array(arbitraryMark), views: fc.array(arbitraryView), cases: fc.array(arbitraryCase) })
  .map(({ marks, views, cases }) =>
    withoutLoose({
      marks: new Map(marks.map((mark) => [mark.recordId, mark])),
      views: new Map(views.map((view) => [view.id, view])),
      cases: new Map(cases.map((entry) => [entry.id, entry])),
    }),
  );
