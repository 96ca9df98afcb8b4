import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  clampOffset,
  offsetOf,
  offsetToShow,
  type RowRange,
  type ScrollScale,
  scrollScale,
  scrollTopOf,
  visibleRows,
} from './scroll-scale';

/** Rows drawn beyond either edge, so that a frame that comes late shows rows and not a gap. */
const overscan = 10;

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

/** Which rows to draw in a scroll area, and where. The header sticks to the top inside the scroll area. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { rowCount, rowHeight, headerHeight }: { rowCount: number; rowHeight: number; headerHeight: number },
): RowWindow {
  const [viewport, setViewport] = useState(0);
  const scale = useMemo(() => scrollScale(rowCount, rowHeight, viewport), [rowCount, rowHeight, viewport]);
  const [drawn, setDrawn] = useState({ offset: 0, scrollTop: 0 });
  // Exact between two draws, and across the rounding a browser does to scrollTop.
  const exact = useRef({ offset: 0, scrollTop: 0 });

  const draw = useCallback(() => {
    const { offset, scrollTop } = exact.current;
    setDrawn((last) => {
      const isSameRow = !scale.isScaled && Math.floor(last.offset / scale.rowHeight) === Math.floor(offset / scale.rowHeight);
      return isSameRow ? last : { offset, scrollTop };
    });
  }, [scale]);

  const moveTo = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (!element) return;
      const next = clampOffset(scale, offset);
      element.scrollTop = scrollTopOf(scale, next);
      exact.current = { offset: next, scrollTop: element.scrollTop };
      draw();
    },
    [scroller, scale, draw],
  );

  // A scale that changed under the scrollbar (rows arrived, rows were filtered away) must not move what is looked at.
  const wasScaled = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (!scale.isScaled && !wasScaled.current) {
      // One to one: the browser already keeps the place, and writing scrollTop would end a fling.
      exact.current = { offset: element.scrollTop, scrollTop: element.scrollTop };
      draw();
    } else {
      moveTo(exact.current.offset);
    }
    wasScaled.current = scale.isScaled;
  }, [scroller, scale, draw, moveTo]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setViewport(Math.max(0, element.clientHeight - headerHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, headerHeight]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const { scrollTop } = element;
      if (Math.abs(scrollTop - exact.current.scrollTop) < (scale.isScaled ? 1 : Number.EPSILON)) return;
      exact.current = { offset: offsetOf(scale, scrollTop), scrollTop };
      draw();
    };
    const onWheel = (event: WheelEvent) => {
      if (!scale.isScaled || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault();
      moveTo(exact.current.offset + event.deltaY * pixelsPer(event.deltaMode, scale));
      element.scrollLeft += event.deltaX;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, scale, draw, moveTo]);

  const showRow = useCallback((row: number) => moveTo(offsetToShow(scale, exact.current.offset, row)), [scale, moveTo]);
  const shiftRows = useCallback((rows: number) => moveTo(exact.current.offset + rows * rowHeight), [moveTo, rowHeight]);
  const topRow = useCallback(() => Math.floor(exact.current.offset / rowHeight), [rowHeight]);
  const offset = clampOffset(scale, drawn.offset);
  return {
    scale,
    range: visibleRows(scale, offset, overscan),
    shift: scale.isScaled ? drawn.scrollTop - drawn.offset : 0,
    showRow,
    shiftRows,
    topRow,
  };
}

function pixelsPer(deltaMode: number, scale: ScrollScale): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return scale.rowHeight;
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? scale.viewport : 1;
}
