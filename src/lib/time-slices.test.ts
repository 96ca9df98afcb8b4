import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { dayMs, type EpochMs, formatTime, hourMs, minuteMs, type TimeZone } from './time';
import { type SliceUnit, timeSlices } from './time-slices';

const ownZone = process.env['TZ'];
afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

function textsIn(place: string, from: string, to: string, atMost: number) {
  process.env['TZ'] = place;
  const { edges, unit, step } = timeSlices(Date.parse(from), Date.parse(to), atMost, 'local');
  return [`${step} ${unit}`, ...edges.map((edge) => formatTime(edge, 'local'))];
}

test('cuts into the shortest slices of which there are few enough', () => {
  const noon = Date.UTC(2026, 10, 14, 12);
  const slices = (lengthMs: number) => {
    const { unit, step, edges } = timeSlices(noon, noon + lengthMs - 1, 120, 'utc');
    return `${edges.length - 1} of ${step} ${unit}`;
  };
  expect(slices(minuteMs)).toBe('60 of 1 second');
  expect(slices(hourMs)).toBe('120 of 30 second');
  expect(slices(dayMs)).toBe('96 of 15 minute');
  expect(slices(7 * dayMs)).toBe('56 of 3 hour');
  expect(slices(30 * dayMs)).toBe('120 of 6 hour');
  expect(slices(45 * dayMs)).toBe('90 of 12 hour');
  expect(slices(90 * dayMs)).toBe('91 of 1 day');
  expect(slices(180 * dayMs)).toBe('27 of 1 week');
  expect(slices(5 * 365 * dayMs)).toBe('61 of 1 month');
  expect(slices(100 * 365 * dayMs)).toBe('101 of 1 year');
});

test('has one slice, of a second, for one moment and for less than a second', () => {
  const second = Date.UTC(2026, 10, 14, 9, 31, 7);
  const slices = { edges: [second, second + 1000], unit: 'second', step: 1 };
  expect(timeSlices(second, second, 100, 'utc')).toEqual(slices);
  expect(timeSlices(second + 3, second + 999, 100, 'utc')).toEqual(slices);
  expect(timeSlices(second, second + 1000, 100, 'utc').edges).toHaveLength(3);
});

test('begins weeks on Monday', () => {
  const { edges, unit } = timeSlices(Date.UTC(2026, 10, 14), Date.UTC(2026, 10, 21), 2, 'utc');
  expect(unit).toBe('week');
  expect(edges.map((edge) => formatTime(edge, 'utc').slice(0, 10))).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
});

test('puts years together when there are too many, as between the first day of .NET and its last', () => {
  const { edges, unit, step } = timeSlices(Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z'), 100, 'utc');
  expect([unit, step, edges.length]).toEqual(['year', 100, 101]);
  expect(edges.slice(0, 2).map((edge) => formatTime(edge, 'utc'))).toEqual(['0001-01-01 00:00:00', '0101-01-01 00:00:00']);
});

test('has 25 hours in the day that clocks are set back, and 23 in the day that they are set forward', () => {
  expect(textsIn('Europe/Berlin', '2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z', 5)).toEqual([
    '1 hour',
    '2026-10-25 01:00:00',
    '2026-10-25 02:00:00 +02',
    '2026-10-25 02:00:00 +01',
    '2026-10-25 03:00:00',
    '2026-10-25 04:00:00',
  ]);
  expect(textsIn('Europe/Berlin', '2026-03-29T00:30:00Z', '2026-03-29T01:59:59Z', 2)).toEqual([
    '1 hour',
    '2026-03-29 01:00:00',
    '2026-03-29 03:00:00',
    '2026-03-29 04:00:00',
  ]);
  expect(textsIn('Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', 2)).toEqual([
    '1 day',
    '2026-10-24 00:00:00',
    '2026-10-25 00:00:00',
    '2026-10-26 00:00:00',
  ]);
});

test('keeps whole hours where clocks are set by half an hour', () => {
  expect(textsIn('Australia/Lord_Howe', '2026-04-04T14:15:00Z', '2026-04-04T16:00:00Z', 3)).toEqual([
    '1 hour',
    '2026-04-05 01:00:00',
    '2026-04-05 02:00:00',
    '2026-04-05 03:00:00',
  ]);
});

test('begins a day that has no midnight when it begins', () => {
  expect(textsIn('America/Havana', '2026-03-08T03:00:00Z', '2026-03-10T03:00:00Z', 3)).toEqual([
    '1 day',
    '2026-03-07 00:00:00',
    '2026-03-08 01:00:00',
    '2026-03-09 00:00:00',
    '2026-03-10 00:00:00',
  ]);
});

test('leaves out a day that a calendar left out', () => {
  expect(textsIn('Pacific/Apia', '2011-12-29T12:00:00Z', '2011-12-31T00:00:00Z', 2)).toEqual([
    '1 day',
    '2011-12-29 00:00:00',
    '2011-12-31 00:00:00',
    '2012-01-01 00:00:00',
  ]);
});

const places = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Havana', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'];
const years = { min: Date.UTC(1975, 0, 1), max: Date.UTC(2040, 0, 1) };
/** Most ranges are about changes of clocks. */
const start = fc.oneof(
  fc.integer(years),
  fc
    .tuple(
      fc.constantFrom('2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-11-01T05:00Z', '2006-10-29T02:31Z', '2011-12-30T10:00Z'),
      fc.integer({ min: -2 * dayMs, max: dayMs }),
    )
    .map(([change, ms]) => Date.parse(change) + ms),
);
const length = fc.oneof(
  ...[1, 1000, minuteMs, hourMs, dayMs, 60 * dayMs, 20_000 * dayMs].map((max) => fc.integer({ min: 0, max })),
);

test.each(['utc', ...places])('covers any range with few enough slices, each from a round time of the clocks: %s', (place) => {
  if (place !== 'utc') process.env['TZ'] = place;
  const zone: TimeZone = place === 'utc' ? 'utc' : 'local';
  fc.assert(
    fc.property(start, length, fc.integer({ min: 1, max: 200 }), (from, ms, atMost) => {
      const to = from + ms;
      const { edges, unit, step } = timeSlices(from, to, atMost, zone);
      expect(edges.length - 1).toBeGreaterThanOrEqual(1);
      expect(edges.length - 1).toBeLessThanOrEqual(atMost);
      for (const [at, edge] of edges.entries()) {
        expect(edge).toBeGreaterThan(edges[at - 1] ?? Number.NEGATIVE_INFINITY);
        expect(isRound(edge, zone, unit, step), formatTime(edge, zone)).toBe(true);
      }
      expect(edges[0]).toBeLessThanOrEqual(from);
      expect(edges[1]).toBeGreaterThan(from);
      expect(edges.at(-2)).toBeLessThanOrEqual(to);
      expect(edges.at(-1)).toBeGreaterThan(to);
    }),
  );
});

/** By what the clock shows, and by what it showed a moment before. */
function isRound(time: EpochMs, zone: TimeZone, unit: SliceUnit, step: number): boolean {
  const shown = formatTime(time, zone);
  const before = formatTime(time - 1, zone);
  const [year, month, day, hours, minutes, seconds] = shown.split(/[- :]/).map(Number);
  if (time % 1000 !== 0) return false;
  if (unit === 'second') return (seconds ?? 0) % step === 0;
  if (unit === 'minute') return seconds === 0 && (minutes ?? 0) % step === 0;
  if (unit === 'hour') return seconds === 0 && minutes === 0 && (hours ?? 0) % step === 0;
  // A day begins when the clock shows it for the first time, be it midnight or not.
  if (shown.slice(0, 10) === before.slice(0, 10)) return false;
  if (unit === 'week') return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDay() === 1;
  if (unit === 'month') return day === 1;
  return unit === 'day' || (day === 1 && month === 1);
}
