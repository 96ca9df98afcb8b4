import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Completeness } from '~/domain/completeness';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { growthStage } from '~/lib/growth';
import { inThisBrowser } from '~/lib/in-this-browser';
import { readAccess } from './read-access';

/** The changes of access in a result set; renewed as records arrive, the ones before stay until then. */
export function useAccess({ id, resultSet }: HeldResultSet, records: number, completeness: Completeness) {
  return useQuery({
    ...inThisBrowser,
    queryKey: ['access changes', id, growthStage(records, completeness === 'filling')],
    queryFn: ({ signal }) => readAccess(resultSet, signal),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}
