// Times in a search text: `after:`, `before:`, `on:`, `time:…..…` and `outside:`. A problem is a text that says what to do.

import type { Filter } from '~/domain/view/filter';
import { outsideHours } from '~/lib/business-hours';
import { readInstant } from '~/lib/read-instant';
import { dayMs, type EpochMs, hourMs, minuteMs, type TimeZone, zoneIdentifier } from '~/lib/time';
import { toWallTime } from '~/lib/wall-time';

export interface Clock {
  /** Of times without an offset of their own. */
  readonly zone: TimeZone;
  readonly now: EpochMs;
}

/** From the first moment of a day on. */
export function after(text: string, clock: Clock): Filter | string {
  const from = momentOf(text, clock);
  return from === undefined ? noDate(text) : { field: 'time', op: 'between', from };
}

/** Until a day begins. */
export function before(text: string, clock: Clock): Filter | string {
  const to = momentOf(text, clock);
  return to === undefined ? noDate(text) : { field: 'time', op: 'between', to };
}

/** A whole day, hour, minute or second. */
export function on(text: string, clock: Clock): Filter | string {
  const from = momentOf(text, clock);
  const length = from === undefined ? undefined : lengthOf(text, from, clock);
  if (from === undefined || length === undefined)
    return `${quoted(text)} is no day or hour; write 2026-11-14, 2026-11-14T09 or today.`;
  return { field: 'time', op: 'between', from, to: new Date(Date.parse(from) + length).toISOString() };
}

/** `2026-11-14..2026-11-16T09:30`, the end being left out; or what `on` takes. */
export function during(text: string, clock: Clock): Filter | string {
  const middle = text.indexOf('..');
  if (middle < 0) return on(text, clock);
  const [first, last] = [text.slice(0, middle), text.slice(middle + 2)];
  const from = momentOf(first, clock);
  const to = momentOf(last, clock);
  if (from === undefined || to === undefined) return noDate(from === undefined ? first : last);
  return { field: 'time', op: 'between', from, to };
}

/** `08:00-18:00@Europe/Berlin`; without a zone, in that of the clock. */
export function outside(text: string, { zone }: Clock): Filter | string {
  const [, from = '', to = '', place = zoneIdentifier(zone)] = /^(\d\d?:\d\d)-(\d\d?:\d\d)(?:@(.*))?$/.exec(text) ?? [];
  const hours = { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  if (from === '' || !outsideHours(hours.from, hours.to, place))
    return `${quoted(text)} are no hours; write 08:00-18:00, or with a time zone 08:00-18:00@Europe/Berlin.`;
  return { field: 'time', op: 'outsideHours', ...hours, zone: place };
}

/** What was typed, as a problem says it. */
export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function momentOf(text: string, { zone, now }: Clock): string | undefined {
  const isTimeOfDay = /^\d\d?:\d\d(:\d\d)?$/.test(text);
  const isHour = /^\d{4}-\d\d-\d\d(T| +)\d\d?$/i.test(text);
  const whole = isTimeOfDay ? `${toWallTime(new Date(now).toISOString(), zone).slice(0, 10)} ${text}` : text;
  return readInstant(isHour ? `${text}:00` : whole, { zone, now, edge: 'start' });
}

/** `undefined` for a moment: now, two hours ago, a part of a second. */
function lengthOf(text: string, from: string, { zone, now }: Clock): number | undefined {
  if (/^(today|yesterday|\d{4}-\d\d-\d\d)$/i.test(text.trim())) {
    // A day with a change of clocks has 23 or 25 hours; its beginning and 36 hours is always in the next.
    const next = toWallTime(new Date(Date.parse(from) + 1.5 * dayMs).toISOString(), zone).slice(0, 10);
    const end = readInstant(next, { zone, now, edge: 'start' });
    return end === undefined ? undefined : Date.parse(end) - Date.parse(from);
  }
  const [, clock] =
    /^(?:\d{4}-\d\d-\d\d(?:T| +))?(\d\d?(?::\d\d){0,2})(?: *(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?$/i.exec(text.trim()) ?? [];
  return clock === undefined ? undefined : [hourMs, minuteMs, 1000][clock.split(':').length - 1];
}

function noDate(text: string): string {
  return `${quoted(text)} is no date; write 2026-11-14, 09:30 or -2h.`;
}
