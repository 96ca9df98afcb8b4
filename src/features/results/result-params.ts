// What the URL of a results page says. Anything in it may have been typed or cut off: what cannot be read counts as not said.

import * as z from 'zod/mini';
import { type RecordKey, recordKeySchema } from '~/domain/record-key';
import { type Filter, filterSchema, newestFirst, type ResultView, type SortKey, sortKeySchema } from '~/domain/result-view';
import { plainUrlText, urlText } from '~/domain/url-params';

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
  return schema.parse(search);
}

/** Left out of the URL. */
export const defaultParams = { text: '', filters: [] as Filter[], sort: [...newestFirst] };
