import { type Ref, useCallback, useState } from 'react';
import { type FieldRef, isFieldRef } from '~/domain/fields';
import type { Filter, SortKey } from '~/domain/result-view';
import type { Row } from '~/engine/result-set';
import type { TimeZone } from '~/lib/time';
import { TimeCard } from '~/ui/time-card';
import { type Shortcut, useListedShortcuts } from '~/ui/use-shortcut';
import { VirtualGrid, type VirtualGridHandle, type VirtualGridProps } from '~/ui/virtual-grid';
import { CellMenu, type CellMenuAt } from './cell-menu';
import type { ColumnLayout } from './column-layout';
import { isSystemActor } from './outcome';
import { cellText, ResultCell } from './result-cell';
import { useResultTable } from './use-result-table';

const gridShortcuts: readonly Shortcut[] = [
  { keys: 'Enter', label: 'Open the record; on a header: sort by it' },
  { keys: 'Shift+Enter', label: 'On a header: sort by it as well' },
  { keys: 'Arrows, Page Up, Page Down', label: 'Move in the grid' },
  { keys: 'Home, End', label: 'First and last cell; with Ctrl: first and last row' },
  { keys: 'Shift+Arrows', label: 'On a header: make the column wider or narrower' },
  { keys: 'Ctrl+Shift+Arrows', label: 'On a header: move the column' },
  { keys: 'Ctrl+C', label: 'Copy the cell' },
  { keys: 'Shift+F10', label: 'Menu of the cell' },
];

export interface ResultsGridProps {
  readonly ref: Ref<VirtualGridHandle>;
  /** `undefined` before there is a view. */
  readonly rowCount: number | undefined;
  readonly shift: VirtualGridProps<Row>['shift'];
  rowAt(index: number): Row | undefined;
  onRange(first: number, end: number): void;
  readonly selectedRow: number | undefined;
  onOpen(row: Row, isByKeyboard: boolean): void;
  onFilter(filter: Filter): void;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  readonly sort: readonly SortKey[];
  onSort(sort: SortKey[]): void;
  readonly zone: TimeZone;
}

export function ResultsGrid(props: ResultsGridProps) {
  const { ref, rowCount, shift, rowAt, onRange, selectedRow, onOpen, onFilter, layout, onLayout, sort, onSort, zone } = props;
  const table = useResultTable({ layout, onLayout, sort, onSort, zone });
  const [menu, setMenu] = useState<CellMenuAt>();
  useListedShortcuts(gridShortcuts);
  const renderCell = useCallback((row: Row, id: string) => <ResultCell row={row} field={asField(id)} zone={zone} />, [zone]);
  return (
    <>
      <VirtualGrid
        ref={ref}
        label="Records"
        columns={table.columns}
        rowCount={rowCount}
        shift={shift}
        rowAt={rowAt}
        onRange={onRange}
        renderCell={renderCell}
        cellText={(row, id) => cellText(row, asField(id), zone)}
        cellTip={(row, id) => (id === 'time' ? <TimeCard time={row.time} /> : undefined)}
        isQuiet={isSystemActor}
        selectedRow={selectedRow}
        onOpen={(index, isByKeyboard) => {
          const row = rowAt(index);
          if (row) onOpen(row, isByKeyboard);
        }}
        onSort={table.toggleSort}
        onResize={table.resize}
        onMove={table.move}
        onMenu={(index, id, cell) => {
          const row = rowAt(index);
          if (row) setMenu({ row, field: asField(id), cell });
        }}
      />
      <CellMenu
        at={menu}
        zone={zone}
        onOpenRecord={(row) => onOpen(row, true)}
        onFilter={onFilter}
        onClose={() => setMenu(undefined)}
      />
    </>
  );
}

/** Column ids are field references: the columns were made from them. */
function asField(id: string): FieldRef {
  if (isFieldRef(id)) return id;
  throw new Error(`No field ${id}`);
}
