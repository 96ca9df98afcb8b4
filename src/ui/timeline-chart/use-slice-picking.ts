import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { EpochMs } from '~/lib/time';
import { sliceAtTime } from './timeline-layout';
import type { SliceRange } from './timeline-stack';

const steps = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

export interface SlicePicking {
  readonly edges: readonly EpochMs[];
  /** Where the keyboard begins. */
  readonly start: EpochMs | undefined;
  sliceAt(event: PointerEvent): number;
  onPick(range: SliceRange): void;
}

/**
 * Looking at slices and picking some, by pointer and by keyboard. What is kept are times, not places: slices may change with
 * every record that arrives, also while somebody draws a range.
 */
export function useSlicePicking({ edges, start, sliceAt, onPick }: SlicePicking) {
  const [looked, setLooked] = useState<EpochMs>();
  // Set while a range is drawn: where it was begun.
  const [anchor, setAnchor] = useState<EpochMs>();
  const [isLooking, setLooking] = useState(false);

  const slice = sliceAtTime(edges, looked ?? start ?? 0);
  const range = rangeBetween(slice, anchor === undefined ? slice : sliceAtTime(edges, anchor));

  const look = (next: number) => {
    setLooked(edges[next]);
    setLooking(true);
  };
  const pick = (picked: SliceRange) => {
    setAnchor(undefined);
    onPick(picked);
  };
  const drop = () => setAnchor(undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps.get(event.key);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step !== undefined) {
      setAnchor(event.shiftKey ? (anchor ?? edges[slice]) : undefined);
      look(Math.max(0, Math.min(edges.length - 2, slice + step)));
    } else if (event.key === 'Enter') {
      pick(range);
    } else if (event.key === 'Escape' && anchor !== undefined) {
      drop();
    } else if (event.key === 'Escape' && isLooking) {
      setLooking(false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const isDragging = ({ currentTarget, pointerId }: PointerEvent) => currentTarget.hasPointerCapture(pointerId);

  return {
    /** What is looked at, all of it while a range is drawn. */
    range,
    slice,
    isDrawing: anchor !== undefined,
    isLooking,
    hide: () => setLooking(false),
    handlers: {
      onKeyDown,
      onFocus: ({ currentTarget }: { readonly currentTarget: Element }) => {
        if (currentTarget.matches(':focus-visible')) look(slice);
      },
      onBlur: () => {
        setLooking(false);
        drop();
      },
      onPointerDown: (event: PointerEvent) => {
        if (!event.isPrimary || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const begun = sliceAt(event);
        look(begun);
        setAnchor(edges[begun]);
      },
      onPointerMove: (event: PointerEvent) => {
        // A range that the keyboard draws stays as it is.
        if (anchor !== undefined && !isDragging(event)) return;
        const next = sliceAt(event);
        if (next !== slice || !isLooking) look(next);
      },
      onPointerUp: (event: PointerEvent) => {
        if (anchor !== undefined && isDragging(event)) pick(rangeBetween(sliceAtTime(edges, anchor), sliceAt(event)));
      },
      // The browser takes a touch that turns out to scroll the page.
      onPointerCancel: drop,
      onPointerLeave: () => {
        if (anchor === undefined) setLooking(false);
      },
    },
  };
}

function rangeBetween(one: number, other: number): SliceRange {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}
