// What the form holds, field by field as an administrator sees it, and the one way from there to a query.

import type { AuditQuery } from '~/domain/audit-query';
import { dayMs, type EpochMs, minuteMs } from '~/lib/time';

export const ranges = ['24h', '7d', '30d', '90d', '180d'] as const;
export type Range = (typeof ranges)[number];
export const defaultRange: Range = '7d';

export interface SearchForm {
  /** The one-click range that start and end came from; absent once either was typed. A link with it moves on with time. */
  readonly range: Range | undefined;
  /** ISO 8601 UTC, or empty while incomplete. */
  readonly start: string;
  readonly end: string;
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

const lengths: Record<Range, number> = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '180d': 180 };

/** Whole minutes, ending now. */
export function rangeEnding(range: Range, now: EpochMs): Pick<SearchForm, 'range' | 'start' | 'end'> {
  const end = Math.floor(now / minuteMs) * minuteMs;
  return { range, start: new Date(end - lengths[range] * dayMs).toISOString(), end: new Date(end).toISOString() };
}

export function rangeLabel(range: Range): string {
  return range === '24h' ? '24 hours' : `${lengths[range]} days`;
}
