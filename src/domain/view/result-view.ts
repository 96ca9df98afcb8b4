// What I am looking at: the URL's schema, the engine's input and the export's input.

import * as z from 'zod/mini';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';

const fieldRef = z.custom<FieldRef>((value) => typeof value === 'string' && isFieldRef(value));
const texts = z.readonly(z.array(z.string()));
const instant = z.string().check(z.refine(isInstant));

/**
 * One shape for each kind of question about one field. Texts are compared as displayed or as stored, without case. What cannot be
 * read (a range, hours, a zone) keeps nothing.
 */
export const filterSchema = z.union([
  /** The value is one of these; an empty text stands for no value, and among addresses `10.0.0.0/8` for the whole block. */
  z.object({ field: fieldRef, op: z.literal('is'), values: texts }),
  z.object({ field: fieldRef, op: z.literal('isNot'), values: texts }),
  z.object({ field: fieldRef, op: z.literal('contains'), text: z.string().check(z.minLength(1)) }),
  /** There is a value. */
  z.object({ field: fieldRef, op: z.literal('exists') }),
  z.object({ field: fieldRef, op: z.literal('missing') }),
  /** The value is an address in `10.0.0.0/8`, or one of `10.0.0.5-10.0.0.9`, both ends included. */
  z.object({ field: fieldRef, op: z.literal('inRange'), range: z.string() }),
  /** The value is a number, and no less or no more than these. */
  z.object({ field: fieldRef, op: z.literal('number'), atLeast: z.optional(z.number()), atMost: z.optional(z.number()) }),
  /** ISO 8601 instants; the end is excluded, and one of the two may be open. */
  z
    .object({ field: z.literal('time'), op: z.literal('between'), from: z.optional(instant), to: z.optional(instant) })
    .check(z.refine(({ from, to }) => from !== undefined || to !== undefined)),
  /** On a Saturday or Sunday, before `from`, or from `to` on (`08:00`), on the clocks of that IANA zone. */
  z.object({ field: z.literal('time'), op: z.literal('outsideHours'), from: z.string(), to: z.string(), zone: z.string() }),
]);

export const sortKeySchema = z.object({ field: fieldRef, descending: z.boolean() });

export type Filter = z.infer<typeof filterSchema>;
export type FilterOp = Filter['op'];
export type FilterOf<Op extends FilterOp> = Extract<Filter, { readonly op: Op }>;
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

/** The records whose value is one of these; an empty text stands for no value. */
export function keepOnly(field: FieldRef, ...values: readonly string[]): FilterOf<'is'> {
  return { field, op: 'is', values };
}

/** All other records. */
export function leaveOut(field: FieldRef, ...values: readonly string[]): FilterOf<'isNot'> {
  return { field, op: 'isNot', values };
}

/** With its zone: without one, a time would mean another moment on another computer. */
function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}
