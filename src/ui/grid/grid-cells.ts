// From cells of the grid to their numbers and back. The numbers are read from the ARIA attributes: one truth for all.

import type { CSSProperties } from 'react';
import type { GridColumn } from './grid-column';
import type { CellPosition } from './grid-keys';

/** `undefined` outside any cell; row -1 is the header. */
export function cellAt(target: EventTarget | null): (CellPosition & { readonly cell: HTMLElement }) | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return undefined;
  return { cell, row: Number(row.getAttribute('aria-rowindex')) - 2, column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

/** Or that of a part of it. */
export function textIsCutOff(cell: HTMLElement): boolean {
  return [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0);
}

/**
 * Widths are told once, as a custom property: rows are not drawn again while a column is resized. What is left of the grid's
 * width goes to the columns that grow, or else to the last one.
 */
export function columnsStyle(columns: readonly GridColumn[], dragged: { id: string; width: number } | undefined): CSSProperties {
  const isFixed = ({ id, grow }: GridColumn) => grow === undefined || id === dragged?.id;
  const widths = columns.map(({ id, width }) => (id === dragged?.id ? dragged.width : width));
  const last = columns.every(isFixed) ? columns.length - 1 : -1;
  const tracks = columns.map((column, index) => {
    const grow = index === last ? 1 : isFixed(column) ? undefined : column.grow;
    return grow === undefined ? `${widths[index]}px` : `minmax(${widths[index]}px, ${grow}fr)`;
  });
  const least = widths.reduce((sum, width) => sum + width, 0);
  // React types know no custom properties.
  return { '--grid-columns': tracks.join(' '), '--grid-width': `${least}px` } as CSSProperties;
}

/** Scrolls sideways as little as brings the whole column into sight, beside the one that is pinned. */
export function showColumn(scroller: HTMLElement, columns: readonly GridColumn[], column: number): void {
  const headers = scroller.querySelectorAll<HTMLElement>('[role=columnheader]');
  const header = headers[column];
  if (!header || columns[column]?.isPinned) return;
  const left = header.offsetLeft - (columns[0]?.isPinned ? (headers[0]?.offsetWidth ?? 0) : 0);
  const right = header.offsetLeft + header.offsetWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = Math.min(left, right - scroller.clientWidth);
}
