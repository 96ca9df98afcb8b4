import type { RecordView } from '~/engine/record-set';
import { csvCell, guardFormula } from '~/lib/csv';
import type { DataColumn } from '~/ui/grid/data-column';
import type { ViewGroup, ViewGrouping } from './group-columns';

const groupsAtOnce = 1000;

/** All groups in their order, read in windows. The view stays open; what it fails with, the stream fails with. */
export function groupsCsv(
  view: RecordView,
  grouping: ViewGrouping,
  columns: readonly DataColumn<ViewGroup>[],
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]) => `${cells.map((text) => csvCell(guardFormula(text))).join(',')}\r\n`;
  let from = 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Excel takes a file for its own code page unless it begins with a byte order mark.
      controller.enqueue(encoder.encode(`\ufeff${line(columns.map(({ label }) => label))}`));
    },
    async pull(controller) {
      const { groups } = await view.group(grouping, from, groupsAtOnce, signal);
      if (groups.length === 0) return controller.close();
      from += groups.length;
      controller.enqueue(encoder.encode(groups.map((group) => line(columns.map(({ text }) => text(group)))).join('')));
    },
  });
}
