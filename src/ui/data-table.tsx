import type { ReactNode } from 'react';
import type { useDataTable } from './use-data-table';
import { VirtualGrid } from './virtual-grid';

export interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly table: ReturnType<typeof useDataTable<Row>>;
  onOpen(row: Row): void;
  /** Where a cell is more than its text. */
  renderCell?(row: Row, columnId: string): ReactNode | undefined;
}

/** Tens of thousands of rows that are all on the page, in the same grid as a million that are not. */
export function DataTable<Row extends object>({ label, table, onOpen, renderCell }: DataTableProps<Row>) {
  const { rows } = table;
  const textOf = (row: Row, id: string) => table.columns.find((column) => column.id === id)?.text(row) ?? '';
  return (
    <VirtualGrid
      label={label}
      columns={table.shownColumns}
      rowCount={rows?.length}
      rowAt={(index) => rows?.[index]}
      onRange={() => {}}
      renderCell={(row, id) => renderCell?.(row, id) ?? textOf(row, id)}
      cellText={textOf}
      selectedRow={undefined}
      onOpen={(index) => {
        const row = rows?.[index];
        if (row) onOpen(row);
      }}
      onSort={table.toggleSort}
      onResize={table.resize}
      onMove={table.move}
    />
  );
}
