// The columns of a table whose rows are all on the page: what a cell says, how rows are sorted by it, and the same as CSV.

import { csvCell, guardFormula } from '~/lib/csv';

export interface DataColumn<Row> {
  readonly id: string;
  /** Times say their zone: `Sent (UTC)`. */
  readonly label: string;
  readonly help: string;
  /** Starting width in CSS pixels. */
  readonly width: number;
  /** Stands on the right, digit below digit. */
  readonly isNumber?: boolean;
  /** What the cell says; copied and exported as it is. */
  text(row: Row): string;
  /** What rows are sorted by when that is not the text. `undefined` comes last in both directions. */
  sortBy?(row: Row): string | number | undefined;
}

export interface DataSort {
  /** Id of a column. */
  readonly column: string;
  readonly descending: boolean;
}

/** Ties keep the order they had; capitals sort with small letters, and a cell that says nothing comes last. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[], sort: DataSort): readonly Row[] {
  const column = columns.find(({ id }) => id === sort.column);
  if (!column) return rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(column, row) }));
  const direction = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined || b.key === undefined) return a.key === undefined ? 1 : -1;
    return a.key < b.key ? -direction : direction;
  });
  return keyed.map(({ row }) => row);
}

function sortKey<Row>(column: DataColumn<Row>, row: Row): string | number | undefined {
  const key = column.sortBy ? column.sortBy(row) : column.text(row);
  return typeof key === 'string' ? key.toLowerCase() || undefined : key;
}

const rowsPerPart = 500;

/** A file a spreadsheet opens without running anything in it, made in parts so that the page stays responsive. */
export async function dataCsv<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[]): Promise<Blob> {
  const line = (cells: readonly string[]) => `${cells.map((text) => csvCell(guardFormula(text))).join(',')}\r\n`;
  // Excel takes a file for its own code page unless it begins with a byte order mark.
  const parts = [`\ufeff${line(columns.map(({ label }) => label))}`];
  for (let from = 0; from < rows.length; from += rowsPerPart) {
    const part = rows.slice(from, from + rowsPerPart);
    parts.push(part.map((row) => line(columns.map((column) => column.text(row)))).join(''));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
