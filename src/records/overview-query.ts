import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OverviewAsked } from '~/domain/view/overview';
import type { HeldRecordSet } from './held-record-sets';
import { inThisBrowser } from './in-this-browser';
import type { ShownView } from './view-follower';

/** What stands beside the rows of a view: the last answer stays until the next is there. Not asked for without a view. */
export function overviewQuery({ id }: HeldRecordSet, shown: ShownView | undefined, asked: OverviewAsked) {
  return queryOptions({
    ...inThisBrowser,
    queryKey: ['overview', id, shown?.version, asked] as const,
    enabled: shown !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    queryFn: ({ signal }) => {
      if (!shown) throw new Error('A query that is not enabled was asked.');
      return shown.view.overview(asked, signal);
    },
  });
}
