// Putting kept work together from two places, as an import does. Merging adds and never takes: of what both have, stars, tags and
// members are united, and of two texts the one that was written later stays. It does not matter which of the two comes first.

import { type Case, type KeptWork, type Mark, nothingKept, type SavedView, sortedUnion, workParts } from './kept-work';
import { changedKeys, withoutLoose } from './work-changes';

/** An entry of a file that was not taken, wholly or in part. */
export interface Refusal {
  /** In words: `Mark 3`, `Case “Phishing”`. */
  readonly entry: string;
  readonly reason: string;
}

export interface MergedWork {
  readonly work: KeptWork;
  readonly refused: readonly Refusal[];
}

export interface WorkCounts {
  readonly added: number;
  readonly changed: number;
}

/** Of the same record. */
export function mergeMarks(one: Mark, other: Mark): Mark {
  const [later, earlier] = latestFirst(one, other, ({ note, summary, address, time }) => [note, summary, address, time]);
  return {
    recordId: later.recordId,
    time: later.time ?? earlier.time,
    summary: later.summary || earlier.summary,
    address: later.address ?? earlier.address,
    starred: one.starred || other.starred,
    tags: sortedUnion(one.tags, other.tags),
    note: writtenNote(later, earlier),
    changed: later.changed,
  };
}

/** Of the same id. */
export function mergeViews(one: SavedView, other: SavedView): SavedView {
  return latestFirst(one, other, ({ name, path, search, created }) => [name, path, search, created])[0];
}

/** Of the same id. */
export function mergeCases(one: Case, other: Case): Case {
  const [later, earlier] = latestFirst(one, other, ({ name, note, created }) => [name, note, created]);
  return {
    ...later,
    note: writtenNote(later, earlier),
    recordIds: sortedUnion(one.recordIds, other.recordIds),
    viewIds: sortedUnion(one.viewIds, other.viewIds),
  };
}

/** All of `there`, with what `added` has. What a case names and neither of them has is said, and left out. */
export function mergeWork(there: KeptWork, added: KeptWork): MergedWork {
  const merged = {
    marks: mergeEntries(there.marks, added.marks, mergeMarks),
    views: mergeEntries(there.views, added.views, mergeViews),
    cases: mergeEntries(there.cases, added.cases, mergeCases),
  };
  const refused = [...merged.cases.values()].flatMap(({ name, recordIds, viewIds }): Refusal[] => {
    const reasons = [
      ...recordIds.filter((id) => !merged.marks.has(id)).map((id) => `There is no mark for its record ${id}.`),
      ...viewIds.filter((id) => !merged.views.has(id)).map((id) => `There is no saved view ${id}.`),
    ];
    return reasons.map((reason) => ({ entry: `Case “${name}”`, reason }));
  });
  return { work: refused.length > 0 ? withoutLoose(merged) : merged, refused };
}

/** How many entries of each part are new, or not what they were. */
export function countChanges(before: KeptWork, after: KeptWork): Readonly<Record<keyof KeptWork, WorkCounts>> {
  const keys = changedKeys(before, after);
  const count = (part: keyof KeptWork) => {
    const all = keys.get(part) ?? [];
    const added = all.filter((key) => !before[part].has(key)).length;
    return { added, changed: all.length - added };
  };
  return { marks: count('marks'), views: count('views'), cases: count('cases') };
}

/** Of entries that may have the same key; of one alone, in its normal form. */
export function workOf(marks: readonly Mark[], views: readonly SavedView[], cases: readonly Case[]): KeptWork {
  const parts = { marks: new Map<string, Mark>(), views: new Map<string, SavedView>(), cases: new Map<string, Case>() };
  for (const mark of marks) parts.marks.set(mark.recordId, mergeMarks(parts.marks.get(mark.recordId) ?? mark, mark));
  for (const view of views) parts.views.set(view.id, mergeViews(parts.views.get(view.id) ?? view, view));
  for (const entry of cases) parts.cases.set(entry.id, mergeCases(parts.cases.get(entry.id) ?? entry, entry));
  return workParts.some((part) => parts[part].size > 0) ? parts : nothingKept;
}

function mergeEntries<Entry>(
  there: ReadonlyMap<string, Entry>,
  added: ReadonlyMap<string, Entry>,
  merge: (one: Entry, other: Entry) => Entry,
): ReadonlyMap<string, Entry> {
  const entries = new Map(there);
  for (const [key, entry] of added) {
    const before = there.get(key);
    const merged = before === undefined ? entry : merge(before, entry);
    // What is as it was counts as unchanged.
    if (JSON.stringify(before) !== JSON.stringify(merged)) entries.set(key, merged);
  }
  return entries;
}

/** An empty note never takes the place of a written one. */
function writtenNote(later: { readonly note: string }, earlier: { readonly note: string }): string {
  return later.note.trim() === '' && earlier.note.trim() !== '' ? earlier.note : later.note;
}

/** Of the same moment, what they say decides: the answer must not depend on which comes first. */
function latestFirst<Entry extends { readonly changed: number }>(
  one: Entry,
  other: Entry,
  said: (entry: Entry) => readonly unknown[],
): readonly [Entry, Entry] {
  if (one.changed !== other.changed) return one.changed > other.changed ? [one, other] : [other, one];
  return JSON.stringify(said(one)) >= JSON.stringify(said(other)) ? [one, other] : [other, one];
}
