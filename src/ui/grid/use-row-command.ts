import type { RefObject } from 'react';
import { type NewCommand, useCommand } from '~/ui/use-command';
import type { VirtualGridHandle } from './grid-props';

interface Options {
  readonly grid: RefObject<VirtualGridHandle | null>;
  /** The row that is open beside the grid. */
  readonly selectedRow: number | undefined;
  readonly run: ((row: number) => void) | undefined;
}

/** A command about one row: the one in focus, or else the one that is open beside the grid. */
export function useRowCommand(command: Omit<NewCommand, 'run'>, { grid, selectedRow, run }: Options): void {
  useCommand(
    command,
    run &&
      (() => {
        const row = grid.current?.focusedRow() ?? selectedRow;
        if (row !== undefined) run(row);
      }),
  );
}
