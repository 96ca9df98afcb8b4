// Time spans as Exchange writes them: `90.00:00:00` is ninety days, `01:30:00` an hour and a half.

import { dayMs, hourMs, minuteMs } from './time';

/** Milliseconds; `undefined` for what is not a time span. */
export function readTimeSpan(text: string): number | undefined {
  const parts = /^(?:(\d+)\.)?(\d\d?):(\d\d):(\d\d)(?:\.\d+)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * dayMs + (hours ?? 0) * hourMs + (minutes ?? 0) * minuteMs + (seconds ?? 0) * 1000;
}

/** Whole days, as Exchange writes them. */
export function writeDays(days: number): string {
  return `${days}.00:00:00`;
}
