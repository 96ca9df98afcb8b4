import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxOffset, maxSpacerPx, offsetAfterResize, offsetOf, offsetToShow, scrollScale, scrollTopOf } from './scroll-scale';

const scales = fc
  .record({ rowCount: fc.integer({ min: 1, max: 5_000_000 }), viewport: fc.integer({ min: 0, max: 3000 }) })
  .map(({ rowCount, viewport }) => scrollScale(rowCount, 32, viewport));
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

test('is one to one below the cap', () => {
  const scale = scrollScale(10_000, 32, 600);
  expect(scale.isScaled).toBe(false);
  expect(scale.spacerPx).toBe(320_000);
  expect(offsetOf(scale, 12_345)).toBe(12_345);
  expect(scrollTopOf(scale, 12_345)).toBe(12_345);
});

test('never makes the spacer taller than the cap', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      expect(scale.spacerPx).toBeLessThanOrEqual(maxSpacerPx);
    }),
  );
});

test('maps the ends of the scrollbar to the ends of the rows', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      expect(offsetOf(scale, 0)).toBe(0);
      expect(offsetOf(scale, Math.max(0, scale.spacerPx - scale.viewport))).toBeCloseTo(maxOffset(scale), 3);
    }),
  );
});

test('gives back the offset it was given', () => {
  fc.assert(
    fc.property(scales, fraction, (scale, part) => {
      const offset = part * maxOffset(scale);
      expect(offsetOf(scale, scrollTopOf(scale, offset))).toBeCloseTo(offset, 3);
    }),
  );
});

test('keeps the order of positions', () => {
  fc.assert(
    fc.property(scales, fraction, fraction, (scale, a, b) => {
      const [low, high] = [Math.min(a, b) * scale.spacerPx, Math.max(a, b) * scale.spacerPx];
      expect(offsetOf(scale, low)).toBeLessThanOrEqual(offsetOf(scale, high));
    }),
  );
});

test('every row can be shown whole from every offset, and showing it twice moves nothing', () => {
  fc.assert(
    fc.property(scales, fraction, fraction, (scale, from, to) => {
      fc.pre(scale.viewport >= scale.rowHeight);
      const row = Math.min(scale.rowCount - 1, Math.floor(to * scale.rowCount));
      const offset = offsetToShow(scale, from * maxOffset(scale), row);
      expect(offset).toBeLessThanOrEqual(row * scale.rowHeight + 1e-6);
      expect(offset + scale.viewport).toBeGreaterThanOrEqual((row + 1) * scale.rowHeight - 1e-6);
      expect(offsetToShow(scale, offset, row)).toBe(offset);
    }),
  );
});

test('a pixel of the scrollbar never passes over a whole row at a million rows', () => {
  const scale = scrollScale(1_000_000, 32, 600);
  expect(offsetOf(scale, 1001) - offsetOf(scale, 1000)).toBeLessThan(scale.rowHeight);
});

test('rows that become lower or taller leave a row in sight where it was, as far as there are rows around it', () => {
  const heights = fc.constantFrom([32, 24] as const, [24, 32] as const);
  fc.assert(
    fc.property(scales, heights, fraction, fraction, (shape, [was, is], part, at) => {
      const before = scrollScale(shape.rowCount, was, shape.viewport);
      const after = scrollScale(shape.rowCount, is, shape.viewport);
      fc.pre(before.viewport >= 64);
      const offset = part * maxOffset(before);
      const row = Math.min(shape.rowCount - 1, Math.floor((offset + at * before.viewport) / was));
      const top = row * was - offset;
      const next = offsetAfterResize(before, after, offset, row);
      const kept = Math.min(Math.max(0, top), after.viewport - is);
      const isAtAnEnd = next === 0 || next === maxOffset(after);
      if (!isAtAnEnd) expect(row * is - next).toBeCloseTo(kept, 3);
      expect(offsetToShow(after, next, row)).toBeCloseTo(next, 3);
    }),
  );
});

test('the first row in sight stays the first when the row to be kept is out of sight', () => {
  fc.assert(
    fc.property(scales, fraction, (shape, part) => {
      const before = scrollScale(shape.rowCount, 32, shape.viewport);
      const after = scrollScale(shape.rowCount, 24, shape.viewport);
      const first = Math.floor(part * (shape.rowCount - 1));
      fc.pre(first > 0 && first * 32 <= maxOffset(before) && first * 24 <= maxOffset(after));
      expect(offsetAfterResize(before, after, first * 32, first - 1)).toBeCloseTo(first * 24, 3);
    }),
  );
});
