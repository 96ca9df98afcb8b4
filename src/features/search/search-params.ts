// The form in the address bar: `/search?type=["OMEPortal"]&last=30d`. What is not set is left out, what cannot be read is
// ignored, and a range that counts back from now stays one.

import * as z from 'zod/mini';
import type { AuditQuery } from '~/domain/audit-query';
import { optionalUrlList, optionalUrlText } from '~/domain/url-params';
import { defaultRange, rangeEnding, ranges } from '~/lib/date-range';
import type { EpochMs } from '~/lib/time';
import { fromAuditQuery, type SearchForm } from './search-form';

export const searchParamsSchema = z.object({
  last: z.catch(z.optional(z.enum(ranges)), undefined),
  from: optionalUrlText,
  to: optionalUrlText,
  q: optionalUrlText,
  unit: optionalUrlList,
  op: optionalUrlList,
  type: optionalUrlList,
  name: optionalUrlText,
  user: optionalUrlList,
  item: optionalUrlList,
  service: optionalUrlList,
  ip: optionalUrlList,
});

export type SearchParams = z.infer<typeof searchParamsSchema>;

export function toSearchParams(form: SearchForm): SearchParams {
  const params: SearchParams = {
    last: form.range === defaultRange ? undefined : form.range,
    from: form.range ? undefined : shortTime(form.start),
    to: form.range ? undefined : shortTime(form.end),
    q: form.keyword || undefined,
    unit: someOf(form.adminUnits),
    op: someOf(form.operations),
    type: someOf(form.recordTypes),
    name: form.name || undefined,
    user: someOf(form.users),
    item: someOf(form.objects),
    service: someOf(form.workloads),
    ip: someOf(form.ipAddresses),
  };
  // The router would take a key without a value for a difference.
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
}

export function fromSearchParams(params: SearchParams, now: EpochMs): SearchForm {
  const isFixed = params.from !== undefined || params.to !== undefined;
  return {
    ...(isFixed
      ? { range: undefined, start: wholeTime(params.from), end: wholeTime(params.to) }
      : rangeEnding(params.last ?? defaultRange, now)),
    keyword: params.q ?? '',
    adminUnits: params.unit ?? [],
    operations: params.op ?? [],
    recordTypes: params.type ?? [],
    name: params.name ?? '',
    users: params.user ?? [],
    objects: params.item ?? [],
    workloads: params.service ?? [],
    ipAddresses: params.ip ?? [],
  };
}

/** The address of a form that asks for this query. */
export function searchParamsOf(query: AuditQuery): SearchParams {
  return toSearchParams(fromAuditQuery(query));
}

const someOf = (list: string[]) => (list.length > 0 ? list : undefined);

/** `2026-11-14T09:31Z`: seconds only where there are any. */
function shortTime(instant: string): string {
  return instant.replace(/(?::00)?(?:\.000)?Z$/, 'Z');
}

function wholeTime(time: string | undefined): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
