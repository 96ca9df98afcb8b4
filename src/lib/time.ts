// Instants are numbers, milliseconds since 1970 UTC; text is made only where it is shown.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;
export type TimeZone = 'utc' | 'local';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const two = (value: number) => String(value).padStart(2, '0');

/**
 * `2026-11-14 09:31:07` in the zone asked for; the zone itself belongs in the header. Of an hour that a change of clocks repeats,
 * every time says which of the two it is in: `2026-10-25 02:30:00 +01`.
 */
export function formatTime(time: EpochMs, zone: TimeZone): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  if (zone === 'utc') return date.toISOString().slice(0, 19).replace('T', ' ');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return isRepeated(time) ? `${day} ${clock} ${offsetText(time).replace(':00', '')}` : `${day} ${clock}`;
}

/** No change of clocks sets them back by more. */
const furthestBackMs = 3 * hourMs;

/** Whether the browser's clock shows this time twice, because it is set back then. */
function isRepeated(time: EpochMs): boolean {
  const here = offsetMs(time);
  const back = here - offsetMs(time + furthestBackMs);
  if (back > 0 && offsetMs(time + back) === here - back) return true;
  const wasBack = offsetMs(time - furthestBackMs) - here;
  return wasBack > 0 && offsetMs(time - wasBack) === here + wasBack;
}

function offsetMs(time: EpochMs): number {
  return -new Date(time).getTimezoneOffset() * minuteMs;
}

function offsetText(time: EpochMs): string {
  const offset = offsetMs(time) / minuteMs;
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `UTC`, or the browser's zone with its offset at that moment: `Europe/Berlin, UTC+01:00`. For many times see `zoneIdentifier`. */
export function zoneName(zone: TimeZone, at: EpochMs): string {
  return zone === 'utc' ? 'UTC' : `${zoneIdentifier(zone)}, UTC${offsetText(at)}`;
}

/** As the IANA time zone database names it: `Europe/Berlin`. It has no one offset. */
export function zoneIdentifier(zone: TimeZone): string {
  return zone === 'utc' ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `3 days ago`, `in 2 hours`: the largest unit that fits. */
export function relativeTime(time: EpochMs, now: EpochMs = Date.now()): string {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const distance = time - now;
  const size = Math.abs(distance);
  if (size < minuteMs) return format.format(Math.round(distance / 1000), 'second');
  if (size < hourMs) return format.format(Math.round(distance / minuteMs), 'minute');
  if (size < dayMs) return format.format(Math.round(distance / hourMs), 'hour');
  return format.format(Math.round(distance / dayMs), 'day');
}

/** Elapsed time counted up: `0:07`, `12:31`, `1:02:09`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
