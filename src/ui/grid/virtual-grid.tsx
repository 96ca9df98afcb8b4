// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be cut into windows of rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type KeyboardEvent,
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
import type { VirtualGridHandle, VirtualGridProps } from './grid-props';
import { cellId, GridRow } from './grid-row';
import { tickColumn, withTickColumn } from './grid-ticks';
import { GridTip, tipOf, useGridTip } from './grid-tip';
import { runHeaderKey } from './header-keys';
import { isExpander, runTreeKey } from './row-tree';
import { useChosenCell } from './use-chosen-cell';
import { useRowWindow } from './use-row-window';

export type { GridColumn, VirtualGridHandle, VirtualGridProps };

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
  // Cells across all columns are as wide as what is seen.
  tree: { containerType: 'inline-size' },
  content: { minWidth: 'var(--grid-width)', width: '100%' },
  spacer: { position: 'relative' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/**
 * Any number of rows of one height, of which only those in sight exist. One tab stop: the grid keeps the focus and names
 * the active cell, so that scrolling it out of sight, which removes other cells from the page, never loses the focus.
 */
export function VirtualGrid<Row>({ ticks, ...plain }: VirtualGridProps<Row>) {
  const props = ticks ? { ...plain, ...withTickColumn(plain, ticks) } : plain;
  const { ref, label, columns, rowAt, renderCell, selectedRow, tree, onSort, onResize, onMove } = props;
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
  const activeRow = Math.min(chosen?.row ?? 0, rowCount - 1);
  const lastColumn = tree?.parentOf(activeRow) === undefined ? columns.length - 1 : 0;
  const active = { row: activeRow, column: Math.min(chosen?.column ?? 0, lastColumn) };
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

  const showSelected = useEffectEvent(() => {
    if (selectedRow === undefined) return;
    setChosen({ row: selectedRow, column: active.column });
    showRow(selectedRow);
  });
  const selected = props.selectedKey ?? selectedRow;
  useEffect(() => {
    if (selected !== undefined) showSelected();
  }, [selected]);

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
    focusedRow: () => (document.activeElement === scroller.current && active.row >= 0 ? active.row : undefined),
    say: (words) => tip.say(activeCell(), words),
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
    } else if (tree && runTreeKey(event, active, tree, goTo)) {
      tip.hide();
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
        {...(tree && { role: 'treegrid' })}
        aria-label={label}
        aria-rowcount={props.rowCount === undefined ? -1 : rowCount + 1}
        aria-busy={props.rowCount === undefined}
        aria-colcount={columns.length}
        aria-multiselectable={ticks !== undefined}
        aria-activedescendant={activeId}
        tabIndex={0}
        className={mergeClasses(styles.grid, tree && styles.tree)}
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
          else if (tree && isExpander(target)) tree.onToggle(at.row);
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
                  isOpen={tree?.isOpen(index)}
                  level={tree && (tree.parentOf(index) === undefined ? 1 : 2)}
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
