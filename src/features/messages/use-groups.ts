import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Group, Grouping } from '~/domain/grouping';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { growthStage } from '~/lib/growth';
import { inThisBrowser } from '~/lib/in-this-browser';
import { readGroups } from './read-groups';

interface Options<Name extends string, Line> {
  /** Records that are there so far. */
  readonly records: number;
  readonly isFilling: boolean;
  readonly grouping: Grouping<Name>;
  read(group: Group<Name>): Line;
}

/** The groups of a result set, each as `read` makes it; renewed as records arrive, the ones before stay until then. */
export function useGroups<Name extends string, Line>(
  { id, resultSet }: HeldResultSet,
  { records, isFilling, grouping, read }: Options<Name, Line>,
) {
  return useQuery({
    ...inThisBrowser,
    queryKey: ['groups', id, grouping, growthStage(records, isFilling)],
    queryFn: async () => (await readGroups(resultSet, grouping)).map(read),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}
