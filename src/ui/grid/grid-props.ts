// What a grid is told, and what it can be asked to do.

import type { ReactNode, Ref } from 'react';
import type { GridColumn } from './grid-column';
import type { RowTicks } from './grid-ticks';
import type { RowTree } from './row-tree';

export interface VirtualGridHandle {
  focus(): void;
  /** Focuses, and goes that many rows down, or up; to the first row when none was gone to before. */
  moveBy(rows: number): void;
  /** The first row in sight. */
  topRow(): number;
  /** The row of the active cell, while the grid has the focus; `undefined` on the header, too. */
  focusedRow(): number | undefined;
  /** Says something at the active cell, for a moment. */
  say(words: string): void;
  /** Copies, and says at the active cell how that went. */
  copy(text: string): void;
}

export interface VirtualGridProps<Row> {
  readonly ref?: Ref<VirtualGridHandle>;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** `undefined` before it is known: a screenful of grey bars stands in. */
  readonly rowCount: number | undefined;
  /** By how many rows those looked at moved down since the version before: the grid scrolls along. */
  readonly shift?: { readonly version: number; readonly shift: number } | undefined;
  /** `undefined` for a row that is still being fetched: grey bars stand in for it. */
  rowAt(index: number): Row | undefined;
  /** Called in an effect with the rows that are drawn; `end` is excluded. */
  onRange(first: number, end: number): void;
  renderCell(row: Row, columnId: string): ReactNode;
  /** The whole text of a cell: shown where it is cut off, and copied with Ctrl+C. */
  cellText(row: Row, columnId: string): string;
  /** The name of a cell whose parts, as they are drawn, would be read as several words. Must be the same at every render. */
  readonly cellLabel?: (row: Row, columnId: string) => string | undefined;
  /** More than the text, shown while the pointer or the focus rests on the cell. */
  cellTip?(row: Row, columnId: string): ReactNode | undefined;
  isQuiet?(row: Row): boolean;
  /** The row that is open beside the grid; it is brought into sight whenever it changes. */
  readonly selectedRow: number | undefined;
  /** Names that row where rows come and go above it: then it is brought into sight when it is another one. */
  readonly selectedKey?: string | undefined;
  onOpen(index: number, isByKeyboard: boolean): void;
  onSort(columnId: string, isAdded: boolean): void;
  onResize(columnId: string, width: number): void;
  onMove(columnId: string, beforeColumnId: string): void;
  /** What j and k do in place of moving to the next row and the one before. */
  onStep?: ((rows: 1 | -1) => void) | undefined;
  onMenu?(index: number, columnId: string, cell: HTMLElement): void;
  /** Of a whole column: its header gets a chevron. */
  readonly onHeaderMenu?: ((columnId: string, cell: HTMLElement) => void) | undefined;
  /** Rows stand below other rows. */
  readonly tree?: RowTree | undefined;
  /** Rows can be ticked: by their box, Space, Shift for a range, Ctrl+A for all. */
  readonly ticks?: RowTicks<Row> | undefined;
  /** For narrow screens: the one column holds cards of two lines, and the header is left to screen readers. */
  readonly hasCards?: boolean;
}
