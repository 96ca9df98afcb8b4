// What the form holds, field by field as an administrator sees it, and the one way from there to a query.

import type { AuditQuery } from '~/domain/query/audit-query';
import { textKeys } from '~/domain/query/search-criteria';
import type { DateRange } from '~/lib/date-range';
import { recordOf } from '~/lib/record-of';

export type SearchForm = AuditQuery & DateRange;

export function toAuditQuery({ range: _, ...form }: SearchForm): AuditQuery {
  return { ...form, name: form.name.trim(), ...recordOf(textKeys, (key) => form[key].trim()) };
}

/** The form that asks for a query. */
export function fromAuditQuery(query: AuditQuery): SearchForm {
  return { ...query, range: undefined };
}
