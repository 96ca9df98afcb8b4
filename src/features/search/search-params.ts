// The form in the address bar: `/search?type=["OMEPortal"]&last=30d`. What is not set is left out, what cannot be read is
// ignored, and a range that counts back from now stays one.

import * as z from 'zod/mini';
import type { AuditQuery } from '~/domain/query/audit-query';
import { listKeys, searchCriteria, textKeys, timeKeys } from '~/domain/query/search-criteria';
import { optionalUrlList, optionalUrlText } from '~/domain/view/url-params';
import { defaultRange, rangeEnding, ranges } from '~/lib/date-range';
import { recordOf } from '~/lib/record-of';
import type { EpochMs } from '~/lib/time';
import { fromAuditQuery, type SearchForm } from './search-form';

export const searchParamsSchema = z.object({
  last: z.catch(z.optional(z.enum(ranges)), undefined),
  name: optionalUrlText,
  ...recordOf(
    [...timeKeys, ...textKeys].map((key) => searchCriteria[key].url),
    () => optionalUrlText,
  ),
  ...recordOf(
    listKeys.map((key) => searchCriteria[key].url),
    () => optionalUrlList,
  ),
});

export type SearchParams = z.infer<typeof searchParamsSchema>;

export function toSearchParams(form: SearchForm): SearchParams {
  const params: SearchParams = {};
  if (!form.range) for (const key of timeKeys) params[searchCriteria[key].url] = shortTime(form[key]);
  else if (form.range !== defaultRange) params.last = form.range;
  // What is not set has no key: the router would take one without a value for a difference.
  for (const key of textKeys) if (form[key]) params[searchCriteria[key].url] = form[key];
  for (const key of listKeys) if (form[key].length > 0) params[searchCriteria[key].url] = form[key];
  if (form.name) params.name = form.name;
  return params;
}

export function fromSearchParams(params: SearchParams, now: EpochMs): SearchForm {
  const isFixed = timeKeys.some((key) => params[searchCriteria[key].url] !== undefined);
  return {
    name: params.name ?? '',
    ...(isFixed
      ? { range: undefined, ...recordOf(timeKeys, (key) => wholeTime(params[searchCriteria[key].url])) }
      : rangeEnding(params.last ?? defaultRange, now)),
    ...recordOf(textKeys, (key) => params[searchCriteria[key].url] ?? ''),
    ...recordOf(listKeys, (key) => params[searchCriteria[key].url] ?? []),
  };
}

/** The address of a form that asks for this query. */
export function searchParamsOf(query: AuditQuery): SearchParams {
  return toSearchParams(fromAuditQuery(query));
}

/** `2026-11-14T09:31Z`: seconds only where there are any. */
function shortTime(instant: string): string {
  return instant.replace(/(?::00)?(?:\.000)?Z$/, 'Z');
}

function wholeTime(time: string | undefined): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
