// What the URL of a results page says. Anything in it may have been typed or cut off: what cannot be read counts as not said.

import * as z from 'zod/mini';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type RecordKey, recordKeySchema } from '~/domain/record/record-key';
import { type Filter, fieldRefSchema, filterSchema } from '~/domain/view/filter';
import { newestFirst, type ResultView, type SortKey, sortKeySchema } from '~/domain/view/result-view';
import { optionalUrlSort, plainUrlText, urlText } from '~/domain/view/url-params';
import { type StandsOutTab, standsOutTabs } from './stands-out';

export interface ResultParams extends ResultView {
  /** In their order; without them, those that were chosen in this browser. */
  readonly columns?: readonly FieldRef[] | undefined;
  /** What the slices of the timeline are divided by. */
  readonly stack?: FieldRef | undefined;
  /** What the records are put together by: one field or two, and without any they are listed. */
  readonly group?: readonly FieldRef[] | undefined;
  /** What else stands in place of the records, which are not grouped then. */
  readonly show?: 'messagesRead' | undefined;
  /** By a column of what stands in their place. */
  readonly groupSort?: { readonly column: string; readonly descending: boolean } | undefined;
  /** What different values are counted of in each group. */
  readonly distinct?: FieldRef | undefined;
  /** The record that is open beside the grid. */
  readonly record?: RecordKey | undefined;
  /** What else is open beside the grid. */
  readonly panel?: StandsOutTab | undefined;
}

/** As links write it: everything may be left out. */
export interface ResultParamsInput {
  readonly text?: string;
  readonly filters?: readonly Filter[];
  readonly sort?: readonly SortKey[];
  readonly columns?: readonly string[] | undefined;
  readonly stack?: string | undefined;
  readonly group?: string | readonly string[] | undefined;
  readonly show?: string | undefined;
  readonly groupSort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly distinct?: string | undefined;
  readonly record?: string | undefined;
  readonly panel?: string | undefined;
}

/** Each moment would be a group. */
const groupFieldSchema = fieldRefSchema.check(z.refine((field) => field !== 'time'));
const groupSchema = z.union([
  z.array(groupFieldSchema).check(z.minLength(1), z.maxLength(2)),
  z.pipe(
    groupFieldSchema,
    z.transform((field) => [field]),
  ),
]);

const schema = z.object({
  text: plainUrlText,
  filters: z.catch(z.array(filterSchema), []),
  sort: z.catch(z.array(sortKeySchema), [...newestFirst]),
  columns: z.catch(z.optional(z.array(fieldRefSchema).check(z.minLength(1))), undefined),
  stack: z.catch(z.optional(fieldRefSchema), undefined),
  group: z.catch(z.optional(groupSchema), undefined),
  show: z.catch(z.optional(z.literal('messagesRead')), undefined),
  groupSort: optionalUrlSort,
  distinct: z.catch(z.optional(fieldRefSchema), undefined),
  record: z.catch(z.optional(z.pipe(urlText, recordKeySchema)), undefined),
  panel: z.catch(z.optional(z.enum(standsOutTabs)), undefined),
});

export function parseResultParams(search: ResultParamsInput): ResultParams {
  const { filters } = search;
  return schema.parse({ ...search, filters: Array.isArray(filters) ? filters.map(upToDate) : filters });
}

/** What links once asked of times: by position. */
const earlierFilter = z.union([
  z.object({ field: z.literal('time'), op: z.literal('between'), values: z.tuple([z.string(), z.string()]) }),
  z.object({ field: z.literal('time'), op: z.literal('outsideHours'), values: z.tuple([z.string(), z.string(), z.string()]) }),
]);

function upToDate(filter: unknown): unknown {
  const earlier = earlierFilter.safeParse(filter);
  if (!earlier.success) return filter;
  const { field, op, values } = earlier.data;
  const [from, to, zone] = values;
  return op === 'between' ? { field, op, from: from || undefined, to: to || undefined } : { field, op, from, to, zone };
}

/** Left out of the URL. */
export const defaultParams = { text: '', filters: [] as Filter[], sort: [...newestFirst] };
