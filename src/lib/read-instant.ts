// Times as people type and paste them: `2026-11-21 09:28`, a day alone, `today`, `-2h`. Nothing is guessed: 03/04/2026 is
// two days, so it is none.

import { dayMs, type EpochMs, hourMs, minuteMs, type TimeZone } from './time';
import { fromWallTime, toWallTime } from './wall-time';

export interface InstantContext {
  readonly now: EpochMs;
  /** Of times without an offset of their own. */
  readonly zone: TimeZone;
  /**
   * What the time is of a range. A day alone is the whole of it: its first moment as a start; as an end, which is excluded, the
   * next midnight, or now while it is today. Minutes that have begun count.
   */
  readonly edge: 'start' | 'end';
}

/** What can be read, for when it was not. */
export const instantExamples = '2026-11-21 09:28, a day alone, today, or -2h (also m, d, w)';

const absolute = /^(\d{4}-\d\d-\d\d)(?:(?: +|T)(\d\d?:\d\d)(:\d\d)?(\.\d{1,9})? *(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;
const relative = /^- *(\d{1,6}) *([mhdw])$/i;
const unitMs = new Map([
  ['m', minuteMs],
  ['h', hourMs],
  ['d', dayMs],
  ['w', 7 * dayMs],
]);

/** ISO 8601 UTC; `undefined` for what cannot be read, and for times before 1970. */
export function readInstant(typed: string, context: InstantContext): string | undefined {
  const text = typed
    .trim()
    .replace(/^[−–—]/, '-')
    .toLowerCase();
  const { now, zone } = context;
  if (text === 'now') return toMinute(now, context);
  if (text === 'today') return readDay(dayOf(now, zone), context);
  if (text === 'yesterday') return readDay(dayOf(startOfDay(now, zone) - 1, zone), context);
  const [, amount, unit = ''] = relative.exec(text) ?? [];
  if (amount !== undefined) return toMinute(now - Number(amount) * (unitMs.get(unit) ?? Number.NaN), context);
  const [, day, time, seconds = ':00', fraction = '', offset] = absolute.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  if (time === undefined) return readDay(day, context);
  const clock = `${day}T${time.padStart(5, '0')}${seconds}${fraction.slice(0, 4)}`;
  return known(offset === undefined ? fromWallTime(clock, zone) : withOffset(clock, offset));
}

function readDay(day: string, { now, zone, edge }: InstantContext): string | undefined {
  const start = Date.parse(fromWallTime(`${day}T00:00`, zone));
  if (edge === 'start') return known(start);
  if (day === dayOf(now, zone)) return toMinute(now, { edge });
  // A day with a change of daylight saving has 23 or 25 hours; noon of the next day is always in that day.
  return known(startOfDay(start + 1.5 * dayMs, zone));
}

function startOfDay(time: EpochMs, zone: TimeZone): EpochMs {
  return Date.parse(fromWallTime(`${dayOf(time, zone)}T00:00`, zone));
}

function dayOf(time: EpochMs, zone: TimeZone): string {
  return toWallTime(new Date(time).toISOString(), zone).slice(0, 10);
}

function toMinute(time: EpochMs, { edge }: Pick<InstantContext, 'edge'>): string | undefined {
  return known((edge === 'start' ? Math.floor : Math.ceil)(time / minuteMs) * minuteMs);
}

/** The calendar has this day; `Date` would take 30 February for 2 March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function withOffset(clock: string, offset: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return `${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`;
}

function known(time: string | EpochMs): string | undefined {
  const date = new Date(time);
  return date.getTime() >= 0 ? date.toISOString() : undefined;
}
