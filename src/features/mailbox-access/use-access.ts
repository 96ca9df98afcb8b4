import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { growthStage } from '~/lib/growth';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { useSetState } from '~/records/use-set-state';
import { readAccess } from './read-access';

/** The changes of access in a record set; renewed as records arrive, the ones before stay until then. */
export function useAccess({ id, set }: HeldRecordSet) {
  const { records, coverage } = useSetState(set);
  return useQuery({
    ...inThisBrowser,
    queryKey: ['access changes', id, growthStage(records, coverage === 'filling')],
    queryFn: ({ signal }) => readAccess(set, signal),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}
