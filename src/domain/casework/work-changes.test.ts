import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWork } from './arbitrary-work.fixture';
import { type KeptWork, type MarkedRecord, nothingKept, saysSomething } from './kept-work';
import {
  addRecords,
  addView,
  deleteCase,
  deleteMarks,
  deleteView,
  editCase,
  editMarks,
  newCase,
  putCase,
  renameView,
  takeRecords,
  takeView,
  undoing,
  type WorkChange,
} from './work-changes';

const record: MarkedRecord = { recordId: 'a', time: 1, summary: 'Read', address: undefined };
const other: MarkedRecord = { ...record, recordId: 'other' };
const ids = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');

const anyChange: fc.Arbitrary<WorkChange> = fc.oneof(
  fc.tuple(ids, fc.boolean()).map(([recordId, starred]) => editMarks([{ ...record, recordId }], () => ({ starred }), 3)),
  fc
    .tuple(ids, fc.constantFrom('', 'new'))
    .map(([recordId, note]) => editMarks([{ ...record, recordId }], () => ({ note, tags: [] }), 3)),
  fc.uniqueArray(ids).map(deleteMarks),
  fc.tuple(ids, ids).map(([caseId, recordId]) => addRecords(caseId, [{ ...record, recordId }, other], 3)),
  fc.tuple(ids, ids).map(([caseId, recordId]) => takeRecords(caseId, [recordId])),
  fc.tuple(ids, ids).map(([caseId, viewId]) => addView(caseId, viewId)),
  fc.tuple(ids, ids).map(([caseId, viewId]) => takeView(caseId, viewId)),
  ids.map(deleteView),
  ids.map((id) => renameView(id, 'New name', 3)),
  ids.map(deleteCase),
  ids.map((id) => editCase(id, { note: 'new' }, 3)),
  fc.constant(putCase(newCase('Another', 3))),
);

test('a mark is there as long as it says something or is in a case', () => {
  const entry = newCase('Case', 1);
  const star = (starred: boolean) => editMarks([record], () => ({ starred }), 2);
  const starred = star(true)(putCase(entry)(nothingKept));
  expect(starred.marks.get('a')).toMatchObject({ ...record, starred: true, changed: 2 });
  expect(star(false)(starred).marks.size).toBe(0);
  const inCase = star(false)(addRecords(entry.id, [record], 2)(starred));
  expect(inCase.marks.size).toBe(1);
  expect(takeRecords(entry.id, ['a'])(inCase).marks.size).toBe(0);
  expect(deleteCase(entry.id)(inCase)).toEqual(nothingKept);
});

test('only a note that is written changes when it was written', () => {
  const noted = editMarks([record], () => ({ note: 'n' }), 5)(nothingKept);
  expect(editMarks([record], () => ({ starred: true }), 9)(noted).marks.get('a')).toMatchObject({ changed: 5, starred: true });
  expect(editMarks([record], () => ({ note: 'm' }), 9)(noted).marks.get('a')).toMatchObject({ changed: 9 });
});

test('cases name only what is there, and no mark that was blanked is left without one, whatever is done', () => {
  fc.assert(
    fc.property(arbitraryWork, fc.array(anyChange), (start, changes) => {
      const end = changes.reduce((work, change) => change(work), start);
      expectWhole(end);
      const inCases = new Set([...end.cases.values()].flatMap(({ recordIds }) => recordIds));
      for (const [key, mark] of end.marks)
        if (start.marks.get(key) !== mark) expect(saysSomething(mark) || inCases.has(key)).toBe(true);
    }),
  );
});

test('every change can be taken back', () => {
  fc.assert(
    fc.property(arbitraryWork, anyChange, (before, change) => {
      const after = change(before);
      // As it is read again: the same, but other objects.
      const back = undoing(before, after)(structuredClone(after));
      expect(new Map(back.marks)).toEqual(new Map(before.marks));
      expect(new Map(back.views)).toEqual(new Map(before.views));
      expect(new Map(back.cases)).toEqual(new Map(before.cases));
    }),
  );
});

test('taking back leaves alone what was changed since, and cases whole', () => {
  fc.assert(
    fc.property(arbitraryWork, anyChange, anyChange, (before, change, since) => {
      const after = change(before);
      const now = since(after);
      const back = undoing(before, after)(now);
      expectWhole(back);
      for (const [key, mark] of now.marks) if (mark !== after.marks.get(key)) expect(back.marks.get(key)).toBe(mark);
    }),
  );
});

function expectWhole({ marks, views, cases }: KeptWork): void {
  for (const { recordIds, viewIds } of cases.values()) {
    expect(recordIds.filter((id) => !marks.has(id))).toEqual([]);
    expect(viewIds.filter((id) => !views.has(id))).toEqual([]);
  }
}
