// biome-ignore-all lint/a11y/useSemanticElements: the grid keeps the focus; a real box would take it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import { useMemo, useState } from 'react';
import type { GridColumn } from './grid-column';

/** Stands first where rows can be ticked; it is neither sorted, moved nor resized. */
export const tickColumn: GridColumn = { id: 'tick', label: 'Select', width: 40 };

/** Rows that can be ticked, one, many or all of those shown. */
export interface RowTicks<Row> {
  isTicked(row: Row): boolean;
  /** What the row is called. */
  nameOf(row: Row): string;
  readonly all: boolean | 'mixed';
  /** `isRange`: with all between it and the one before. */
  onTick(index: number, isRange: boolean): void;
  onTickAll(): void;
}

/** Ticks by key, kept while rows are filtered, sorted and read anew. `rows` are those shown, in their order. */
export function useRowTicks<Row>(rows: readonly Row[] | undefined, keyOf: (row: Row) => string, nameOf: (row: Row) => string) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string>();
  const tickedHere = useMemo(
    () => rows?.reduce((count, row) => count + (ticked.has(keyOf(row)) ? 1 : 0), 0) ?? 0,
    [rows, ticked, keyOf],
  );
  const set = (changed: readonly Row[], isOn: boolean) => {
    const next = new Set(ticked);
    for (const row of changed) next[isOn ? 'add' : 'delete'](keyOf(row));
    setTicked(next);
  };
  const ticks: RowTicks<Row> = {
    isTicked: (row) => ticked.has(keyOf(row)),
    nameOf,
    all: tickedHere === 0 ? false : tickedHere === rows?.length || 'mixed',
    onTick(index, isRange) {
      const row = rows?.[index];
      if (row === undefined || rows === undefined) return;
      const from = isRange ? rows.findIndex((each) => keyOf(each) === anchor) : -1;
      if (from < 0) set([row], !ticked.has(keyOf(row)));
      else set(rows.slice(Math.min(from, index), Math.max(from, index) + 1), true);
      setAnchor(keyOf(row));
    },
    onTickAll: () => set(rows ?? [], tickedHere < (rows?.length ?? 0)),
  };
  return { ticks, ticked, tickedHere, clear: () => setTicked(new Set()) };
}

interface Columns {
  readonly columns: readonly GridColumn[];
  onSort(columnId: string, isAdded: boolean): void;
  onResize(columnId: string, width: number): void;
  onMove(columnId: string, beforeColumnId: string): void;
}

/** The boxes as a first column, whose header ticks all. */
export function withTickColumn<Row>(props: Columns, { onTickAll }: RowTicks<Row>): Columns {
  return {
    columns: [tickColumn, ...props.columns],
    onSort: (id, isAdded) => (id === tickColumn.id ? onTickAll() : props.onSort(id, isAdded)),
    onResize: (id, width) => id !== tickColumn.id && props.onResize(id, width),
    onMove: (id, before) => ![id, before].includes(tickColumn.id) && props.onMove(id, before),
  };
}

const useStyles = makeStyles({
  box: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    verticalAlign: 'middle',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: '12px',
  },
  on: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
});

export interface TickBoxProps {
  readonly name: string;
  readonly state: boolean | 'mixed';
}

export function TickBox({ name, state }: TickBoxProps) {
  const styles = useStyles();
  return (
    <span
      role="checkbox"
      aria-checked={state}
      aria-label={`Select ${name}`}
      className={mergeClasses(styles.box, state !== false && styles.on)}
    >
      {state === 'mixed' ? <SubtractRegular /> : state && <CheckmarkRegular />}
    </span>
  );
}
