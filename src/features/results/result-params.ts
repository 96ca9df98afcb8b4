// What the URL of a results page says. Anything in it may have been typed or cut off: what cannot be read counts as not said.

import * as z from 'zod/mini';
import { type RecordKey, recordKeySchema } from '~/domain/record/record-key';
import { type Filter, filterSchema } from '~/domain/view/filter';
import { newestFirst, type ResultView, type SortKey, sortKeySchema } from '~/domain/view/result-view';
import { plainUrlText, urlText } from '~/domain/view/url-params';

export interface ResultParams extends ResultView {
  /** The record that is open beside the grid. */
  readonly record?: RecordKey | undefined;
}

/** As links write it: everything may be left out. */
export interface ResultParamsInput {
  readonly text?: string;
  readonly filters?: readonly Filter[];
  readonly sort?: readonly SortKey[];
  readonly record?: string | undefined;
}

const schema = z.object({
  text: plainUrlText,
  filters: z.catch(z.array(filterSchema), []),
  sort: z.catch(z.array(sortKeySchema), [...newestFirst]),
  record: z.catch(z.optional(z.pipe(urlText, recordKeySchema)), undefined),
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
