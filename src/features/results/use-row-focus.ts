import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';

interface Options {
  /** A record is open beside the rows, or over them. */
  readonly isOpen: boolean;
  readonly hasRows: boolean;
  /** Groups stand in place of the rows. */
  readonly isGrouped: boolean;
}

/** Puts the focus into the rows when nothing else has it. Call the answer before the record is closed. */
export function useRowFocus(grid: RefObject<VirtualGridHandle | null>, { isOpen, hasRows, isGrouped }: Options): () => void {
  const isClosing = useRef(false);

  // Whoever came here from another page, and went nowhere since, goes on in the rows.
  const enter = useEffectEvent(() => !isOpen && document.activeElement?.tagName === 'MAIN' && grid.current?.focus());
  useEffect(() => {
    if (hasRows) enter();
  }, [hasRows]);

  // Back to the row, once the grid is no longer covered.
  useEffect(() => {
    if (!isOpen && isClosing.current) grid.current?.focus();
    isClosing.current = false;
  }, [isOpen, grid]);

  // Whoever opened a group had the focus in what is no longer there.
  const wasGrouped = useRef(isGrouped);
  useEffect(() => {
    if (wasGrouped.current && !isGrouped && document.activeElement === document.body) grid.current?.focus();
    wasGrouped.current = isGrouped;
  }, [isGrouped, grid]);

  return () => {
    isClosing.current = true;
  };
}
