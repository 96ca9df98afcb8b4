// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of its header
// biome-ignore-all lint/a11y/noStaticElementInteractions: the edge is hidden from assistive technology, which resizes by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be cut into windows of rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { type DragEvent, type PointerEvent, useRef, useState } from 'react';
import type { GridColumn } from './grid-column';
import { TickBox, tickColumn } from './grid-ticks';

export const minColumnWidth = 60;
const maxColumnWidth = 1200;

export function clampWidth(width: number): number {
  return Math.round(Math.min(maxColumnWidth, Math.max(minColumnWidth, width)));
}

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    gridTemplateColumns: 'var(--grid-columns)',
    boxSizing: 'border-box',
    height: 'var(--grid-header)',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  cell: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    paddingInline: 'var(--grid-padding)',
    cursor: 'pointer',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':hover [data-menu]': { opacity: 1 },
  },
  number: { justifyContent: 'end' },
  menu: {
    display: 'grid',
    placeItems: 'center',
    position: 'absolute',
    insetInlineEnd: '8px',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground2Hover,
    opacity: 0,
    '@media (hover: none)': { opacity: 1 },
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Pressed },
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0 },
  order: {
    flexShrink: 0,
    minWidth: '16px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase100,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  pinned: { position: 'sticky', insetInlineStart: 0, zIndex: 1, backgroundColor: 'inherit' },
  active: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  dropBefore: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  edge: {
    position: 'absolute',
    insetInlineEnd: 0,
    insetBlock: 0,
    width: '8px',
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { borderRight: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
});

export interface GridHeaderProps {
  /** Only screen readers read it. */
  readonly isHidden: boolean;
  readonly gridId: string;
  readonly columns: readonly GridColumn[];
  readonly ringColumn: number;
  /** Whether the rows are ticked, where they can be. */
  readonly ticked?: boolean | 'mixed' | undefined;
  onSort(columnId: string, isAdded: boolean): void;
  /** While dragging; the last call has `isDone`. */
  onResize(columnId: string, width: number, isDone: boolean): void;
  onMove(columnId: string, beforeColumnId: string): void;
  /** Where columns have a menu. */
  readonly onMenu?: ((columnId: string, cell: HTMLElement) => void) | undefined;
}

export function headerCellId(gridId: string, column: number): string {
  return `${gridId}-header-${column}`;
}

export function GridHeader({ isHidden, gridId, columns, ringColumn, ticked = false, ...act }: GridHeaderProps) {
  const { onSort, onResize, onMove, onMenu } = act;
  const styles = useStyles();
  const [dropBefore, setDropBefore] = useState<string>();
  const dragged = useRef<string>(undefined);
  const onDrop = (event: DragEvent, columnId: string) => {
    event.preventDefault();
    if (dragged.current && dragged.current !== columnId) onMove(dragged.current, columnId);
  };
  const onDragEnd = () => {
    dragged.current = undefined;
    setDropBefore(undefined);
  };
  return (
    <div role="row" aria-rowindex={1} className={mergeClasses(styles.header, isHidden && styles.hidden)}>
      {columns.map(({ id, label, help, width, isNumber, isPinned, sort }, column) =>
        id === tickColumn.id ? (
          <div
            key={id}
            role="columnheader"
            id={headerCellId(gridId, column)}
            aria-colindex={column + 1}
            className={mergeClasses(styles.cell, column === ringColumn && styles.active)}
            onClick={() => onSort(id, false)}
          >
            <TickBox name="all" state={ticked} />
          </div>
        ) : (
          <div
            key={id}
            role="columnheader"
            id={headerCellId(gridId, column)}
            aria-colindex={column + 1}
            aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            title={help}
            className={mergeClasses(
              styles.cell,
              isNumber && styles.number,
              isPinned && styles.pinned,
              column === ringColumn && styles.active,
              dropBefore === id && styles.dropBefore,
            )}
            draggable
            onClick={({ shiftKey }) => onSort(id, shiftKey)}
            onDragStart={(event) => {
              dragged.current = id;
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => {
              if (!dragged.current) return;
              event.preventDefault();
              setDropBefore(id);
            }}
            onDrop={(event) => onDrop(event, id)}
            onDragEnd={onDragEnd}
          >
            <span className={styles.label}>{label}</span>
            {sort &&
              (sort.descending ? <ArrowDownRegular className={styles.icon} /> : <ArrowUpRegular className={styles.icon} />)}
            {sort && sort.order > 0 && (
              <span className={styles.order} title={`Sort key ${sort.order}`}>
                {sort.order}
              </span>
            )}
            {onMenu && (
              // For the pointer only; the keyboard has the menu key and Shift+F10.
              <span
                aria-hidden
                data-menu
                className={styles.menu}
                onClick={(event) => {
                  event.stopPropagation();
                  if (event.currentTarget.parentElement) onMenu(id, event.currentTarget.parentElement);
                }}
              >
                <ChevronDownRegular />
              </span>
            )}
            <ColumnEdge width={width} onResize={(next, isDone) => onResize(id, next, isDone)} />
          </div>
        ),
      )}
    </div>
  );
}

interface ColumnEdgeProps {
  readonly width: number;
  onResize(width: number, isDone: boolean): void;
}

/** For the pointer only; the keyboard resizes with Shift and an arrow. */
function ColumnEdge({ width, onResize }: ColumnEdgeProps) {
  const styles = useStyles();
  const start = useRef<{ x: number; width: number }>(undefined);
  const widthAt = (event: PointerEvent) =>
    clampWidth((start.current?.width ?? width) + event.clientX - (start.current?.x ?? event.clientX));
  return (
    <span
      aria-hidden
      className={styles.edge}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        // The real width: a column may have grown.
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width };
      }}
      onPointerMove={(event) => start.current && onResize(widthAt(event), false)}
      onPointerUp={(event) => {
        if (!start.current) return;
        onResize(widthAt(event), true);
        start.current = undefined;
      }}
    />
  );
}
