import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLower, encodeText } from '~/lib/bytes';
import { GramSample, RunFinder, shortestRun } from './run-finder';

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
