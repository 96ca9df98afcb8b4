import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InstantContext, readInstant } from './read-instant';
import { toWallTime } from './wall-time';

const now = Date.parse('2026-11-21T09:31:42.500Z');
const asStart: InstantContext = { now, zone: 'utc', edge: 'start' };
const asEnd: InstantContext = { now, zone: 'utc', edge: 'end' };
const local: InstantContext = { now, zone: 'local', edge: 'start' };

test.each([
  ['2026-11-20 09:28', '2026-11-20T09:28:00.000Z'],
  ['2026-11-20T09:28', '2026-11-20T09:28:00.000Z'],
  ['2026-11-20 9:28', '2026-11-20T09:28:00.000Z'],
  ['  2026-11-20   09:28:11  ', '2026-11-20T09:28:11.000Z'],
  ['2026-11-20T09:28:11Z', '2026-11-20T09:28:11.000Z'],
  ['2026-11-20T09:28:11.5004321z', '2026-11-20T09:28:11.500Z'],
  ['2026-11-20 09:28 UTC', '2026-11-20T09:28:00.000Z'],
  ['2026-11-20T09:28+01:00', '2026-11-20T08:28:00.000Z'],
  ['2026-11-20T09:28 -0530', '2026-11-20T14:58:00.000Z'],
  ['2026-11-20 00:10+02', '2026-11-19T22:10:00.000Z'],
  ['2028-02-29 00:00', '2028-02-29T00:00:00.000Z'],
  ['2026-11-20 24:00', '2026-11-21T00:00:00.000Z'],
])('reads the time “%s”', (text, instant) => {
  expect(readInstant(text, asStart)).toBe(instant);
  expect(readInstant(text, asEnd)).toBe(instant);
});

test.each([
  ['2026-11-20', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
  ['2026-11-21', '2026-11-21T00:00:00.000Z', '2026-11-21T09:32:00.000Z'],
  ['2026-12-31', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['today', '2026-11-21T00:00:00.000Z', '2026-11-21T09:32:00.000Z'],
  ['Yesterday', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
  ['now', '2026-11-21T09:31:00.000Z', '2026-11-21T09:32:00.000Z'],
  ['-2h', '2026-11-21T07:31:00.000Z', '2026-11-21T07:32:00.000Z'],
  ['-30m', '2026-11-21T09:01:00.000Z', '2026-11-21T09:02:00.000Z'],
  ['- 3 D', '2026-11-18T09:31:00.000Z', '2026-11-18T09:32:00.000Z'],
  ['−1w', '2026-11-14T09:31:00.000Z', '2026-11-14T09:32:00.000Z'],
  ['–90d', '2026-08-23T09:31:00.000Z', '2026-08-23T09:32:00.000Z'],
])('reads “%s” as a start and as an end', (text, start, end) => {
  expect(readInstant(text, asStart)).toBe(start);
  expect(readInstant(text, asEnd)).toBe(end);
});

test.each([
  '',
  ' ',
  'soon',
  'tomorrow',
  '2026-11',
  '2026-11-2',
  '2026-02-29',
  '2026-02-30 10:00',
  '2026-13-01',
  '2026-00-10',
  '2026-11-20 24:01',
  '2026-11-20 09:60',
  '2026-11-20 09:28:60',
  '2026-11-20 09:28 +25:00',
  '2026-11-20 09:28 CET',
  '20/11/2026 09:28',
  '11/20/2026 9:28:00 AM',
  '1969-12-31 23:59',
  '12026-11-20 09:28',
  '-2',
  '-2y',
  '-1.5h',
  '2h',
  '-99999999999999999999w',
  '-9999w',
  'constructor',
  '__proto__',
  '-1h; drop',
  '２０２６-11-20',
  '2026-11-20\u202e09:28',
])('does not read “%s”', (text) => {
  expect(readInstant(text, asStart)).toBeUndefined();
  expect(readInstant(text, asEnd)).toBeUndefined();
});

test('gives a very long text up at once', () => {
  for (const text of [`2026-11-20 09:28${'0'.repeat(1e6)}`, `2026-11-20${' '.repeat(1e6)}x`, `-${' '.repeat(1e6)}1`])
    expect(readInstant(text, asStart)).toBeUndefined();
});

test('without an offset a time is one of the zone that is shown, with one it is not', () => {
  const wall = '2026-07-01 12:00';
  expect(readInstant(wall, local)).toBe(new Date(2026, 6, 1, 12).toISOString());
  expect(readInstant(`${wall}Z`, local)).toBe('2026-07-01T12:00:00.000Z');
  expect(readInstant('2026-07-01', local)).toBe(new Date(2026, 6, 1).toISOString());
  expect(readInstant('2026-07-01', { ...local, edge: 'end' })).toBe(new Date(2026, 6, 2).toISOString());
});

test('reads what a field shows as the instant it shows, in both zones', () => {
  const instant = fc.date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2199-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.constantFrom('utc' as const, 'local' as const), (date, zone) => {
      date.setUTCMilliseconds(0);
      const wall = toWallTime(date.toISOString(), zone);
      expect(wall).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/);
      // An hour that is repeated in autumn has two instants for one wall time; the wall time itself must hold.
      expect(toWallTime(readInstant(wall, { now, zone, edge: 'start' }) ?? '', zone)).toBe(wall);
    }),
  );
});

test('answers an instant or nothing, whatever is typed', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-:+TZ hdmwnow') }));
  fc.assert(
    fc.property(text, fc.constantFrom('start' as const, 'end' as const), (typed, edge) => {
      const read = readInstant(typed, { now, zone: 'utc', edge });
      if (read !== undefined) expect(new Date(read).toISOString()).toBe(read);
    }),
  );
});
