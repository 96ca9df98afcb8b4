// Which records a view keeps: questions about one field, and what is made of several of them. The same shape stands in the URL,
// goes to the engine, and is what a detection or a line of the text box is turned into.

import * as z from 'zod/mini';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';

export const fieldRefSchema = z.custom<FieldRef>((value) => typeof value === 'string' && isFieldRef(value));
const texts = z.readonly(z.array(z.string()));
const someText = z.string().check(z.minLength(1));
const instant = z.string().check(z.refine(isInstant));

/**
 * One shape for each kind of question about one field. Texts are compared as displayed or as stored, without case. What cannot be
 * read (a range, a pattern, hours, a zone) keeps nothing.
 */
const fieldFilterSchema = z.union([
  /** The value is one of these; an empty text stands for no value, and among addresses `10.0.0.0/8` for the whole block. */
  z.object({ field: fieldRefSchema, op: z.literal('is'), values: texts }),
  z.object({ field: fieldRefSchema, op: z.literal('isNot'), values: texts }),
  z.object({ field: fieldRefSchema, op: z.literal('contains'), text: someText }),
  z.object({ field: fieldRefSchema, op: z.literal('startsWith'), text: someText }),
  z.object({ field: fieldRefSchema, op: z.literal('endsWith'), text: someText }),
  /** Some part of the value is what the pattern of JavaScript describes; `flags` are its own, of which `i`, `m` and `s` are taken. */
  z.object({ field: fieldRefSchema, op: z.literal('matches'), pattern: someText, flags: z.string() }),
  /** There is a value. */
  z.object({ field: fieldRefSchema, op: z.literal('exists') }),
  z.object({ field: fieldRefSchema, op: z.literal('missing') }),
  /** The value is an address in `10.0.0.0/8`, or one of `10.0.0.5-10.0.0.9`, both ends included. */
  z.object({ field: fieldRefSchema, op: z.literal('inRange'), range: z.string() }),
  /** The value is a number, and no less or no more than these. */
  z.object({ field: fieldRefSchema, op: z.literal('number'), atLeast: z.optional(z.number()), atMost: z.optional(z.number()) }),
  /** Both fields have a value, and it is the same. */
  z.object({ field: fieldRefSchema, op: z.literal('sameAs'), other: fieldRefSchema }),
  /** ISO 8601 instants; the end is excluded, and one of the two may be open. */
  z
    .object({ field: z.literal('time'), op: z.literal('between'), from: z.optional(instant), to: z.optional(instant) })
    .check(z.refine(({ from, to }) => from !== undefined || to !== undefined)),
  /** On a Saturday or Sunday, before `from`, or from `to` on (`08:00`), on the clocks of that IANA zone. */
  z.object({ field: z.literal('time'), op: z.literal('outsideHours'), from: z.string(), to: z.string(), zone: z.string() }),
]);

/** A question about one field. */
export type FieldFilter = z.infer<typeof fieldFilterSchema>;

export type Filter =
  | FieldFilter
  /**
   * The text stands anywhere in the record: in any column as displayed, or in AuditData. Without case; `whole`: and is no piece of a
   * longer word or address (`whole-text.ts`).
   */
  | { readonly op: 'text'; readonly text: string; readonly whole?: true | undefined }
  /** At least one holds; none, of none. */
  | { readonly op: 'any'; readonly of: readonly Filter[] }
  | { readonly op: 'all'; readonly of: readonly Filter[] }
  | { readonly op: 'not'; readonly filter: Filter }
  /** Put aside for a moment: keeps every record. */
  | { readonly op: 'aside'; readonly filter: Filter };

export const filterSchema: z.ZodMiniType<Filter> = z.union([
  fieldFilterSchema,
  z.object({ op: z.literal('text'), text: someText, whole: z.optional(z.literal(true)) }),
  z.object({ op: z.literal('any'), of: z.lazy(() => z.readonly(z.array(filterSchema))) }),
  z.object({ op: z.literal('all'), of: z.lazy(() => z.readonly(z.array(filterSchema))) }),
  z.object({ op: z.literal('not'), filter: z.lazy(() => filterSchema) }),
  z.object({ op: z.literal('aside'), filter: z.lazy(() => filterSchema) }),
]);

export type FilterOp = Filter['op'];
/** What can be asked of one field. */
export type FieldQuestion = FieldFilter['op'];
export type FilterOf<Op extends FilterOp> = Extract<Filter, { readonly op: Op }>;

/** The records whose value is one of these; an empty text stands for no value. */
export function keepOnly(field: FieldRef, ...values: readonly string[]): FilterOf<'is'> {
  return { field, op: 'is', values };
}

/** All other records. */
export function leaveOut(field: FieldRef, ...values: readonly string[]): FilterOf<'isNot'> {
  return { field, op: 'isNot', values };
}

export function isFieldFilter(filter: Filter): filter is FieldFilter {
  return 'field' in filter;
}

/** What a filter is made of: every question about one field in it, and every text, those put aside left out. */
export function* leavesOf(filter: Filter): Generator<FieldFilter | FilterOf<'text'>> {
  switch (filter.op) {
    case 'any':
    case 'all':
      for (const each of filter.of) yield* leavesOf(each);
      return;
    case 'not':
      yield* leavesOf(filter.filter);
      return;
    case 'aside':
      return;
    default:
      yield filter;
  }
}

/** Every field that filters look at. */
export function fieldsOf(filters: readonly Filter[]): FieldRef[] {
  const fields = new Set<FieldRef>();
  for (const filter of filters)
    for (const leaf of leavesOf(filter)) {
      if (!isFieldFilter(leaf)) continue;
      fields.add(leaf.field);
      if (leaf.op === 'sameAs') fields.add(leaf.other);
    }
  return [...fields];
}

/** Whether a filter is about this field and nothing else. */
export function isAbout(filter: Filter, field: FieldRef): boolean {
  const leaves = [...leavesOf(filter)];
  return leaves.length > 0 && leaves.every((leaf) => isFieldFilter(leaf) && leaf.field === field && leaf.op !== 'sameAs');
}

/** With its zone: without one, a time would mean another moment on another computer. */
function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}
