import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/catalogue/fields';
import { newestFirst } from '~/domain/view/result-view';
import type { Row } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { readWhole } from '~/records/read-whole';
import type { ShownView } from '~/records/view-follower';
import { onlyGroup } from './group-filters';
import { groupOf, mostListed, type OpenGroup, type OpenGroups } from './group-lines';
import { latestAnswer } from './latest-answer';

interface Options {
  readonly held: HeldRecordSet;
  readonly shown: ShownView | undefined;
  readonly by: readonly FieldRef[];
  /** Read with every record. */
  readonly fields: readonly FieldRef[];
  readonly open: OpenGroups;
  /** In sight; the end is excluded. */
  readonly lines: { readonly first: number; readonly end: number };
}

/** The newest records of the open groups in sight. They are read anew when their group has more. */
export function useGroupRecords({ held, shown, by, fields, open, lines }: Options) {
  const queryClient = useQueryClient();
  const first = groupOf(open, lines.first);
  const last = groupOf(open, lines.end);
  const inSight = open.filter(({ index }) => index >= first && index <= last);
  const answers = useQueries({
    queries: inSight.map(({ id, key, count }) => {
      const queryKey = ['group records', held.id, by, id] as const;
      return {
        ...inThisBrowser,
        queryKey: [...queryKey, fields, count, held.set.state.get().fuller, shown?.asked],
        enabled: shown !== undefined,
        structuralSharing: false,
        placeholderData: () => latestAnswer<Row[]>(queryClient, queryKey),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
          if (!shown) throw new Error('A query that is not enabled was asked.');
          const asked = { ...shown.asked, filters: onlyGroup(shown.asked.filters, by, key), sort: [...newestFirst] };
          return readWhole(held.set, asked, signal, (view) => view.rows(0, mostListed, fields, signal));
        },
      };
    }),
  });
  const failed = answers.find(({ error }) => error !== null);
  return {
    /** `undefined` while they are being read. */
    recordsOf: ({ id }: OpenGroup): readonly Row[] | undefined => answers[inSight.findIndex((each) => each.id === id)]?.data,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  };
}
