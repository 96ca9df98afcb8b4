// When things happen. An index is a place on the tenant's time line, so index order is time order. Most records are spread
// over the days by chance, denser on weekdays and in business hours; planned events (journeys, stories) keep their own times
// and are merged in:
//
//   index     0     1     2     3     4     5  …
//   by chance 0     1           2     3        …      numberAt(index) = ~number by chance: below 0
//   planned               0                 1  …      numberAt(index) = number of the planned event
//
// How many are planned differs from day to day, and with it every index. What a record by chance holds follows from its number,
// so that tomorrow's history has the same records, a day later.

import { dayMs, type EpochMs, hourMs } from '~/lib/time';
import { mix } from './random';

export const daysKept = 180;
const hours = daysKept * 24;
/** Activity per hour of the day in UTC: Asia wakes first, Europe fills the morning, the Americas the evening. */
const hourWeights = [2, 2, 3, 4, 6, 8, 12, 20, 28, 30, 29, 26, 24, 28, 31, 30, 26, 20, 15, 12, 10, 7, 5, 3];

export interface Timeline {
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** To the second, as the audit log keeps it. */
  readonly timeAt: (index: number) => EpochMs;
  /** Number of the planned event at this index; below 0, `~number` of the record by chance. */
  readonly numberAt: (index: number) => number;
  /** The first index at or after a time. */
  readonly firstIndexAt: (time: EpochMs) => number;
  /** Index of each planned event. */
  readonly plannedIndices: Uint32Array;
}

/** `plannedTimes` ascending and within the last 180 days before `end`; `count` includes them. */
export function createTimeline(seed: number, count: number, end: EpochMs, plannedTimes: Float64Array): Timeline {
  const start = end - daysKept * dayMs;
  const byChance = count - plannedTimes.length;
  const before = new Float64Array(hours + 1);
  for (let hour = 0; hour < hours; hour++) {
    const at = new Date(start + hour * hourMs);
    const weekend = at.getUTCDay() % 6 === 0;
    before[hour + 1] = (before[hour] ?? 0) + (hourWeights[at.getUTCHours()] ?? 1) * (weekend ? 0.17 : 1);
  }
  const total = before[hours] ?? 1;

  const chanceTime = (n: number): EpochMs => {
    const target = ((n + mix(seed, n) / 0x1_0000_0000) / byChance) * total;
    const hour = Math.max(0, firstAtLeast(hours + 1, target, (at) => before[at] ?? 0) - 1);
    const from = before[hour] ?? 0;
    const to = before[hour + 1] ?? total;
    return wholeSecond(start + (hour + (target - from) / (to - from)) * hourMs, start);
  };
  const chanceBefore = (time: EpochMs) => firstAtLeast(byChance, time, chanceTime);

  const plannedIndices = new Uint32Array(plannedTimes.length);
  plannedTimes.forEach((time, n) => {
    plannedIndices[n] = chanceBefore(time) + n;
  });
  const plannedBefore = (index: number) => firstAtLeast(plannedIndices.length, index, (n) => plannedIndices[n] ?? 0);

  const timeAt = (index: number): EpochMs => {
    const planned = plannedBefore(index);
    if (plannedIndices[planned] === index) return wholeSecond(plannedTimes[planned] ?? end, start);
    return chanceTime(index - planned);
  };
  return {
    start,
    end,
    timeAt,
    numberAt: (index) => {
      const planned = plannedBefore(index);
      return plannedIndices[planned] === index ? planned : ~(index - planned);
    },
    firstIndexAt: (time) => firstAtLeast(count, time, timeAt),
    plannedIndices,
  };
}

/** Rounded down, but never to before the first record the log keeps. */
export function wholeSecond(time: EpochMs, start: EpochMs): EpochMs {
  return Math.max(Math.ceil(start / 1000) * 1000, Math.floor(time / 1000) * 1000);
}

/** The first of `count` ascending values that is not below `wanted`; `count` when all are. */
export function firstAtLeast(count: number, wanted: number, valueAt: (n: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
