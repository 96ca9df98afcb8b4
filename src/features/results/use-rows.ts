import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ShownView } from '~/records/view-follower';
import { chunkKey, chunkQuery, chunkRows, chunksOf } from './row-chunks';
import type { RowSpan } from './use-result-view';

/** Rows fetched beyond those that are drawn, so that scrolling on finds them there. */
const ahead = 100;

/** Rows of the shown view around `span`; `undefined` for those not there yet. */
export function useRows(held: HeldRecordSet, shown: ShownView | undefined, span: RowSpan, fields: readonly FieldRef[]) {
  const queryClient = useQueryClient();
  const chunks = shown ? chunksOf(Math.max(0, span.first - ahead), Math.min(span.end + ahead, shown.state.rowCount)) : [];
  const answers = useQueries({
    queries: chunks.map((chunk) => {
      // `chunks` is empty without a view
      const view = shown as ShownView;
      return {
        ...chunkQuery(held, view, chunk, fields),
        // The same rows with other columns, until those asked for are there.
        placeholderData: () =>
          queryClient.getQueriesData<Row[]>({ queryKey: chunkKey(held, view, chunk) }).find(([, rows]) => rows)?.[1],
      };
    }),
  });
  const rowAt = (index: number): Row | undefined => {
    const chunk = Math.floor(index / chunkRows);
    const at = chunks.indexOf(chunk);
    // Rows scrolled to within this frame may have been fetched ahead.
    const rows =
      at >= 0 ? answers[at]?.data : shown && queryClient.getQueryData<Row[]>(chunkQuery(held, shown, chunk, fields).queryKey);
    return rows?.[index % chunkRows];
  };
  return { rowAt, error: answers.map(({ error }) => error).find(isUnexpected) };
}

/** Rows of a view that was just closed are refused; those of the next are on their way. */
function isUnexpected(error: Error | null): error is Error {
  return error !== null && !(error instanceof DOMException && error.name === 'AbortError');
}
