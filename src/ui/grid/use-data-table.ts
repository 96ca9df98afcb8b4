import { columnOrderingFeature, columnSizingFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { useStored } from '~/ui/use-stored';
import { type DataColumn, type DataSort, sortRows } from './data-column';
import type { GridColumn } from './virtual-grid';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, rowSortingFeature });
// The table owns the columns and what is sorted by. A row model of 20,000 rows holds the page up for 100 ms, sorting the rows
// themselves for 20.
const noRows: object[] = [];

const layoutSchema = z.object({
  order: z.array(z.string()),
  widths: z.record(z.string(), z.number().check(z.gte(60), z.lte(1200))),
});
type Layout = z.infer<typeof layoutSchema>;
const standardLayout: Layout = { order: [], widths: {} };

export interface DataTableOptions<Row extends object> {
  /** Names what is kept of the columns in this browser. */
  readonly layoutKey: string;
  readonly columns: readonly DataColumn<Row>[];
  /** `undefined` while they are being made. */
  readonly rows: readonly Row[] | undefined;
  /** As the administrator asked for; of a column that is not there it counts as not asked. */
  readonly sort: DataSort | undefined;
  /** Until something else is asked for. */
  readonly standardSort: DataSort;
  onSort(sort: DataSort): void;
}

/** Sorting, order and widths of the columns of rows that are all on the page; `DataTable` draws it. */
export function useDataTable<Row extends object>(options: DataTableOptions<Row>) {
  const { layoutKey, columns, rows, standardSort, onSort } = options;
  const [layout, setLayout] = useStored(`columns of ${layoutKey}`, parseLayout, standardLayout);
  const order = orderOf(columns, layout.order);
  const sort = columns.some(({ id }) => id === options.sort?.column) && options.sort ? options.sort : standardSort;
  const sorting = [{ id: sort.column, desc: sort.descending }];
  const table = useTable({
    features,
    columns: useMemo(
      () =>
        columns.map((column) => ({
          id: column.id,
          header: column.label,
          size: column.width,
          // Only columns that read something can be sorted by.
          accessorFn: () => '',
          sortDescFirst: false,
        })),
      [columns],
    ),
    data: noRows,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting, columnOrder: order, columnSizing: layout.widths },
    enableSortingRemoval: false,
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      if (next) onSort({ column: next.id, descending: next.desc });
    },
  });
  const { column, descending } = sort;
  return {
    columns,
    sort,
    /** As sorted. */
    rows: useMemo(() => rows && sortRows(rows, columns, { column, descending }), [rows, columns, column, descending]),
    shownColumns: table.getAllLeafColumns().map((column): GridColumn => {
      const direction = column.getIsSorted();
      const { help = '', isNumber = false } = columns.find(({ id }) => id === column.id) ?? {};
      return {
        id: column.id,
        label: String(column.columnDef.header),
        help,
        isNumber,
        width: column.getSize(),
        sort: direction ? { descending: direction === 'desc', order: 0 } : undefined,
      };
    }),
    toggleSort: (id: string) => table.getColumn(id)?.toggleSorting(),
    resize: (id: string, width: number) => setLayout({ ...layout, widths: { ...layout.widths, [id]: width } }),
    move: (id: string, before: string) => setLayout({ ...layout, order: moved(order, id, before) }),
  };
}

function parseLayout(value: unknown): Layout | undefined {
  return layoutSchema.safeParse(value).data;
}

/** As stored; columns that are new since then stand where they usually do. */
function orderOf(columns: readonly { readonly id: string }[], stored: readonly string[]): string[] {
  const ids = columns.map(({ id }) => id);
  const known = stored.filter((id) => ids.includes(id));
  return ids.reduce((order, id, at) => (order.includes(id) ? order : order.toSpliced(at, 0, id)), known);
}

function moved(order: readonly string[], id: string, before: string): string[] {
  const others = order.filter((each) => each !== id);
  const at = others.indexOf(before);
  return at < 0 ? [...others, id] : others.toSpliced(at, 0, id);
}
