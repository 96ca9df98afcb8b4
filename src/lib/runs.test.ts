import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyRun, copyRunDoubled, hashOfRun, Pattern, runsEqual, viewOf } from './runs';

const some = fc.uint8Array({ maxLength: 20 });
/** Two runs, alike or nearly so, and where they stand. */
const two = fc.tuple(some, fc.nat(5), fc.nat(5), fc.option(fc.nat(19))).map(([run, a, b, at]) => {
  const other = run.slice();
  if (at !== null && at < other.length) other[at] = (other[at] ?? 0) ^ 0x80;
  const place = (bytes: Uint8Array, before: number) => viewOf(Uint8Array.from([...new Uint8Array(before), ...bytes, 7]));
  return { run, other, a, b, one: place(run, a), two: place(other, b) };
});

test('runs are the same when all their bytes are, wherever they stand', () => {
  fc.assert(
    fc.property(two, ({ run, other, a, b, one, two }) => {
      const areSame = run.every((byte, i) => byte === other[i]);
      expect(runsEqual(one, a, two, b, run.length)).toBe(areSame);
      expect(new Pattern(other).isAt(one, a)).toBe(areSame);
      if (areSame) expect(hashOfRun(one, a, a + run.length)).toBe(hashOfRun(two, b, b + run.length));
    }),
  );
});

test('a copy says whether it is plain ASCII without a backslash', () => {
  const bytes = fc.array(
    fc.oneof(fc.constantFrom(0, 0x5b, 0x5c, 0x5d, 0x7f, 0x80, 0xdc, 0xff), fc.integer({ min: 1, max: 127 })),
  );
  fc.assert(
    fc.property(bytes, fc.nat(3), (values, at) => {
      const run = Uint8Array.from(values);
      const to = new Uint8Array(run.length + 8);
      const isPlain = copyRun(viewOf(run), 0, run.length, viewOf(to), at);
      expect([...to]).toEqual([...new Uint8Array(at), ...run, ...new Uint8Array(8 - at)]);
      const isReallyPlain = run.every((byte) => byte < 0x80 && byte !== 0x5c);
      // Behind a backslash a bracket may pass for one.
      if (isPlain) expect(isReallyPlain).toBe(true);
      else expect(run.some((byte) => byte >= 0x80 || byte === 0x5c)).toBe(true);
    }),
  );
});

test('a copy with quotation marks doubled has two for each one', () => {
  const bytes = fc.array(fc.oneof(fc.constantFrom(0x22, 0x23, 0x21, 0xa2, 0), fc.nat(255)));
  fc.assert(
    fc.property(bytes, fc.nat(3), (values, at) => {
      const run = Uint8Array.from(values);
      const to = new Uint8Array(run.length * 2 + 8);
      const end = copyRunDoubled(viewOf(run), 0, run.length, viewOf(to), at);
      expect([...to.subarray(at, end)]).toEqual(values.flatMap((byte) => (byte === 0x22 ? [byte, byte] : [byte])));
    }),
  );
});
