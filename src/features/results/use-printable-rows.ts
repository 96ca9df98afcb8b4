import { useQueries } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ShownView } from '~/records/view-follower';
import { mostPrintedRows } from '~/ui/grid/printed-table';
import { chunkQuery, chunksOf } from './row-chunks';

/**
 * The first rows of the view, for paper. They are read ahead, once the view has come to rest: the browser does not wait for a
 * worker between the wish to print and the page.
 */
export function usePrintableRows(
  held: HeldRecordSet,
  shown: ShownView | undefined,
  fields: readonly FieldRef[],
  isAtRest: boolean,
): readonly Row[] {
  const chunks = shown ? chunksOf(0, Math.min(mostPrintedRows, shown.state.rowCount)) : [];
  return useQueries({
    queries: chunks.map((chunk) => {
      // `chunks` is empty without a view
      const view = shown as ShownView;
      return { ...chunkQuery(held, view, chunk, fields), enabled: isAtRest };
    }),
    combine: (answers) => {
      // Nothing may be left out between two rows.
      const missing = answers.findIndex(({ data }) => !data);
      return answers.slice(0, missing < 0 ? undefined : missing).flatMap(({ data = [] }) => data);
    },
  }).slice(0, mostPrintedRows);
}
