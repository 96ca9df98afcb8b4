// Everything that can be done to kept work, each from one state of it to the next. A change can be made again on a later state:
// what others did meanwhile stays. Marks that neither say anything nor stand in a case are not kept.

import type { EpochMs } from '~/lib/time';
import {
  type Case,
  type KeptWork,
  type Mark,
  type MarkedRecord,
  type SavedView,
  saysSomething,
  sortedUnion,
  type WorkPart,
  workParts,
} from './kept-work';

export type WorkChange = (work: KeptWork) => KeptWork;

/** What is written on a record. */
export type MarkEdit = Partial<Pick<Mark, 'starred' | 'tags' | 'note'>>;

/** Writes on each of the records what `edit` makes of its mark, which is blank where there was none. */
export function editMarks(records: readonly MarkedRecord[], edit: (mark: Mark) => MarkEdit, now: EpochMs): WorkChange {
  return (work) => {
    const marks = new Map(work.marks);
    for (const record of records) {
      const mark = marks.get(record.recordId) ?? blankMark(record, now);
      const change = edit(mark);
      marks.set(mark.recordId, { ...mark, ...change, ...(change.note !== undefined && { changed: now }) });
    }
    return withoutBlank({ ...work, marks }, idsOf(records));
  };
}

/** Also out of their cases. */
export function deleteMarks(recordIds: readonly string[]): WorkChange {
  return (work) => ({ ...work, marks: without(work.marks, recordIds), cases: takenOut(work.cases, 'recordIds', recordIds) });
}

export function putView(view: SavedView): WorkChange {
  return (work) => ({ ...work, views: new Map(work.views).set(view.id, view) });
}

export function renameView(id: string, name: string, now: EpochMs): WorkChange {
  return (work) => ({ ...work, views: edited(work.views, id, (view) => ({ ...view, name: name.trim(), changed: now })) });
}

/** Also out of its cases. */
export function deleteView(id: string): WorkChange {
  return (work) => ({ ...work, views: without(work.views, [id]), cases: takenOut(work.cases, 'viewIds', [id]) });
}

export function newCase(name: string, now: EpochMs): Case {
  return { id: crypto.randomUUID(), name: name.trim(), note: '', created: now, changed: now, recordIds: [], viewIds: [] };
}

export function putCase(entry: Case): WorkChange {
  return (work) => ({ ...work, cases: new Map(work.cases).set(entry.id, entry) });
}

export function editCase(id: string, edit: Partial<Pick<Case, 'name' | 'note'>>, now: EpochMs): WorkChange {
  return (work) => ({ ...work, cases: edited(work.cases, id, (entry) => ({ ...entry, ...edit, changed: now })) });
}

/** What it gathers stays, but for marks that were only in it. */
export function deleteCase(id: string): WorkChange {
  return (work) => withoutBlank({ ...work, cases: without(work.cases, [id]) }, work.cases.get(id)?.recordIds ?? []);
}

export function addRecords(caseId: string, records: readonly MarkedRecord[], now: EpochMs): WorkChange {
  return (work) => {
    if (!work.cases.has(caseId)) return work;
    const marks = new Map(work.marks);
    for (const record of records) marks.set(record.recordId, marks.get(record.recordId) ?? blankMark(record, now));
    return { ...work, marks, cases: putIn(work.cases, caseId, 'recordIds', idsOf(records)) };
  };
}

export function takeRecords(caseId: string, recordIds: readonly string[]): WorkChange {
  return (work) => withoutBlank({ ...work, cases: takenOut(work.cases, 'recordIds', recordIds, caseId) }, recordIds);
}

export function addView(caseId: string, viewId: string): WorkChange {
  return (work) => (work.views.has(viewId) ? { ...work, cases: putIn(work.cases, caseId, 'viewIds', [viewId]) } : work);
}

export function takeView(caseId: string, viewId: string): WorkChange {
  return (work) => ({ ...work, cases: takenOut(work.cases, 'viewIds', [viewId], caseId) });
}

/** Puts back what a change from `before` to `after` changed, except what was changed again since. */
export function undoing(before: KeptWork, after: KeptWork): WorkChange {
  return (work) =>
    withoutLoose({
      marks: putBack(before, after, work, 'marks'),
      views: putBack(before, after, work, 'views'),
      cases: putBack(before, after, work, 'cases'),
    });
}

/** Takes out of cases what is not there. */
export function withoutLoose(work: KeptWork): KeptWork {
  const cases = new Map(work.cases);
  for (const [key, entry] of cases) {
    const recordIds = entry.recordIds.filter((id) => work.marks.has(id));
    const viewIds = entry.viewIds.filter((id) => work.views.has(id));
    if (recordIds.length < entry.recordIds.length || viewIds.length < entry.viewIds.length)
      cases.set(key, { ...entry, recordIds, viewIds });
  }
  return { ...work, cases };
}

/** Keys of what is different, by part. */
export function changedKeys(before: KeptWork, after: KeptWork): ReadonlyMap<WorkPart, readonly string[]> {
  return new Map(
    workParts.map((part) => {
      const keys = new Set([...before[part].keys(), ...after[part].keys()]);
      return [part, [...keys].filter((key) => before[part].get(key) !== after[part].get(key))];
    }),
  );
}

function putBack<Part extends WorkPart>(before: KeptWork, after: KeptWork, work: KeptWork, part: Part): KeptWork[Part];
function putBack(before: KeptWork, after: KeptWork, work: KeptWork, part: WorkPart) {
  const entries = new Map<string, unknown>(work[part]);
  for (const key of changedKeys(before, after).get(part) ?? []) {
    if (!isSame(work[part].get(key), after[part].get(key))) continue;
    const earlier = before[part].get(key);
    if (earlier) entries.set(key, earlier);
    else entries.delete(key);
  }
  return entries;
}

/** What is read again is the same without being the same object. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function blankMark({ recordId, time, summary, address }: MarkedRecord, now: EpochMs): Mark {
  return { recordId, time, summary, address, starred: false, tags: [], note: '', changed: now };
}

function withoutBlank(work: KeptWork, recordIds: readonly string[]): KeptWork {
  const inCases = new Set([...work.cases.values()].flatMap((each) => each.recordIds));
  const blank = recordIds.filter((id) => {
    const mark = work.marks.get(id);
    return mark && !saysSomething(mark) && !inCases.has(id);
  });
  return blank.length > 0 ? { ...work, marks: without(work.marks, blank) } : work;
}

function idsOf(records: readonly MarkedRecord[]): readonly string[] {
  return records.map(({ recordId }) => recordId);
}

type Entries<Entry> = ReadonlyMap<string, Entry>;
type Cases = Entries<Case>;
type Members = 'recordIds' | 'viewIds';

function without<Entry>(entries: Entries<Entry>, keys: readonly string[]): Entries<Entry> {
  const left = new Map(entries);
  for (const key of keys) left.delete(key);
  return left;
}

function edited<Entry>(entries: Entries<Entry>, key: string, edit: (entry: Entry) => Entry): Entries<Entry> {
  const entry = entries.get(key);
  return entry ? new Map(entries).set(key, edit(entry)) : entries;
}

function putIn(cases: Cases, caseId: string, members: Members, ids: readonly string[]): Cases {
  return edited(cases, caseId, (entry) => ({ ...entry, [members]: sortedUnion(entry[members], ids) }));
}

/** Of one case, or of all of them. */
function takenOut(cases: Cases, members: Members, ids: readonly string[], caseId?: string): Cases {
  const gone = new Set(ids);
  const left = new Map(cases);
  for (const [key, entry] of cases) {
    if ((caseId !== undefined && key !== caseId) || !entry[members].some((id) => gone.has(id))) continue;
    left.set(key, { ...entry, [members]: entry[members].filter((id) => !gone.has(id)) });
  }
  return left;
}
