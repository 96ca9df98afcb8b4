import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react';
import { usePrinting } from '~/ui/use-printing';
import { VisibleText } from '~/ui/visible-text';
import type { RowTicks } from './grid-ticks';
import { mostPrintedRows, PrintedTable } from './printed-table';
import type { useDataTable } from './use-data-table';
import { VirtualGrid, type VirtualGridHandle } from './virtual-grid';

const useStyles = makeStyles({
  announcement: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  // On paper all rows stand in a table of their own.
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, '@media print': { display: 'none' } },
  number: { display: 'block', textAlign: 'end' },
});

export interface DataTableProps<Row extends object> {
  /** For whoever gives the focus back. */
  readonly gridRef?: RefObject<VirtualGridHandle | null> | undefined;
  readonly label: string;
  readonly table: ReturnType<typeof useDataTable<Row>>;
  onOpen(row: Row, isByKeyboard: boolean): void;
  /** Where a cell is more than its text. */
  renderCell?(row: Row, columnId: string): ReactNode | undefined;
  /** Whether one came back from this row: it is brought into sight, and the table takes the focus. */
  isLastOpened?(row: Row): boolean;
  /** Whether this row is open beside the table. */
  isOpened?(row: Row): boolean;
  /** What can be done with a row: right click, the menu key or Shift+F10. */
  onMenu?(row: Row, columnId: string, cell: HTMLElement): void;
  /** Where many can be chosen at once. */
  readonly ticks?: RowTicks<Row>;
}

/** Tens of thousands of rows that are all on the page, in the same grid as a million that are not. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, table, onOpen, renderCell, isLastOpened, isOpened, onMenu, ticks } = props;
  const styles = useStyles();
  const ownGrid = useRef<VirtualGridHandle>(null);
  const grid = props.gridRef ?? ownGrid;
  const { rows, columns, sort } = table;
  const textOf = useCallback((row: Row, id: string) => columns.find((column) => column.id === id)?.text(row) ?? '', [columns]);
  const cell = useCallback(
    (row: Row, id: string) => {
      const content = renderCell?.(row, id) ?? textOf(row, id);
      const isNumber = columns.find((column) => column.id === id)?.isNumber;
      return isNumber ? <span className={styles.number}>{content}</span> : content;
    },
    [renderCell, textOf, columns, styles],
  );
  const lastOpened = isLastOpened ? rows?.findIndex(isLastOpened) : undefined;
  const opened = isOpened ? rows?.findIndex(isOpened) : undefined;
  const isBack = lastOpened !== undefined && lastOpened >= 0;
  useEffect(() => {
    if (isBack) grid.current?.focus();
  }, [isBack, grid]);
  const isPrinting = usePrinting();
  return (
    <>
      {isPrinting && rows && (
        <PrintedTable
          // Paper has no room for what says nothing.
          columns={table.shownColumns.filter(({ id }) => rows.some((row) => textOf(row, id) !== ''))}
          rows={rows.slice(0, mostPrintedRows)}
          rowCount={rows.length}
          keyOf={(_, index) => index}
          renderCell={(row, id) => <VisibleText text={textOf(row, id)} />}
        />
      )}
      <div className={styles.grid}>
        <VirtualGrid
          ref={grid}
          label={label}
          columns={table.shownColumns}
          rowCount={rows?.length}
          rowAt={(index) => rows?.[index]}
          onRange={() => {}}
          renderCell={cell}
          cellText={textOf}
          selectedRow={isBack ? lastOpened : opened === -1 ? undefined : opened}
          onOpen={(index, isByKeyboard) => {
            const row = rows?.[index];
            if (row) onOpen(row, isByKeyboard);
          }}
          onSort={table.toggleSort}
          onResize={table.resize}
          onMove={table.move}
          onMenu={
            onMenu &&
            ((index, columnId, cell) => {
              const row = rows?.[index];
              if (row) onMenu(row, columnId, cell);
            })
          }
          ticks={ticks}
        />
      </div>
      <span role="status" className={styles.announcement}>
        Sorted by {columns.find(({ id }) => id === sort.column)?.label}, {sort.descending ? 'descending' : 'ascending'}
      </span>
    </>
  );
}
