import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Groups } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import type { ShownView } from '~/records/view-follower';
import type { ViewGroup, ViewGrouping } from './group-columns';
import { latestAnswer } from './latest-answer';

const chunkGroups = 200;
/** Groups fetched beyond those that are drawn. */
const ahead = 100;

export interface GroupSpan {
  readonly first: number;
  readonly end: number;
}

/**
 * Groups of the shown view around `span`, in chunks. The first is always asked for: it tells how many there are. Until the answer
 * to a view that changed, or to another order, is there, the answer before stands in.
 */
export function useGroups(held: HeldRecordSet, shown: ShownView | undefined, grouping: ViewGrouping, span: GroupSpan) {
  const queryClient = useQueryClient();
  const chunks = chunksOf(span);
  const answers = useQueries({
    queries: chunks.map((chunk) => {
      const { sort, ...asked } = grouping;
      const queryKey = ['view groups', held.id, asked, chunk] as const;
      return {
        ...inThisBrowser,
        queryKey: [...queryKey, sort, shown?.version, shown?.asked],
        enabled: shown !== undefined,
        structuralSharing: false,
        placeholderData: () => latestAnswer<Groups<'distinct'>>(queryClient, queryKey),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
          if (!shown) throw new Error('A query that is not enabled was asked.');
          return shown.view.group(grouping, chunk * chunkGroups, chunkGroups, signal);
        },
      };
    }),
  });
  const groupAt = (index: number): ViewGroup | undefined =>
    answers[chunks.indexOf(Math.floor(index / chunkGroups))]?.data?.groups[index % chunkGroups];
  const known = () =>
    chunks.flatMap((chunk, at) =>
      (answers[at]?.data?.groups ?? []).map((group, index) => [chunk * chunkGroups + index, group] as const),
    );
  const failed = answers.find(({ error }) => error !== null && !isAborted(error));
  return {
    groupCount: answers[0]?.data?.groupCount,
    groupAt,
    /** Those that are there, with their places. */
    known,
    isPending: answers.some(({ isFetching }) => isFetching),
    error: failed?.error,
    retry: () => void failed?.refetch(),
  };
}

function chunksOf({ first, end }: GroupSpan): number[] {
  const chunks = [0];
  const last = Math.floor((end + ahead) / chunkGroups);
  for (let chunk = Math.max(1, Math.floor((first - ahead) / chunkGroups)); chunk <= last; chunk++) chunks.push(chunk);
  return chunks;
}

/** Views that were closed are asked nothing more. */
function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
