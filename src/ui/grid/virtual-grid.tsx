// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be cut into windows of rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell

import { makeStyles, tokens } from '@fluentui/react-components';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useDensity } from '~/ui/density';
import { copyText, copyWords } from '~/ui/use-copy';
import { useLatest, useStable } from '~/ui/use-stable';
import { cellAt, columnsStyle, showColumn } from './grid-cells';
import type { GridColumn } from './grid-column';
import { GridHeader, headerCellId } from './grid-header';
import { type CellPosition, cellAfterKey, stepAfterKey } from './grid-keys';
import { gridMeasures, measuresStyle } from './grid-measures';
import { cellId, GridRow } from './grid-row';
import { type RowTicks, tickColumn, withTickColumn } from './grid-ticks';
import { GridTip, tipOf, useGridTip } from './grid-tip';
import { runHeaderKey } from './header-keys';
import { useChosenCell } from './use-chosen-cell';
import { useRowWindow } from './use-row-window';

export type { GridColumn };

const screenful = 20;

const useStyles = makeStyles({
  grid: {
    position: 'relative',
    overflow: 'auto',
    flexGrow: 1,
    minHeight: '200px',
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    overflowAnchor: 'none',
    ':focus-visible': { borderTopColor: tokens.colorStrokeFocus2, borderBottomColor: tokens.colorStrokeFocus2 },
  },
  content: { minWidth: 'var(--grid-width)', width: '100%' },
  spacer: { position: 'relative' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface VirtualGridHandle {
  focus(): void;
  /** Focuses, and goes that many rows down, or up; to the first row when none was gone to before. */
  moveBy(rows: number): void;
  /** The first row in sight. */
  topRow(): number;
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
  onOpen(index: number, isByKeyboard: boolean): void;
  onSort(columnId: string, isAdded: boolean): void;
  onResize(columnId: string, width: number): void;
  onMove(columnId: string, beforeColumnId: string): void;
  /** What j and k do in place of moving to the next row and the one before. */
  onStep?: ((rows: 1 | -1) => void) | undefined;
  onMenu?(index: number, columnId: string, cell: HTMLElement): void;
  /** Of a whole column: its header gets a chevron. */
  readonly onHeaderMenu?: ((columnId: string, cell: HTMLElement) => void) | undefined;
  /** Rows can be ticked: by their box, Space, Shift for a range, Ctrl+A for all. */
  readonly ticks?: RowTicks<Row> | undefined;
  /** For narrow screens: the one column holds cards of two lines, and the header is left to screen readers. */
  readonly hasCards?: boolean;
}

/**
 * Any number of rows of one height, of which only those in sight exist. One tab stop: the grid keeps the focus and names
 * the active cell, so that scrolling it out of sight, which removes other cells from the page, never loses the focus.
 */
export function VirtualGrid<Row>({ ticks, ...plain }: VirtualGridProps<Row>) {
  const props = ticks ? { ...plain, ...withTickColumn(plain, ticks) } : plain;
  const { ref, label, columns, rowAt, renderCell, selectedRow, onSort, onResize, onMove } = props;
  const rowCount = props.rowCount ?? screenful;
  const styles = useStyles();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { hasCards = false } = props;
  const [density] = useDensity();
  const measures = gridMeasures(density, hasCards);
  const { rowHeight } = measures;
  const columnIds = useStable(columns.map(({ id }) => id));
  const [chosen, setChosen] = useChosenCell(columnIds);
  const [isRingShown, setRingShown] = useState(false);
  const [dragged, setDragged] = useState<{ id: string; width: number }>();
  const active = { row: Math.min(chosen?.row ?? 0, rowCount - 1), column: Math.min(chosen?.column ?? 0, columns.length - 1) };
  const { scale, range, shift, showRow, shiftRows, topRow } = useRowWindow(scroller, {
    ...measures,
    rowCount,
    keptRow: active.row,
  });

  const tip = useGridTip(useLatest((cell: HTMLElement) => tipOf(cell, props)));

  const version = props.shift?.version;
  const scrollAlong = useEffectEvent(() => {
    const rows = props.shift?.shift ?? 0;
    if (rows === 0) return;
    shiftRows(rows);
    setChosen((last) => (!last || last.row < 0 ? last : { ...last, row: Math.max(0, last.row + rows) }));
  });
  useLayoutEffect(() => {
    if (version !== undefined) scrollAlong();
  }, [version]);

  const onRange = useEffectEvent(props.onRange);
  useEffect(() => onRange(range.first, range.end), [range.first, range.end]);

  const showSelected = useEffectEvent((row: number) => {
    setChosen({ row, column: active.column });
    showRow(row);
  });
  useEffect(() => {
    if (selectedRow !== undefined) showSelected(selectedRow);
  }, [selectedRow]);

  const activeId = active.row < 0 ? headerCellId(gridId, active.column) : cellId(gridId, active.row, active.column);
  const activeCell = () => document.getElementById(activeId);

  const goTo = (next: CellPosition) => {
    setChosen(next);
    if (next.row >= 0) showRow(next.row);
    if (scroller.current) showColumn(scroller.current, columns, next.column);
  };

  const focus = () => scroller.current?.focus({ preventScroll: true });
  const copy = async (text: string) => tip.say(activeCell(), copyWords((await copyText(text)) ? 'copied' : 'refused'));
  useImperativeHandle(ref, () => ({
    focus,
    topRow,
    copy: (text) => void copy(text),
    moveBy(rows) {
      const isFirst = !chosen && document.activeElement !== scroller.current;
      focus();
      setRingShown(true);
      goTo({ row: isFirst ? 0 : Math.min(Math.max(0, active.row + rows), rowCount - 1), column: active.column });
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    setRingShown(true);
    const column = columns[active.column];
    const page = Math.floor(scale.viewport / rowHeight);
    const next = cellAfterKey(event, active, { rows: rowCount, columns: columns.length, page });
    const step = stepAfterKey(event);
    if (event.key === 'Escape' && tip.shown) {
      tip.hide();
    } else if (props.onStep && step) {
      props.onStep(step);
    } else if (next && hasCards && next.row < 0) {
      return;
    } else if (next) {
      tip.hide();
      goTo(next);
    } else if (active.row < 0 && column && runHeaderKey(event, active.column, activeCell()?.offsetWidth ?? 0, props)) {
      // Done: where the column was moved to, the active cell follows.
    } else if (active.row >= 0 && event.key === 'Enter') {
      props.onOpen(active.row, true);
    } else if (ticks && active.row >= 0 && event.key === ' ') {
      ticks.onTick(active.row, event.shiftKey);
    } else if (ticks && event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      ticks.onTickAll();
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && column && !window.getSelection()?.toString()) {
      const row = rowAt(active.row);
      if (row === undefined) return;
      void copy(props.cellText(row, column.id));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  // The active cell appears in the page after the render that made it active, hence an effect.
  const restOnActive = useEffectEvent(() => isRingShown && document.activeElement === scroller.current && tip.rest(activeCell()));
  useEffect(() => {
    if (activeId) restOnActive();
  }, [activeId]);

  const rows = [];
  for (let index = range.first; index < range.end; index++) rows.push(index);
  // Kept in the page when scrolled out of sight: aria-activedescendant points to it.
  if (active.row >= 0 && (active.row < range.first || active.row >= range.end)) rows.push(active.row);

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={props.rowCount === undefined ? -1 : rowCount + 1}
        aria-busy={props.rowCount === undefined}
        aria-colcount={columns.length}
        aria-multiselectable={ticks !== undefined}
        aria-activedescendant={activeId}
        tabIndex={0}
        className={styles.grid}
        style={{ ...columnsStyle(columns, dragged), ...measuresStyle(measures) }}
        onKeyDown={onKeyDown}
        onFocus={() => setRingShown(scroller.current?.matches(':focus-visible') ?? false)}
        onBlur={() => {
          setRingShown(false);
          tip.hide();
        }}
        onPointerDown={() => setRingShown(false)}
        onPointerOver={({ target, pointerType }) => pointerType === 'mouse' && tip.rest(cellAt(target)?.cell ?? null)}
        onPointerLeave={() => tip.rest(null)}
        onScroll={tip.hide}
        onMouseDown={(event) => {
          // Shift would select text.
          if (!ticks || !event.shiftKey) return;
          event.preventDefault();
          focus();
        }}
        onClick={({ target, shiftKey }) => {
          const at = cellAt(target);
          if (!at || at.row < 0 || window.getSelection()?.toString()) return;
          setChosen(at);
          if (ticks && (shiftKey || columns[at.column]?.id === tickColumn.id)) ticks.onTick(at.row, shiftKey);
          else props.onOpen(at.row, false);
        }}
        onContextMenu={(event) => {
          const at = cellAt(event.target) ?? cellAt(activeCell());
          const column = at && columns[at.column];
          if (!column || !(at.row < 0 ? props.onHeaderMenu : props.onMenu)) return;
          event.preventDefault();
          tip.hide();
          setChosen({ row: at.row, column: at.column });
          if (at.row < 0) props.onHeaderMenu?.(column.id, at.cell);
          else props.onMenu?.(at.row, column.id, at.cell);
        }}
      >
        <div className={styles.content} role="presentation">
          <GridHeader
            isHidden={hasCards}
            gridId={gridId}
            columns={columns}
            ringColumn={isRingShown && active.row < 0 ? active.column : -1}
            ticked={ticks?.all}
            onSort={onSort}
            onResize={(id, width, isDone) => {
              setDragged(isDone ? undefined : { id, width });
              if (isDone) onResize(id, width);
            }}
            onMove={onMove}
            onMenu={props.onHeaderMenu}
          />
          <div className={styles.spacer} role="presentation" style={{ height: scale.spacerPx }}>
            {rows.map((index) => {
              const row = rowAt(index);
              return (
                <GridRow
                  key={index}
                  gridId={gridId}
                  index={index}
                  top={index * rowHeight + shift}
                  row={row}
                  columnIds={columnIds}
                  isPinned={columns[0]?.isPinned ?? false}
                  renderCell={renderCell}
                  cellLabel={props.cellLabel}
                  isQuiet={row !== undefined && (props.isQuiet?.(row) ?? false)}
                  isSelected={index === selectedRow}
                  isTicked={row !== undefined && ticks ? ticks.isTicked(row) : undefined}
                  tickName={row !== undefined && ticks ? ticks.nameOf(row) : ''}
                  ringColumn={isRingShown && index === active.row ? active.column : -1}
                />
              );
            })}
          </div>
        </div>
      </div>
      {tip.said && (
        <span role="status" className={styles.hidden}>
          {tip.said}
        </span>
      )}
      <GridTip shown={tip.shown} onHide={tip.hide} />
    </>
  );
}
