// What I am looking at: the URL's schema, the engine's input and the export's input.

import * as z from 'zod/mini';
import { fieldRefSchema, filterSchema } from './filter';

export const sortKeySchema = z.object({ field: fieldRefSchema, descending: z.boolean() });
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
