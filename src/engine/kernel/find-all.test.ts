import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLower, encodeText } from '~/lib/bytes';
import { findAll } from './find-all';
import { type FindAll, plainFindAll } from './plain-find-all';
import { blockBytes, longestRun, simdFindAll } from './simd-find-all';

const simd = simdFindAll();
const searches: readonly (readonly [string, FindAll])[] = [
  ['in WebAssembly', simd ?? (() => new Uint32Array(0))],
  ['in JavaScript', plainFindAll],
  ['in whichever is there', findAll],
];

/** Every position, one after the other. */
function naive(run: Uint8Array, bytes: Uint8Array, start: number, end: number): number[] {
  const positions: number[] = [];
  for (let p = start; p + run.length <= end; p++)
    if (run.every((byte, i) => asciiLower[bytes[p + i] ?? 0] === byte)) positions.push(p);
  return positions;
}

/** Letters in both cases, their neighbours in ASCII, what differs from them in one bit, and bytes above ASCII. */
const byte = fc.constantFrom(...encodeText('aAbBzZ@[`{0P\0 \x1a'), 0xc1, 0xe1, 0xff);
const few = fc.constantFrom(...encodeText('aAb'));
const bytesOf = (each: fc.Arbitrary<number>, most: number) =>
  fc.array(each, { minLength: 1, maxLength: most }).map((list) => Uint8Array.from(list));
const lower = (bytes: Uint8Array) => bytes.map((each) => asciiLower[each] ?? 0);

test('Node runs the search in WebAssembly', () => {
  expect(simd).toBeDefined();
});

test.each(searches)('short runs are found %s wherever they begin, in ranges that begin anywhere', (_, search) => {
  const small = fc.record({ text: bytesOf(byte, 200), run: bytesOf(byte, 4), start: fc.nat(200), left: fc.nat(40) });
  fc.assert(
    fc.property(small, ({ text, run, start, left }) => {
      const end = Math.max(0, text.length - left);
      const wanted = lower(run);
      expect([...search(wanted, text, start, end)]).toEqual(naive(wanted, text, start, end));
    }),
    { numRuns: 2000 },
  );
});

test.each(searches)('overlapping runs of few letters are all found %s', (_, search) => {
  fc.assert(
    fc.property(bytesOf(few, 300), bytesOf(few, 6), (text, run) => {
      expect([...search(lower(run), text, 0, text.length)]).toEqual(naive(lower(run), text, 0, text.length));
    }),
    { numRuns: 1000 },
  );
});

test.each(searches)('long runs are found %s, and not where one byte differs', (_, search) => {
  const place = fc.record({ length: fc.integer({ min: 1, max: 200 }), at: fc.nat(100), after: fc.nat(100), wrong: fc.nat(199) });
  fc.assert(
    fc.property(place, fc.array(byte, { minLength: 200, maxLength: 200 }), ({ length, at, after, wrong }, list) => {
      const long = Uint8Array.from(list).subarray(0, length);
      const text = new Uint8Array(at + length + after).fill(0x2e);
      text.set(long, at);
      expect([...search(lower(long), text, 0, text.length)]).toContain(at);
      text[at + (wrong % length)] = 0x2e;
      expect([...search(lower(long), text, 0, text.length)]).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each(searches)('runs are found %s at both ends of the range and never beyond them', (_, search) => {
  const text = encodeText('anna and Anna');
  const anna = encodeText('anna');
  expect([...search(anna, text, 0, text.length)]).toEqual([0, 9]);
  expect([...search(anna, text, 1, text.length)]).toEqual([9]);
  expect([...search(anna, text, 0, text.length - 1)]).toEqual([0]);
  expect([...search(anna, text, 0, 3)]).toEqual([]);
  expect([...search(anna, text, 13, 13)]).toEqual([]);
});

test.each(searches)('runs are found %s across the borders of blocks', (_, search) => {
  const text = new Uint8Array(2 * blockBytes).fill(0x2e);
  const written = encodeText('Quagga-7731 IN CAPITALS and not');
  for (let at = blockBytes - 2 * written.length; at < blockBytes + written.length; at++) {
    text.set(written, at);
    expect([...search(lower(written), text, 0, text.length)]).toEqual([at]);
    expect([...search(lower(written), text, 3, text.length)]).toEqual([at]);
    text.fill(0x2e, at, at + written.length);
  }
});

test.each(searches)('a run at every position is found %s as often as it stands there', (_, search) => {
  const text = new Uint8Array(2 * blockBytes + 5).fill(0x41);
  for (const length of [1, 2, 33]) {
    const positions = search(new Uint8Array(length).fill(0x61), text, 2, text.length);
    expect(positions.length).toBe(text.length - length - 1);
    expect(positions.findIndex((position, i) => position !== i + 2)).toBe(-1);
  }
});

test.each(searches)('the longest runs are found %s, and longer ones', (_, search) => {
  for (const length of [longestRun - 1, longestRun, longestRun + 1, blockBytes + 1]) {
    const text = new Uint8Array(blockBytes * 2 + 9).map((_, i) => 0x61 + ((Math.imul(i, 0x9e3779b1) >>> 16) % 26));
    const at = text.length - length;
    const run = text.slice(at);
    expect([...search(run, text, 0, text.length)]).toEqual([at]);
    expect([...search(run, text, 0, text.length - 1)]).toEqual([]);
    expect([...search(run, run, 0, length - 1)]).toEqual([]);
  }
});

test.each(searches)('what a search before left behind is not found %s', (_, search) => {
  const run = encodeText('anna');
  search(run, encodeText('.....anna'), 0, 9);
  expect([...search(run, encodeText('.....an'), 0, 7)]).toEqual([]);
});
