import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { type Catalogue, fieldOf } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';
import type { SortKey } from '~/domain/view/result-view';
import type { Row } from '~/engine/record-set';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import type { GridColumn } from '~/ui/grid/virtual-grid';
import { type ColumnLayout, columnGrowth, columnLabel, columnWidth, withMoved } from './column-layout';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature, rowSortingFeature });
// The table owns the columns and the sort keys. Rows come in chunks from the worker, already filtered and sorted, and go
// straight to the grid: a row model of a million rows is what this product exists to avoid.
const noRows: Row[] = [];

interface Options {
  readonly catalogue: Catalogue;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  readonly sort: readonly SortKey[];
  onSort(sort: SortKey[]): void;
  readonly zone: TimeZone;
}

export function useResultTable({ catalogue, layout, onLayout, sort, onSort, zone }: Options) {
  const columns = useMemo(
    () =>
      layout.order.map((ref) => ({
        id: ref,
        accessorFn: (row: Row) => row.values[ref] ?? '',
        header: columnLabel(catalogue, ref, zoneIdentifier(zone)),
        size: columnWidth(catalogue, layout, ref),
        maxSize: 1200,
        sortDescFirst: false,
      })),
    [catalogue, layout, zone],
  );
  const sorting = sort.map(({ field, descending }) => ({ id: field, desc: descending }));
  const table = useTable({
    features,
    columns,
    data: noRows,
    manualSorting: true,
    state: {
      sorting,
      columnOrder: [...layout.order],
      columnVisibility: Object.fromEntries(layout.hidden.map((ref) => [ref, false])),
    },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      onSort(next.flatMap(({ id, desc }) => (isFieldRef(id) ? [{ field: id, descending: desc }] : [])));
    },
  });
  const shown = table.getVisibleLeafColumns().map((column, position): GridColumn => {
    const direction = column.getIsSorted();
    // Column ids are field references: they were made from them above.
    const ref = column.id as FieldRef;
    return {
      id: ref,
      label: String(column.columnDef.header),
      help: fieldOf(catalogue, ref).help,
      width: column.getSize(),
      grow: columnGrowth(catalogue, layout, ref),
      // When something happened is what every other column is read by.
      isPinned: position === 0 && ref === 'time',
      sort: direction ? { descending: direction === 'desc', order: sort.length > 1 ? column.getSortIndex() + 1 : 0 } : undefined,
    };
  });
  return {
    columns: shown,
    toggleSort: (id: string, isAdded: boolean) => table.getColumn(id)?.toggleSorting(undefined, isAdded),
    resize: (id: string, width: number) => onLayout({ ...layout, widths: { ...layout.widths, [id]: width } }),
    move: (id: string, before: string) => {
      // Ids are field references here, too: the columns were made from them.
      onLayout(withMoved(layout, id as FieldRef, before as FieldRef));
    },
  };
}
