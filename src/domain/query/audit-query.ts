// What to ask the service: one type behind the form, the URL, the Graph request and the PowerShell. Derived from the catalogue
// of criteria.

import { recordOf } from '~/lib/record-of';
import { type FilterKey, filterKeys, type ListKey, listKeys, type TextKey, type TimeKey, textKeys } from './search-criteria';

/** Lists and texts are kept as typed: an empty one means "any". */
export type AuditQuery = {
  /** Empty: the portal names the search after its criteria. */
  name: string;
} & Record<TimeKey | TextKey, string> &
  Record<ListKey, string[]>;

/** Asks for everything between two instants. */
export function emptyQuery(start: string, end: string): AuditQuery {
  return { name: '', start, end, ...recordOf(textKeys, () => ''), ...recordOf(listKeys, () => []) };
}

/** What is asked for by one criterion: nothing, one text, or any of several. */
export function valuesOf(query: AuditQuery, key: FilterKey): readonly string[] {
  const value = query[key];
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? [] : [value];
}

/** Whether the query asks for every record of its time range, which the service allows one of at a time. */
export function isUnfiltered(query: AuditQuery): boolean {
  return filterKeys.every((key) => valuesOf(query, key).length === 0);
}
