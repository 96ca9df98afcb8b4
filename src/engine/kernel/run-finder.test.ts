import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLower, encodeText } from '~/lib/bytes';
import { GramFilter, gramOf, pairOf, wordsOf } from './gram-filter';
import { plainSieve } from './plain-sieve';
import { GramSample, RunFinder, shortestRun } from './run-finder';
import { sieveBlockBytes, wasmSieve } from './wasm-sieve';

/** Letters in both cases, their neighbours in ASCII, what differs from them in one bit, and bytes above ASCII. */
const byte = fc.constantFrom(...encodeText('aAbBzZ@[`{0P\0 \x1a'), 0xc1, 0xe1, 0xff);
const few = fc.constantFrom(...encodeText('aAb'));
const bytesOf = (each: fc.Arbitrary<number>, least: number, most: number) =>
  fc.array(each, { minLength: least, maxLength: most }).map((list) => Uint8Array.from(list));
const lower = (bytes: Uint8Array) => bytes.map((each) => asciiLower[each] ?? 0);

test.each([
  ['bytes of all kinds', byte],
  ['few letters', few],
])('every run is found wherever it begins, and once, among %s', (_, each) => {
  const runs = fc.array(bytesOf(each, shortestRun, 12).map(lower), { minLength: 1, maxLength: 8 });
  const parts = fc.array(fc.oneof(bytesOf(each, 0, 6), fc.nat(7)), { maxLength: 20 });
  fc.assert(
    fc.property(runs, parts, fc.nat(3), (runs, parts, begin) => {
      const text = Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'number' ? (runs[part] ?? []) : part)]));
      const bytes = text.subarray(begin);
      const end = Math.max(0, bytes.length - 1);
      const sample = new GramSample();
      sample.add(bytes, end);
      const found: string[] = [];
      new RunFinder(runs, sample).find(bytes, end, (position, run) => found.push(`${run} at ${position}`));
      const expected = runs.flatMap((run, number) =>
        [...bytes.keys()].flatMap((p) =>
          p + run.length <= end && run.every((each, i) => asciiLower[bytes[p + i] ?? 0] === each) ? [`${number} at ${p}`] : [],
        ),
      );
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 2000 },
  );
});

test('Node runs the sieve in WebAssembly, and it lets pass what it does in JavaScript', () => {
  const sieve = wasmSieve();
  if (!sieve) throw new Error('There is no WebAssembly.');
  const keys = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(keys, keys, fc.integer({ min: 16_000, max: 3 * sieveBlockBytes }), fc.integer(), (long, middle, end, seed) => {
      const bytes = new Uint8Array(end + 3);
      for (let p = 0, random = seed; p < bytes.length; p++) {
        random = Math.imul(random, 1664525) + 1013904223;
        bytes[p] = 0x30 + ((random >>> 24) % 4);
      }
      const words = wordsOf(bytes, end);
      const filters = { first: new GramFilter(), long: new GramFilter(), middle: new GramFilter() };
      const atEnd = words.length - 1;
      for (const at of [...long, atEnd]) {
        filters.first.add(gramOf(words[at] ?? 0));
        filters.long.add(pairOf(gramOf(words[at] ?? 0), gramOf(words[at + 1] ?? 0)));
      }
      for (const at of [...middle, sieveBlockBytes / 4 - 1]) {
        filters.first.add(gramOf(words[at] ?? 0));
        filters.middle.add(gramOf(words[at] ?? 0));
      }
      const expected = plainSieve(filters, bytes, end).slice();
      expect(sieve(filters, bytes, end)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    }),
  );
});

test('a run that crosses from one block into the next is found', () => {
  const run = encodeText('abcdefghijkl');
  for (let shift = 1; shift < run.length; shift++) {
    const bytes = new Uint8Array(2 * sieveBlockBytes).fill(0x2e);
    bytes.set(run, sieveBlockBytes - shift);
    bytes.set(run, bytes.length - run.length);
    const found: number[] = [];
    new RunFinder([run], new GramSample()).find(bytes, bytes.length, (position) => found.push(position));
    expect(found).toEqual([sieveBlockBytes - shift, bytes.length - run.length]);
  }
});
