import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWallTime, toWallTime } from './wall-time';

test('shows an instant to the minute', () => {
  expect(toWallTime('2026-11-14T09:31:00.000Z', 'utc')).toBe('2026-11-14 09:31');
});

test('keeps seconds that are there', () => {
  expect(toWallTime('2026-11-14T09:31:07.000Z', 'utc')).toBe('2026-11-14 09:31:07');
});

test('reads a wall time as UTC', () => {
  expect(fromWallTime('2026-11-14T09:31', 'utc')).toBe('2026-11-14T09:31:00.000Z');
});

test('answers nothing for a time that is not complete or not a time', () => {
  expect(fromWallTime('', 'utc')).toBe('');
  expect(fromWallTime('2026-11-14', 'local')).toBe('');
  expect(fromWallTime('2026-13-45T99:99', 'utc')).toBe('');
  expect(toWallTime('', 'utc')).toBe('');
  expect(toWallTime('soon', 'local')).toBe('');
});

test('gives back the instant it was made from, in both zones', () => {
  const instant = fc.date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2199-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      date.setUTCMilliseconds(0);
      const iso = date.toISOString();
      expect(fromWallTime(toWallTime(iso, 'utc'), 'utc')).toBe(iso);
      // An hour that is repeated in autumn has two instants for one wall time; the wall time itself must hold.
      const wall = toWallTime(iso, 'local');
      expect(toWallTime(fromWallTime(wall, 'local'), 'local')).toBe(wall);
    }),
  );
});
