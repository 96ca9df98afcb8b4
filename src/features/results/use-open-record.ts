import { useQuery } from '@tanstack/react-query';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { recordQuery } from '~/engine/read-view';
import { inThisBrowser } from '~/lib/in-this-browser';
import type { ShownView } from './view-follower';

/** Where the record of the URL stands in the shown view, and its text. `place` is `null` when it is not in the view. */
export function useOpenRecord(held: HeldResultSet, shown: ShownView | undefined, recordId: string | undefined) {
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
  return { place: place.data, record: record.data, error: record.error ?? place.error };
}
