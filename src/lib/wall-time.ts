// What a clock on the wall shows (`2026-11-14 09:31`), and the instant it stands for. The product keeps instants; the wall is
// only where people type.

import type { TimeZone } from './time';

/** `''` for what is not an instant. Seconds only where there are any. */
export function toWallTime(instant: string, zone: TimeZone): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const shifted = zone === 'utc' ? date : asIfUtc(date);
  const wall = shifted.toISOString().slice(0, 19).replace('T', ' ');
  return wall.endsWith(':00') ? wall.slice(0, 16) : wall;
}

/** In ISO 8601 UTC; `''` for an incomplete time. A time that a change to summer time skips becomes the one an hour later. */
export function fromWallTime(wall: string, zone: TimeZone): string {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(wall)) return '';
  const date = new Date(`${wall.replace(' ', 'T')}${zone === 'utc' ? 'Z' : ''}`);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The same clock reading, with the clock moved to UTC. */
function asIfUtc(date: Date): Date {
  const moved = new Date(0);
  moved.setUTCFullYear(date.getFullYear(), date.getMonth(), date.getDate());
  moved.setUTCHours(date.getHours(), date.getMinutes(), date.getSeconds());
  return moved;
}
