// Rows of equal height in a scroll area that may be too small for them. Browsers lay out elements up to about 17.9 million
// pixels (Firefox) or 33.5 million (Chromium); a million rows of 32 px are 32 million. So the spacer is capped, and:
//
//   below the cap   scrollTop === offset
//   above the cap   scrollTop in [0, spacer - viewport]  <- linear ->  offset in [0, total - viewport]
//
// `offset` is in true pixels of all rows. Whoever moves by rows or by wheel keeps the exact offset and only tells the
// scrollbar where that is; dragging the scrollbar is the one movement that goes through the scale.

export const maxSpacerPx = 15_000_000;

export interface ScrollScale {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height rows are seen through, without the header. */
  readonly viewport: number;
  readonly totalPx: number;
  readonly spacerPx: number;
  readonly isScaled: boolean;
}

export function scrollScale(rowCount: number, rowHeight: number, viewport: number): ScrollScale {
  const totalPx = rowCount * rowHeight;
  const spacerPx = Math.min(totalPx, maxSpacerPx);
  return { rowCount, rowHeight, viewport, totalPx, spacerPx, isScaled: totalPx > maxSpacerPx };
}

export function maxOffset(scale: ScrollScale): number {
  return Math.max(0, scale.totalPx - scale.viewport);
}

export function clampOffset(scale: ScrollScale, offset: number): number {
  return Math.min(Math.max(0, offset), maxOffset(scale));
}

export function offsetOf(scale: ScrollScale, scrollTop: number): number {
  return clampOffset(scale, scrollTop * ratio(scale));
}

export function scrollTopOf(scale: ScrollScale, offset: number): number {
  return clampOffset(scale, offset) / ratio(scale);
}

/** True pixels per pixel of the scrollbar. */
function ratio(scale: ScrollScale): number {
  return scale.isScaled ? maxOffset(scale) / (scale.spacerPx - scale.viewport) : 1;
}

export interface RowRange {
  readonly first: number;
  /** Excluded. */
  readonly end: number;
}

/** The nearest offset at which the whole row is seen; its top when the viewport is lower than a row. */
export function offsetToShow(scale: ScrollScale, offset: number, row: number): number {
  const top = row * scale.rowHeight;
  if (top < offset || scale.viewport < scale.rowHeight) return clampOffset(scale, top);
  return clampOffset(scale, Math.max(offset, top + scale.rowHeight - scale.viewport));
}

/**
 * The offset when rows are taller or lower than before. `row` stays where it stands in the viewport, and whole, as far as there are
 * rows above it; where it was out of sight, the first row in sight stays the first.
 */
export function offsetAfterResize(before: ScrollScale, after: ScrollScale, offset: number, row: number): number {
  const top = row * before.rowHeight - offset;
  const isInSight = top > -before.rowHeight && top < before.viewport;
  if (!isInSight) return clampOffset(after, (offset / before.rowHeight) * after.rowHeight);
  return offsetToShow(after, clampOffset(after, row * after.rowHeight - top), row);
}
