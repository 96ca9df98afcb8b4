import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import { clientField } from '~/domain/catalogue/joined-fields';
import type { RecordKey } from '~/domain/record/record-key';
import { keepOnly } from '~/domain/view/filter';
import type { FilterTarget } from '~/domain/view/filter-target';
import type { FieldCounts } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import type { Row } from '~/engine/record-set';
import { growthStage } from '~/lib/growth';
import type { EpochMs } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { readWhole } from '~/records/read-whole';
import { useSetState } from '~/records/use-set-state';

const rowsAtOnce = 200;
const valuesNamed = 5;
const fields: readonly FieldRef[] = ['operation', 'item', 'ip', 'result', 'user'];

interface Stretch {
  readonly from: number;
  readonly count: number;
}

interface TiedRows extends Stretch {
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

export interface TiedSummary {
  readonly count: number;
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
  readonly addresses: FieldCounts | undefined;
  readonly users: FieldCounts | undefined;
  readonly clients: FieldCounts | undefined;
}

/**
 * The records that have this value in common, in the order of time: those around `open`, and more on request. While records arrive
 * they are asked for anew whenever these have doubled.
 */
export function useTiedRecords({ id, set }: HeldRecordSet, { field, value }: FilterTarget, open: RecordKey) {
  const { records, coverage } = useSetState(set);
  const stage = growthStage(records, coverage === 'filling');
  const asked: ResultView = { text: '', filters: [keepOnly(field, value)], sort: [{ field: 'time', descending: false }] };
  const [start, setStart] = useState(open);
  const rows = useInfiniteQuery({
    ...inThisBrowser,
    queryKey: ['tied records', id, field, value, stage, start],
    structuralSharing: false,
    initialPageParam: undefined as Stretch | undefined,
    queryFn: ({ pageParam, signal }) =>
      readWhole(set, asked, signal, async (view, rowCount): Promise<TiedRows> => {
        const at = pageParam ?? around(await view.find(start, signal), rowCount);
        return { ...at, rowCount, rows: await view.rows(at.from, at.count, fields, signal) };
      }),
    getPreviousPageParam: ({ from }) =>
      from === 0 ? undefined : { from: Math.max(0, from - rowsAtOnce), count: Math.min(from, rowsAtOnce) },
    getNextPageParam: ({ from, count, rowCount }) =>
      from + count < rowCount ? { from: from + count, count: rowsAtOnce } : undefined,
  });
  const summary = useQuery({
    ...inThisBrowser,
    queryKey: ['tied summary', id, field, value, stage],
    structuralSharing: false,
    queryFn: ({ signal }) =>
      readWhole(set, asked, signal, async (view, count): Promise<TiedSummary> => {
        const facets = (['ip', 'user', clientField] as const).map((each) => ({ field: each, limit: valuesNamed }));
        const [overview, [first], [last]] = await Promise.all([
          view.overview({ facets }, signal),
          view.rows(0, 1, [], signal),
          view.rows(Math.max(0, count - 1), 1, [], signal),
        ]);
        const [addresses, users, clients] = overview.facets;
        return { count, first: first?.time, last: last?.time, addresses, users, clients };
      }),
  });
  const shown = rows.data?.pages.flatMap((page) => page.rows);
  // Whoever steps past what is here goes on from there.
  if (shown && !rows.isFetching && start !== open && !shown.some(({ key }) => key === open)) setStart(open);
  return {
    rows: shown,
    summary: summary.data,
    error: rows.error ?? summary.error,
    again: () => void Promise.all([rows.refetch(), summary.refetch()]),
    isFetching: rows.isFetching,
    earlier: rows.hasPreviousPage ? () => void rows.fetchPreviousPage() : undefined,
    later: rows.hasNextPage ? () => void rows.fetchNextPage() : undefined,
  };
}

/** As many rows before it as after it, as far as there are. */
function around(position = 0, rowCount: number): Stretch {
  const from = Math.max(0, Math.min(position - rowsAtOnce / 2, rowCount - rowsAtOnce));
  return { from, count: rowsAtOnce };
}
