import { expect, test } from 'vitest';
import { encodeText } from '~/lib/bytes';
import { readMmdbValue } from './mmdb-value';

const read = (...bytes: number[]) => readMmdbValue(new DataView(Uint8Array.from(bytes).buffer), 0);
const text = (value: string) => [0x40 | value.length, ...encodeText(value)];

test('reads the examples of the specification', () => {
  expect(read(0b01011101, 0b00110011, ...new Array<number>(80).fill(0x61))).toBe('a'.repeat(80));
  expect(read(0b11000001, 7)).toBe(7);
  expect(read(0b00000011, 0b00000011, 1, 0, 0)).toBe(65_536);
  expect(read(0b00000010, 0b00000010, 1, 0)).toBe(256);
});

test('reads every type', () => {
  expect(read(0x68, 0x40, 0x45, 0, 0, 0, 0, 0, 0)).toBe(42);
  expect(read(0x04, 0x08, 0x41, 0x28, 0, 0)).toBe(10.5);
  expect(read(0x04, 0x01, 0xff, 0xff, 0xff, 0xfe)).toBe(-2);
  expect(read(0x02, 0x01, 0xff, 0xff)).toBe(65_535);
  expect([read(0x00, 0x07), read(0x01, 0x07)]).toEqual([false, true]);
  expect(read(0x02, 0x04, 0x82, 1, 2, ...text('next'))).toEqual([undefined, 'next']);
  expect(read(0xa2, 1, 0)).toBe(256);
  expect([read(0xe0), read(0x00, 0x04), read(0x40), read(0xc0)]).toEqual([{}, [], '', 0]);
});

test('follows pointers of every width', () => {
  const behind = (pointer: readonly number[], offset: number) => {
    const bytes = new Uint8Array(offset + 5);
    bytes.set([0x01, 0x04, ...pointer]);
    bytes.set(text('far'), offset);
    return readMmdbValue(new DataView(bytes.buffer), 0);
  };
  expect(behind([0x20, 0x10], 16)).toEqual(['far']);
  expect(behind([0x28, 0x00, 0x10], 2064)).toEqual(['far']);
  expect(behind([0x30, 0x00, 0x00, 0x10], 526_352)).toEqual(['far']);
  expect(behind([0x38, 0x00, 0x00, 0x00, 0x10], 16)).toEqual(['far']);
});

test('a name that every object has is a name like others', () => {
  const value = read(0xe2, ...text('__proto__'), 0xe1, ...text('en'), ...text('x'), ...text('toString'), ...text('y'));
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.entries(value ?? {})).toEqual([
    ['__proto__', { en: 'x' }],
    ['toString', 'y'],
  ]);
});

test('gives up on what never ends', () => {
  // A pointer to itself, a list in itself, and lists of the next list twice, as often as there are bytes.
  expect(() => read(0x20, 0x00)).toThrow(RangeError);
  expect(() => read(0x01, 0x04, 0x20, 0x00)).toThrow(RangeError);
  const doubling = Array.from({ length: 40 }, (_, i) => [0x02, 0x04, 0x20, (i + 1) * 6, 0x20, (i + 1) * 6]).flat();
  expect(() => read(...doubling, 0xc0)).toThrow(RangeError);
  expect(() => read(0x1f, 0x04, 0xff, 0xff, 0xff)).toThrow(RangeError);
});

test('refuses what is no value, and what ends too soon', () => {
  const none = [
    [],
    [0x44, 0x61],
    [0x00],
    [0x00, 0x06],
    [0x00, 0x05],
    [0x00, 0x09],
    [0xe1, 0xc0, 0xc0],
    [0x68, 0],
    [0x5d],
    [0x20],
  ];
  for (const bytes of none) expect(() => read(...bytes)).toThrow(RangeError);
});
