import { useQuery } from '@tanstack/react-query';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { recordQuery } from '~/engine/read-view';
import { inThisBrowser } from '~/lib/in-this-browser';
import type { ShownView } from './view-follower';

interface Options {
  readonly held: HeldResultSet;
  readonly shown: ShownView | undefined;
  /** As the URL has it. */
  readonly recordId: string | undefined;
  onStep(recordId: string): void;
}

/** Where the record of the URL stands in the shown view, and its text. `place` is `null` when it is not in the view. */
export function useOpenRecord({ held, shown, recordId, onStep }: Options) {
  const { id, resultSet } = held;
  const viewId = shown?.state.viewId ?? -1;
  const place = useQuery({
    ...inThisBrowser,
    queryKey: ['place', id, viewId, shown?.version, recordId],
    enabled: shown !== undefined && recordId !== undefined,
    queryFn: async () => {
      const position = await resultSet.position(viewId, recordId ?? '');
      if (position === undefined) return null;
      const [row] = await resultSet.rows(viewId, position, 1, []);
      return row ? { position, row: row.index } : null;
    },
    // Where it stood before more records came, as long as it is the same record.
    placeholderData: (previous, query) => (query?.queryKey[4] === recordId ? previous : undefined),
  });
  const record = useQuery(recordQuery(held, place.data?.row));

  const positionAfter = (rows: 1 | -1): number | undefined => {
    if (!shown || !place.data) return undefined;
    const position = place.data.position + rows;
    return position >= 0 && position < shown.state.rowCount ? position : undefined;
  };
  return {
    place: place.data,
    record: record.data,
    error: record.error ?? place.error,
    canStep: (rows: 1 | -1) => positionAfter(rows) !== undefined,
    /** Opens the next record of the view, or the one before. */
    async step(rows: 1 | -1) {
      const position = positionAfter(rows);
      if (position === undefined) return;
      // A view that was renewed meanwhile answers nothing; the next press asks the new one.
      const [row] = await resultSet.rows(viewId, position, 1, []).catch(() => []);
      if (row) onStep(row.recordId);
    },
  };
}
