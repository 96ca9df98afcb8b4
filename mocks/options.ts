// How a mocked tenant can be set up, and what it is without.

import { dayMs, type EpochMs } from '~/lib/time';
import type { Change } from './tenant/change';
import type { TenantOptions } from './tenant/model';

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
  /** Where Exchange cmdlets are taken to be run, without a slash at the end. */
  readonly exchangeUrl?: string | undefined;
  /** The clock searches and changes are timed by. For tests. */
  readonly clock?: (() => EpochMs) | undefined;
}

export const graphAddress = 'https://graph.microsoft.com';
export const exchangeAddress = 'https://outlook.office365.com';
const mostRecords = 1_000_000;

export function tenantOptions(options: MockedTenantOptions, at: EpochMs, changes: readonly Change[]): TenantOptions {
  const records = options.records ?? 100_000;
  if (!Number.isInteger(records) || records < 0 || records > mostRecords) {
    throw new RangeError(`A mocked tenant has 0 to ${mostRecords} records, not ${records}.`);
  }
  const now = options.now ?? Math.ceil(at / dayMs) * dayMs;
  const tenant = { seed: options.seed ?? 'contoso', records, now };
  return changes.length === 0 ? tenant : { ...tenant, changes };
}

/** The end (excluded) of what a search made at this time sees: what happens later is not in it. */
export function seenUntil(options: MockedTenantOptions, { now }: TenantOptions, at: EpochMs, end: EpochMs | undefined): EpochMs {
  const seen = options.now === undefined ? at : Math.max(now, at);
  return Math.min(end ?? seen + 1, seen + 1);
}
