// How a mocked tenant can be set up, and what it is without.

import { dayMs, type EpochMs } from '~/lib/time';
import type { TenantOptions } from './tenant/tenant';

export interface MockedTenantOptions {
  /** Any text; another seed is another company history. */
  readonly seed?: string | undefined;
  /** 0 to 1,000,000; 100,000 unless told. */
  readonly records?: number | undefined;
  /**
   * The end of the tenant's 180 days, for results that are the same tomorrow. Without it the time line ends at the next
   * midnight UTC and a search sees what has happened until it is made, so records keep their times all day long.
   */
  readonly now?: EpochMs | undefined;
  /** Factor on how long searches take: 1 is believable, 0 is none. Scenarios keep their own times. */
  readonly latency?: number | undefined;
  /** Where the service is taken to be, without version and without a slash at the end. */
  readonly baseUrl?: string | undefined;
  /** The clock searches are timed by. For tests. */
  readonly clock?: (() => EpochMs) | undefined;
}

export const graphAddress = 'https://graph.microsoft.com';
const mostRecords = 1_000_000;

export function tenantOptions(options: MockedTenantOptions, at: EpochMs): TenantOptions {
  const records = options.records ?? 100_000;
  if (!Number.isInteger(records) || records < 0 || records > mostRecords) {
    throw new RangeError(`A mocked tenant has 0 to ${mostRecords} records, not ${records}.`);
  }
  return { seed: options.seed ?? 'contoso', records, now: options.now ?? Math.ceil(at / dayMs) * dayMs };
}
