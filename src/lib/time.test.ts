import { expect, test } from 'vitest';
import { formatDuration, formatTime, relativeTime, zoneIdentifier, zoneName } from './time';

test('shows a time in UTC to the second', () => {
  expect(formatTime(Date.UTC(2026, 10, 14, 9, 31, 7, 999), 'utc')).toBe('2026-11-14 09:31:07');
});

test('shows local time as the browser’s clock does', () => {
  const noon = new Date(2026, 6, 1, 12, 0, 0);
  expect(formatTime(noon.getTime(), 'local')).toBe('2026-07-01 12:00:00');
});

test('shows nothing for a time that is none', () => {
  expect(formatTime(Number.NaN, 'utc')).toBe('');
});

test('names the zone with the offset of that day', () => {
  expect(zoneName('utc', 0)).toBe('UTC');
  const nameAt = (time: string) => inZone('Europe/Berlin', () => zoneName('local', Date.parse(time)));
  expect(nameAt('2026-07-01T10:00Z')).toBe('Europe/Berlin, UTC+02:00');
  expect(nameAt('2026-01-01T10:00Z')).toBe('Europe/Berlin, UTC+01:00');
  expect(inZone('Europe/Berlin', () => zoneIdentifier('local'))).toBe('Europe/Berlin');
});

// UnitOneAI/SecuritySkills#2800
test.each([
  ['Europe/Berlin', '2026-10-24T23:59:59Z', '2026-10-25 01:59:59'],
  ['Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-25 02:00:00 +02'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25 02:30:00 +02'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25 02:30:00 +01'],
  ['Europe/Berlin', '2026-10-25T01:59:59Z', '2026-10-25 02:59:59 +01'],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', '2026-10-25 03:00:00'],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00:00'],
  ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', '2026-04-05 01:45:00 +11'],
  ['Australia/Lord_Howe', '2026-04-04T15:15:00Z', '2026-04-05 01:45:00 +10:30'],
  ['Australia/Lord_Howe', '2026-04-04T15:30:00Z', '2026-04-05 02:00:00'],
])('tells the two hours apart that the clock shows alike: in %s %s is %s', (zone, instant, text) => {
  expect(inZone(zone, () => formatTime(Date.parse(instant), 'local'))).toBe(text);
});

test.each([
  [-30_000, '30 seconds ago'],
  [-5 * 60_000, '5 minutes ago'],
  [3 * 3_600_000, 'in 3 hours'],
  [-26 * 3_600_000, 'yesterday'],
])('says %i ms from now as "%s"', (distance, words) => {
  expect(relativeTime(1e12 + distance, 1e12)).toBe(words);
});

test.each([
  [7_400, '0:07'],
  [751_000, '12:31'],
  [3_729_000, '1:02:09'],
  [-5, '0:00'],
])('counts %i ms as %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

function inZone(zone: string, read: () => string): string {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return read();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
