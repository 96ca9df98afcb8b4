// From cells of the grid to their numbers and back. The numbers are read from the ARIA attributes: one truth for all.

import type { CSSProperties } from 'react';
import type { GridColumn } from './grid-header';
import type { CellPosition } from './grid-keys';

/** `undefined` outside any cell; row -1 is the header. */
export function cellAt(target: EventTarget | null): (CellPosition & { readonly cell: HTMLElement }) | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return undefined;
  return { cell, row: Number(row.getAttribute('aria-rowindex')) - 2, column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

export function textIsCutOff(cell: HTMLElement): boolean {
  return cell.scrollWidth > cell.clientWidth;
}

/** Widths are told once, as a custom property: rows are not drawn again while a column is resized. */
export function columnsStyle(columns: readonly GridColumn[], dragged: { id: string; width: number } | undefined): CSSProperties {
  const last = columns.length - 1;
  const widths = columns.map(({ id, width }, index) => {
    const px = `${dragged?.id === id ? dragged.width : width}px`;
    return index === last ? `minmax(${px}, 1fr)` : px;
  });
  // React types know no custom properties.
  return { '--grid-columns': widths.join(' ') } as CSSProperties;
}

/** Scrolls sideways as little as brings the whole column into sight. */
export function showColumn(scroller: HTMLElement, columns: readonly GridColumn[], column: number): void {
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const right = left + (columns[column]?.width ?? 0);
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = Math.min(left, right - scroller.clientWidth);
}
