import { makeStyles, Tooltip } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { cellAt, textIsCutOff } from './grid-cells';
import type { GridColumn } from './grid-column';

const useStyles = makeStyles({
  tip: { maxWidth: 'min(560px, 90vw)', maxHeight: '50vh', overflow: 'auto', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

/** After how long a pointer or the focus rests on a cell. */
const restMs = 400;
/** How long stands what is said of a cell. */
const saidMs = 2000;

/**
 * One tip for the whole grid instead of one per cell: what does not fit into the cell the pointer or the focus rests on.
 * `contentOf` answers `undefined` for a cell that is readable as it is. What is said of a cell stands there for a moment.
 */
export function useGridTip(contentOf: RefObject<(cell: HTMLElement) => ReactNode | undefined>) {
  const [shown, setShown] = useState<{ cell: HTMLElement; content: ReactNode }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const [said, setSaid] = useState('');

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(undefined);
    setSaid('');
  }, []);

  const say = useCallback(
    (cell: HTMLElement | null, words: string) => {
      hide();
      setSaid(words);
      if (cell) setShown({ cell, content: words });
      timer.current = setTimeout(hide, saidMs);
    },
    [hide],
  );

  const rest = useCallback(
    (cell: HTMLElement | null) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // Off the grid and not in the tip, from which one may want to copy: Fluent hides the tip that is left.
        if (!cell) return document.querySelector('[role=tooltip]:hover') ? undefined : setShown(undefined);
        const content = cell.isConnected ? contentOf.current(cell) : undefined;
        setShown(content === undefined ? undefined : { cell, content });
      }, restMs);
    },
    [contentOf],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown, said, rest, say, hide };
}

interface Cells<Row> {
  readonly columns: readonly GridColumn[];
  rowAt(index: number): Row | undefined;
  cellText(row: Row, columnId: string): string;
  cellTip?(row: Row, columnId: string): ReactNode | undefined;
}

/** What does not fit into a cell, or more than its text where there is more to say. */
export function tipOf<Row>(cell: HTMLElement, { rowAt, columns, cellTip, cellText }: Cells<Row>): ReactNode | undefined {
  const at = cellAt(cell);
  const column = at && columns[at.column];
  const row = at && at.row >= 0 ? rowAt(at.row) : undefined;
  if (!column || row === undefined) return undefined;
  return cellTip?.(row, column.id) ?? (textIsCutOff(cell) ? cellText(row, column.id) : undefined);
}

export interface GridTipProps {
  readonly shown: { readonly cell: HTMLElement; readonly content: ReactNode } | undefined;
  onHide(): void;
}

export function GridTip({ shown, onHide }: GridTipProps) {
  const styles = useStyles();
  if (!shown) return null;
  return (
    <Tooltip
      visible
      relationship="inaccessible"
      positioning={{ target: shown.cell, position: 'below', align: 'start' }}
      content={{ className: styles.tip, children: <div>{shown.content}</div> }}
      onVisibleChange={(_, { visible }) => !visible && onHide()}
    />
  );
}
