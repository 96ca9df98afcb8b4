import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedReader, PackedWriter } from './packed';

const piece = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(fc.nat(255), fc.nat(65_535), fc.integer({ min: 0, max: 2 ** 32 - 1 }))),
  fc.uint8Array(),
);

function write(pieces: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const writer = new PackedWriter();
  for (const each of pieces) {
    if (typeof each === 'number') writer.number(each);
    else if (typeof each === 'string') writer.text(each);
    else if (each instanceof Uint8Array) writer.bytes(each);
    else if (Array.isArray(each)) writer.numbers(each.length, (i) => each[i]);
  }
  return writer.take();
}

function read(bytes: Uint8Array<ArrayBuffer>, like: readonly unknown[]): unknown[] {
  const reader = new PackedReader(bytes);
  const pieces = like.map((each) => {
    if (typeof each === 'number') return reader.number();
    if (typeof each === 'string') return reader.text();
    return each instanceof Uint8Array ? reader.bytes() : [...reader.numbers()];
  });
  if (!reader.isAtEnd) throw new Error('there is more');
  return pieces;
}

test('what is packed is read again', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(read(write(pieces), pieces)).toEqual(pieces);
    }),
  );
});

test('what ends too soon is refused', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), fc.nat(), (pieces, cut) => {
      const bytes = write(pieces);
      expect(() => read(bytes.slice(0, cut % bytes.length), pieces)).toThrow(RangeError);
    }),
  );
});
