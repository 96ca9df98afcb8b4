import type { GridColumn } from './grid-column';
import { clampWidth } from './grid-header';

const widthStep = 16;

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

interface HeaderActions {
  readonly columns: readonly GridColumn[];
  onSort(columnId: string, isAdded: boolean): void;
  onResize(columnId: string, width: number): void;
  onMove(columnId: string, beforeColumnId: string): void;
}

/**
 * Enter sorts, with Shift as a further key; Shift and an arrow resizes; Ctrl+Shift and an arrow moves the column.
 * Answers whether the key meant anything. `shownWidth` is how wide the column stands there: it may have grown.
 */
export function runHeaderKey(
  { key, shiftKey, ctrlKey }: Pressed,
  column: number,
  shownWidth: number,
  { columns, onSort, onResize, onMove }: HeaderActions,
): boolean {
  const id = columns[column]?.id;
  if (id === undefined) return false;
  if (key === 'Enter' || key === ' ') {
    onSort(id, shiftKey);
    return true;
  }
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (step === 0 || !shiftKey) return false;
  if (!ctrlKey) {
    onResize(id, clampWidth(shownWidth + step * widthStep));
    return true;
  }
  const [moved, before] = step < 0 ? [id, columns[column - 1]?.id] : [columns[column + 1]?.id, id];
  if (moved === undefined || before === undefined) return false;
  onMove(moved, before);
  return true;
}
