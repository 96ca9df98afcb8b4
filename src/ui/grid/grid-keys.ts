// Where a key takes one in a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/

export interface CellPosition {
  /** -1 is the header. */
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** `undefined` when the key moves nothing. */
export function cellAfterKey(pressed: PressedKey, { row, column }: CellPosition, size: GridSize): CellPosition | undefined {
  if (pressed.altKey || pressed.metaKey || pressed.shiftKey) return undefined;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (nextRow: number, nextColumn: number): CellPosition => ({
    row: Math.min(Math.max(-1, nextRow), lastRow),
    column: Math.min(Math.max(0, nextColumn), lastColumn),
  });
  const page = Math.max(1, size.page - 1);
  if (pressed.ctrlKey) {
    if (pressed.key === 'Home') return to(Math.min(0, lastRow), 0);
    if (pressed.key === 'End') return to(lastRow, lastColumn);
    return undefined;
  }
  switch (pressed.key) {
    case 'ArrowDown':
    case 'j':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'k':
      return to(Math.max(Math.min(0, lastRow), row - 1), column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(Math.max(Math.min(0, lastRow), row - page), column);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, lastColumn);
    default:
      return undefined;
  }
}

/** Which way the letters lead that move by rows; `undefined` for any other key. */
export function stepAfterKey({ key, ctrlKey, metaKey, altKey }: PressedKey): 1 | -1 | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  return key === 'j' ? 1 : key === 'k' ? -1 : undefined;
}
