import { rangeEnding, rangeOf } from '~/lib/date-range';
import type { EpochMs } from '~/lib/time';
import type { AuditQuery } from './audit-query';
import { nameOfQuery } from './describe-query';

/**
 * The same question, asked now: a range that ended when the search was made ends now. A name that the portal gave after the
 * dates follows them. `madeAt` is unknown of searches that were made elsewhere; their dates stay.
 */
export function queryAgain(query: AuditQuery, madeAt: EpochMs | undefined, now: EpochMs): AuditQuery {
  const range = rangeOf(query.start, query.end, madeAt);
  if (!range) return query;
  const { start, end } = rangeEnding(range, now);
  const again = { ...query, start, end };
  return query.name === nameOfQuery(query) ? { ...again, name: nameOfQuery(again) } : again;
}
