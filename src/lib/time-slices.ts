// Cuts a range of time where the clocks of a zone show round times. A slice ends where the next begins, also where clocks are
// set forward or back: the hour that is shown twice is two slices, and a day may have 23 hours. Works in a worker, too.

import {
  type CountableTimeInterval,
  type TimeInterval,
  timeDay,
  timeHour,
  timeMinute,
  timeMonday,
  timeMonth,
  timeSecond,
  timeYear,
  utcDay,
  utcHour,
  utcMinute,
  utcMonday,
  utcMonth,
  utcSecond,
  utcYear,
} from 'd3-time';
import { dayMs, type EpochMs, hourMs, minuteMs, type TimeZone } from './time';

/** Weeks begin on Monday. */
export type SliceUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface TimeSlices {
  /** Ascending, one more than there are slices: each slice is from its edge to before the next. */
  readonly edges: readonly EpochMs[];
  readonly unit: SliceUnit;
  /** How many units a slice is long. */
  readonly step: number;
}

const units: Record<TimeZone, Record<SliceUnit, CountableTimeInterval>> = {
  utc: { second: utcSecond, minute: utcMinute, hour: utcHour, day: utcDay, week: utcMonday, month: utcMonth, year: utcYear },
  local: {
    second: timeSecond,
    minute: timeMinute,
    hour: timeHour,
    day: timeDay,
    week: timeMonday,
    month: timeMonth,
    year: timeYear,
  },
};

/** From the shortest on; what is too long for months is cut into years. */
const lengths: readonly { readonly unit: SliceUnit; readonly step: number; readonly ms: number }[] = [
  ...lengthsOf('second', 1000, [1, 5, 15, 30]),
  ...lengthsOf('minute', minuteMs, [1, 5, 15, 30]),
  ...lengthsOf('hour', hourMs, [1, 3, 6, 12]),
  ...lengthsOf('day', dayMs, [1]),
  ...lengthsOf('week', 7 * dayMs, [1]),
  ...lengthsOf('month', 30 * dayMs, [1]),
];

function lengthsOf(unit: SliceUnit, ms: number, steps: readonly number[]) {
  return steps.map((step) => ({ unit, step, ms: ms * step }));
}

/**
 * The shortest slices of which `atMost` cover the range: `from` is in the first, `to`, which is included, in the last. There is
 * at least one. `from` is no later than `to`, `atMost` at least 1.
 */
export function timeSlices(from: EpochMs, to: EpochMs, atMost: number, zone: TimeZone): TimeSlices {
  for (const { unit, step, ms } of lengths) {
    // By far too many: no need to count them.
    if (to - from > 2 * atMost * ms) continue;
    // There is no interval only for steps that are none.
    const interval = units[zone][unit].every(step) ?? units[zone][unit];
    const edges = cut(interval, 1, from, to, atMost);
    if (edges.length <= atMost + 1) return { edges, unit, step };
  }
  const { year } = units[zone];
  const step = Math.ceil((year.count(new Date(from), new Date(to)) + 1) / atMost);
  return { edges: cut(year, step, from, to, atMost), unit: 'year', step };
}

/** Goes on until one edge too many is found. */
function cut(interval: TimeInterval, step: number, from: EpochMs, to: EpochMs, atMost: number): EpochMs[] {
  let edge = wholeUntil(interval, from);
  const edges = [edge];
  while (edge <= to && edges.length <= atMost + 1) {
    edge = wholeAfter(interval, step, edge);
    // Clocks that are set back over midnight show the end of a day after the next day began.
    if (edge <= from) edges.length = 0;
    edges.push(edge);
  }
  return edges;
}

/** d3 takes off the minutes that the clock shows, which leads to no whole hour where it was set back by half an hour meanwhile. */
function wholeUntil(interval: TimeInterval, time: EpochMs): EpochMs {
  const whole = interval.floor(new Date(time)).getTime();
  return whole < time ? wholeUntil(interval, whole) : whole;
}

function wholeAfter(interval: TimeInterval, step: number, edge: EpochMs): EpochMs {
  let next = new Date(edge);
  let whole: EpochMs;
  // Where clocks are set back, one unit later may be within the same one.
  do {
    next = interval.offset(next, step);
    whole = wholeUntil(interval, next.getTime());
  } while (whole <= edge);
  return whole;
}
