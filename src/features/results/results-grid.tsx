import { type RefObject, useCallback, useState } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import type { SortKey } from '~/domain/view/result-view';
import type { Row } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import { useHasMarks } from '~/records/casework';
import { type ListedRecords, starCommand } from '~/records/listed-records';
import { useRowCommand } from '~/ui/grid/use-row-command';
import { type GridColumn, VirtualGrid, type VirtualGridHandle, type VirtualGridProps } from '~/ui/grid/virtual-grid';
import { TimeCard } from '~/ui/time-card';
import { type NewCommand, useCommands } from '~/ui/use-command';
import { CellMenu, type CellMenuAt } from './cell-menu';
import type { ColumnLayout } from './column-layout';
import { HeaderMenu, type HeaderMenuAt } from './header-menu';
import { isSystemActor } from './outcome';
import { RecordSign, SignRoom, signWidth } from './record-sign';
import type { RecordSlot } from './record-slot';
import { cardText, ResultCard } from './result-card';
import { cellText, isParted, partedWord, ResultCell } from './result-cell';
import { useResultTable } from './use-result-table';

const gridShortcuts: readonly NewCommand[] = [
  { keys: 'Enter', label: 'Open the record; on a header: sort by it' },
  { keys: 'Shift+Enter', label: 'On a header: sort by it as well' },
  { keys: 'Arrows, Page Up, Page Down', label: 'Move in the grid' },
  { keys: 'Home, End', label: 'First and last cell; with Ctrl: first and last row' },
  { keys: 'Shift+Arrows', label: 'On a header: make the column wider or narrower' },
  { keys: 'Ctrl+Shift+Arrows', label: 'On a header: move the column' },
  { keys: 'Ctrl+C', label: 'Copy the cell' },
  { keys: 'Shift+F10', label: 'Menu of the cell; on a header: of the column' },
];

export interface ResultsGridProps {
  readonly ref: RefObject<VirtualGridHandle | null>;
  readonly catalogue: Catalogue;
  /** `undefined` before there is a view. */
  readonly rowCount: number | undefined;
  readonly shift: VirtualGridProps<Row>['shift'];
  rowAt(index: number): Row | undefined;
  onRange(first: number, end: number): void;
  readonly selectedRow: number | undefined;
  onOpen(row: Row, isByKeyboard: boolean): void;
  onFilter(filter: Filter): void;
  readonly onStar: ListedRecords['onStar'];
  onChoose: RecordSlot['onChoose'];
  onAround: RecordSlot['onAround'];
  onAskFilter(field: FieldRef): void;
  onStatistics(field: FieldRef): void;
  onGroup(field: FieldRef): void;
  onFacetPinned(): void;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  readonly sort: readonly SortKey[];
  onSort(sort: SortKey[]): void;
  readonly zone: TimeZone;
  /** What the records are searched for: hits are marked. */
  readonly finder: RegExp | undefined;
  /** What j and k do while a record is open. */
  readonly onStep: ((rows: 1 | -1) => void) | undefined;
  /** Cards of two lines in place of columns. */
  readonly hasCards: boolean;
}

export function ResultsGrid(props: ResultsGridProps) {
  const { ref, rowCount, shift, rowAt, onRange, selectedRow, onOpen, onStar, onFilter, layout, onLayout, sort, onSort, zone } =
    props;
  const { catalogue, finder, onStep, hasCards } = props;
  const table = useResultTable({ catalogue, layout, onLayout, sort, onSort, zone });
  const [menu, setMenu] = useState<CellMenuAt>();
  const [headerMenu, setHeaderMenu] = useState<HeaderMenuAt>();
  useCommands(gridShortcuts);
  const hasSigns = useHasMarks();
  const columns = hasCards ? [cardColumn] : hasSigns ? widened(table.columns, signWidth) : table.columns;
  const signId = columns[0]?.id;
  useRowCommand(starCommand, { grid: ref, selectedRow, run: onStar && ((index) => onStar(rowAt(index))) });
  const renderCell = useCallback(
    (row: Row, id: string) => (
      <>
        {hasSigns && !hasCards && id === signId && (
          <SignRoom>
            <RecordSign recordId={row.values.id} />
          </SignRoom>
        )}
        {id === cardColumn.id ? (
          <ResultCard row={row} zone={zone} finder={finder} />
        ) : (
          <ResultCell row={row} field={asField(id)} zone={zone} finder={finder} />
        )}
      </>
    ),
    [zone, finder, hasSigns, hasCards, signId],
  );
  const textOf = (row: Row, id: string) => (id === cardColumn.id ? cardText(row, zone) : cellText(row, asField(id), zone));
  const tipOf = (row: Row, id: string) => {
    if (id === 'time') return <TimeCard time={row.time} />;
    const text = textOf(row, id);
    return id !== cardColumn.id && isParted(asField(id), text) ? text : undefined;
  };
  return (
    <>
      <VirtualGrid
        // Rows of another height are other rows.
        key={String(hasCards)}
        ref={ref}
        label="Records"
        columns={columns}
        hasCards={hasCards}
        rowCount={rowCount}
        shift={shift}
        rowAt={rowAt}
        onRange={onRange}
        renderCell={renderCell}
        cellText={textOf}
        cellLabel={labelOf}
        cellTip={tipOf}
        isQuiet={isSystemActor}
        selectedRow={selectedRow}
        onOpen={(index, isByKeyboard) => {
          const row = rowAt(index);
          if (row) onOpen(row, isByKeyboard);
        }}
        onSort={table.toggleSort}
        onResize={(id, width) => table.resize(id, hasSigns && id === signId ? width - signWidth : width)}
        onMove={table.move}
        onStep={onStep}
        onHeaderMenu={(id, cell) => setHeaderMenu({ field: asField(id), cell })}
        onMenu={(index, id, cell) => {
          const row = rowAt(index);
          if (row) setMenu({ row, field: id === cardColumn.id ? 'item' : asField(id), cell });
        }}
      />
      <CellMenu
        catalogue={catalogue}
        at={menu}
        zone={zone}
        onOpenRecord={(row) => onOpen(row, true)}
        onStar={onStar}
        onFilter={onFilter}
        onChoose={props.onChoose}
        onAround={props.onAround}
        onAskFilter={props.onAskFilter}
        onCopy={(text) => ref.current?.copy(text)}
        onClose={() => setMenu(undefined)}
      />
      {headerMenu && (
        <HeaderMenu
          catalogue={catalogue}
          at={headerMenu}
          layout={layout}
          onLayout={onLayout}
          onSort={onSort}
          onAskFilter={props.onAskFilter}
          onStatistics={props.onStatistics}
          onGroup={props.onGroup}
          onFacetPinned={props.onFacetPinned}
          onClose={() => setHeaderMenu(undefined)}
        />
      )}
    </>
  );
}

const cardColumn: GridColumn = { id: 'card', label: 'Record', width: 60, grow: 1 };

function widened([first, ...others]: readonly GridColumn[], px: number): readonly GridColumn[] {
  return first ? [{ ...first, width: first.width + px }, ...others] : others;
}

const labelOf = (row: Row, id: string) => (id === 'item' ? partedWord(row, id) : undefined);

/** Column ids are field references: the columns were made from them. */
function asField(id: string): FieldRef {
  if (isFieldRef(id)) return id;
  throw new Error(`No field ${id}`);
}
