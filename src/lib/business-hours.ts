// Office hours on a wall clock anywhere: whether an instant lies outside of them. The zone's offset is asked of the platform once
// per UTC day, and on the days on which clocks change until the moment is found; the rest is arithmetic.

import { dayMs, type EpochMs, hourMs, minuteMs } from './time';

interface Day {
  /** Milliseconds to add to UTC from the beginning of the day on, and from `change` on. */
  readonly before: number;
  readonly after: number;
  readonly change: EpochMs;
}

const saturday = 6;
const sunday = 0;

/**
 * Tells whether an instant is on a Saturday or Sunday, or before `from`, or at or after `to` (`08:00`), on the clocks of an IANA
 * zone. `undefined` when there is no such zone or the hours are not hours.
 */
export function outsideHours(from: string, to: string, zone: string): ((time: EpochMs) => boolean) | undefined {
  const opens = timeOfDay(from);
  const closes = timeOfDay(to);
  const clock = clockOf(zone);
  if (opens === undefined || closes === undefined || !clock) return undefined;
  // Records mostly come in the order of time: the day is nearly always that of the record before.
  let number = Number.NaN;
  let day: Day = { before: 0, after: 0, change: 0 };
  return (time) => {
    const today = Math.floor(time / dayMs);
    if (today !== number) {
      number = today;
      day = clock(today);
    }
    const wall = time + (time < day.change ? day.before : day.after);
    const wallDay = Math.floor(wall / dayMs);
    // 1970 began on a Thursday.
    const weekday = (((wallDay + 4) % 7) + 7) % 7;
    const sinceMidnight = wall - wallDay * dayMs;
    return weekday === saturday || weekday === sunday || sinceMidnight < opens || sinceMidnight >= closes;
  };
}

function timeOfDay(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * hourMs + Number(match[2]) * minuteMs : undefined;
}

type Clock = (day: number) => Day;

const clocks = new Map<string, Clock>();

function clockOf(zone: string): Clock | undefined {
  const known = clocks.get(zone);
  if (known) return known;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  const days = new Map<number, Day>();
  const clock: Clock = (number) => {
    const known = days.get(number) ?? dayOf((time) => offsetAt(format, time), number * dayMs);
    days.set(number, known);
    return known;
  };
  clocks.set(zone, clock);
  return clock;
}

/** Clocks change at most once a day, on a whole second. */
function dayOf(offset: (time: EpochMs) => number, start: EpochMs): Day {
  const before = offset(start);
  let change = start + dayMs;
  const after = offset(change);
  for (let low = start; after !== before && change - low > 1000; ) {
    const middle = low + Math.floor((change - low) / 2000) * 1000;
    if (offset(middle) === before) low = middle;
    else change = middle;
  }
  return { before, after, change };
}

/** From `GMT`, `GMT+05:30` or, long ago, `GMT-00:44:30`. */
function offsetAt(format: Intl.DateTimeFormat, time: EpochMs): number {
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  const size = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}
