// Reads the ways audit logs write a moment: ISO 8601 (without a zone it is UTC) and the American form Purview once exported,
// `9/20/2023 4:05:03 AM`, in UTC, and `/Date(1695182703000)/`, which Windows PowerShell writes in JSON. Fractions are cut to
// milliseconds. NaN for anything else: no date is ever guessed.

import { decodeText } from '~/lib/bytes';
import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';

export function readInstant(bytes: Uint8Array, start: number, end: number): EpochMs {
  const length = end - start;
  if (length >= 10 && bytes[start + 4] === 0x2d && bytes[start + 7] === 0x2d) return readIso(bytes, start, end);
  if (length > 40) return Number.NaN;
  const text = decodeText(bytes, start, end);
  return bytes[start] === 0x2f ? readDotNet(text) : readAmerican(text);
}

// A zone behind the milliseconds says where they were written; they count from 1970 in UTC all the same.
// https://learn.microsoft.com/dotnet/standard/datetime/system-text-json-support
function readDotNet(text: string): EpochMs {
  const ms = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  return ms === undefined ? Number.NaN : Number(ms);
}

function readIso(bytes: Uint8Array, start: number, end: number): EpochMs {
  const day = dayStart(digits(bytes, start, 4, end), digits(bytes, start + 5, 2, end), digits(bytes, start + 8, 2, end));
  let p = start + 10;
  if (p === end) return day;
  if (bytes[p] !== 0x54 && bytes[p] !== 0x20) return Number.NaN;
  const hours = digits(bytes, p + 1, 2, end);
  const minutes = bytes[p + 3] === 0x3a ? digits(bytes, p + 4, 2, end) : Number.NaN;
  p += 6;
  let seconds = 0;
  let ms = 0;
  if (p < end && bytes[p] === 0x3a) {
    seconds = digits(bytes, p + 1, 2, end);
    p += 3;
    if (p < end && bytes[p] === 0x2e) {
      const fraction = p + 1;
      for (p = fraction; p < end && isDigit(bytes[p]); p++)
        if (p < fraction + 3) ms += digits(bytes, p, 1, end) * 10 ** (2 - (p - fraction));
      if (p === fraction) return Number.NaN;
    }
  }
  return day + timeOfDay(hours, minutes, seconds) + ms - readOffset(bytes, p, end);
}

/** The zone at the end of an ISO time: nothing, `Z`, `+02:00` or `+0200`. */
function readOffset(bytes: Uint8Array, at: number, end: number): number {
  if (at === end || (at + 1 === end && ((bytes[at] ?? 0) | 0x20) === 0x7a)) return 0;
  const sign = bytes[at] === 0x2b ? 1 : bytes[at] === 0x2d ? -1 : Number.NaN;
  const colon = bytes[at + 3] === 0x3a ? 1 : 0;
  if (at + 5 + colon !== end) return Number.NaN;
  return sign * timeOfDay(digits(bytes, at + 1, 2, end), digits(bytes, at + 3 + colon, 2, end), 0);
}

function readAmerican(text: string): EpochMs {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([AP])M)?\s*$/i.exec(text);
  if (!match) return Number.NaN;
  const [month = 0, day = 0, year = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const half = match[7]?.toUpperCase();
  if (half && (hours < 1 || hours > 12)) return Number.NaN;
  return dayStart(year, month, day) + timeOfDay(half ? (hours % 12) + (half === 'P' ? 12 : 0) : hours, minutes, seconds);
}

function timeOfDay(hours: number, minutes: number, seconds: number): number {
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * hourMs + minutes * minuteMs + seconds * 1000 : Number.NaN;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Days from the civil calendar, years counted from March: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
function dayStart(year: number, month: number, day: number): EpochMs {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (!(day >= 1 && day <= (monthLengths[month - 1] ?? 0) + leap) || Number.isNaN(year)) return Number.NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * dayMs;
}

function digits(bytes: Uint8Array, at: number, count: number, end: number): number {
  if (at + count > end) return Number.NaN;
  let value = 0;
  for (let p = at; p < at + count; p++) {
    if (!isDigit(bytes[p])) return Number.NaN;
    value = value * 10 + (bytes[p] ?? 0) - 0x30;
  }
  return value;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
