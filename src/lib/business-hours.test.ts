import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideHours } from './business-hours';

const isOutside = (zone: string, instant: string) => outsideHours('08:00', '18:00', zone)?.(Date.parse(instant));

test.each([
  ['UTC', '2026-11-20T08:00:00Z', false],
  ['UTC', '2026-11-20T07:59:59.999Z', true],
  ['UTC', '2026-11-20T17:59:59.999Z', false],
  ['UTC', '2026-11-20T18:00:00Z', true],
  ['UTC', '2026-11-21T12:00:00Z', true],
  ['UTC', '2026-11-22T12:00:00Z', true],
  // Friday there is still Thursday here, Monday there already Sunday here.
  ['Pacific/Auckland', '2026-11-19T20:00:00Z', false],
  ['Pacific/Auckland', '2026-11-22T20:00:00Z', false],
  ['America/Los_Angeles', '2026-11-21T01:00:00Z', false],
  // Half and quarter hours.
  ['Asia/Kolkata', '2026-11-20T02:29:00Z', true],
  ['Asia/Kolkata', '2026-11-20T02:30:00Z', false],
  ['Asia/Kathmandu', '2026-11-20T02:15:00Z', false],
  ['Asia/Kathmandu', '2026-11-20T02:14:00Z', true],
  // Summer time ends on the 25th of October, and begins on the 29th of March.
  ['Europe/Berlin', '2026-10-23T06:30:00Z', false],
  ['Europe/Berlin', '2026-10-26T06:30:00Z', true],
  ['Europe/Berlin', '2026-03-27T06:30:00Z', true],
  ['Europe/Berlin', '2026-03-30T06:30:00Z', false],
  ['Europe/Berlin', '1965-03-29T07:00:00Z', false],
])('in %s, %s is outside of 8 to 18: %s', (zone, instant, expected) => {
  expect(isOutside(zone, instant)).toBe(expected);
});

test('knows the minute in which clocks change', () => {
  // Lord Howe moves by half an hour; Cairo changed on a Friday: 00:00 became 01:00.
  const [before, after] = ['2026-04-23T21:59:00Z', '2026-04-23T22:00:00Z'].map(Date.parse);
  const night = outsideHours('00:00', '01:00', 'Africa/Cairo');
  expect([night?.(before ?? 0), night?.(after ?? 0)]).toEqual([true, true]);
  const early = outsideHours('01:00', '02:00', 'Africa/Cairo');
  expect([early?.(before ?? 0), early?.(after ?? 0)]).toEqual([true, false]);
});

test('agrees with the calendar of the platform', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo'];
  const formats = zones.map(
    (timeZone) =>
      new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  );
  const tests = zones.map((zone) => outsideHours('08:15', '17:45', zone));
  fc.assert(
    fc.property(fc.nat(zones.length - 1), fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 0, 1) }), (zone, time) => {
      const parts = new Map(formats[zone]?.formatToParts(time).map(({ type, value }) => [type, value]));
      const clock = `${parts.get('hour')}:${parts.get('minute')}`;
      const expected = /^S/.test(parts.get('weekday') ?? '') || clock < '08:15' || clock >= '17:45';
      expect(tests[zone]?.(time)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['08:00', '18:00', 'Europe/Atlantis'],
  ['08:00', '18:00', ''],
  ['8:00', '18:00', 'UTC'],
  ['08:00', '24:00', 'UTC'],
  ['08:00', '18:60', 'UTC'],
  ['', '', 'UTC'],
])('%j to %j in %j are no hours', (from, to, zone) => {
  expect(outsideHours(from, to, zone)).toBeUndefined();
});
