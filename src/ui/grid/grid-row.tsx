// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be cut into windows of rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { TickBox, tickColumn } from './grid-ticks';
import { RowExpander } from './row-expander';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInline: 0,
    boxSizing: 'border-box',
    height: 'var(--grid-row)',
    display: 'grid',
    gridTemplateColumns: 'var(--grid-columns)',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    contain: 'layout style',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  cell: {
    paddingInline: 'var(--grid-padding)',
    // Less the line below.
    lineHeight: 'calc(var(--grid-row) - 1px)',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
  },
  // The mark of the selected row is a shadow of the row.
  pinned: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    backgroundColor: 'inherit',
    boxShadow: 'inherit',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  // As wide as what is seen of the grid, and in sight wherever the columns are scrolled to.
  whole: { gridColumn: '1 / -1', position: 'sticky', insetInlineStart: 0, width: '100cqi', boxSizing: 'border-box' },
  active: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  bar: {
    display: 'inline-block',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
  },
});

export interface GridRowProps<Row> {
  readonly gridId: string;
  readonly index: number;
  readonly top: number;
  /** `undefined` while it is being fetched. */
  readonly row: Row | undefined;
  readonly columnIds: readonly string[];
  /** The first column stays in sight. */
  readonly isPinned: boolean;
  renderCell(row: Row, columnId: string): ReactNode;
  cellLabel?: ((row: Row, columnId: string) => string | undefined) | undefined;
  /** Where there can be rows below it: whether they are shown. */
  readonly isOpen: boolean | undefined;
  /** Where rows stand below others: 2 for those, which are one cell across all columns. */
  readonly level: 1 | 2 | undefined;
  readonly isQuiet: boolean;
  readonly isSelected: boolean;
  /** Given where rows can be ticked: then it is this that assistive technology calls selected. */
  readonly isTicked: boolean | undefined;
  /** What the box is named after. */
  readonly tickName: string;
  /** Column of the cell that shows the focus; -1 when it is in another row. */
  readonly ringColumn: number;
}

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const {
    gridId,
    index,
    top,
    row,
    columnIds,
    isPinned,
    renderCell,
    cellLabel,
    isOpen,
    level,
    isQuiet,
    isSelected,
    isTicked,
    tickName,
    ringColumn,
  } = props;
  const styles = useStyles();
  const isWhole = level === 2;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-expanded={isOpen}
      aria-selected={isTicked ?? isSelected}
      aria-current={isTicked === undefined ? undefined : isSelected}
      className={mergeClasses(styles.row, isQuiet && styles.quiet, isSelected && styles.selected)}
      style={{ top }}
    >
      {(isWhole ? columnIds.slice(0, 1) : columnIds).map((columnId, column) => (
        <div
          key={columnId}
          role="gridcell"
          id={cellId(gridId, index, column)}
          aria-colindex={column + 1}
          aria-colspan={isWhole ? columnIds.length : undefined}
          aria-label={row && cellLabel?.(row, columnId)}
          className={mergeClasses(
            styles.cell,
            isPinned && column === 0 && styles.pinned,
            isWhole && styles.whole,
            column === ringColumn && styles.active,
          )}
        >
          {isOpen !== undefined && column === 0 && <RowExpander isOpen={isOpen} />}
          {columnId === tickColumn.id ? (
            <TickBox name={tickName} state={isTicked ?? false} />
          ) : row === undefined ? (
            <span className={styles.bar} style={{ width: barWidth(index, column) }} />
          ) : (
            renderCell(row, columnId)
          )}
        </div>
      ))}
    </div>
  );
}

// memo() forgets that the component is generic
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

/** About as wide as text would be, and the same each time it is drawn. */
function barWidth(row: number, column: number): string {
  return `${45 + ((row * 7 + column * 13) % 5) * 10}%`;
}
