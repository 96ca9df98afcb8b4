// What an administrator keeps of a tenant's records: marks on records, views to come back to, and cases that gather both. The
// schemas read and write it the same way in the browser's database and in files: there, instants are ISO 8601 texts.

import * as z from 'zod/mini';
import type { EpochMs } from '~/lib/time';

const instant = z.codec(z.string().check(z.refine(isInstant)), z.number(), {
  decode: (text): EpochMs => Date.parse(text),
  encode: (time) => new Date(time).toISOString(),
});
const id = z.string().check(z.minLength(1));
const name = z.string().check(z.refine((text) => text.trim() !== ''));
/** Within the portal: what begins with two slashes, or with a scheme, would lead elsewhere. */
const address = z.string().check(z.regex(/^\/(?![/\\])[^\s\\]*$/));
const path = z.string().check(z.regex(/^\/(?![/\\])[^\s\\?#]*$/));
const search = z.string().check(z.regex(/^(\?[^\s#]*)?$/));

export const markSchema = z.object({
  /** The record's own Id, not the key that a set hands out. */
  recordId: id,
  /** Of the record; absent where it does not say when. */
  time: z.optional(instant),
  /** The record in a line of words. */
  summary: z.string(),
  /** Of the page on which the record was open; absent where it cannot be opened from an address. */
  address: z.optional(address),
  starred: z.boolean(),
  tags: z.readonly(z.array(name)),
  note: z.string(),
  /** When the note was written last, or the record marked. */
  changed: instant,
});

export const savedViewSchema = z.object({
  id,
  name,
  path,
  /** With its question mark, without the record that was open; empty for none. */
  search,
  created: instant,
  /** When it was named last. */
  changed: instant,
});

export const caseSchema = z.object({
  id,
  name,
  note: z.string(),
  created: instant,
  /** When its name or note was written last. */
  changed: instant,
  /** Each has a mark. */
  recordIds: z.readonly(z.array(id)),
  /** Each has a saved view. */
  viewIds: z.readonly(z.array(id)),
});

export type Mark = Readonly<z.output<typeof markSchema>>;
export type SavedView = Readonly<z.output<typeof savedViewSchema>>;
export type Case = Readonly<z.output<typeof caseSchema>>;

/** What a mark tells of its record. */
export type MarkedRecord = Pick<Mark, 'recordId' | 'time' | 'summary' | 'address'>;

export interface KeptWork {
  /** By record id. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** By id. */
  readonly views: ReadonlyMap<string, SavedView>;
  /** By id. */
  readonly cases: ReadonlyMap<string, Case>;
}

export const workParts = ['marks', 'views', 'cases'] as const satisfies readonly (keyof KeptWork)[];
export type WorkPart = (typeof workParts)[number];

export const nothingKept: KeptWork = { marks: new Map(), views: new Map(), cases: new Map() };

/** Whether the mark is more than a place in a case. */
export function saysSomething({ starred, tags, note }: Mark): boolean {
  return starred || tags.length > 0 || note.trim() !== '';
}

/** All tags in use, in alphabetical order. */
export function tagsOf({ marks }: KeptWork): readonly string[] {
  return sortedUnion([...marks.values()].flatMap(({ tags }) => tags));
}

/** Each once, in an order that does not depend on theirs. */
export function sortedUnion(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort();
}

function isInstant(text: string): boolean {
  return text.endsWith('Z') && !Number.isNaN(Date.parse(text));
}
