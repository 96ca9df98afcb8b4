import { useMemo } from 'react';
import { type Catalogue, offeredBy } from '~/domain/catalogue/catalogue';
import type { RecordSet } from '~/engine/record-set';
import { useSetState } from './use-set-state';

/** The fields of a set that can say something by now, followed: without an address book no address has a country. */
export function useOffered(set: RecordSet): Catalogue {
  const { can } = useSetState(set).addresses;
  return useMemo(() => offeredBy(set.catalogue, can), [set, can]);
}
