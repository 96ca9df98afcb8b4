import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';

interface Options {
  /** A record is open beside the rows, or over them. */
  readonly isOpen: boolean;
  readonly hasRows: boolean;
}

/** Puts the focus into the rows when nothing else has it. Call the answer before the record is closed. */
export function useRowFocus(grid: RefObject<VirtualGridHandle | null>, { isOpen, hasRows }: Options): () => void {
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

  return () => {
    isClosing.current = true;
  };
}
