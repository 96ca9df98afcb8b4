// Ranges of time that end now, as they are offered with one click.

import { dayMs, type EpochMs, minuteMs } from './time';

export const ranges = ['24h', '7d', '30d', '90d', '180d'] as const;
export type Range = (typeof ranges)[number];
/** What every form begins with. */
export const defaultRange: Range = '7d';

const days: Record<Range, number> = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '180d': 180 };

export interface DateRange {
  /** The one-click range that start and end came from; absent once either was typed. A link with it moves on with time. */
  readonly range: Range | undefined;
  /** ISO 8601 UTC, or empty while incomplete. */
  readonly start: string;
  readonly end: string;
}

/** Whole minutes, ending with the one that has begun: what happened a moment ago is in it. */
export function rangeEnding(range: Range, now: EpochMs): DateRange {
  const end = Math.ceil(now / minuteMs) * minuteMs;
  return { range, start: new Date(end - days[range] * dayMs).toISOString(), end: new Date(end).toISOString() };
}

/**
 * The one-click range that these dates are at a moment, or were shortly before: it still goes by its name while less than a 24th
 * of its length has passed since, an hour of a day. None at a moment nobody knows.
 */
export function rangeOf(start: string, end: string, at: EpochMs | undefined): Range | undefined {
  if (at === undefined) return undefined;
  const from = Date.parse(start);
  const to = Date.parse(end);
  return ranges.find((range) => {
    const length = days[range] * dayMs;
    return to - from === length && to <= at + minuteMs && to > at - length / 24;
  });
}

export function rangeLabel(range: Range): string {
  return range === '24h' ? '24 hours' : `${days[range]} days`;
}
