// What I am looking at: the URL's schema, the engine's input and the export's input.

import * as z from 'zod/mini';
import { type FieldRef, isFieldRef } from './fields';

const fieldRef = z.custom<FieldRef>((value) => typeof value === 'string' && isFieldRef(value));

/**
 * `is` keeps records whose value equals one of `values`, `isNot` drops them. Comparison is by displayed text, without case.
 * An empty string in `values` stands for "no value". Two are for `time` only: `between` two ISO 8601 UTC instants, end excluded;
 * `outsideHours` with `['08:00', '18:00', 'Europe/Berlin']` keeps what happened on a Saturday or Sunday, before the first or
 * from the second on, on the clocks of that IANA zone. Hours or a zone that cannot be read keep nothing.
 */
export const filterSchema = z.object({
  field: fieldRef,
  op: z.enum(['is', 'isNot', 'between', 'outsideHours']),
  values: z.array(z.string()),
});

export const sortKeySchema = z.object({ field: fieldRef, descending: z.boolean() });

export type Filter = z.infer<typeof filterSchema>;
export type SortKey = z.infer<typeof sortKeySchema>;

export const resultViewSchema = z.object({
  /** Found anywhere in the record: in any column as displayed, or in AuditData. Without case. Empty: no text filter. */
  text: z.string(),
  /** All must hold. */
  filters: z.array(filterSchema),
  /** First key first; ties stand newest first. Empty: the order in which records arrived. */
  sort: z.array(sortKeySchema),
});

export type ResultView = z.infer<typeof resultViewSchema>;

export const newestFirst: readonly SortKey[] = [{ field: 'time', descending: true }];
export const wholeSet: ResultView = { text: '', filters: [], sort: [] };
