// How far back the audit log of a mailbox goes. An entry is gone once it was older than the limit in force at some moment; raising
// the limit later brings nothing back.

import type { EpochMs } from '~/lib/time';
import { readTimeSpan } from '~/lib/time-span';
import { firstAuditing } from './exchange/mailbox-defaults';
import type { TenantOptions } from './model';

/** Entries before this have gone. Time stands still at the end of the history: a tenant that ends last year keeps its last months. */
export function keptSince({ changes = [], now: end }: TenantOptions, mailbox: string, now: EpochMs): EpochMs {
  const limits = [
    { from: 0, limit: firstAuditing(mailbox)['AuditLogAgeLimit'] },
    ...changes
      .filter(({ cmdlet, target, at }) => cmdlet === 'Set-Mailbox' && target === mailbox && at <= now)
      .map(({ at, parameters }) => ({ from: at, limit: parameters['AuditLogAgeLimit'] }))
      .filter(({ limit }) => limit !== undefined),
  ];
  // An entry grows older until the limit changes, so the last moment of each is what counts.
  const cutoffs = limits.map(
    ({ limit }, at) => Math.min(limits[at + 1]?.from ?? now, now, end) - (readTimeSpan(String(limit)) ?? 0),
  );
  return Math.max(...cutoffs);
}
