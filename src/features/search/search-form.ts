// What the form holds, field by field as an administrator sees it, and the one way from there to a query.

import type { AuditQuery } from '~/domain/audit-query';
import type { DateRange } from '~/lib/date-range';

export interface SearchForm extends DateRange {
  readonly keyword: string;
  readonly adminUnits: string[];
  /** Chosen by either of the two activity fields: both are views of this one list. */
  readonly operations: string[];
  readonly recordTypes: string[];
  readonly name: string;
  readonly users: string[];
  readonly objects: string[];
  readonly workloads: string[];
  readonly ipAddresses: string[];
}

export function toAuditQuery({ range: _, ...form }: SearchForm): AuditQuery {
  return { ...form, name: form.name.trim(), keyword: form.keyword.trim() };
}

/** The form that asks for a query. */
export function fromAuditQuery({ ...query }: AuditQuery): SearchForm {
  return { ...query, range: undefined };
}
