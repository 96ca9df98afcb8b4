// Rows that stand below other rows: https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/

import type { CellPosition, PressedKey } from './grid-keys';

/** By the positions of rows. What is below a row follows it, and is two levels deep at most. */
export interface RowTree {
  /** Whether what is below the row is shown; `undefined` where nothing can be. */
  isOpen(index: number): boolean | undefined;
  /** The row that this one is below. Such a row is one cell across all columns. */
  parentOf(index: number): number | undefined;
  onToggle(index: number): void;
}

/** Opens and closes from the first cell, and leads from what is below to what it is below. Whether the key did any of it. */
export function runTreeKey(
  { key, ctrlKey, shiftKey, altKey, metaKey }: PressedKey,
  { row, column }: CellPosition,
  tree: RowTree,
  goTo: (cell: CellPosition) => void,
): boolean {
  if (row < 0 || column > 0 || ctrlKey || shiftKey || altKey || metaKey) return false;
  const isOpen = tree.isOpen(row);
  const parent = tree.parentOf(row);
  if ((key === 'ArrowRight' && isOpen === false) || (key === 'ArrowLeft' && isOpen === true)) tree.onToggle(row);
  else if (key === 'ArrowLeft' && parent !== undefined) goTo({ row: parent, column: 0 });
  // There is no further cell.
  else return key === 'ArrowRight' && parent !== undefined;
  return true;
}

/** Marks what is pressed to open and close a row. */
export const expanderMark = 'data-expander';

export function isExpander(target: EventTarget): boolean {
  return target instanceof Element && target.closest(`[${expanderMark}]`) !== null;
}
