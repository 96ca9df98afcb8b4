import type { EpochMs } from '~/lib/time';

/** `2026-03-22T19:00:59`, without a zone, as AuditData has it. */
export function isoSecond(time: EpochMs): string {
  return new Date(time).toISOString().slice(0, 19);
}
