import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  clampOffset,
  offsetAfterResize,
  offsetOf,
  offsetToShow,
  type ScrollScale,
  scrollScale,
  scrollTopOf,
} from './scroll-scale';

/** Rows drawn beyond either edge, so that a frame that comes late shows rows and not a gap. */
const overscan = 10;

/**
 * The virtualizer lays all rows out again whenever their number changes: 20 ms at a million. Told of them in steps, it does so
 * now and then while records stream in, and not every time.
 */
const countStep = 16_384;

export interface RowRange {
  readonly first: number;
  /** Excluded. */
  readonly end: number;
}

export interface RowWindowOptions {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** The row that stays where it is, if it is in sight, when rows become taller or lower. */
  readonly keptRow: number;
}

export interface RowWindow {
  readonly scale: ScrollScale;
  readonly range: RowRange;
  /** To be added to `row * rowHeight` for the place of a row in the spacer; 0 unless the scale is capped. */
  readonly shift: number;
  showRow(row: number): void;
  /** Moves with rows that were put in above, or taken away. */
  shiftRows(rows: number): void;
  topRow(): number;
}

/**
 * Which rows to draw in a scroll area, and where. TanStack Virtual says which rows are in sight at an offset; the offset is
 * ours, because above the cap of `scroll-scale` it is not the scrollTop. The header sticks to the top inside the scroll area.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { rowCount, rowHeight, headerHeight, keptRow }: RowWindowOptions,
): RowWindow {
  // Exact between two draws, and across the rounding a browser does to scrollTop.
  const exact = useRef({ offset: 0, scrollTop: 0 });
  const tell = useRef<(offset: number) => void>(() => {});
  const [shift, setShift] = useState(0);

  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: Math.ceil(rowCount / countStep) * countStep,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    observeElementRect: (instance, report) => observeHeight(instance, (height) => report({ width: 0, height })),
    observeElementOffset: (instance, report) => {
      // Never "is scrolling": the virtualizer would draw in the middle of an effect.
      tell.current = (offset) => report(offset, false);
      tell.current(exact.current.offset);
      return observeScrolling(instance, latest);
    },
    // Whoever moves the rows does it by `moveTo`.
    scrollToFn: () => {},
  });

  const viewport = Math.max(0, (virtualizer.scrollRect?.height ?? 0) - headerHeight);
  const scale = useMemo(() => scrollScale(rowCount, rowHeight, viewport), [rowCount, rowHeight, viewport]);

  const place = useCallback(
    (offset: number, scrollTop: number) => {
      exact.current = { offset, scrollTop };
      tell.current(offset);
      setShift(scale.isScaled ? scrollTop - offset : 0);
    },
    [scale],
  );
  const moveTo = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (!element) return;
      const next = clampOffset(scale, offset);
      element.scrollTop = scrollTopOf(scale, next);
      place(next, element.scrollTop);
    },
    [scroller, scale, place],
  );

  const latest = useRef<Scrolling>({ scale, onScroll: () => {}, onWheel: () => {} });
  useLayoutEffect(() => {
    latest.current = {
      scale,
      onScroll(scrollTop) {
        if (Math.abs(scrollTop - exact.current.scrollTop) < (scale.isScaled ? 1 : Number.EPSILON)) return;
        place(offsetOf(scale, scrollTop), scrollTop);
      },
      onWheel: (px) => moveTo(exact.current.offset + px),
    };
  });

  // A scale that changed under the scrollbar (rows arrived, were filtered away, or became lower) must not move what is looked at.
  const before = useRef<ScrollScale>(undefined);
  const keepPlace = useEffectEvent((last: ScrollScale | undefined) => {
    const element = scroller.current;
    if (!element) return;
    if (last && last.rowHeight !== rowHeight) {
      virtualizer.measure();
      moveTo(offsetAfterResize(last, scale, exact.current.offset, keptRow));
    }
    // One to one: the browser already keeps the place, and writing scrollTop would end a fling.
    else if (!scale.isScaled && !last?.isScaled) place(element.scrollTop, element.scrollTop);
    else moveTo(exact.current.offset);
  });
  useLayoutEffect(() => {
    keepPlace(before.current);
    before.current = scale;
  }, [scale]);

  const showRow = useCallback((row: number) => moveTo(offsetToShow(scale, exact.current.offset, row)), [scale, moveTo]);
  const shiftRows = useCallback((rows: number) => moveTo(exact.current.offset + rows * rowHeight), [moveTo, rowHeight]);
  const topRow = useCallback(() => Math.floor(exact.current.offset / rowHeight), [rowHeight]);
  const rows = virtualizer.getVirtualItems();
  const range = { first: Math.min(rows[0]?.index ?? 0, rowCount), end: Math.min((rows.at(-1)?.index ?? -1) + 1, rowCount) };
  return { scale, range, shift, showRow, shiftRows, topRow };
}

type GridVirtualizer = Virtualizer<HTMLElement, Element>;

interface Scrolling {
  readonly scale: ScrollScale;
  onScroll(scrollTop: number): void;
  /** In true pixels. */
  onWheel(px: number): void;
}

function observeHeight({ scrollElement }: GridVirtualizer, report: (height: number) => void): () => void {
  const observer = new ResizeObserver(() => scrollElement && report(scrollElement.clientHeight));
  if (scrollElement) {
    report(scrollElement.clientHeight);
    observer.observe(scrollElement);
  }
  return () => observer.disconnect();
}

function observeScrolling({ scrollElement }: GridVirtualizer, latest: RefObject<Scrolling>): () => void {
  if (!scrollElement) return () => {};
  const onScroll = () => latest.current.onScroll(scrollElement.scrollTop);
  // Above the cap a pixel of the scrollbar is several of the rows, which is too coarse for a wheel.
  const onWheel = (event: WheelEvent) => {
    const { scale } = latest.current;
    if (!scale.isScaled || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    event.preventDefault();
    latest.current.onWheel(event.deltaY * pixelsPer(event.deltaMode, scale));
    scrollElement.scrollLeft += event.deltaX;
  };
  scrollElement.addEventListener('scroll', onScroll, { passive: true });
  scrollElement.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    scrollElement.removeEventListener('scroll', onScroll);
    scrollElement.removeEventListener('wheel', onWheel);
  };
}

function pixelsPer(deltaMode: number, scale: ScrollScale): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return scale.rowHeight;
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? scale.viewport : 1;
}
