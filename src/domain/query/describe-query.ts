// A query in words: the sentence under the form, the context line of results, and the name of a search nobody named.

import { rangeLabel, rangeOf } from '~/lib/date-range';
import type { EpochMs, TimeZone } from '~/lib/time';
import { anyOf, counted } from '~/lib/words';
import type { AuditQuery } from './audit-query';
import { listCriterion, listKeys, textCriterion, textKeys } from './search-criteria';
import { prepositions, type SaidOfList } from './search-criterion';

/** `OMEPortal records, by anyone, 14 to 21 Nov 2026 UTC`. */
export function describeQuery(query: AuditQuery, zone: TimeZone = 'utc'): string {
  return [...describeCriteria(query, 3, true), describePeriod(query.start, query.end, zone)].join(', ');
}

/** The same, short enough for a list: what was asked for, then when. In UTC: it is stored and read by others. */
export function nameOfQuery(query: AuditQuery): string {
  return [...describeCriteria(query, 1, false), describePeriod(query.start, query.end, 'utc')].join(', ');
}

function describeCriteria(query: AuditQuery, atMost: number, wordy: boolean): string[] {
  const phrasesWith = (as: SaidOfList['as']) =>
    listKeys.flatMap((key) => {
      const { said } = listCriterion(key);
      if (said.as !== as) return [];
      return phrase(said, query[key], atMost) || (wordy && said.any) || [];
    });
  const what = [...phrasesWith('activities'), ...phrasesWith('records')].join(' in ') || 'All activities';
  const texts = textKeys.flatMap((key) => {
    const text = query[key].trim();
    return text ? textCriterion(key).said(text) : [];
  });
  return [[what, ...texts].join(' '), ...prepositions.flatMap(phrasesWith)];
}

function phrase({ as, noun, nouns, nameOf, isCounted }: SaidOfList, values: readonly string[], atMost: number): string {
  if (values.length === 0) return '';
  // Several operations may go by one name.
  const names = [...new Set(values.map((value) => nameOf?.(value) ?? value))];
  const words = isCounted ? counted(values.length, noun, nouns) : either(names, atMost, noun, nouns);
  if (as === 'activities') return words;
  return as === 'records' ? `${words} records` : `${as} ${words}`;
}

/** `a`, `a or b`, `a, b or 4 other users`. */
function either(values: readonly string[], atMost: number, one: string, many?: string): string {
  const shown = values.length === atMost + 1 && atMost > 1 ? values : values.slice(0, atMost);
  const left = values.length - shown.length;
  const parts = left > 0 ? [...shown, counted(left, `other ${one}`, many && `other ${many}`)] : shown;
  return anyOf(parts);
}

/** `Last 7 days` as long as it is that, then the period. */
export function describeRange(start: string, end: string, zone: TimeZone, now: EpochMs): string {
  const range = rangeOf(start, end, now);
  return range ? `Last ${rangeLabel(range)}` : describePeriod(start, end, zone);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `14 to 21 Nov 2026 UTC`. Hours and minutes are named unless both ends have the same ones and lie two days or more apart.
 * The end is excluded, so a range from midnight to midnight names the last whole day.
 */
export function describePeriod(start: string, end: string, zone: TimeZone = 'utc'): string {
  const from = wallClock(start, zone);
  const to = wallClock(end, zone);
  if (!from || !to) return from ? `from ${dayAndTime(from)}` : to ? `until ${dayAndTime(to)}` : 'at any time';
  const zoneWord = zone === 'utc' ? 'UTC' : 'local time';
  return `${range(from, to, Date.parse(end) - Date.parse(start))} ${zoneWord}`;
}

interface WallClock {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly time: string;
}

function range(from: WallClock, to: WallClock, lengthMs: number): string {
  const days = Math.round(lengthMs / 86_400_000);
  if (from.time === to.time && (days >= 2 || (days === 1 && from.time === '00:00'))) {
    return dayRange(from, from.time === '00:00' ? dayBefore(to) : to);
  }
  if (sameDay(from, to)) return `${dayOf(to)} ${to.year}, ${from.time} to ${to.time}`;
  const year = from.year === to.year ? '' : ` ${from.year}`;
  return `${dayOf(from)}${year} ${from.time} to ${dayAndTime(to)}`;
}

function dayRange(from: WallClock, to: WallClock): string {
  const last = `${dayOf(to)} ${to.year}`;
  if (sameDay(from, to)) return last;
  if (from.year !== to.year) return `${dayOf(from)} ${from.year} to ${last}`;
  return from.month === to.month ? `${from.day} to ${last}` : `${dayOf(from)} to ${last}`;
}

const dayOf = ({ day, month }: WallClock) => `${day} ${month}`;
const dayAndTime = (at: WallClock) => `${dayOf(at)} ${at.year} ${at.time}`;
const sameDay = (a: WallClock, b: WallClock) => a.day === b.day && a.month === b.month && a.year === b.year;

function dayBefore({ year, month, day }: WallClock): WallClock {
  const date = new Date(Date.UTC(year, months.indexOf(month), day - 1));
  return { year: date.getUTCFullYear(), month: months[date.getUTCMonth()] ?? '', day: date.getUTCDate(), time: '00:00' };
}

function wallClock(instant: string, zone: TimeZone): WallClock | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return zone === 'utc'
    ? {
        year: date.getUTCFullYear(),
        month: months[date.getUTCMonth()] ?? '',
        day: date.getUTCDate(),
        time: date.toISOString().slice(-13, -8),
      }
    : {
        year: date.getFullYear(),
        month: months[date.getMonth()] ?? '',
        day: date.getDate(),
        time: `${two(date.getHours())}:${two(date.getMinutes())}`,
      };
}
